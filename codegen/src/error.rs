//! Why a run produced no output: the environment's faults.
//!
//! Every fallible function of the library returns [`Error`]. What is wrong
//! *inside* a catalog is a [`Diagnostic`](crate::Diagnostic) instead; those
//! arrive together, as [`Error::Rejected`].

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diag::Diagnostics;
use crate::sink::visible;

/// Why a run produced no output.
///
/// Mistakes *in a catalog* are [`Diagnostic`](crate::Diagnostic)s and arrive
/// together in [`Error::Rejected`]; the other variants mean that the
/// environment, not the catalog, is at fault.
///
/// ```
/// let error = errcat_codegen::analyze(std::path::Path::new("no-such-folder")).unwrap_err();
/// assert!(error.to_string().contains("no-such-folder"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read, written, listed or removed.
    Io {
        /// What was tried, as it reads after "cannot": `read`, `write`.
        action: &'static str,
        /// The path that it was tried on.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A path is not what the run needs it to be; nothing was written to it.
    Path {
        /// The path at fault.
        path: PathBuf,
        /// What is wrong with it, as it reads after the path and a colon.
        problem: &'static str,
        /// What to do about it: a whole sentence without its full stop.
        help: &'static str,
    },
    /// The configuration has an error-level finding.
    Config(Diagnostics),
    /// At least one catalog has an error-level finding.
    Rejected(Diagnostics),
}

impl Error {
    /// Wraps what the operating system said about `path`.
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io {
            action,
            path: path.to_owned(),
            source,
        }
    }

    /// A path that the run refuses to use.
    pub(crate) fn path(path: &Path, problem: &'static str, help: &'static str) -> Self {
        Self::Path {
            path: path.to_owned(),
            problem,
            help,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io {
                action,
                path,
                source,
            } => {
                write!(f, "cannot {action} `{}`: {source}", shown(path))
            }
            Self::Path {
                path,
                problem,
                help,
            } => {
                write!(f, "`{}`: {problem}; {help}", shown(path))
            }
            Self::Config(diagnostics) => f.write_str(&crate::config::summary(diagnostics)),
            Self::Rejected(diagnostics) => write!(f, "{diagnostics}"),
        }
    }
}

/// A path on one line, whatever its name holds.
fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy())
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Path { .. } | Self::Config(_) | Self::Rejected(_) => None,
        }
    }
}
