// A link per code: the catalog's template, or the entry's own.
use doc_urls::{catalog, ErrorCode};

fn main() {
    let link = |code: ErrorCode| code.entry().doc_url();
    assert_eq!(
        link(ErrorCode::BellNotFound),
        Some("https://bellfoundry.example/problems#bell_not_found")
    );
    assert_eq!(
        link(ErrorCode::BellCracked),
        Some("https://bellfoundry.example/care/cracks")
    );
    assert_eq!(catalog().media_type, "application/problem+json");
    assert!(ErrorCode::ALL
        .iter()
        .all(|code| code.entry().doc_url().is_some()));
}
