//! The same codes as other crates have them, as source text.

use std::fmt::Write as _;

/// A code, as a rival needs it.
pub(crate) struct Code {
    pub(crate) wire: String,
    pub(crate) variant: String,
    pub(crate) message: String,
}

/// The codes of the benches' catalog, counted from 0.
pub(crate) fn codes(entries: usize) -> Vec<Code> {
    (0..entries).map(code).collect()
}

fn code(number: usize) -> Code {
    let wire = crate::codes::code(number);
    let camel = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_owned() + &rest.to_lowercase()
    };
    Code {
        variant: wire.split('_').map(camel).collect(),
        message: format!(
            "This request stopped because of {}.",
            wire.to_lowercase().replace('_', " ")
        ),
        wire,
    }
}

/// An enum with derives, one variant a code: spelling, list and message.
pub(crate) fn derived(codes: &[Code]) -> String {
    let mut text = String::from(
        "/// The codes.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         #[derive(strum::EnumString, strum::IntoStaticStr, strum::VariantArray, thiserror::Error)]\n\
         pub enum Code {\n",
    );
    for Code {
        wire,
        variant,
        message,
    } in codes
    {
        put(
            &mut text,
            format_args!("    /// {message}\n    #[error({message:?})]\n"),
        );
        put(
            &mut text,
            format_args!("    #[strum(serialize = {wire:?})]\n    {variant},\n"),
        );
    }
    text.push_str("}\n");
    text
}

/// The body of a response with derives: an enum of the codes, and whatever else
/// stands in the place of one.
pub(crate) fn deserialized(codes: &[Code]) -> String {
    let mut text = String::from(
        "/// The codes.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]\npub enum Code {\n",
    );
    for Code { wire, variant, .. } in codes {
        put(
            &mut text,
            format_args!("    #[serde(rename = {wire:?})]\n    {variant},\n"),
        );
    }
    text.push_str(
        "}\n\n#[derive(Debug, serde::Deserialize)]\n#[serde(untagged)]\n\
         pub enum AnyCode {\n    Known(Code),\n    Unknown(String),\n}\n",
    );
    text
}

/// A function that is one `match` on the text.
pub(crate) fn matched(codes: &[Code]) -> String {
    let mut text =
        String::from("pub fn matched(code: &str) -> Option<Code> {\n    Some(match code {\n");
    for Code { wire, variant, .. } in codes {
        put(
            &mut text,
            format_args!("        {wire:?} => Code::{variant},\n"),
        );
    }
    text.push_str("        _ => return None,\n    })\n}\n");
    text
}

/// Pairs of spelling and code, in the order of the spellings.
pub(crate) fn sorted(codes: &[Code]) -> String {
    let mut codes: Vec<&Code> = codes.iter().collect();
    codes.sort_by(|a, b| a.wire.cmp(&b.wire));
    let mut text = String::from("pub static SORTED: &[(&str, Code)] = &[\n");
    for Code { wire, variant, .. } in codes {
        put(
            &mut text,
            format_args!("    ({wire:?}, Code::{variant}),\n"),
        );
    }
    text.push_str("];\n");
    text
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    text.write_fmt(what).expect("a String takes all text");
}
