//! The tables of a catalog, streamed: columns with a value per code, and
//! sparse columns for what few codes have.
//!
//! One row a line, and no row holds a number that another entry could shift,
//! so a changed entry changes only its own lines. The hash table of codes at the
//! end is the one place where a new code changes more than that.

mod declared;
mod index;
mod per_code;
mod values;

use self::per_code::{COLUMNS, Column, Form, Of};
use super::rows::codes;
use crate::model::Catalog;
use crate::sink::Rust;

/// The value of the static `TABLES`.
pub(super) fn tables(out: &mut Rust, catalog: &Catalog) {
    out.raw("Tables {\n");
    for (column, rows) in COLUMNS.iter().zip(rows(catalog)) {
        put(out, column, &rows);
    }
    declared::columns(out, catalog);
    index::columns(out, catalog);
    out.raw("        }");
}

/// The value of the static `CATALOG`.
pub(super) fn catalog(out: &mut Rust, catalog: &Catalog) {
    declared::catalog(out, catalog);
}

/// Indents of a column's name and of its rows.
const NAME: &str = "            ";
const ROW: &str = "                ";

/// How many bytes of a column there are for each entry, about.
const BYTES: usize = 50;

/// The rows of each column. All of an entry's rows are written before those of
/// the next: a large catalog does not stay in the cache for a second look.
fn rows(catalog: &Catalog) -> Vec<Rust> {
    let bytes = BYTES * catalog.entries.len();
    let empty = || Rust::with_capacity(bytes);
    let mut rows: Vec<Rust> = COLUMNS.iter().map(|_| empty()).collect();
    for (entry, code) in codes(catalog) {
        let it = Of {
            catalog,
            entry,
            code,
        };
        for (column, rows) in COLUMNS.iter().zip(&mut rows) {
            (column.rows)(rows, it);
        }
    }
    rows
}

fn put(out: &mut Rust, column: &Column, rows: &Rust) {
    match column.form {
        // Every code has a place, or none has.
        Form::Places if rows.is_empty() => none(out, column.name),
        Form::Rows | Form::Places => {
            open(out, column.name);
            out.append(rows);
            close(out);
        }
        Form::Counts => {
            out.raw(NAME).raw(column.name);
            out.raw(": &starts::<STARTS>(&[\n").append(rows);
            out.raw(NAME).raw("]),\n");
        }
    }
}

/// A column with a row for each of `rows`.
fn column<T>(
    out: &mut Rust,
    name: &'static str,
    rows: impl IntoIterator<Item = T>,
    write: impl Fn(&mut Rust, T),
) {
    open(out, name);
    for value in rows {
        row(out, |out| write(out, value));
    }
    close(out);
}

/// A column that this catalog has no use for.
fn none(out: &mut Rust, name: &'static str) {
    out.raw(NAME).raw(name).raw(": &[],\n");
}

fn open(out: &mut Rust, name: &'static str) {
    out.raw(NAME).raw(name).raw(": &[\n");
}

fn close(out: &mut Rust) {
    out.raw(NAME).raw("],\n");
}

/// One row, whose value `write` writes.
fn row(out: &mut Rust, write: impl FnOnce(&mut Rust)) {
    out.raw(ROW);
    write(out);
    out.raw(",\n");
}
