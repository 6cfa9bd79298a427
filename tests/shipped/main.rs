//! The shipped catalogs, used as a crate that depends on them would, and held
//! against the facts of the documents that they transcribe.

mod agentchat;
mod remno;

use errcat_catalogs::errcat::Catalogued;

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
