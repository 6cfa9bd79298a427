// Types above codes: they hand down, and stand in for unknown codes.
use typed::{Action, ErrorCode, Scope};

fn main() {
    let refused = ErrorCode::CardRefused;
    assert_eq!(
        (refused.status(), refused.statuses()),
        (Some(402), [402].as_slice())
    );
    let parent = refused.entry().parent().expect("a type");
    assert_eq!(
        (parent.id, parent.default_code),
        ("card_error", Some("card_refused"))
    );
    assert_eq!(refused.retry().map(|it| it.action), Some(Action::Act));

    let stolen = refused.entry().variants().next().expect("a variant");
    assert_eq!(stolen.when, Some(("decline_code", "\"stolen\"")));
    assert_eq!(stolen.retry.map(|it| it.action), Some(Action::Stop));

    assert_eq!(
        ErrorCode::CampaignMissing.status(),
        Some(404),
        "its own before the type's"
    );
    let slow = ErrorCode::SlowDown;
    assert_eq!(
        slow.entry().parent().map(|it| it.id),
        Some("rate_limit_error")
    );
    assert_eq!(slow.retry().map(|it| it.scope), Some(Scope::Account));
    assert_eq!(
        ErrorCode::ClientTimeout.status(),
        None,
        "made by the client"
    );
    assert!(ErrorCode::ClientTimeout.is_retryable());
}
