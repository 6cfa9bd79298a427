//! The parse-back oracle holds the catalogs that we have, and refuses what is
//! broken: outputs into which something was put as it is.

use std::fs;
use std::path::{Path, PathBuf};

use errcat_codegen::{Analysis, Artifact, Config, Source, Target, analyze_sources};

use crate::oracle;

/// Slips in an output of the catalog with every key: the end of its path, what
/// stands there, and what would stand there if it were not escaped.
const BROKEN: &[(&str, &str, &str)] = &[
    // A text too few, too many, cut, doubled, changed, or of another place.
    ("parcel.rs", "\"The payment failed.\",", ""),
    (
        "parcel.rs",
        "\"The payment failed.\",",
        "\"The payment failed.\", \"\",",
    ),
    ("parcel.rs", "\"The payment failed.\"", "\"The payment\""),
    (
        "parcel.rs",
        "\"The payment failed.\"",
        "\"The payment failed.\\\\n\"",
    ),
    (
        "parcel.rs",
        "\"The payment failed.\"",
        "r#\"The payment failed!\"#",
    ),
    (
        "parcel.rs",
        "\"The payment failed.\"",
        "b\"The payment failed.\"",
    ),
    (
        "parcel.rs",
        "\"The payment failed.\"",
        "\"Another courier took this pickup.\"",
    ),
    (
        "parcel.rs",
        "\"Typo in the ID.\"",
        "concat!(\"Typo\", \" in the ID.\")",
    ),
    (
        "parcel.rs",
        "\"Typo in the ID.\"",
        "include_str!(\"/etc/passwd\")",
    ),
    // Out of a doc comment.
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment\n        Failed,",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment failed.\n        #[cfg(any())]",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "#[doc = include_str!(\"/etc/passwd\")]",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/** The payment failed. */ Out, /** x */",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment failed.\n        ///\n        /// ```\n        /// loop {}\n        /// ```",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment failed.\n        ///\n        ///     loop {}",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment <b>failed</b>.",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment [failed].",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment failed. https://parcel.example",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The payment failed.\n        ///\n        /// [a]: javascript:x",
    ),
    (
        "parcel.rs",
        "/// The payment failed.",
        "/// The *payment* failed.",
    ),
    (
        "parcel.rs",
        "//! Parcel API errors",
        "//! Parcel API errors\n    use ::std::fs;",
    ),
    // Out of an item.
    (
        "parcel.rs",
        "    #[non_exhaustive]",
        "    #[non_exhaustive]\n    #[path = \"/x\"]",
    ),
    (
        "parcel.rs",
        "        PaymentDeclined,",
        "        PaymentDeclined, Out,",
    ),
    (
        "parcel.rs",
        "        PaymentDeclined,",
        "        PaymentDeclined = { compile_error!(\"x\"); 7 },",
    ),
    (
        "parcel.rs",
        "    pub enum ErrorCode",
        "    fn out() {}\n    pub enum ErrorCode",
    ),
    (
        "parcel.rs",
        "    pub enum ErrorCode",
        "    mod out {}\n    pub enum ErrorCode",
    ),
    (
        "parcel.rs",
        "from parcel.yaml",
        "from parcel.yaml\rfn out() {}",
    ),
    ("parcel.rs", "\"privacy\"", "\"priv\u{202e}acy\""),
    (
        "mod.rs",
        "include!(\"parcel.rs\");",
        "include!(\"../parcel.rs\");",
    ),
    (
        "mod.rs",
        "include!(\"parcel.rs\");",
        "include!(\"parcel.rs\"); include!(\"/x\");",
    ),
    ("errcat.rs", "impl Error for NotInCatalog {}", ""),
    // Pages.
    (
        "parcel.md",
        "# Parcel API errors",
        "# Parcel API errors\n\n# Out",
    ),
    (
        "parcel.md",
        "The payment failed.",
        "The payment failed.\n\n<script>x</script>",
    ),
    (
        "parcel.md",
        "The payment failed.",
        "The payment <img src=x onerror=y> failed.",
    ),
    (
        "parcel.md",
        "The payment failed.",
        "The [payment](javascript:x) failed.",
    ),
    (
        "parcel.md",
        "The payment failed.",
        "The [payment](https://a.example) failed.",
    ),
    (
        "parcel.md",
        "The payment failed.",
        "The ![payment](https://a.example) failed.",
    ),
    (
        "parcel.md",
        "The payment failed.",
        "The payment failed.\n\n```\n",
    ),
    ("parcel.md", "The payment failed.", "The payment $failed$."),
    (
        "parcel.md",
        "The payment failed.",
        "The payment failed.\n\n[^1]: x",
    ),
    ("parcel.md", "The payment failed.", "The payment"),
    (
        "parcel.md",
        "Quote it in a report.",
        "Quote it | in a report.",
    ),
    (
        "parcel.md",
        "Quote it in a report.",
        "Quote it\nin a report.",
    ),
    (
        "parcel.md",
        "<a id=\"PAYMENT_FAILED\"></a>",
        "<a id=\"PAYMENT_FAILED\" onclick=\"x\"></a>",
    ),
    (
        "parcel.md",
        "<a id=\"PAYMENT_FAILED\"></a>",
        "<a id=\"PAYMENT_LOST\"></a>",
    ),
    ("parcel.md", "do not edit -->", "do not edit --> <b>"),
    (
        "index.md",
        "](parcel.md#PAYMENT_FAILED)",
        "](../x.md#PAYMENT_FAILED)",
    ),
    // Data.
    (
        "parcel.json",
        "\"The payment failed.\"",
        "\"The payment failed.\", \"out\": \"x\"",
    ),
    (
        "parcel.json",
        "\"The payment failed.\"",
        "\"The payment failed.\", \"message\": \"x\"",
    ),
    (
        "parcel.json",
        "\"The payment failed.\"",
        "\"The payment failed\\n.\"",
    ),
    ("parcel.json", "\"x-soap-fault\"", "\"x-soap\""),
    ("parcel.json", "\"code_number\": 7", "\"code_number\": 8"),
    (
        "parcel.json",
        "\"code_number\": 7",
        "\"code_number\": \"7\"",
    ),
    // Vectors.
    (
        "vectors/parcel.json",
        "\"message\": \"The payment failed.\",\n",
        "\"message\": \"The payment failed.\", \"out\": \"x\",\n",
    ),
    (
        "vectors/parcel.json",
        "\"message\": \"The payment failed.\",\n",
        "\"message\": \"The payment failed.\", \"code\": \"x\",\n",
    ),
    (
        "vectors/parcel.json",
        "The payment failed.",
        "The payment \" failed.",
    ),
    (
        "data.schema.json",
        "\"additionalProperties\": false",
        "\"additionalProperties\": true",
    ),
];

