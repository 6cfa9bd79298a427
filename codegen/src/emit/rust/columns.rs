//! The tables of a catalog, streamed: columns with a value per code, and
//! sparse columns for what few codes have.
//!
//! One row a line, and no row holds a number that another entry could shift,
//! so a changed entry changes only its own lines. The hash table of codes at the
//! end is the one place where a new code changes more than that.

mod declared;
mod index;
mod values;

use self::values::{deprecation, prose, provenance, reference, retry, severity, stage, text, wire};
use super::rows::codes;
use crate::model::{Catalog, CodeName, Entry, Ident, Provenance, Severity, Stage, Status};
use crate::sink::Rust;

/// The value of the static `TABLES`.
pub(super) fn tables(catalog: &Catalog) -> Rust {
    let mut out = Rust::default();
    let mut table = Table {
        out: &mut out,
        catalog,
    };
    table.out.raw("Tables {\n");
    table.texts();
    table.statuses();
    table.places();
    table.marks();
    table.life();
    table.declared();
    table.index();
    table.out.raw("        }");
    out
}

/// The value of the static `CATALOG`.
pub(super) fn catalog(catalog: &Catalog) -> Rust {
    let mut out = Rust::default();
    declared::catalog(&mut out, catalog);
    out
}

/// Indents of a column's name and of its rows.
const NAME: &str = "            ";
const ROW: &str = "                ";

struct Table<'a> {
    out: &'a mut Rust,
    catalog: &'a Catalog,
}

impl<'a> Table<'a> {
    /// A column with a row for each of `rows`.
    fn column<T>(
        &mut self,
        name: &'static str,
        rows: impl Iterator<Item = T>,
        write: impl Fn(&mut Rust, T),
    ) {
        self.out.raw(NAME).raw(name).raw(": &[\n");
        for value in rows {
            self.out.raw(ROW);
            write(self.out, value);
            self.out.raw(",\n");
        }
        self.out.raw(NAME).raw("],\n");
    }

    /// A column with a value for every code, also where all are blank: else the
    /// first entry that has one would change the rows of all others.
    fn dense<T>(
        &mut self,
        name: &'static str,
        value: impl Fn(&'a Entry, &'a CodeName) -> Option<T>,
        write: impl Fn(&mut Rust, T),
        blank: &'static str,
    ) {
        let value = |(entry, code)| value(entry, code);
        let rows = codes(self.catalog).map(value);
        self.column(name, rows, |out, value| match value {
            Some(value) => write(out, value),
            None => {
                out.raw(blank);
            }
        });
    }

    /// A column that this catalog has no use for.
    fn none(&mut self, name: &'static str) {
        self.out.raw(NAME).raw(name).raw(": &[],\n");
    }

