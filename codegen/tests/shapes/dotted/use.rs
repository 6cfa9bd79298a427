// Codes with dots; two codes under one text; sections that hand down.
use dotted::{Action, Delay, ErrorCode, Scope, Section};

fn main() {
    let missing = ErrorCode::from_code("auth.token.missing").expect("a code");
    let malformed = ErrorCode::from_code("auth.token.malformed").expect("a code");
    assert_eq!(
        [missing, malformed],
        [ErrorCode::AuthTokenMissing, ErrorCode::AuthTokenMalformed]
    );
    assert_eq!(missing.message(), malformed.message());
    assert_eq!(
        malformed.entry().headers().collect::<Vec<_>>(),
        ["WWW-Authenticate"]
    );

    let expired = ErrorCode::AuthTokenExpired;
    assert_eq!((expired.status(), expired.section()), (401, Section::Auth));
    assert_eq!(expired.retry().map(|it| it.action), Some(Action::Change));
    let listed: Vec<_> = expired.entry().listings().collect();
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[1].section.map(|it| it.id), Some("booking"));
    assert_eq!(
        listed[1].fix,
        Some("Refresh the token within 5 minutes; the berth stays held.")
    );

    let exceeded = ErrorCode::AuthRateExceeded;
    assert_eq!(exceeded.status(), 429);
    let retry = exceeded.retry().expect("advice of its own");
    assert_eq!(
        (retry.delay, retry.scope),
        (Some(Delay::Header("Retry-After")), Scope::Connection)
    );
    assert_eq!(
        ErrorCode::BookingBerthTaken.entry().doc_url(),
        Some("https://wayfarer.example/errors/booking.berth.taken")
    );
}
