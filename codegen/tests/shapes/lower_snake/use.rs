// Codes in lower case, with aliases, candidates, tags and nested details.
use lower_snake::{ErrorCode, Provenance};

fn main() {
    for spelling in ["invalid_token", "token_invalid", "bad_token"] {
        assert_eq!(
            ErrorCode::from_code(spelling),
            Some(ErrorCode::InvalidToken)
        );
    }
    assert_eq!(
        ErrorCode::InvalidToken.as_str(),
        "invalid_token",
        "an alias is never sent"
    );

    let guess = ErrorCode::DiverUnreachable;
    assert_eq!(guess.provenance(), Provenance::Inferred);
    assert_eq!(
        guess.entry().candidates().collect::<Vec<_>>(),
        ["diver_blocked"]
    );
    assert!(guess.is_hidden() && !guess.is_billed());

    let details: Vec<_> = ErrorCode::LetterHeld.entry().details().collect();
    let named = |path: &str| details.iter().find(|it| it.path == path).copied();
    assert!(named("censor").is_some_and(|it| it.sensitive));
    assert_eq!(named("censor.since").map(|it| it.kind), Some("timestamp"));
    assert!(named("remark").is_some_and(|it| it.inferred && it.optional));
}
