//! `AgentChat`: 30 listings of 28 codes in seven sections, dispatch advice.

use errcat_catalogs::agentchat::{Action, Delay, ErrorCode, Scope, Section, catalog, statuses};

/// The table of the document, in its order: line, status, code.
const TABLE: [(u32, i32, &str); 30] = [
    (18, 401, "UNAUTHORIZED"),
    (19, 403, "AGENT_SUSPENDED"),
    (20, 403, "AGENT_RESTRICTED"),
    (21, 403, "AGENT_PAUSED_BY_OWNER"),
    (26, 403, "BLOCKED"),
    (27, 403, "INBOX_RESTRICTED"),
    (28, 403, "AWAITING_REPLY"),
    (29, 429, "COLD_CAP_EXCEEDED"),
    (30, 429, "RATE_LIMITED"),
    (31, 429, "RECIPIENT_BACKLOGGED"),
    (32, 409, "CONVERSATION_NOT_FOUND"),
    (33, 404, "MESSAGE_NOT_FOUND"),
    (34, 410, "GROUP_DELETED"),
    (39, 404, "AGENT_NOT_FOUND"),
    (40, 404, "CONVERSATION_NOT_FOUND"),
    (41, 404, "MESSAGE_NOT_FOUND"),
    (46, 409, "HANDLE_TAKEN"),
    (47, 400, "INVALID_HANDLE"),
    (48, 409, "EMAIL_EXHAUSTED"),
    (49, 409, "EMAIL_TAKEN"),
    (50, 400, "INVALID_API_KEY"),
    (55, 409, "ALREADY_CLAIMED"),
    (56, 404, "CLAIM_NOT_FOUND"),
    (57, 429, "TOO_MANY_CLAIMS"),
    (62, 400, "VALIDATION_ERROR"),
    (63, 422, "IDEMPOTENCY_KEY_CONFLICT"),
    (64, 409, "IDEMPOTENT_IN_PROGRESS"),
    (65, 400, "IDEMPOTENCY_KEY_INVALID"),
    (70, 500, "INTERNAL_ERROR"),
    (71, 503, "SERVICE_UNAVAILABLE"),
];

#[test]
fn every_listing_is_there_with_its_status() {
    let listings = super::listings_of::<ErrorCode>();
    let table = TABLE.map(|(line, status, code)| (line, code.to_owned(), status));
    assert_eq!(listings, table);
}

#[test]
fn the_seven_sections_stand_in_order() {
    let titles: Vec<&str> = Section::ALL
        .iter()
        .map(|section| section.info().title)
        .collect();
    assert_eq!(
        titles,
        [
            "Authentication and account state",
            "Messaging",
            "Resources",
            "Registration and recovery",
            "Claims",
            "Validation and shape",
            "Platform",
        ]
    );
    let codes: Vec<usize> = Section::ALL
        .iter()
        .map(|section| section.codes().count())
        .collect();
    assert_eq!(codes, [4, 9, 1, 5, 3, 4, 2]);
}

#[test]
fn a_code_may_have_two_statuses_and_two_sections() {
    let code = ErrorCode::ConversationNotFound;
    assert_eq!(code.statuses(), [404, 409]);
    let sections: Vec<&str> = code
        .entry()
        .listings()
        .filter_map(|it| it.section)
        .map(|it| it.title)
        .collect();
    assert_eq!(sections, ["Messaging", "Resources"]);
    assert!(ErrorCode::with_status(404).any(|it| it == code));
    assert!(ErrorCode::with_status(409).any(|it| it == code));
}

#[test]
fn the_dispatch_advice_is_that_of_the_document() {
    for code in [
        ErrorCode::AwaitingReply,
        ErrorCode::ColdCapExceeded,
        ErrorCode::InboxRestricted,
        ErrorCode::Blocked,
    ] {
        assert_eq!(
            code.retry().map(|it| it.action),
            Some(Action::Stop),
            "{code}"
        );
    }
    assert_eq!(ErrorCode::ColdCapExceeded.status(), 429);
    let limited = ErrorCode::RateLimited
        .retry()
        .expect("line 80 says how long to sleep");
    assert_eq!(
        (limited.action, limited.delay),
        (Action::Wait, Some(Delay::Header("Retry-After")))
    );
    let backlogged = ErrorCode::RecipientBacklogged.retry().expect("line 90");
    assert_eq!(
        (backlogged.action, backlogged.scope),
        (Action::Backoff, Scope::Recipient)
    );
    assert_eq!(
        ErrorCode::ValidationError.retry().map(|it| it.action),
        Some(Action::Change)
    );
    assert_eq!(
        ErrorCode::IdempotentInProgress.retry().map(|it| it.action),
        Some(Action::Backoff)
    );
    for code in [ErrorCode::InternalError, ErrorCode::ServiceUnavailable] {
        let advice = code.retry().expect("line 96 speaks of all 5xx");
        assert_eq!(advice.action, Action::Backoff, "{code}");
        assert_eq!(advice.delay, Some(Delay::Header("Retry-After")), "{code}");
    }
    assert_eq!(ErrorCode::TooManyClaims.retry(), None);
    assert_eq!(
        ErrorCode::ALL
            .iter()
            .filter(|code| code.retry().is_some())
            .count(),
        10
    );
}

#[test]
fn details_headers_and_figures_are_kept() {
    let details = |code: ErrorCode| -> Vec<(&str, &str, bool)> {
        code.entry()
            .details()
            .map(|it| (it.path, it.travels, it.inferred))
            .collect()
    };
    assert_eq!(
        details(ErrorCode::InboxRestricted),
        [("handle", "details", false)]
    );
    let deleted = [("deleted_by", "body", true), ("deleted_at", "body", true)];
    assert_eq!(details(ErrorCode::GroupDeleted), deleted);
    assert_eq!(
        details(ErrorCode::ValidationError),
        [("fields", "details", true)]
    );
    let headers: Vec<&str> = catalog().headers.iter().map(|it| it.name).collect();
    assert_eq!(headers, ["Retry-After", "x-request-id", "Idempotency-Key"]);
    assert!(ErrorCode::ColdCapExceeded.message().contains("100 cold"));
    assert!(ErrorCode::ColdCapExceeded.message().contains("24h"));
    assert!(
        ErrorCode::RateLimited
            .message()
            .contains("60 messages/second")
    );
    assert!(
        ErrorCode::EmailExhausted
            .message()
            .contains("three accounts")
    );
    assert_eq!(
        statuses().len(),
        1,
        "the document has advice for 5xx and no other row"
    );
}

#[test]
fn the_rules_of_what_does_not_exist_are_notes() {
    let notes = catalog().notes.join("\n");
    for word in ["endpoint", "nested array", "field-level codes", "2xx"] {
        assert!(notes.contains(word), "{word} in {notes}");
    }
}
