//! Vectors of errors that the catalog does not know: what counts then are the
//! status, the type and the headers.

use super::Subject;
use super::body;
use super::known::holds_several;
use super::misspelt::no_code;
use super::samples;
use super::stated::{Case, Stated};
use super::vector::Vector;
use crate::model::{Catalog, CodeType, Constant, Role, Row, Shape, Status, Type};

/// All of them.
pub(super) fn all<'a>(subject: Subject<'a>, write: &mut dyn FnMut(Vector)) {
    let mut cases = rows(subject);
    cases.extend(types(subject));
    cases.extend(codes(subject));
    cases.extend(delays(subject));
    for case in cases {
        write(case.vector(subject));
    }
}

/// The status where nothing depends on it.
pub(super) fn some_status(catalog: &Catalog) -> Status {
    Status::other(if catalog.http { 400 } else { 0 })
}

/// An unknown code with each status of the table.
fn rows(subject: Subject<'_>) -> Vec<Case<'_>> {
    let catalog = subject.catalog;
    let case = |row: Row| {
        let error = Stated::unknown(Some(no_code(subject)));
        let name = format!("status {row}: an unknown code");
        Some(Case::new(name, status_of(catalog, row)?, error))
    };
    let rows = catalog.statuses.iter().map(|it| it.row);
    rows.filter_map(case).collect()
}

/// A status that a row is about, and none before it.
fn status_of(catalog: &Catalog, row: Row) -> Option<Status> {
    let has = |row| catalog.row(row).is_some();
    let mut candidates = match row {
        Row::Status(status) => return Some(status),
        Row::Network => return None,
        Row::Class(class) => (0..100)
            .map(|it| i32::from(class) * 100 + 99 - it)
            .collect(),
        Row::Other if catalog.http => vec![299, 199, 399, 499, 599],
        Row::Other => vec![i32::MAX, i32::MIN, 0],
    }
    .into_iter()
    .map(Status::other);
    candidates.find(|it| {
        let of_class = catalog.http && row == Row::Other && has(it.class());
        !has(Row::Status(*it)) && !of_class
    })
}

/// An unknown code of each type.
fn types(subject: Subject<'_>) -> Vec<Case<'_>> {
    if body::slot_of(subject.envelope, Role::Type).is_none() {
        return Vec::new();
    }
    let types = subject.catalog.types.iter().enumerate();
    let case = |(at, it): (usize, &Type)| {
        let error = Stated {
            parent: Some(at),
            ..Stated::unknown(Some(no_code(subject)))
        };
        let own = it.statuses.first().copied();
        let status = own.unwrap_or(some_status(subject.catalog));
        Case::new(format!("type {}: an unknown code", it.id), status, error)
    };
    types.map(case).collect()
}

/// What may stand where a code belongs.
fn codes(subject: Subject<'_>) -> Vec<Case<'_>> {
    let status = some_status(subject.catalog);
    let of_another_type = match subject.catalog.code_type {
        CodeType::String => samples::number(7),
        CodeType::Integer => samples::text("none"),
    };
    let deep = (0..64).fold(samples::number(1), |inner, _| Shape::List(vec![inner]));
    let case = |(name, code): (&str, Option<Shape>)| {
        Case::new(name.to_owned(), status, Stated::unknown(code))
    };
    let mut cases: Vec<Case> = [
        ("an unknown code", Some(no_code(subject))),
        ("no code", None),
        ("a code that is null", Some(Shape::Constant(Constant::Null))),
        ("a code of another type", Some(of_another_type)),
        ("a code that is empty", Some(samples::text(""))),
        ("a code that is an object", Some(Shape::Object(Vec::new()))),
        ("a code that nests deep", Some(deep)),
    ]
    .map(case)
    .into();
    if holds_several(subject.envelope) {
        let mut none = case(("no error in the list", None));
        none.errors.clear();
        let mut two = case(("two unknown codes", Some(no_code(subject))));
        two.errors.push(Stated::unknown(Some(no_code(subject))));
        cases.extend([none, two]);
    }
    cases
}

/// `Retry-After` in all its forms, with an unknown code.
fn delays(subject: Subject<'_>) -> Vec<Case<'_>> {
    let status = Status::other(if subject.catalog.http { 503 } else { 0 });
    let forms = [
        ("seconds", "120"),
        ("blanks around it", " 120\t"),
        ("no time", "0"),
        ("a year", "31622400"),
        ("more than a year", "31622401"),
        ("too many seconds", "1000000000000000000000000000000"),
        ("a negative number", "-30"),
        ("a sign", "+30"),
        ("an exponent", "1e3"),
        ("garbage", "soon"),
        ("nothing", ""),
        ("a date", "Sat, 07 Mar 2026 12:00:30 GMT"),
        ("a date of RFC 850", "Saturday, 07-Mar-26 12:00:30 GMT"),
        ("a date of asctime", "Sat Mar  7 12:00:30 2026"),
        ("a date that has passed", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ("a date in another zone", "Sat, 07 Mar 2026 12:00:30 CET"),
    ];
    let case = |(what, value)| {
        let error = Stated::unknown(Some(no_code(subject)));
        Case::new(format!("Retry-After: {what}"), status, error).with_header("Retry-After", value)
    };
    forms.map(case).into()
}
