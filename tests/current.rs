//! The committed outputs are those that the catalogs ask for.

use std::path::Path;

use errcat_codegen::{Config, Error, Mode, Overwrite, analyze_with, write};

#[test]
fn outputs_are_current() {
    let stale = stale().unwrap_or_else(|error| panic!("{error}"));
    assert!(stale.is_empty(), "run `errcat generate`; stale: {stale:?}");
}

fn stale() -> Result<Vec<String>, Error> {
    let config = Config::load(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let due = analyze_with(&config)?.emit(config.targets())?;
    let found = write(config.out(), &due, Mode::Check, Overwrite::OnlyGenerated)?;
    Ok(found.changes.into_iter().map(|it| it.path).collect())
}
