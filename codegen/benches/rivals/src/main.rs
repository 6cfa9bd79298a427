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
#[path = "../../../tests/trust/injection/payloads.rs"]
mod payloads;
mod table;
mod tokens;
mod typescript;

use std::path::Path;
use std::process::ExitCode;

use crate::generators::GENERATORS;

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

    /// The harmless text that the others are held against.
    pub fn harmless(self) -> &'static str {
        match self {
            Self::Description => "Harmless words",
            Self::EnumValue => "HARMLESS",
            Self::PropertyName => "harmless",
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
    /// Items beyond the expected, or a text that means something else.
    BrokeOut(&'static str),
    /// It is no source that compiles.
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
    let mut cases = Vec::new();
    let mut sources = Vec::new();
    for generator in GENERATORS {
        for place in Place::ALL {
            let harmless = (generator.generate)(place, place.harmless());
            let harmless = harmless.unwrap_or_else(|error| panic!("{}: {error}", generator.name));
            let harmless = tokens::of(&harmless).expect("a harmless text gives Rust");
            for (payload, Payload { text, .. }) in payloads.iter().enumerate() {
                let generated = generators::caught(|| (generator.generate)(place, text));
                let (outcome, seen) = judge::judge(place, text, &harmless, &generated);
                if let (Outcome::Escaped, Ok(source)) = (&outcome, generated) {
                    sources.push((cases.len(), source));
                }
                let generator = generator.name;
                cases.push(Case {
                    generator,
                    place,
                    payload,
                    outcome,
                    seen,
                });
            }
        }
    }
    compiled::compile(here, &sources, &mut cases);
    cases.extend(typescript::cases(here, &payloads));
    table::keep_what_was_seen(here, &payloads, &cases);
    let table = table::table(here, &payloads, &cases);
    print!("{table}");
    if table::is_published(here, &table) {
        return ExitCode::SUCCESS;
    }
    eprintln!(
        "codegen/SECURITY.md says something else; put this into its section \"Beside others\""
    );
    ExitCode::FAILURE
}
