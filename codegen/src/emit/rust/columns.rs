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
    for column in COLUMNS {
        put(out, column, catalog);
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

fn put(out: &mut Rust, column: &Column, catalog: &Catalog) {
    match column.form {
        Form::Places(used) if !used(catalog) => none(out, column.name),
        Form::Rows | Form::Places(_) => {
            open(out, column.name);
            rows(out, column, catalog);
            close(out);
        }
        Form::Counts => {
            out.raw(NAME).raw(column.name);
            out.raw(": &starts::<STARTS>(&[\n");
            rows(out, column, catalog);
            out.raw(NAME).raw("]),\n");
        }
    }
}

/// The rows of a column, straight to their place: all columns together are half
/// of the output, and would be held twice.
fn rows(out: &mut Rust, column: &Column, catalog: &Catalog) {
    for (entry, code) in codes(catalog) {
        let it = Of {
            catalog,
            entry,
            code,
        };
        (column.rows)(out, it);
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
