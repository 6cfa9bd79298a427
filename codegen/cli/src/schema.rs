//! `errcat schema`: one of the schemas, for an editor that has no project yet.
//!
//! It prints what the target `schema` would write, to the byte. Deliberately
//! absent: the project. No catalog has a say in a schema.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use errcat_codegen::Schema;

use crate::console::Console;
use crate::verdict::{Failure, Verdict};

/// Print the JSON Schema of catalogs, for editors
#[derive(Args)]
#[command(name = "schema", long_about = LONG, after_help = EXAMPLES)]
pub(crate) struct Print {
    /// Which one: catalog, config, data or vectors
    #[arg(value_name = "SCHEMA", default_value = Schema::Catalog.name())]
    #[arg(value_parser = schemas(), hide_possible_values = true)]
    schema: Schema,
}

const LONG: &str = "\
Print the JSON Schema of catalogs, errcat.yaml, the JSON data or vectors.

The schemas are draft-07. They need no project, and are the files that the
target `schema` of `errcat generate` writes.

An editor with a YAML language server completes, explains and checks catalogs
with it. Name the schema on the first line of a catalog, by a path from there
or by an address:

  # yaml-language-server: $schema=../errcat.schema.json

or in the settings of the editor; for VS Code with its YAML extension:

  \"yaml.schemas\": {\"errcat.schema.json\": \"catalogs/*.yaml\"}

Whether what a catalog names is declared, only `errcat check` can tell.";

const EXAMPLES: &str = "\
Examples:
  errcat schema > errcat.schema.json         for the catalogs
  errcat schema config > config.schema.json  for errcat.yaml
  errcat schema data                         for readers of the JSON data
  errcat schema vectors                      for tests of clients";

pub(crate) fn run(print: &Print, console: &mut Console) -> Result<Verdict, Failure> {
    console.data(print.schema.artifact().text())?;
    Ok(Verdict::Clean)
}

/// The schemas' names, for help, suggestions and parsing.
fn schemas() -> impl TypedValueParser<Value = Schema> {
    let names = Schema::ALL.iter().map(|schema| schema.name());
    PossibleValuesParser::new(names.map(PossibleValue::new))
        .map(|name| Schema::from_name(&name).expect("clap lets only the names of schemas through"))
}