    /// A column with pairs of a code and each of its values.
    fn sparse<T, I: IntoIterator<Item = T>>(
        &mut self,
        name: &'static str,
        values: impl Fn(&'a Entry) -> I,
        write: impl Fn(&mut Rust, T),
    ) {
        let pairs = codes(self.catalog)
            .flat_map(|(entry, code)| values(entry).into_iter().map(move |value| (code, value)));
        self.column(name, pairs, |out, (code, value)| {
            out.raw("(ErrorCode::").ident(&code.ident).raw(" as u16, ");
            write(out, value);
            out.raw(")");
        });
    }

    /// A pool of values, some for each code, and where each code's start.
    fn pool<T>(
        &mut self,
        [name, starts]: [&'static str; 2],
        values: impl Fn(&'a Entry) -> &'a [T],
        write: impl Fn(&mut Rust, &'a T),
    ) where
        T: 'a,
    {
        let pooled = codes(self.catalog).flat_map(|(entry, _)| values(entry));
        self.column(name, pooled, write);
        self.out.raw(NAME).raw(starts);
        self.out.raw(": &starts::<STARTS>(&[\n");
        for (entry, _) in codes(self.catalog) {
            let count = u32::try_from(values(entry).len()).expect("an entry has few of anything");
            self.out.raw(ROW).number(count).raw(",\n");
        }
        self.out.raw(NAME).raw("]),\n");
    }

    fn texts(&mut self) {
        self.column("codes", codes(self.catalog), |out, (_, code)| {
            wire(out, &code.code);
        });
        self.column("messages", codes(self.catalog), |out, (entry, _)| {
            text(out, &entry.message.text);
        });
        self.sparse(
            "user_messages",
            |entry| &entry.user_message,
            |out, message| text(out, &message.text),
        );
        self.dense(
            "descriptions",
            |entry, _| entry.texts.description.as_deref(),
            prose,
            "\"\"",
        );
        let fix = |entry: &'a Entry, _| entry.texts.fix.as_deref();
        self.dense("fixes", fix, prose, "\"\"");
        self.pool(
            ["causes", "cause_starts"],
            |entry| &entry.texts.causes,
            |out, it| prose(out, it),
        );
    }

    fn statuses(&mut self) {
        let number = |out: &mut Rust, status: Status| {
            out.number(status.number());
        };
        self.pool(
            ["statuses", "status_starts"],
            |entry| &entry.statuses,
            |out, status| {
                number(out, *status);
            },
        );
        let catalog = self.catalog;
        let at_item = |entry: &Entry| {
            let own = catalog.own_listing(entry).statuses.first().copied();
            own.filter(|own| entry.status() != Some(*own))
        };
        self.sparse("item_statuses", at_item, number);
        self.sparse(
            "advice",
            |entry| &entry.retry,
            |out, it| retry(out, catalog, it),
        );
    }

    fn places(&mut self) {
        let catalog = self.catalog;
        let section = |entry, _| Some(("Section::", &catalog.home(entry)?.ident));
        let parent = |entry: &Entry, _| Some(("Type::", &catalog.types[entry.parent?].ident));
        let position = |out: &mut Rust, (kind, ident): (&'static str, &Ident)| {
            out.raw(kind).ident(ident).raw(" as u16");
        };
        if catalog.sections.is_empty() {
            self.none("home");
        } else {
            self.dense("home", section, position, "u16::MAX");
        }
        if catalog.types.is_empty() {
            self.none("parents");
        } else {
            self.dense("parents", parent, position, "u16::MAX");
        }
        let line = |entry: &'a Entry, _| catalog.own_listing(entry).document_line();
        self.dense(
            "lines",
            line,
            |out, line| {
                out.number(line);
            },
            "0",
        );
        let again = |entry: &'a Entry| {
            entry
                .listings
                .iter()
                .skip(1)
                .map(|at| &catalog.listings[*at])
        };
        self.sparse("refs", again, |out, listing| {
            reference(out, catalog, listing);
        });
    }

    fn marks(&mut self) {
        let catalog = self.catalog;
        let tags = |entry: &'a Entry| entry.tags.iter().map(|at| catalog.tags[*at].id.as_str());
        self.sparse(
            "details",
            |entry| values::flat(&entry.details),
            values::detail,
        );
        self.sparse(
            "variants",
            |entry| &entry.variants,
            |out, it| values::variant(out, catalog, it),
        );
        self.sparse("examples", |entry| &entry.texts.examples, values::example);
        self.sparse("phrases", |entry| catalog.own_phrase(entry), text);
        self.sparse("tags", tags, |out, tag| {
            out.string(tag);
        });
        let headers = |entry: &'a Entry| entry.headers.iter().map(|at| &catalog.headers[*at].name);
        self.sparse("headers", headers, text);
        let guessed = |entry: &'a Entry| {
            Some(entry.code_provenance).filter(|it| *it != Provenance::Documented)
        };
        self.sparse("provenance", guessed, provenance);
        self.sparse("candidates", |entry| &entry.candidates, wire);
        self.sparse(
            "code_numbers",
            |entry| entry.code_number.as_ref().map(|it| it.value),
            |out, number| {
                out.number(number);
            },
        );
    }

    fn life(&mut self) {
        let catalog = self.catalog;
        let kind = |entry: &'a Entry| Some(entry.severity).filter(|it| *it != Severity::Error);
        self.sparse("severities", kind, severity);
        let early = |entry: &'a Entry| Some(entry.stage).filter(|it| *it != Stage::Stable);
        self.sparse("stages", early, stage);
        self.sparse("since", |entry| &entry.since, text);
        self.sparse(
            "deprecated",
            |entry| &entry.deprecated,
            |out, it| deprecation(out, catalog, it),
        );
        self.sparse(
            "retired",
            |entry| &entry.retired,
            |out, it| deprecation(out, catalog, it),
        );
        let urls = codes(catalog)
            .filter_map(|(entry, code)| Some((code, catalog.doc_url(entry, &code.code)?)));
        self.column("doc_urls", urls, |out, (code, url)| {
            out.raw("(ErrorCode::")
                .ident(&code.ident)
                .raw(" as u16, ")
                .string(&url)
                .raw(")");
        });
    }

    fn declared(&mut self) {
        let catalog = self.catalog;
        self.column("sections", catalog.sections.iter(), |out, it| {
            declared::section(out, catalog, it);
        });
        self.column("types", catalog.types.iter(), |out, it| {
            declared::type_(out, catalog, it);
        });
        self.column(
            "client_classes",
            catalog.client_classes().iter(),
            |out, it| {
                text(out, &it.name);
            },
        );
        self.column("rows", catalog.statuses.iter(), |out, it| {
            declared::row(out, catalog, it);
        });
    }
}
