// A number and a name for each value, one of which is a success.
use twins::{Action, ErrorCode, Scope};

fn main() {
    let by_number = |number: i64| {
        let mut all = ErrorCode::ALL.iter().copied();
        all.find(|code| code.entry().code_number() == Some(number))
    };
    assert_eq!(by_number(0), Some(ErrorCode::AllClear));
    assert_eq!(by_number(14), Some(ErrorCode::Fog));
    assert_eq!(by_number(2), None);
    assert_eq!(ErrorCode::AllClear.as_str(), "OK");
    assert!(!ErrorCode::AllClear.is_error() && ErrorCode::Fog.is_error());
    assert_eq!(ErrorCode::Cancelled.status(), 499);
    let retry = ErrorCode::Aborted.retry().expect("advice");
    assert_eq!(
        (retry.action, retry.scope),
        (Action::Act, Scope::Transaction)
    );
}
