//! Remno: fourteen codes, no sections, no advice.

use errcat_catalogs::remno::{ErrorCode, NotInCatalog, Provenance, Row};

/// The fourteen codes of Remno's document, lines 13 to 26, with their statuses.
const REMNO: [(&str, u16); 14] = [
    ("VALIDATION_ERROR", 400),
    ("UNAUTHORIZED", 401),
    ("FORBIDDEN", 403),
    ("NOT_FOUND", 404),
    ("INSUFFICIENT_FUNDS", 402),
    ("DELEGATION_EXCEEDED", 403),
    ("HUMAN_APPROVAL_REQUIRED", 403),
    ("LIMIT_EXCEEDED", 400),
    ("RATE_LIMITED", 429),
    ("INVALID_STATE_TRANSITION", 409),
    ("IDEMPOTENCY_CONFLICT", 409),
    ("IDEMPOTENCY_MISMATCH", 422),
    ("SCHEMA_VALIDATION_FAILED", 400),
    ("INTERNAL_ERROR", 500),
];

#[test]
fn remno_is_complete_and_in_order() {
    let codes: Vec<(&str, u16)> = ErrorCode::ALL
        .iter()
        .map(|code| (code.as_str(), code.status()))
        .collect();
    assert_eq!(codes, REMNO);
    for (code, line) in ErrorCode::ALL.iter().zip(13..) {
        assert_eq!(code.entry().document_line(), Some(line), "{code}");
        assert_eq!(code.provenance(), Provenance::Documented, "{code}");
    }
}

#[test]
fn remno_has_twelve_status_rows_three_of_them_without_a_code() {
    let rows: Vec<u16> = errcat_catalogs::remno::statuses()
        .iter()
        .map(|row| match row.row {
            Row::Status(status) => status,
            other => panic!("the document has plain statuses only, not {other:?}"),
        })
        .collect();
    assert_eq!(
        rows,
        [200, 201, 400, 401, 402, 403, 404, 409, 422, 429, 500, 501]
    );
    let bare: Vec<u16> = rows
        .into_iter()
        .filter(|status| ErrorCode::with_status(*status).next().is_none())
        .collect();
    assert_eq!(bare, [200, 201, 501]);
}

#[test]
fn remno_documents_no_retry_advice_and_none_is_invented() {
    for code in ErrorCode::ALL {
        assert_eq!(code.retry(), None, "{code}");
        assert!(!code.is_retryable(), "{code}");
    }
}

#[test]
fn remno_keeps_its_figures() {
    let limits = ErrorCode::LimitExceeded
        .entry()
        .description()
        .expect("the figures");
    assert!(
        limits.contains("20 agents") && limits.contains("50 services"),
        "{limits}"
    );
}

#[test]
fn a_code_reads_back_from_each_of_its_spellings_and_from_no_other() {
    for code in ErrorCode::ALL {
        assert_eq!(ErrorCode::from_code(code.as_str()), Some(*code));
        assert_eq!(code.to_string().parse(), Ok(*code));
        assert_eq!(ErrorCode::try_from(code.as_str()), Ok(*code));
        assert_eq!(format!("{code:?}"), format!("ErrorCode({})", code.as_str()));
        for other in [
            code.as_str().to_lowercase(),
            format!("{code}_"),
            format!(" {code}"),
        ] {
            assert_eq!(ErrorCode::from_code(&other), None, "{other:?}");
        }
    }
    assert_eq!("".parse::<ErrorCode>(), Err(NotInCatalog));
}
