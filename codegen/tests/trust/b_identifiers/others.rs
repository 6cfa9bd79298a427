//! B27 and B28: words and file names of other places, and two of one name.

use std::collections::BTreeSet;

use errcat_codegen::{Analysis, Config, Source, Target, analyze_sources};

use super::catalog;
use crate::input::{HEAD, analysis, output, refused};
use crate::table::row;

/// Words of JavaScript, TypeScript, Python and JSON Schema.
const WORDS: [&str; 16] = [
    "constructor",
    "__proto__",
    "None",
    "class",
    "match",
    "prototype",
    "hasOwnProperty",
    "toString",
    "undefined",
    "NaN",
    "lambda",
    "def",
    "del",
    "$ref",
    "__init__",
    "valueOf",
];

#[test]
fn b27_words_and_file_names_of_other_places() {
    let sound = analysis(&catalog(&WORDS));
    let json: serde_json::Value =
        serde_json::from_str(&output(&sound, "json/hostile.json")).expect("it is JSON");
    let entries = json["entries"].as_array().expect("a list");
    let codes: Vec<&str> = entries
        .iter()
        .filter_map(|it| it["code"].as_str())
        .collect();
    assert_eq!(codes, WORDS);
    let details = WORDS.iter().filter(|it| !it.starts_with('$'));
    let described = "{type: string, description: A word.}";
    let details: Vec<String> = details.map(|it| format!("{it}: {described}")).collect();
    let details = details.join(", ");
    let detailed = format!(
        "{HEAD}errors:\n  - {{code: A, status: 400, message: There is no such parcel., details: {{{details}}}}}\n"
    );
    assert!(analysis(&detailed).emit(Target::ALL).is_ok());
    for name in [
        "con", "prn", "nul", "aux", "com1", "lpt9", "index", "errcat",
    ] {
        assert_eq!(named(name, &format!("{name}.yaml")), ["EC0017"], "{name}");
    }
    for name in [
        "a.",
        "a..",
        ".a",
        "A",
        "a b",
        "a/b",
        "a\\\\b",
        "a:b",
        "con.",
        "..",
        "__proto__",
        "None",
    ] {
        assert_eq!(
            named(&format!("\"{name}\""), "a.yaml"),
            ["EC0013"],
            "{name}"
        );
    }
    assert_eq!(
        named("parcel", "Parcel.yaml"),
        ["EC0017"],
        "on a disk that takes both for one"
    );
    let sources = [
        "catalog",
        "data",
        "class",
        "constructor",
        "schema",
        "lib",
        "readme",
        "hostile",
    ];
    let paths = paths(&sources);
    let folded: BTreeSet<String> = paths.iter().map(|it| it.to_lowercase()).collect();
    assert_eq!(folded.len(), paths.len(), "{paths:?}");
    let plain = |path: &String| {
        path.bytes()
            .all(|it| it.is_ascii_lowercase() || b"/._-".contains(&it))
    };
    assert!(paths.iter().all(plain), "{paths:?}");
    row(
        "B27",
        "`constructor __proto__ None class match`; files `con nul aux`, a dot at the end, disks that ignore case",
        "kept as data, refused as names",
        "codes and details as they are; EC0017: devices, `index`, another case of the file; EC0013: no lower-case word",
    );
}

/// The rules that refuse a catalog of that id in that file.
fn named(id: &str, file: &str) -> Vec<&'static str> {
    let text = format!("errcat: 1\ncatalog: {id}\ntitle: T\nerrors: []\n");
    let sources = vec![Source::new(file, text)];
    refused(id, &analyze_sources(sources, &Config::default()))
}

/// The paths of all outputs of catalogs with these ids.
fn paths(ids: &[&str]) -> Vec<String> {
    let source = |id: &&str| {
        let text = HEAD.replace("catalog: hostile", &format!("catalog: {id}"));
        Source::new(format!("{id}.yaml"), format!("{text}errors: []\n"))
    };
    let sources = ids.iter().map(source).collect();
    let artifacts = analyze_sources(sources, &Config::default()).emit(Target::ALL);
    let artifacts = artifacts.expect("they are sound");
    artifacts.iter().map(|it| it.path().to_owned()).collect()
}

#[test]
fn b28_two_catalogs_of_one_name() {
    let text = catalog(&["A"]);
    let source = |folder: &str| Source::new(format!("{folder}/hostile.yaml"), text.clone());
    let both = analyze_sources(vec![source("a"), source("b")], &Config::default());
    assert_eq!(refused("two", &both), ["EC0017"]);
    assert_eq!(places(&both), ["b/hostile.yaml"]);
    row(
        "B28",
        "two catalogs of one name",
        "an error",
        "EC0017 at the second, with the place of the first",
    );
}

/// The files of the findings.
fn places(analysis: &Analysis) -> Vec<&str> {
    let found = analysis.diagnostics();
    found
        .iter()
        .map(|it| found.source(it.span()).path())
        .collect()
}
