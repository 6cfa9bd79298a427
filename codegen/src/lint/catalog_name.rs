//! EC0017: a catalog's id and its file's name differ, or no output can have that name.

use super::{Level, Rule};
use crate::diag::Report;
use crate::map::Map;
use crate::model::{Catalog, Id};
use crate::source::{Source, Span};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0017",
    name: "catalog-name",
    level: Level::Deny,
    explain: include_str!("catalog_name.md"),
    check: None,
};

/// The id must equal the file's stem, if it stands in a file, and must name a
/// Rust module and files.
pub(crate) fn check(id: &Id, span: Span, source: &Source, report: &mut Report) {
    let id = id.as_str();
    if let Some(why) = why_taken(id) {
        report
            .raise(
                &RULE,
                span,
                format!("a catalog can't be called `{id}`: it {why}"),
            )
            .help(format!(
                "rename the catalog and its file, to `{id}_api` for example"
            ));
    } else if source.has_file() && id != source.stem() {
        let rename = format!("rename the file to `{id}.yaml`");
        let help = match Id::new(source.stem()) {
            Some(stem) => format!("{rename}, or write `catalog: {}`", stem.as_str()),
            None => rename,
        };
        report
            .raise(
                &RULE,
                span,
                format!(
                    "the catalog `{id}` stands in the file `{}`",
                    source.file_name()
                ),
            )
            .help(help);
    }
}

/// A second catalog of the run has the id of one before: their outputs would
/// have one name.
pub(crate) fn check_all(catalogs: &[Catalog], report: &mut Report) {
    let mut firsts: Map<&Id, Span> = Map::new();
    for catalog in catalogs {
        // What stands in for a lost id is nobody's.
        let Some(span) = catalog.named_at.filter(|span| !report.has(&RULE, *span)) else {
            continue;
        };
        let first = *firsts.or_insert(&catalog.id, span);
        if first != span {
            let message = format!("a catalog `{}` is there already", catalog.id);
            report
                .raise(&RULE, span, message)
                .related(first, "this is the other")
                .help("rename one of the two catalogs, and its file");
        }
    }
}

/// Names that Windows keeps for devices, whatever ending they have.
fn is_device(id: &str) -> bool {
    let numbered = |rest: &str| matches!(rest.as_bytes(), [b'0'..=b'9']);
    let port = id.strip_prefix("com").or_else(|| id.strip_prefix("lpt"));
    matches!(id, "con" | "prn" | "aux" | "nul") || port.is_some_and(numbered)
}

/// Why no output can have the name, as it reads after "it ".
fn why_taken(id: &str) -> Option<&'static str> {
    match id {
        "errcat" => Some("is the module that all catalogs share"),
        "index" => Some("is the page that leads to all catalogs"),
        _ if crate::names::is_reserved(id) => Some("is a reserved word of Rust"),
        _ if is_device(id) => Some("names a device on Windows, where no file can have that name"),
        _ => None,
    }
}
