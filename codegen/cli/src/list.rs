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
use errcat_codegen::{Analysis, analyze_with, did_you_mean};

use crate::console::Console;
use crate::findings::{self, Strictness, counted};
use crate::format;
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
    /// Only errors of this catalog; may be repeated
    #[arg(long = "catalog", value_name = "ID")]
    catalogs: Vec<String>,
    /// Only errors of this section; may be repeated
    #[arg(long = "section", value_name = "ID")]
    sections: Vec<String>,
    /// Only errors with this status; may be repeated
    #[arg(long = "status", value_name = "N", allow_negative_numbers = true)]
    statuses: Vec<i32>,
    /// Only errors after which the request may be sent again
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
status, section, advice and message. JSON is an array with an object for each
line, which also says how the code is known and which others it may be.

An error is listed if it fits every option; of an option that is repeated, one
value is enough.";

const EXAMPLES: &str = "\
Examples:
  errcat list --retryable                 which errors may go away?
  errcat list --status 404 --status 410   what is missing or gone?
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
    list.refuse_unknown_sections(&catalogs)?;
    let rows: Vec<Row<'_>> = catalogs
        .iter()
        .flat_map(|catalog| rows(catalog))
        .filter(|row| list.wants(row))
        .collect();
    let text = match list.format {
        Format::Table => format::for_log(table::table(
            &rows,
            table::Layout::of(console.data_stream()),
        )),
        Format::Json => json::json(&rows),
    };
    console.data(&text)?;
    console.note(&counts(&catalogs, &rows));
    Ok(Verdict::Clean)
}

impl List {
    /// The catalogs that are asked for, in their own order.
    fn catalogs<'a>(&self, analysis: &'a Analysis) -> Result<Vec<&'a Catalog>, Failure> {
        let all = analysis.catalogs();
        let known = all.iter().map(|catalog| catalog.id.as_str());
        refuse_unknown("catalog", &self.catalogs, &known.collect::<Vec<_>>())?;
        let is_wanted = |catalog: &&Catalog| is_one_of(&self.catalogs, catalog.id.as_str());
        Ok(all.iter().filter(is_wanted).collect())
    }

    fn refuse_unknown_sections(&self, catalogs: &[&Catalog]) -> Result<(), Failure> {
        let mut known: Vec<&str> = Vec::new();
        for section in catalogs.iter().flat_map(|catalog| &catalog.sections) {
            if !known.contains(&section.id.as_str()) {
                known.push(section.id.as_str());
            }
        }
        refuse_unknown("section", &self.sections, &known)
    }

    fn wants(&self, row: &Row<'_>) -> bool {
        let section = row.section().map_or("", |section| section.id.as_str());
        let mut statuses = row.listing.statuses.iter();
        is_one_of(&self.sections, section)
            && (self.statuses.is_empty() || statuses.any(|it| self.statuses.contains(&it.number())))
            && (!self.retryable || row.action().is_some_and(Action::is_retryable))
    }
}

/// Whether an id is among those asked for; all are, where none is.
fn is_one_of(asked: &[String], id: &str) -> bool {
    asked.is_empty() || asked.iter().any(|asked| asked == id)
}

fn refuse_unknown(noun: &'static str, asked: &[String], known: &[&str]) -> Result<(), Failure> {
    let unknown = asked.iter().find(|id| !known.contains(&id.as_str()));
    unknown.map_or(Ok(()), |id| {
        Err(Failure::Unknown {
            noun,
            id: id.clone(),
            advice: did_you_mean(id, known.iter().copied(), noun),
        })
    })
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
