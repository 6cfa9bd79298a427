//! B18 to B21: words that mean something to Rust.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{catalog, identifiers, refusal};
use crate::input::{HEAD, analysis, ids, refused};
use crate::table::row;
use errcat_codegen::Target;

/// The keywords of all editions, strict, reserved and weak.
const KEYWORDS: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "crate",
    "else",
    "enum",
    "extern",
    "false",
    "fn",
    "for",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "match",
    "mod",
    "move",
    "mut",
    "pub",
    "ref",
    "return",
    "self",
    "Self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "type",
    "unsafe",
    "use",
    "where",
    "while",
    "async",
    "await",
    "dyn",
    "abstract",
    "become",
    "box",
    "do",
    "final",
    "macro",
    "override",
    "priv",
    "typeof",
    "unsized",
    "virtual",
    "yield",
    "try",
    "gen",
    "macro_rules",
    "raw",
    "safe",
    "union",
];

/// What the prelude and generated code call by name.
const PRELUDE: &[&str] = &[
    "Ok", "Err", "Some", "None", "Option", "Result", "String", "Box", "Vec", "Error", "Debug",
    "Default", "From", "Unknown", "ALL",
];

/// Methods of generated enums and of their entries.
const METHODS: &[&str] = &[
    "code",
    "status",
    "statuses",
    "message",
    "entry",
    "as_str",
    "from_code",
    "with_status",
    "all",
    "retry",
    "details",
    "description",
    "fix",
    "causes",
    "section",
    "fmt",
    "eq",
    "hash",
    "clone",
];

/// A catalog with entries for each word, which is a code and a detail, and
/// with a tag and a section of that name where they can have it.
fn everywhere(words: &[&str]) -> String {
    let is_id = |it: &&&str| {
        let mut bytes = it.bytes();
        **it != "self" && bytes.all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let ids: Vec<&str> = words.iter().filter(is_id).copied().collect();
    let tags = ids.iter().map(|id| format!("  {id}: What is so.\n"));
    let sections = words.iter().enumerate().map(|(at, word)| {
        let id = ids.get(at).copied();
        let section = id.map_or_else(|| format!("section_{at}"), str::to_owned);
        let entry = ENTRY.replace("@tag", id.unwrap_or(ids[0]));
        let entry = entry.replace("@word", word);
        format!("  {section}:\n    title: T\n    errors:\n{entry}")
    });
    let lines: Vec<String> = [format!("{HEAD}tags:\n")]
        .into_iter()
        .chain(tags)
        .chain(["sections:\n".to_owned()])
        .chain(sections)
        .collect();
    lines.concat()
}

const ENTRY: &str = "      - code: @word
        status: 400
        message: There is no such parcel.
      - code: has_@word
        status: 400
        message: There is no such parcel, {@word}.
        tags: [@tag]
        details: {@word: {type: string, description: A word.}}
";

/// Compiles the Rust of a catalog in all editions, with no warning allowed.
#[track_caller]
fn compiles(name: &str, text: &str) {
    let analysis = analysis(text);
    let artifacts = analysis.emit(&[Target::Rust]);
    let artifacts = artifacts.unwrap_or_else(|error| panic!("{name}: {error}"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("trust-{name}"));
    fs::create_dir_all(folder.join("rust")).expect("a folder can be made");
    for artifact in &artifacts {
        let file = folder.join(artifact.path());
        fs::write(file, artifact.text()).expect("a file can be written");
    }
    let root = "#![deny(warnings)]\ninclude!(\"rust/mod.rs\");\n";
    fs::write(folder.join("lib.rs"), root).expect("a file can be written");
    for edition in ["2018", "2021", "2024"] {
        let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
            .args([
                "--crate-type=lib",
                "--emit=metadata",
                "--edition",
                edition,
                "lib.rs",
            ])
            .current_dir(&folder)
            .output()
            .expect("rustc runs");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name} in {edition}: {errors}");
    }
}

#[test]
fn b18_keywords() {
    let words: Vec<&str> = KEYWORDS
        .iter()
        .copied()
        .filter(|it| !it.eq_ignore_ascii_case("self"))
        .collect();
    compiles("keywords", &everywhere(&words));
    let capitals: Vec<String> = words.iter().map(|it| it.to_uppercase()).collect();
    let capitals: Vec<&str> = capitals.iter().map(String::as_str).collect();
    compiles(
        "capital-keywords",
        &everywhere(&capitals.iter().chain(&["abc"]).copied().collect::<Vec<_>>()),
    );
    for word in KEYWORDS {
        let named = HEAD.replace("catalog: hostile", &format!("catalog: {word}"));
        let raised = refused(word, &analysis(&format!("{named}errors: []\n")));
        let expected = if *word == "Self" { "EC0013" } else { "EC0017" };
        assert_eq!(raised, [expected], "{word} as a catalog, which is a module");
    }
    row(
        "B18",
        "every keyword of every edition, as code, detail, tag, section",
        "code that compiles, or an error",
        "compiles in 2018, 2021 and 2024; as a catalog's name EC0017",
    );
}

#[test]
fn b19_words_that_can_never_be_identifiers() {
    for code in [
        "Self",
        "self",
        "SELF",
        "_self",
        "self_",
        "-self-",
        "__SELF__",
        "\"{x}self\"",
    ] {
        let seen = refusal(code);
        assert!(seen.contains("EC0103"), "{code}: {seen}");
    }
    for code in ["_", "__", "\"_-_\""] {
        assert_eq!(refusal(code), "EC0103", "{code}");
    }
    let named = "{code: A, name: self, status: 400, message: There is no such parcel here.}";
    let named = analysis(&format!("{HEAD}errors:\n  - {named}\n"));
    assert_eq!(refused("a name", &named), ["EC0103"]);
    let sections = analysis(&format!(
        "{HEAD}sections:\n  self: {{title: T, errors: []}}\n"
    ));
    assert!(refused("a section", &sections).contains(&"EC0103"));
    let sound = analysis(&catalog(&["super", "crate", "static"]));
    assert_eq!(identifiers(&sound), ["Super", "Crate", "Static"]);
    compiles("words", &catalog(&["super", "crate", "static"]));
    row(
        "B19",
        "`Self self super crate _ static` after all transformations",
        "an identifier, or an error",
        "`Self` in each spelling and `_`: EC0103; `Super`, `Crate`, `Static` compile",
    );
}

#[test]
fn b20_names_of_the_prelude() {
    assert!(ids(&analysis(&catalog(PRELUDE))).is_empty());
    compiles("prelude", &catalog(PRELUDE));
    row(
        "B20",
        "codes named like the prelude's types and variants",
        "code that compiles",
        "compiles",
    );
}

#[test]
fn b21_fields_named_like_methods() {
    compiles("methods", &everywhere(METHODS));
    for tag in ["error", "retryable"] {
        let text = format!("{HEAD}tags: {{{tag}: What is so.}}\nerrors: []\n");
        assert_eq!(
            refused(tag, &analysis(&text)),
            ["EC0102"],
            "`is_{tag}` is taken"
        );
    }
    row(
        "B21",
        "details, tags and sections named like methods",
        "code that compiles, or an error",
        "compiles; the tags `error` and `retryable`, whose methods every code has: EC0102",
    );
}
