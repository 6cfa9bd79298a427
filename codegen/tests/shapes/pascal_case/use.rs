// Codes in PascalCase; classes of the client, defaults for unknown codes.
use pascal_case::{statuses, Delay, ErrorCode, Row};

fn main() {
    assert_eq!(
        ErrorCode::from_code("LotNotEmpty"),
        Some(ErrorCode::LotNotEmpty)
    );
    assert_eq!(ErrorCode::from_code("lotnotempty"), None);

    let class = |code: ErrorCode| code.entry().client_class();
    assert_eq!(class(ErrorCode::LotNotFound), Some("GranaryNotFoundError"));
    assert_eq!(class(ErrorCode::InvalidRequest), Some("GranaryClientError"));
    assert_eq!(class(ErrorCode::SiloBusy), Some("GranaryError"));

    let default = |row: Row<u16>| statuses().iter().find(|it| it.row == row)?.default_code;
    assert_eq!(default(Row::Class(4)), Some("InvalidRequest"));
    assert_eq!(default(Row::Class(5)), Some("SiloBusy"));
    assert!(statuses()
        .iter()
        .any(|it| it.row == Row::Network && it.retry.is_some()));

    let busy = ErrorCode::SiloBusy.retry().expect("advice of the class");
    assert_eq!(
        (busy.delay, busy.attempts),
        (Some(Delay::Detail("RetryAfterMs")), Some(5))
    );
}
