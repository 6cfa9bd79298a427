//! Codes that are none of the catalog's, though some look like it.

use super::Subject;
use super::samples;
use super::stated::{self, Case, Stated};
use crate::model::{CodeType, Constant, Shape, Status};

/// A code in another case, and one that is cut short. `prefix` begins their
/// names.
pub(super) fn all<'a>(
    subject: Subject<'a>,
    prefix: &str,
    error: Option<&Stated<'a>>,
    status: Status,
) -> Vec<Case<'a>> {
    let Some(Shape::Constant(Constant::Text(code))) = error.and_then(|it| it.code.as_ref()) else {
        return Vec::new();
    };
    let upper = code.bytes().any(|byte| byte.is_ascii_uppercase());
    let other_case = if upper {
        code.to_ascii_lowercase()
    } else {
        code.to_ascii_uppercase()
    };
    let mut cut = code.clone();
    cut.pop();
    let longer = format!("{code}_");
    let spellings = [
        ("in another case", other_case),
        ("cut short", cut),
        ("one character longer", longer),
    ];
    let is_new = |text: &String| !text.is_empty() && subject.codes.find(text).is_none();
    let spellings = spellings.into_iter().filter(|(_, it)| is_new(it));
    let case = |(what, text)| {
        let error = Stated::unknown(Some(samples::text(text)));
        Case::new(format!("{prefix}{what}"), status, error)
    };
    spellings.map(case).collect()
}

/// A code that the catalog does not know.
pub(super) fn no_code(subject: Subject) -> Shape {
    let words: &[&str] = match subject.catalog.code_type {
        CodeType::String => &["NOT_IN_THE_CATALOG", "?", "not.in.the.catalog", "~", "0"],
        CodeType::Integer => &["987654321", "987654322", "-987654321"],
    };
    let mut words = words.iter();
    let unknown = words.find(|it| subject.codes.find(it).is_none());
    let text = unknown.map_or_else(|| "?".repeat(1_025), ToString::to_string);
    stated::spelt(subject, &text)
}
