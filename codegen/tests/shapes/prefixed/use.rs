// Codes that are a prefix and a number, with names beside them.
use prefixed::{Action, ErrorCode, Scope, Section};

fn main() {
    let code = ErrorCode::from_code("HVN-0001").expect("a code");
    assert_eq!(code, ErrorCode::BerthNotFound);
    assert_eq!(code.as_str(), "HVN-0001");
    assert_eq!(
        code.entry().doc_url(),
        Some("https://haven.example/codes/HVN-0001")
    );
    assert_eq!(ErrorCode::from_code("HVN-1"), None);
    assert_eq!(
        ErrorCode::from_code("HVN-0417"),
        Some(ErrorCode::Hvn0417),
        "without a name"
    );

    assert_eq!(ErrorCode::DraughtTooDeep.entry().causes().len(), 2);
    let customs = ErrorCode::CargoNotCleared;
    assert_eq!(customs.section(), Section::Customs);
    let retry = customs.retry().expect("advice");
    assert_eq!((retry.action, retry.scope), (Action::Act, Scope::Recipient));
}
