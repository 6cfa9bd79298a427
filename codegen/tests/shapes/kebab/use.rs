// Codes with dashes; advice with a stated number of seconds.
use kebab::{catalog, Action, Delay, ErrorCode, Safe, Scope};

fn main() {
    assert_eq!(
        ErrorCode::from_code("seat-map-outdated"),
        Some(ErrorCode::SeatMapOutdated)
    );
    assert_eq!(ErrorCode::SeatMapOutdated.as_str(), "seat-map-outdated");
    assert_eq!(ErrorCode::from_code("seat_map_outdated"), None);
    assert_eq!(
        ErrorCode::SeatTaken.entry().user_message(),
        Some("Sorry, this seat is taken.")
    );

    let retry = ErrorCode::OrderInProgress.retry().expect("advice");
    assert_eq!(
        (retry.action, retry.delay),
        (Action::Wait, Some(Delay::Seconds(2)))
    );
    assert_eq!(
        (retry.scope, retry.safe),
        (Scope::Transaction, Some(Safe::Always))
    );
    let row = ErrorCode::TillJammed.retry().expect("advice of the status");
    assert_eq!((row.attempts, row.safe), (Some(2), Some(Safe::Idempotent)));
    assert!(catalog()
        .headers
        .iter()
        .any(|it| it.name == "Idempotency-Key" && it.in_request));
}