#[test]
fn the_golden_cases_hold() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = 0;
    for case in ["every_key", "hostile", "minimal", "numbers", "switches"] {
        let case = here.join("tests/golden").join(case);
        let text = fs::read_to_string(case.join("catalog.yaml")).expect("a catalog");
        let config = Config::load(&case).expect("a configuration");
        let held = oracle::hold(&analysis(&text, &config), &config);
        assert!(held.files >= 8 && held.texts >= 15, "{held:?}");
        texts += held.texts;
    }
    assert!(texts > 400, "{texts} texts");
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn the_catalogs_of_the_project_hold() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = yaml_in(&here.join("../catalogs"));
    files.extend(yaml_in(&here.join("tests/schema/good")));
    for shape in fs::read_dir(here.join("tests/shapes")).expect("the shapes") {
        files.extend(yaml_in(&shape.expect("a shape").path()));
    }
    assert!(files.len() > 20, "{files:?}");
    // Some are about what YAML takes for numbers, and have no twin.
    let mut compared = 0;
    let least = files.len() - 3;
    for file in files {
        let text = fs::read_to_string(&file).expect("a catalog");
        let config = Config::default();
        let held = oracle::judge(&analysis(&text, &config), &config);
        let held = held.unwrap_or_else(|broken| panic!("{}: {broken}", file.display()));
        compared += usize::from(held.texts > 0);
    }
    assert!(compared >= least, "only {compared} have a twin");
}

/// The catalogs in a folder.
fn yaml_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("a folder of catalogs");
    let files = files.map(|it| it.expect("a file").path());
    files
        .filter(|it| it.extension().is_some_and(|it| it == "yaml"))
        .collect()
}

#[test]
fn what_breaks_out_is_refused() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/every_key/catalog.yaml");
    let text = fs::read_to_string(path).expect("a catalog");
    let config = Config::default();
    let analysis = analysis(&text, &config);
    let (twins, holes) = oracle::twin(&analysis, &config).expect("a twin");
    let sound = analysis.emit(Target::ALL).expect("it is clean");
    let twin = oracle::Twin::read(twins).expect("the twin is sound");
    let read = |artifacts: &[Artifact]| twin.against(&holes, artifacts);
    read(&sound).expect("what is sound holds");
    for (file, was, is) in BROKEN {
        let mut artifacts = sound.clone();
        let slot = artifacts.iter_mut().find(|it| it.path().ends_with(file));
        let slot = slot.expect(file);
        assert!(slot.text().contains(was), "{file} has no {was}");
        *slot = Artifact::new(slot.path(), slot.text().replacen(was, is, 1));
        assert!(read(&artifacts).is_err(), "{file} may hold {is:?}");
    }
}

fn analysis(text: &str, config: &Config) -> Analysis {
    let id = text.lines().find_map(|line| line.strip_prefix("catalog: "));
    let id = id.expect("a catalog has an id");
    let id = id.split_once(' ').map_or(id, |(id, _)| id);
    let source = Source::new(format!("{id}.yaml"), text);
    analyze_sources(vec![source], config)
}
