//! The shipped catalogs, used as a crate that depends on them would, and held
//! against the facts of the documents that they transcribe.

mod agentchat;
mod aicity;
mod remno;

use std::fmt::{self, Write};

use errcat_catalogs::errcat::{AnyCode, Catalogued};

/// Prints every code of a catalog, whichever it is: what code can do that knows
/// of none in particular.
fn print_codes<C: Catalogued>(out: &mut impl Write) -> fmt::Result {
    writeln!(out, "{}", C::catalog().title)?;
    for code in C::ALL {
        write!(out, "{}", code.code())?;
        for status in code.statuses() {
            write!(out, " {status}")?;
        }
        let advice = code.retry().map(|retry| retry.action);
        writeln!(out, " {advice:?} {}", code.message())?;
    }
    Ok(())
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
fn one_generic_function_prints_every_code_of_every_catalog() -> fmt::Result {
    let mut out = String::new();
    print_codes::<errcat_catalogs::remno::ErrorCode>(&mut out)?;
    print_codes::<errcat_catalogs::agentchat::ErrorCode>(&mut out)?;
    print_codes::<errcat_catalogs::aicity::ErrorCode>(&mut out)?;
    let lines: Vec<&str> = out.lines().collect();
    let heads = ["Remno errors", "AgentChat API errors"];
    assert_eq!([lines[0], lines[15]], heads);
    assert_eq!(lines.len(), (1 + 14) + (1 + 28) + (1 + 91));
    let cold = "COLD_CAP_EXCEEDED 429 Some(Stop) You used up the 100 cold outreaches";
    assert!(out.contains(cold), "{out}");
    let lost = "CONVERSATION_NOT_FOUND 404 409 None No conversation has this ID";
    assert!(out.contains(lost), "{out}");
    Ok(())
}

/// Every code is found by what it is on the wire, and is itself off the wire.
fn reads_back<C: Catalogued<Key = str, Wire = &'static str>>() {
    for code in C::ALL {
        assert_eq!(C::from_wire(code.code()), Some(*code));
        let any: AnyCode<C, &str> = code.code().into();
        assert_eq!((any.known(), any.as_str()), (Some(*code), code.code()));
    }
}

#[test]
fn every_code_reads_back() {
    reads_back::<errcat_catalogs::remno::ErrorCode>();
    reads_back::<errcat_catalogs::agentchat::ErrorCode>();
    reads_back::<errcat_catalogs::aicity::ErrorCode>();
}

#[test]
fn no_catalog_knows_the_codes_of_another_but_all_keep_them() {
    use errcat_catalogs::agentchat::{self, AnyCode, ErrorCode};
    use errcat_catalogs::remno;
    assert_eq!(remno::ErrorCode::from_code("COLD_CAP_EXCEEDED"), None);
    let kept = match AnyCode::from_code("INSUFFICIENT_CREDITS") {
        AnyCode::Known(ErrorCode::RateLimited) => "the limit",
        AnyCode::Known(code) => code.as_str(),
        AnyCode::Unknown(code) => code.as_str(),
    };
    assert_eq!(kept, "INSUFFICIENT_CREDITS");
    assert_eq!(AnyCode::from(ErrorCode::Blocked).as_str(), "BLOCKED");
    let unknown = agentchat::ErrorCode::try_from(AnyCode::from("X")).expect_err("unknown");
    assert_eq!(format!("{unknown} {unknown:?}"), "X UnknownCode(\"X\")");
}
