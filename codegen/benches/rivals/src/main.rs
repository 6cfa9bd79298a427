//! The same hostile texts for errcat and for other generators, as description,
//! enum value and property name; what came of each, as a table of Markdown.
//!
//! Nothing is judged by reading: Rust is parsed by `syn` and compared, token by
//! token, with what the same generator writes for a harmless text ([`judge`]);
//! what is the same is compiled by `rustc`, and `rustdoc` says which docs it
//! would run ([`compiled`]). `typescript.mjs` does the same with the compiler
//! of TypeScript.

mod compiled;
mod generators;
mod inputs;
mod judge;
#[expect(dead_code, reason = "the tests of a case take its payloads alone")]
#[path = "../../../tests/trust/injection/payloads.rs"]
mod payloads;
mod rust;
mod table;
mod tokens;
mod typescript;

use std::path::Path;
use std::process::ExitCode;

/// A word of all harmless texts: what a generator makes of them holds it.
pub const HARMLESS: &str = "harmless";

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Description,
    EnumValue,
    PropertyName,
}

impl Place {
    pub const ALL: [Self; 3] = [Self::Description, Self::EnumValue, Self::PropertyName];

    pub fn name(self) -> &'static str {
        match self {
            Self::Description => "description",
            Self::EnumValue => "enum value",
            Self::PropertyName => "property name",
        }
    }

    /// The harmless texts that the others are held against. Of names, the first is an
    /// identifier, and the second is none: generators write an attribute for it.
    pub fn harmless(self) -> &'static [&'static str] {
        match self {
            Self::Description => &["Harmless words"],
            Self::EnumValue => &["HARMLESS", "harmless words"],
            Self::PropertyName => &["harmless", "harmless words"],
        }
    }
}

/// A hostile text, and the number of its case in the list of trust.
pub struct Payload {
    pub case: u32,
    pub text: String,
}

/// What came of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The generator stopped: with an error, or by a panic.
    Refused(Stop),
    /// The text stands there, whole, and nothing else came of it.
    Escaped,
    /// The same, but that `cargo test` compiles and runs what stands in the text.
    Doctest,
    /// Items, attributes or statements beyond the expected, or another text.
    BrokeOut(&'static str),
    /// It is no source that compiles: the code of the error.
    DidNotCompile(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Error,
    Panic,
}

/// One text in one place for one generator.
#[derive(Debug)]
pub struct Case {
    pub generator: &'static str,
    pub place: Place,
    /// The position of the payload in the list.
    pub payload: usize,
    pub outcome: Outcome,
    /// How it was seen, for whoever checks it by hand.
    pub seen: String,
}

fn main() -> ExitCode {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let payloads = inputs::payloads();
    let mut cases = rust::cases(here, &payloads);
    cases.extend(typescript::cases(here, &payloads));
    table::keep_what_was_seen(here, &payloads, &cases);
    let table = table::table(here, &payloads, &cases);
    print!("{table}");
    if std::env::var_os("BLESS").is_some() {
        table::publish(here, &table);
    }
    if table::is_published(here, &table) {
        return ExitCode::SUCCESS;
    }
    eprintln!(
        "codegen/SECURITY.md says something else; BLESS=1 codegen/benches/rivals/run writes what this found"
    );
    ExitCode::FAILURE
}
