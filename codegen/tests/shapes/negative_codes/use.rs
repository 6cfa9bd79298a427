// Integer codes of any sign and size, several texts per code, a success value.
use negative_codes::{Action, ErrorCode, Severity};

fn main() {
    assert_eq!(
        ErrorCode::from_code(-1_i64),
        Some(ErrorCode::UnknownFailure)
    );
    assert_eq!(ErrorCode::from_code(-2010), Some(ErrorCode::OrderRejected));
    assert_eq!(ErrorCode::from_code(1), None);
    assert_eq!(
        ErrorCode::from_code(2_147_483_648),
        Some(ErrorCode::ClearingLate)
    );
    let large = ErrorCode::ClearingMismatch;
    assert_eq!(large.as_i64(), 9_007_199_254_740_993);
    assert_eq!(large.to_string(), "9007199254740993");

    let fine = ErrorCode::from_code(0).expect("a value of the table");
    assert_eq!(
        (fine.is_error(), fine.entry().severity()),
        (false, Severity::Success)
    );

    let texts: Vec<_> = ErrorCode::OrderRejected.entry().variants().collect();
    assert_eq!(texts.len(), 3);
    assert_eq!(texts[0].name, Some("INSUFFICIENT_FUNDS"));
    assert_eq!(texts[1].message, Some("The market is closed."));
    let own = ErrorCode::OrderRejected
        .retry()
        .expect("advice of the status");
    let advice = |at: usize| texts[at].retry.unwrap_or(own).action;
    assert_eq!(
        [advice(0), advice(1), advice(2)],
        [Action::Act, Action::Backoff, Action::Change]
    );
}
