//! What several tests share: cases that are folders, and expectations that are
//! files. `BLESS=1` accepts what a test finds as the new expectation.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use errcat_codegen::{Analysis, Artifact, CONFIG_FILE, Config, Source, Target, analyze_sources};

use crate::scratch::Scratch;

/// The folders in `tests/<kind>`, sorted: each is a case.
pub(crate) fn cases(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(kind);
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the folder of cases")
        .map(|case| case.expect("a case").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no case in {}", folder.display());
    cases
}

/// The catalog of a case.
pub(crate) fn catalog(case: &Path) -> String {
    fs::read_to_string(case.join("catalog.yaml")).expect("a catalog")
}

/// Analyzes the catalog of a case, as its `errcat.yaml` says if it has one.
pub(crate) fn analyze(case: &Path) -> Analysis {
    let config = Config::load(case).expect("a sound configuration, or none");
    analyze_text(&catalog(case), &config)
}

/// Analyzes a catalog, under the name that its id asks for.
pub(crate) fn analyze_text(text: &str, config: &Config) -> Analysis {
    analyze_sources(vec![source(text)], config)
}

/// A catalog under the name that its id asks for.
pub(crate) fn source(text: &str) -> Source {
    let id = text.lines().find_map(|line| line.strip_prefix("catalog: "));
    let id = id
        .expect("an id")
        .split('#')
        .next()
        .expect("what is before");
    Source::new(format!("{}.yaml", id.trim()), text)
}

/// The configuration of these lines.
pub(crate) fn config(lines: &str) -> Config {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let scratch = Scratch::new(&format!("config-{number}"));
    scratch.write(CONFIG_FILE, &format!("errcat: 1\n{lines}"));
    Config::load(scratch.path()).expect("a sound configuration")
}

/// The outputs of a case whose catalog must be clean.
pub(crate) fn compile(case: &Path, targets: &[Target]) -> Vec<Artifact> {
    let analysis = analyze(case);
    assert!(
        analysis.diagnostics().is_clean(),
        "{}\n{}",
        case.display(),
        analysis.diagnostics()
    );
    analysis.emit(targets).expect("a clean catalog has outputs")
}

/// Compares `actual` with the file at `path`, or accepts it with `BLESS=1`.
pub(crate) fn assert_file(path: &Path, actual: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, actual).expect("a writable expectation");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let differs = expected
        .lines()
        .zip(actual.lines())
        .position(|(a, b)| a != b);
    assert!(
        expected == actual,
        "{} differs from line {}; BLESS=1 accepts it\n--- found\n{}",
        path.display(),
        differs.unwrap_or_else(|| expected.lines().count().min(actual.lines().count())) + 1,
        actual
            .lines()
            .skip(differs.unwrap_or(0))
            .take(12)
            .collect::<Vec<_>>()
            .join("\n"),
    );
}
