//! The columns with rows for codes: what each says of one code.
//!
//! A dense column has one row a code, also where all are blank: else the first
//! entry that has a value would change the rows of all others. A sparse column
//! has pairs of a code and each of its values. A pool has the values of all
//! codes, and the column behind it how many each code has.

use super::values::{
    deprecation, detail, example, prose, provenance, reference, retry, severity, stage, text,
    variant, wire,
};
use super::{ROW, row};
use crate::model::{Catalog, CodeName, Detail, Entry, Ident, Provenance, Severity, Stage};
use crate::sink::Rust;

/// The code whose rows are written.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) entry: &'a Entry,
    pub(super) code: &'a CodeName,
}

/// A column, and what writes the rows of one code.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) form: Form,
    pub(super) rows: fn(&mut Rust, Of<'_>),
}

/// How the rows of a column become its value.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// They are it.
    Rows,
    /// They are positions in a list, if the catalog has it; else there are none.
    Places(fn(&Catalog) -> bool),
    /// They say how many values each code has in the pool before.
    Counts,
}

/// In the order of the generated struct.
pub(super) const COLUMNS: &[Column] = &[
    rows("codes", |out, it| row(out, |out| wire(out, &it.code.code))),
    rows("messages", |out, it| {
        row(out, |out| text(out, &it.entry.message.text));
    }),
    rows("user_messages", |out, it| {
        let message = it.entry.user_message.as_ref();
        pairs(out, it, message, |out, message| text(out, &message.text));
    }),
    rows("descriptions", |out, it| {
        dense(out, it.entry.texts.description.as_deref(), prose, "\"\"");
    }),
    rows("fixes", |out, it| {
        dense(out, it.entry.texts.fix.as_deref(), prose, "\"\"");
    }),
    rows("causes", |out, it| {
        for cause in &it.entry.texts.causes {
            row(out, |out| prose(out, cause));
        }
    }),
    counts("cause_starts", |out, it| count(out, &it.entry.texts.causes)),
    rows("statuses", |out, it| {
        for status in &it.entry.statuses {
            row(out, |out| number(out, status.number()));
        }
    }),
    counts("status_starts", |out, it| count(out, &it.entry.statuses)),
    rows("item_statuses", |out, it| {
        let own = it.catalog.own_listing(it.entry).statuses.first().copied();
        let own = own.filter(|own| it.entry.status() != Some(*own));
        pairs(out, it, own, |out, status| number(out, status.number()));
    }),
    rows("advice", |out, it| {
        let advice = it.entry.retry.as_deref();
        pairs(out, it, advice, |out, own| retry(out, it.catalog, own));
    }),
    Column {
        name: "home",
        form: Form::Places(|catalog| !catalog.sections.is_empty()),
        rows: |out, it| {
            let home = it.catalog.home(it.entry).map(|it| &it.ident);
            place(out, "Section::", home);
        },
    },
    Column {
        name: "parents",
        form: Form::Places(|catalog| !catalog.types.is_empty()),
        rows: |out, it| {
            let parent = it.entry.parent.map(|at| &it.catalog.types[at].ident);
            place(out, "Type::", parent);
        },
    },
    rows("lines", |out, it| {
        let line = it.catalog.own_listing(it.entry).document_line();
        dense(out, line, number, "0");
    }),
    rows("refs", |out, it| {
        let again = it.entry.listings.iter().skip(1);
        pairs(out, it, again, |out, at| {
            reference(out, it.catalog, &it.catalog.listings[*at]);
        });
    }),
    rows("details", |out, it| {
        let details = it.entry.details.iter().flat_map(Detail::with_inner);
        pairs(out, it, details, detail);
    }),
    rows("variants", |out, it| {
        pairs(out, it, &it.entry.variants, |out, own| {
            variant(out, it.catalog, own);
        });
    }),
    rows("examples", |out, it| {
        pairs(out, it, &it.entry.texts.examples, example);
    }),
    rows("phrases", |out, it| {
        pairs(out, it, it.catalog.own_phrase(it.entry), text);
    }),
    rows("tags", |out, it| {
        pairs(out, it, &it.entry.tags, |out, at| {
            out.string(it.catalog.tags[*at].id.as_str());
        });
    }),
    rows("headers", |out, it| {
        pairs(out, it, &it.entry.headers, |out, at| {
            text(out, &it.catalog.headers[*at].name);
        });
    }),
    rows("provenance", |out, it| {
        let known = Some(it.entry.code_provenance);
        let guessed = known.filter(|it| *it != Provenance::Documented);
        pairs(out, it, guessed, provenance);
    }),
    rows("candidates", |out, it| {
        pairs(out, it, &it.entry.candidates, wire);
    }),
    rows("code_numbers", |out, it| {
        let own = it.entry.code_number.as_ref();
        pairs(out, it, own, |out, own| number(out, own.value));
    }),
    rows("severities", |out, it| {
        let kind = Some(it.entry.severity).filter(|it| *it != Severity::Error);
        pairs(out, it, kind, severity);
    }),
    rows("stages", |out, it| {
        let early = Some(it.entry.stage).filter(|it| *it != Stage::Stable);
        pairs(out, it, early, stage);
    }),
    rows("since", |out, it| pairs(out, it, &it.entry.since, text)),
    rows("deprecated", |out, it| {
        pairs(out, it, it.entry.deprecated.as_deref(), |out, own| {
            deprecation(out, it.catalog, own);
        });
    }),
    rows("retired", |out, it| {
        pairs(out, it, it.entry.retired.as_deref(), |out, own| {
            deprecation(out, it.catalog, own);
        });
    }),
    rows("doc_urls", |out, it| {
        let url = it.catalog.doc_url(it.entry, &it.code.code);
        pairs(out, it, url, |out, url| {
            out.string(&url);
        });
    }),
];

const fn rows(name: &'static str, rows: fn(&mut Rust, Of<'_>)) -> Column {
    let form = Form::Rows;
    Column { name, form, rows }
}

const fn counts(name: &'static str, rows: fn(&mut Rust, Of<'_>)) -> Column {
    let form = Form::Counts;
    Column { name, form, rows }
}

/// The row of a code in a dense column.
fn dense<T>(
    out: &mut Rust,
    value: Option<T>,
    write: impl FnOnce(&mut Rust, T),
    blank: &'static str,
) {
    row(out, |out| match value {
        Some(value) => write(out, value),
        None => {
            out.raw(blank);
        }
    });
}

/// The row of a code in a column of positions.
fn place(out: &mut Rust, kind: &'static str, ident: Option<&Ident>) {
    let position = |out: &mut Rust, ident| {
        out.raw(kind).ident(ident).raw(" as u16");
    };
    dense(out, ident, position, "u16::MAX");
}

/// The rows of a code in a sparse column.
fn pairs<T>(
    out: &mut Rust,
    of: Of<'_>,
    values: impl IntoIterator<Item = T>,
    write: impl Fn(&mut Rust, T),
) {
    for value in values {
        key(out, of.code);
        write(out, value);
        out.raw("),\n");
    }
}

/// What a pair begins with; compiled once for all kinds of values.
fn key(out: &mut Rust, code: &CodeName) {
    out.raw(ROW)
        .raw("(ErrorCode::")
        .ident(&code.ident)
        .raw(" as u16, ");
}

fn count<T>(out: &mut Rust, values: &[T]) {
    let count = u32::try_from(values.len()).expect("an entry has few of anything");
    row(out, |out| number(out, count));
}

fn number(out: &mut Rust, number: impl Into<i64>) {
    out.number(number);
}
