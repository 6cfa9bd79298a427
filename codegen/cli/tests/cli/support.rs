//! A project of its own for each test, and short ways to fill and to run it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

/// A catalog with two entries and nothing to find.
pub(crate) const PARCEL: &str = "\
errcat: 1
catalog: parcel
title: Parcel errors
errors:
  - code: PARCEL_NOT_FOUND
    status: 404
    message: There is no such parcel.
  - code: PARCEL_LOST
    status: 410
    message: Nobody has seen it.
";

/// Another, with one entry.
pub(crate) const PICKUP: &str = "\
errcat: 1
catalog: pickup
title: Pickup errors
errors:
  - code: PICKUP_TAKEN
    status: 409
    message: Another courier took it.
";

/// A catalog with one warning: its entry has no message.
pub(crate) const SILENT: &str = "\
errcat: 1
catalog: silent
title: Silent errors
errors:
  - code: SAYS_NOTHING
    status: 400
";

/// A catalog with two errors: an unknown key and a status that is none.
pub(crate) const BROKEN: &str = "\
errcat: 1
catalog: broken
titel: Broken errors
title: Broken errors
errors:
  - code: BAD
    status: 4004
    message: It is bad.
";

/// A temporary folder that holds a project.
pub(crate) struct Project(PathBuf);

impl Project {
    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("errcat-cli-test-{}-{number}", process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).expect("the name is unused");
        Self(path)
    }

    /// A project with these catalogs, by their texts; no configuration.
    pub(crate) fn with(catalogs: &[&str]) -> Self {
        let project = Self::empty();
        fs::create_dir(project.at("catalogs")).expect("the folder is new");
        for text in catalogs {
            let id = text
                .split("catalog: ")
                .nth(1)
                .and_then(|rest| rest.lines().next());
            let id = id.expect("each test catalog has an id");
            project.put(&format!("catalogs/{id}.yaml"), text);
        }
        project
    }

    /// A path in the project.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(crate) fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.at(path);
        let folder = path.parent().expect("the project is its ancestor");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).expect("the file exists and is UTF-8")
    }

    /// The program, about to run in the project's folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env_remove("NO_COLOR")
            .env_remove("GITHUB_ACTIONS")
            .env_remove("GITHUB_WORKSPACE");
        command
    }

    /// Runs the program in the project's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output();
        Ran::from(output.expect("the program can be started"))
    }

    /// Runs the program and asserts that it changes no file and no folder.
    pub(crate) fn run_changing_nothing(&self, arguments: &[&str]) -> Ran {
        let before = self.snapshot();
        let ran = self.run(arguments);
        assert_eq!(self.snapshot(), before, "{arguments:?}");
        ran
    }

    /// Writes the outputs, which must succeed.
    pub(crate) fn generated(self) -> Self {
        self.run(&["generate", "-q"]).expect(0, "", "");
        self
    }

    /// Everything in the project: when it was changed and what it holds.
    pub(crate) fn snapshot(&self) -> BTreeMap<String, (SystemTime, String)> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for path in listed(&folder) {
                let facts = fs::symlink_metadata(&path).expect("it was listed");
                let text = if facts.is_file() {
                    let bytes = fs::read(&path).expect("it can be read");
                    String::from_utf8_lossy(&bytes).into_owned()
                } else {
                    String::new()
                };
                if facts.is_dir() {
                    folders.push(path.clone());
                }
                let changed = facts.modified().expect("the disk keeps times");
                found.insert(self.relative(&path), (changed, text));
            }
        }
        found
    }

    /// The paths of the files below a folder, sorted, relative to the project.
    pub(crate) fn files(&self, below: &str) -> Vec<String> {
        let prefix = format!("{below}/");
        self.snapshot()
            .into_keys()
            .filter(|path| path.starts_with(&prefix) && self.at(path).is_file())
            .collect()
    }

    fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.0).expect("it lies below");
        path.to_str().expect("tests use plain names").to_owned()
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .expect("the folder can be listed")
        .map(|item| item.expect("the folder can be listed").path())
        .collect()
}

/// What a run of the program left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

impl Ran {
    /// Asserts the exit code and both streams, to the byte.
    #[track_caller]
    pub(crate) fn expect(&self, code: i32, out: &str, err: &str) {
        assert_eq!(self.err, err, "standard error");
        assert_eq!(self.out, out, "standard output");
        assert_eq!(self.code, Some(code), "exit code");
    }

    /// Asserts that the run failed with one line, which is this.
    #[track_caller]
    pub(crate) fn expect_failure(&self, line: &str) {
        self.expect(2, "", &format!("error: {line}\n"));
    }

    /// The last line of standard error.
    pub(crate) fn last_line(&self) -> &str {
        self.err.lines().last().expect("something was reported")
    }
}
