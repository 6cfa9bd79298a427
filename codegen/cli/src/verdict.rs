//! How a run ends: a verdict on the project, or a failure to reach one, and
//! the exit code of each.
//!
//! Mistakes in a catalog are no failure: to find them is what errcat is for.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use errcat_codegen::{Diagnostics, Error, Severity};

use crate::console::Console;
use crate::findings::{counted, mendable};
use crate::project;

/// What a run found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// All is well.
    Clean,
    /// A catalog has mistakes, or outputs are out of date.
    Findings,
}

/// Why a run could not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What the library could not do.
    Library(Error),
    /// Standard output could not be written.
    Output(io::Error),
    /// Arguments that make no sense together, or here: why, and what to do.
    Arguments(String),
    /// Files that `init` would have to replace.
    Exists(Vec<PathBuf>),
    /// An id among the arguments that no catalog has.
    Unknown {
        /// What it should be the id of.
        noun: &'static str,
        id: String,
        /// What to write instead.
        advice: String,
    },
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Clean => Self::SUCCESS,
            Verdict::Findings => Self::from(1),
        }
    }
}

impl From<Failure> for ExitCode {
    fn from(_: Failure) -> Self {
        Self::from(2)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl Failure {
    /// Says what failed and what to do: one line for each path.
    pub(crate) fn tell(&self, console: &mut Console) {
        match self {
            Self::Library(Error::Config(found)) => console.failure(found, &configuration(found)),
            Self::Library(error) => console.failure(&Diagnostics::default(), &library(error)),
            Self::Arguments(reason) => console.failure(&Diagnostics::default(), reason),
            Self::Output(error) => {
                let advice = advice(error.kind());
                console.error(&format!("cannot write standard output: {error}; {advice}"));
            }
            Self::Exists(paths) => {
                for path in paths {
                    console.error(&exists(path));
                }
            }
            Self::Unknown { noun, id, advice } => {
                console.error(&format!("no {noun} `{id}`; {advice}"));
            }
        }
    }
}

fn configuration(found: &Diagnostics) -> String {
    let path = found.sources().first().map_or("", |source| source.path());
    let errors = counted(found.count(Severity::Error), "error");
    let root = Path::new(path).parent().unwrap_or(Path::new(""));
    let mend = match mendable(found) {
        None => "mend it first".to_owned(),
        Some(what) => format!("{} can mend {what}", project::command("check --fix", root)),
    };
    format!("`{path}` has {errors}; {mend}: nothing was done")
}

fn library(error: &Error) -> String {
    match error {
        Error::Io { source, .. } => format!("{error}; {}", advice(source.kind())),
        _ => error.to_string(),
    }
}

fn exists(path: &Path) -> String {
    let path = path.display();
    format!(
        "`{path}`: exists already, and `init` replaces nothing; move it away, or name another folder"
    )
}

/// What to do about an answer of the operating system.
fn advice(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound => "check the path",
        io::ErrorKind::PermissionDenied => "change its permissions, or use another place",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "free some space and run errcat again"
        }
        io::ErrorKind::ReadOnlyFilesystem => "use a place that can be written to",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "a file stands where a folder is needed: move it away, or use another place"
        }
        _ => "mend that and run errcat again",
    }
}
