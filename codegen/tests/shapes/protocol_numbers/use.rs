// Statuses that are the protocol's own: of any sign and size, or absent.
use protocol_numbers::{statuses, Action, ErrorCode, Row, Scope, Severity};

fn main() {
    let lost: Option<i32> = ErrorCode::HeartbeatLost.status();
    assert_eq!(lost, Some(-2));
    assert_eq!(ErrorCode::TransactionAborted.status(), None);
    assert_eq!(ErrorCode::NotAuthorized.statuses(), [135, 70_000]);
    assert!(ErrorCode::with_status(70_000).eq([ErrorCode::NotAuthorized]));

    let severity = |code: ErrorCode| code.entry().severity();
    assert_eq!(severity(ErrorCode::Closed), Severity::Success);
    assert_eq!(severity(ErrorCode::NoSubscriber), Severity::Warning);
    assert!(!ErrorCode::Closed.is_error());
    assert_eq!(ErrorCode::Closed.retry(), None, "none is documented");

    let retry = ErrorCode::HeartbeatLost
        .retry()
        .expect("advice of the status");
    assert_eq!(
        (retry.action, retry.scope),
        (Action::Backoff, Scope::Connection)
    );
    assert!(statuses().iter().any(|it| it.row == Row::Status(70_000)));
}
