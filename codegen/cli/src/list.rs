//! `errcat list`: every listing of every catalog, resolved, in document order.
//!
//! A listing is a place where a document lists an entry: an entry listed twice
//! is two lines, an entry with two codes is one. What decides (canonical
//! status, reason, advice) was decided by the library.
//!
//! Deliberately absent: long texts. The `json` target has them.

mod json;
mod table;

use std::path::Path;

use clap::{Args, ValueEnum};
use errcat_codegen::model::{Action, Catalog, Entry, Listing, Section};
use errcat_codegen::{Analysis, analyze_with};

use crate::console::Console;
use crate::findings::{self, Strictness, counted};
use crate::project;
use crate::verdict::{Failure, Verdict};

/// List every error of every catalog
#[derive(Args)]
#[command(long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct List {
    /// How to print them: table or json
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    #[arg(hide_possible_values = true)]
    format: Format,
    /// Only those of this catalog
    #[arg(long, value_name = "ID")]
    catalog: Option<String>,
    /// Only those of this section
    #[arg(long, value_name = "ID")]
    section: Option<String>,
    /// Only those that come with this status
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    status: Option<i32>,
    /// Only those after which the same request may be sent again
    #[arg(long)]
    retryable: bool,
}

const LONG: &str = "\
List every error of every catalog, in the order of the documents.

A line is a place where a document lists an error: one that is listed twice has
two lines, each with its own status. The advice is the one for the first status
there; `-` stands for what the catalog does not say.

A terminal gets aligned columns under a heading. A file or pipe gets the same
columns without heading, with a tab between two. Each holds catalog, code,
status, section, advice and message.";

const EXAMPLES: &str = "\
Examples:
  errcat list --retryable                 which errors may go away?
  errcat list --status 409 --format json  for a program
  errcat list --catalog parcel | cut -f2  just the codes";

/// The values of `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Columns to look at or to cut
    Table,
    /// An array of objects
    Json,
}

/// A listing with what it belongs to.
#[derive(Clone, Copy)]
struct Row<'a> {
    catalog: &'a Catalog,
    entry: &'a Entry,
    listing: &'a Listing,
}

pub(crate) fn run(list: &List, root: &Path, console: &mut Console) -> Result<Verdict, Failure> {
    let config = project::config(root, console)?;
    let analysis = analyze_with(&config)?;
    let places = [config.catalogs()];
    if let Some(reason) = findings::report(&analysis, Strictness::default(), &places, console) {
        console.error(&format!("{reason}; nothing was listed"));
        return Ok(Verdict::Findings);
    }
    let catalogs = list.catalogs(&analysis)?;
    list.refuse_unknown_section(&catalogs)?;
    let rows: Vec<Row<'_>> = catalogs
        .iter()
        .flat_map(|catalog| rows(catalog))
        .filter(|row| list.wants(row))
        .collect();
    let text = match list.format {
        Format::Table => table::table(&rows, table::Layout::of(console.data_stream())),
        Format::Json => json::json(&rows),
    };
    console.data(&text)?;
    console.note(&counts(&catalogs, &rows));
    Ok(Verdict::Clean)
}

impl List {
    /// The catalogs that are asked for.
    fn catalogs<'a>(&self, analysis: &'a Analysis) -> Result<Vec<&'a Catalog>, Failure> {
        let all = analysis.catalogs();
        let Some(id) = &self.catalog else {
            return Ok(all.iter().collect());
        };
        let one = all.iter().find(|catalog| catalog.id.as_str() == id);
        one.map(|catalog| vec![catalog])
            .ok_or_else(|| Failure::Unknown {
                noun: "catalog",
                id: id.clone(),
                known: all.iter().map(|it| it.id.to_string()).collect(),
            })
    }

    fn refuse_unknown_section(&self, catalogs: &[&Catalog]) -> Result<(), Failure> {
        let Some(id) = &self.section else {
            return Ok(());
        };
        let mut known: Vec<String> = Vec::new();
        for section in catalogs.iter().flat_map(|catalog| &catalog.sections) {
            if section.id.as_str() == id {
                return Ok(());
            }
            if !known.iter().any(|known| known == section.id.as_str()) {
                known.push(section.id.to_string());
            }
        }
        Err(Failure::Unknown {
            noun: "section",
            id: id.clone(),
            known,
        })
    }

    fn wants(&self, row: &Row<'_>) -> bool {
        let section = row.section().map(|section| section.id.as_str());
        let has = |number| row.listing.statuses.iter().any(|it| it.number() == number);
        self.section.as_deref().is_none_or(|id| section == Some(id))
            && self.status.is_none_or(has)
            && (!self.retryable || row.action().is_some_and(Action::is_retryable))
    }
}

impl<'a> Row<'a> {
    fn section(&self) -> Option<&'a Section> {
        self.listing.section.map(|at| &self.catalog.sections[at])
    }

    /// What to do next, with the first status of this listing.
    fn action(&self) -> Option<Action> {
        let status = self.listing.statuses.first().copied();
        let advice = self.catalog.advice(self.entry, status)?;
        Some(advice.retry.action)
    }
}

fn rows(catalog: &Catalog) -> impl Iterator<Item = Row<'_>> {
    catalog.listings.iter().map(move |listing| Row {
        catalog,
        entry: &catalog.entries[listing.entry],
        listing,
    })
}

/// How much there is, like `parcel: 3 listings, pickup: 1 of 2 listings`.
fn counts(catalogs: &[&Catalog], rows: &[Row<'_>]) -> String {
    let count = |catalog: &&Catalog| {
        let all = catalog.listings.len();
        let shown = rows.iter().filter(|row| row.catalog.id == catalog.id);
        match shown.count() {
            shown if shown == all => format!("{}: {}", catalog.id, counted(all, "listing")),
            shown => format!("{}: {shown} of {}", catalog.id, counted(all, "listing")),
        }
    };
    match catalogs {
        [] => counted(0, "listing"),
        some => some.iter().map(count).collect::<Vec<_>>().join(", "),
    }
}
