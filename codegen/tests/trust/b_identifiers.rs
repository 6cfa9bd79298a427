//! B. Identifiers: they come from an allowlist, or are refused.

mod names;
mod others;
mod stable;
mod words;

use errcat_codegen::Analysis;

use crate::input::{HEAD, analysis, refused};

/// A catalog of entries with these codes, each as it is written in YAML.
fn catalog(codes: &[&str]) -> String {
    let entry = |code: &&str| {
        format!("  - {{code: {code}, status: 400, message: There is no such parcel here.}}\n")
    };
    let entries: String = codes.iter().map(entry).collect();
    format!("{HEAD}errors:\n{entries}")
}

/// The rules that refuse one code.
#[track_caller]
fn refusal(code: &str) -> String {
    refused(code, &analysis(&catalog(&[code]))).join(" ")
}

/// The identifiers of a catalog's codes, in order.
fn identifiers(analysis: &Analysis) -> Vec<String> {
    let entries = analysis.catalogs().iter().flat_map(|it| &it.entries);
    let codes = entries.flat_map(|entry| &entry.codes);
    codes.map(|code| code.ident.as_str().to_owned()).collect()
}
