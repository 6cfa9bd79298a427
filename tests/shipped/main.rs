//! The shipped catalogs, used as a crate that depends on them would, and held
//! against the facts of the documents that they transcribe.

mod agentchat;
mod aicity;
mod remno;

use errcat_catalogs::errcat::Catalogued;

/// What code can do that knows of no catalog in particular.
fn listing_of<C: Catalogued>() -> Vec<String> {
    let line = |code: &C| format!("{}/{code}: {}", C::CATALOG, code.message());
    C::ALL.iter().map(line).collect()
}

/// The line of the document and the status of each listing, in document order.
fn listings_of<C: Catalogued>() -> Vec<(u32, String, i32)> {
    let listings = C::ALL.iter().flat_map(|code| {
        code.entry().listings().map(move |listing| {
            let line = listing.document_line.expect("every listing names its line");
            let status = listing.status.expect("every listing has a status");
            (line, code.to_string(), status.into())
        })
    });
    let mut listings: Vec<_> = listings.collect();
    listings.sort();
    listings
}

#[test]
fn one_generic_function_serves_every_catalog() {
    let all = [
        listing_of::<errcat_catalogs::remno::ErrorCode>(),
        listing_of::<errcat_catalogs::agentchat::ErrorCode>(),
        listing_of::<errcat_catalogs::aicity::ErrorCode>(),
    ];
    assert_eq!(all.each_ref().map(Vec::len), [14, 28, 91]);
    assert!(
        all[0][8].starts_with("remno/RATE_LIMITED: "),
        "{}",
        all[0][8]
    );
}

#[test]
fn every_code_reads_back_and_no_catalog_knows_those_of_another() {
    use errcat_catalogs::{agentchat, aicity, remno};
    for code in aicity::ErrorCode::ALL {
        assert_eq!(aicity::ErrorCode::from_code(code.as_str()), Some(*code));
    }
    for code in agentchat::ErrorCode::ALL {
        assert_eq!(agentchat::ErrorCode::from_code(code.as_str()), Some(*code));
    }
    assert_eq!(remno::ErrorCode::from_code("COLD_CAP_EXCEEDED"), None);
    assert_eq!(
        agentchat::ErrorCode::from_code("INSUFFICIENT_CREDITS"),
        None
    );
}
