//! `errcat schema`: the files of the target `schema`, without a project.

use std::fs;
use std::path::Path;

use errcat_codegen::Schema;

use crate::support::{PARCEL, Project};

#[test]
fn prints_what_generate_writes_and_needs_no_project() {
    let project = Project::with(&[PARCEL]).generated();
    let written = project.files("generated/schema");
    assert_eq!(written.len(), Schema::ALL.len(), "{written:?}");
    let nowhere = Project::empty();
    for path in written {
        let name = Path::new(&path).file_name().and_then(|name| name.to_str());
        let (name, _) = name.and_then(|name| name.split_once('.')).expect("a name");
        let ran = nowhere.run_changing_nothing(&["schema", name]);
        ran.expect(0, &project.read(&path), "");
    }
}

#[test]
fn is_that_of_catalogs_unless_another_is_named() {
    let project = Project::empty();
    let ran = project.run(&["schema"]);
    ran.expect(0, &project.run(&["schema", "catalog"]).out, "");
    let schema: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!(schema["title"], "errcat catalog");
}

#[test]
fn is_the_one_that_the_shipped_catalogs_name() {
    let path = "../../generated/schema/catalog.schema.json";
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let committed = fs::read_to_string(committed).expect("it is committed");
    Project::empty().run(&["schema"]).expect(0, &committed, "");
}

#[test]
fn an_unknown_schema_is_refused_with_a_suggestion() {
    let ran = Project::empty().run_changing_nothing(&["schema", "catlog"]);
    let tip = "tip: a similar value exists: 'catalog'";
    assert!(ran.err.contains(tip), "{ran:?}");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}
