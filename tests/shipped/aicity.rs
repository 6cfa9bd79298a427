//! AI City: 95 listings of 91 codes in nine sections, 80 of them inferred.

use errcat_catalogs::aicity::{
    Action, ClientClass, Delay, ErrorCode, Provenance, Row, Section, statuses,
};

#[test]
fn every_listing_is_there_once_and_in_order() {
    let listings = super::listings_of::<ErrorCode>();
    // One listing names two codes: 95 listings, 96 mentions.
    assert_eq!(listings.len(), 96);
    let mut lines: Vec<u32> = listings.iter().map(|(line, ..)| *line).collect();
    lines.dedup();
    assert_eq!(lines.len(), 95);
    assert_eq!((lines[0], lines[94]), (15, 141));
    assert_eq!(ErrorCode::ALL.len(), 91);
    let own: Vec<Option<u32>> = ErrorCode::ALL
        .iter()
        .map(|it| it.entry().document_line())
        .collect();
    assert!(own.is_sorted(), "the enum has the order of the document");
}

#[test]
fn the_nine_sections_stand_in_order_with_their_paths() {
    let sections: Vec<(&str, Option<&str>)> = Section::ALL
        .iter()
        .map(|it| (it.info().title, it.info().base_path))
        .collect();
    let titles: Vec<&str> = sections.iter().map(|(title, _)| *title).collect();
    assert_eq!(titles.len(), 9);
    assert_eq!((titles[0], titles[1]), ("Global Errors", "Registry"));
    assert_eq!(sections[1].1, Some("/api/v1/agents"));
    assert_eq!(
        sections.iter().filter(|(_, path)| path.is_some()).count(),
        7
    );
}

#[test]
fn one_section_is_deprecated_and_so_are_the_codes_that_stand_only_there() {
    let deprecated: Vec<Section> = Section::ALL
        .iter()
        .copied()
        .filter(|it| it.info().deprecated.is_some())
        .collect();
    let [section] = deprecated[..] else {
        panic!("{deprecated:?}")
    };
    let deprecation = section.info().deprecated.expect("it is deprecated");
    assert_eq!(deprecation.sunset, Some("2026-06-30"));
    assert_eq!(deprecation.successor, Some("tasks"));
    for code in ErrorCode::ALL {
        let everywhere = code
            .entry()
            .listings()
            .all(|it| it.section == Some(section.info()));
        assert_eq!(code.entry().deprecated().is_some(), everywhere, "{code}");
    }
}

#[test]
fn what_is_inferred_is_marked() {
    let count = |wanted| {
        ErrorCode::ALL
            .iter()
            .filter(|code| code.provenance() == wanted)
            .count()
    };
    assert_eq!(count(Provenance::Inferred), 80);
    assert_eq!(
        count(Provenance::Documented) + count(Provenance::Derived),
        11
    );
    let inferred = ErrorCode::ALL
        .iter()
        .filter(|it| it.provenance() == Provenance::Inferred);
    let listings: usize = inferred.map(|code| code.entry().listings().count()).sum();
    assert_eq!(listings, 84);
    let candidates: Vec<&str> = ErrorCode::InvalidSession.entry().candidates().collect();
    assert_eq!(
        candidates,
        ["UNAUTHORIZED", "MISSING_SESSION", "SESSION_INVALID"]
    );
}

#[test]
fn every_listing_has_a_fix_and_twelve_have_causes() {
    let captcha = ErrorCode::CaptchaFailed;
    let listings = || {
        // The two CAPTCHA codes share one listing.
        let codes = ErrorCode::ALL.iter().filter(|code| **code != captcha);
        codes.flat_map(|code| code.entry().listings())
    };
    assert_eq!(listings().count(), 95);
    assert_eq!(listings().filter(|it| it.fix.is_some()).count(), 95);
    assert_eq!(listings().filter(|it| !it.causes.is_empty()).count(), 12);
}

#[test]
fn two_codes_share_one_listing() {
    let (required, failed) = (ErrorCode::CaptchaRequired, ErrorCode::CaptchaFailed);
    assert_eq!(required.message(), failed.message());
    assert_eq!(
        required.entry().document_line(),
        failed.entry().document_line()
    );
    assert_ne!(required.as_str(), failed.as_str());
}

#[test]
fn the_retry_table_decides_by_status() {
    let action = |code: ErrorCode| code.retry().map(|it| it.action);
    for code in ErrorCode::ALL {
        let expected = match code.status() {
            400 | 401 | 404 | 409 => Some(Action::Change),
            402 => None,
            403 => Some(Action::Act),
            410 => Some(Action::Stop),
            429 => Some(Action::Wait),
            500..=599 => Some(Action::Backoff),
            other => panic!("{code} has {other}"),
        };
        assert_eq!(action(*code), expected, "{code}");
    }
    let limited = ErrorCode::RateLimited.retry().expect("a row");
    assert_eq!(limited.delay, Some(Delay::Header("Retry-After")));
    let network = statuses()
        .iter()
        .find(|it| it.row == Row::Network)
        .expect("a row");
    assert_eq!(network.retry.and_then(|it| it.attempts), Some(3));
}

#[test]
fn reasons_and_client_classes_come_from_the_rows() {
    let credits = ErrorCode::InsufficientCredits;
    assert_eq!(credits.status(), 402);
    assert_eq!(credits.entry().reason(), Some("Payment Required"));
    assert_eq!(credits.entry().client_class(), Some("PaymentRequiredError"));
    let missing = ErrorCode::MissingApiKey.entry();
    assert_eq!(
        missing.client_class(),
        Some("AgentCityError"),
        "the base class serves the rest"
    );
    assert!(
        ErrorCode::ALL
            .iter()
            .all(|code| code.entry().reason().is_some())
    );
    assert_eq!(
        ErrorCode::InsufficientCredits.client_class(),
        Some(ClientClass::PaymentRequiredError)
    );
    assert_eq!(ClientClass::of(409), Some(ClientClass::ConflictError));
    assert_eq!(ClientClass::of(418), Some(ClientClass::AgentCityError));
}
