//! What tests about findings share: inputs from anywhere, run as errcat runs
//! them, with the findings as text.

pub(crate) mod documents;

use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use errcat_codegen::{CONFIG_FILE, Config, Diagnostic, Diagnostics, Error, Look, Source};

/// What a comment begins with that is a line of the configuration.
pub(crate) const SWITCH: &str = "# In errcat.yaml: ";

/// What errcat had to say about one input.
pub(crate) struct Findings {
    /// The findings as people read them, with paths from the project's root.
    pub(crate) text: String,
    /// The rules that were raised, in the order of the text.
    pub(crate) ids: Vec<&'static str>,
}

/// The findings in a catalog of that file name.
pub(crate) fn catalog(name: &str, bytes: &[u8]) -> Findings {
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let text = &repeated(text);
            let sources = vec![Source::new(name, text.as_str())];
            let analysis = errcat_codegen::analyze_sources(sources, &configured(text));
            let analysis = errcat_codegen::check_documents(analysis, &documents::of(text));
            findings(analysis.diagnostics(), "")
        }
        Err(_) => catalog_on_disk(name, bytes),
    }
}

/// The configuration that comments of a catalog write out, a line each:
/// `# In errcat.yaml: lints: {missing-fix: warn}`.
fn configured(catalog: &str) -> Config {
    let lines = catalog.lines();
    let lines: Vec<_> = lines.filter_map(|it| it.strip_prefix(SWITCH)).collect();
    if lines.is_empty() {
        return Config::default();
    }
    let project = Project::new();
    let text = format!("errcat: 1\n{}\n", lines.join("\n"));
    project.write(CONFIG_FILE, text.as_bytes());
    Config::load(&project.0).expect("the configuration in the comments is sound")
}

/// What a comment begins with that stands for many lines, with their number in
/// the place of `@`: `# Lines 1 to 70: - {code: C@}`.
const REPEATED: &str = "# Lines 1 to ";

/// The catalog with the lines that its comments stand for.
fn repeated(catalog: &str) -> String {
    let lines = catalog.split_inclusive('\n').map(|line| {
        let Some((count, line)) = line
            .strip_prefix(REPEATED)
            .and_then(|rest| rest.split_once(": "))
        else {
            return line.to_owned();
        };
        let count: usize = count.parse().expect("a comment says how many lines");
        let numbered = |number: usize| line.replace('@', &number.to_string());
        (1..=count).map(numbered).collect()
    });
    lines.collect()
}

/// Bytes that are no text can only come from the disk.
fn catalog_on_disk(name: &str, bytes: &[u8]) -> Findings {
    let project = Project::new();
    project.write(&format!("catalogs/{name}"), bytes);
    let analysis = errcat_codegen::analyze(&project.0).expect("the project can be read");
    findings(analysis.diagnostics(), &project.root("catalogs/"))
}

/// The findings in a configuration.
pub(crate) fn configuration(bytes: &[u8]) -> Findings {
    let project = Project::new();
    project.write(CONFIG_FILE, bytes);
    match Config::load(&project.0) {
        Ok(_) => Findings {
            text: String::new(),
            ids: Vec::new(),
        },
        Err(Error::Config(found)) => findings(&found, &project.root("")),
        Err(error) => panic!("the configuration can't be read: {error}"),
    }
}

/// `root` is what the paths in the text begin with, and is left out.
fn findings(found: &Diagnostics, root: &str) -> Findings {
    let text = found.render(Look::Plain);
    Findings {
        text: if root.is_empty() {
            text
        } else {
            text.replace(root, "")
        },
        ids: found.iter().map(Diagnostic::id).collect(),
    }
}

/// A temporary folder that goes away with its owner.
struct Project(PathBuf);

impl Project {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("errcat-findings-test-{}-{number}", process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).expect("the name is unused");
        Self(path)
    }

    /// A folder of the project as paths in findings show it.
    fn root(&self, folder: &str) -> String {
        format!("{}/{folder}", self.0.display())
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.join(path);
        let folder = path.parent().expect("the project is its ancestor");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // A folder that stays behind fails no test.
        let _ = fs::remove_dir_all(&self.0);
    }
}
