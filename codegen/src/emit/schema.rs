//! JSON Schemas: of the catalog language and of the configuration, for editors;
//! and of the `json` target's files, for their readers (see [`data`]).
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

/// The schemas of a catalog, of `errcat.yaml` and of the files of data.
pub(super) fn emit() -> Vec<Artifact> {
    vec![
        schema(
            "schema/catalog.schema.json",
            "errcat catalog",
            "A catalog of the errors that an API can answer with. Whether the codes, headers, \
             tags and details that it names exist is checked by errcat, not by this schema.",
            &CATALOG,
        ),
        schema(
            "schema/config.schema.json",
            "errcat configuration",
            "What errcat reads and writes in this project, and what it complains about.",
            &CONFIG,
        ),
        data::emit(),
    ]
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
