//! `errcat explain`: what a code, a status or a lint means, and which line of
//! the catalog says what to do.
//!
//! What decides (which entry a text names, which advice counts) is decided by
//! the library; here are the words around it and their layout. Warnings are not
//! repeated: who asks about one error did not ask about all others.
//!
//! Deliberately absent: examples and `x-` keys, which the documents have, and
//! `list --format json` is for programs.

mod advice;
mod entry;
mod find;
mod line;
mod lint;
mod page;
mod row;
mod why;

use std::path::Path;

use clap::Args;
use errcat_codegen::{Analysis, Config, analyze_with};

use self::find::Hit;
use self::page::Page;
use crate::console::Console;
use crate::findings::{self, Strictness};
use crate::format;
use crate::project;
use crate::verdict::{Failure, Verdict};

/// Explain an error, a status or a lint
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES, allow_negative_numbers = true)]
pub(crate) struct Explain {
    /// Codes, names, statuses or lints
    #[arg(value_name = "WHAT", required = true)]
    what: Vec<String>,
}

const LONG: &str = "\
Explain an error, a status or a lint.

WHAT is one of these:
  - a code or an alias, as it came over the wire; the name of an error, as the
    catalog or as Rust spells it. CATALOG::CODE asks one catalog alone.
  - a status like 429, a class like 5xx, or `network` or `other`: the row of the
    table, and the errors that come with it.
  - the id or the name of a lint; `lints` lists them all.

An error is shown with what to do, who has to do it, and the line of the catalog
that says so, then with all else that the catalog says about it.";

const EXAMPLES: &str = "\
Examples:
  errcat explain RATE_LIMITED          in each catalog that has it
  errcat explain parcel::PARCEL_LOST   in one
  errcat explain 429                   what holds for a status
  errcat explain -32601                codes may be numbers
  errcat explain EC0101                what a finding means";

pub(crate) fn run(
    explain: &Explain,
    root: &Path,
    console: &mut Console,
) -> Result<Verdict, Failure> {
    let project = if explain.what.iter().all(|what| find::is_lint(what)) {
        at_hand(root)
    } else {
        let analysis = analyze_with(&project::config(root, console)?)?;
        if !analysis.diagnostics().is_clean() {
            let reason = findings::report(&analysis, Strictness::default(), &[], console);
            let reason = reason.unwrap_or_default();
            console.error(&format!("{reason}; nothing was explained"));
            return Ok(Verdict::Findings);
        }
        findings::read(&analysis, console);
        Some(analysis)
    };
    let mut verdict = Verdict::Clean;
    for (at, what) in explain.what.iter().enumerate() {
        let hits = find::find(what, project.as_ref());
        if hits.is_empty() {
            console.error(&find::nothing(what, project.as_ref()));
            verdict = Verdict::Findings;
            continue;
        }
        if at > 0 {
            console.data("\n")?;
        }
        console.data(&text(&hits, project.as_ref(), console))?;
        if let Some(note) = find::how_to_narrow(what, &hits) {
            console.note(&note);
        }
    }
    Ok(verdict)
}

/// The project, if there is one and nothing is wrong with it: a lint can be
/// explained without.
fn at_hand(root: &Path) -> Option<Analysis> {
    let analysis = analyze_with(&Config::load(root).ok()?).ok()?;
    analysis.diagnostics().is_clean().then_some(analysis)
}

fn text(hits: &[Hit<'_>], project: Option<&Analysis>, console: &Console) -> String {
    let mut page = Page::new(console.data_width(), console.data_look());
    for hit in hits {
        page.gap();
        match (hit, project) {
            (Hit::Lints, _) => lint::print_all(&mut page),
            (Hit::Lint(rule), _) => lint::print(&mut page, rule),
            (Hit::Entry(named), Some(analysis)) => entry::print(&mut page, analysis, named),
            (Hit::Row(catalog, row), Some(analysis)) => {
                row::print(&mut page, analysis, catalog, *row);
            }
            // Entries and rows are found in a project only.
            (Hit::Entry(_) | Hit::Row(..), None) => {}
        }
    }
    format::for_log(page.finish())
}
