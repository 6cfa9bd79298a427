//! JSON Schemas: of the catalog language and of the configuration, for editors;
//! and of the files of the targets `json` and `vectors`, for their readers (see [`data`]). They
//! depend on no catalog, so a program may ask for one of them: a [`Schema`].
//!
//! Those for editors are printed from the table in [`grammar`](crate::syntax::grammar), so
//! that what an editor offers is what the compiler takes. Draft-07 is what the
//! YAML servers of editors speak. Deliberately absent: what needs more than
//! one place to judge (is that code declared, is this status of a protocol of
//! its own); a schema lets it pass, and errcat reports it.
//!
//! Two annotations go beyond the draft: `errorMessage`, which editors show in
//! place of a wording of their own, and `enumDescriptions`, which they show
//! beside each word. Validators ignore both. Words are an `enum` with these,
//! not an `anyOf` of described `const`s, because the YAML server of VS Code
//! and others lists the words and their meanings in a hover for the former
//! only, and reports a wrong word once.

mod data;
mod definitions;
mod kinds;
mod relations;

use self::definitions::Definitions;
use crate::sink::Json;
use crate::syntax::grammar::{CATALOG, CONFIG, Record};
use crate::write::{Artifact, MARK};

/// One of the files of the target `schema`. No catalog has a say in them.
///
/// ```
/// use errcat_codegen::Schema;
///
/// let schema = Schema::Catalog.artifact();
/// assert_eq!(schema.path(), "schema/catalog.schema.json");
/// assert!(schema.text().contains("\"title\": \"errcat catalog\""));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Schema {
    /// What a catalog may hold, for editors.
    Catalog,
    /// What `errcat.yaml` may hold, for editors.
    Config,
    /// What the files of the target `json` hold, for their readers.
    Data,
    /// What the files of the target `vectors` hold, for tests of clients.
    Vectors,
}

impl Schema {
    /// All schemas, in the order in which they are written.
    pub const ALL: &'static [Self] = &[Self::Catalog, Self::Config, Self::Data, Self::Vectors];

    /// The name on the command line, which begins the name of the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Config => "config",
            Self::Data => "data",
            Self::Vectors => "vectors",
        }
    }

    /// The schema of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|schema| schema.name() == name)
    }

    /// The file as the target `schema` has it.
    #[must_use]
    pub fn artifact(self) -> Artifact {
        match self {
            Self::Catalog => schema(
                "schema/catalog.schema.json",
                "errcat catalog",
                "A catalog of the errors that an API can answer with. Whether the codes, headers, \
                 tags and details that it names exist is checked by errcat, not by this schema.",
                &CATALOG,
            ),
            Self::Config => schema(
                "schema/config.schema.json",
                "errcat configuration",
                "What errcat reads and writes in this project, and what it complains about.",
                &CONFIG,
            ),
            Self::Data => data::emit(),
            Self::Vectors => data::vectors(),
        }
    }
}

/// All schemas.
pub(super) fn emit() -> Vec<Artifact> {
    Schema::ALL.iter().map(|it| it.artifact()).collect()
}

fn schema(
    path: &'static str,
    title: &'static str,
    description: &'static str,
    root: &'static Record,
) -> Artifact {
    let mut json = Json::default();
    json.object(|json| {
        json.member("$schema")
            .string("http://json-schema.org/draft-07/schema#");
        json.member("$comment")
            .string(&format!("{MARK} from its own grammar; do not edit"));
        json.member("title").string(title);
        json.member("description").string(description);
        let mut definitions = Definitions::default();
        definitions::record(json, root, &mut definitions);
        definitions.print(json);
    });
    Artifact::new(path, json.finish())
}
