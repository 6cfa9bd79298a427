//! errcat compiles catalogs of API errors: YAML files that say, once, every
//! error an API can answer with. Out come Rust enums with their tables,
//! documents, and data, all in agreement.
//!
//! In a build script, [`build`] is all there is to call:
//!
//! ```no_run
//! // build.rs
//! fn main() -> std::process::ExitCode {
//!     errcat_codegen::build()
//! }
//! ```
//!
//! The command line tool `errcat` runs the same stages for outputs that are
//! committed. To run them yourself, [`analyze`] a project and [`write()`] what
//! its [`Analysis`] emits:
//!
//! ```
//! use errcat_codegen::{Config, Source, Target, analyze_sources};
//!
//! let yaml = "
//! errcat: 1
//! catalog: parcel
//! title: Parcel API errors
//! errors:
//!   - code: PARCEL_NOT_FOUND
//!     status: 404
//!     message: The parcel does not exist.
//! ";
//! let analysis = analyze_sources(vec![Source::new("parcel.yaml", yaml)], &Config::default());
//! let artifacts = analysis.emit(&[Target::Rust])?;
//! let rust = artifacts.iter().find(|artifact| artifact.path() == "rust/parcel.rs").unwrap();
//! assert!(rust.text().contains("ParcelNotFound"));
//! # Ok::<(), errcat_codegen::Error>(())
//! ```
//!
//! # The feature `full`
//!
//! A build script compiles this library unoptimised, and waits for it. What it
//! has no use for is there with the feature `full` alone: the targets beside
//! [`Target::Rust`], what mends catalogs (`fix`, `rewrite`), what holds them
//! against their documents (`check_documents`), and the sinks for targets to
//! come. The command line tool has it on; what is generated is the same.
//!
//! How it works inside is told in `ARCHITECTURE.md`.

#![cfg_attr(
    not(feature = "full"),
    expect(
        dead_code,
        unused_imports,
        reason = "the language and the sinks are whole; a part of them is there for what `full` adds"
    )
)]

mod build;
mod characters;
mod config;
mod diag;
#[cfg(feature = "full")]
mod documents;
mod emit;
mod error;
#[cfg(feature = "full")]
mod fix;
#[cfg(fuzzing)]
pub mod fuzzing;
mod limits;
mod lint;
mod lower;
mod map;
mod mend;
pub mod model;
mod names;
mod order;
mod prose;
mod read;
pub mod sink;
mod source;
mod strict_json;
mod syntax;
mod write;
mod yaml;

use std::path::{Path, PathBuf};

pub use crate::build::build;
pub use crate::config::{Config, FILE as CONFIG_FILE};
#[cfg(feature = "full")]
pub use crate::diag::Edit;
pub use crate::diag::{Diagnostic, Diagnostics, Level, Look, Severity};
#[cfg(feature = "full")]
pub use crate::documents::{Documents, check_documents};
pub use crate::emit::Target;
#[cfg(feature = "full")]
pub use crate::emit::{Schema, words};
pub use crate::error::Error;
#[cfg(feature = "full")]
pub use crate::fix::{Fixed, Mended, Rest, fix};
pub use crate::limits::TRIES as MOST_TRIES;
pub use crate::lint::{RULES, Rule, did_you_mean, nearest, rule};
pub use crate::read::Unsaved;
pub use crate::sink::visible;
pub use crate::source::{Position, Source, Span, Spanned};
#[cfg(feature = "full")]
pub use crate::write::rewrite;
pub use crate::write::{
    Artifact, Change, ChangeKind, MARK, Mode, Outcome, Overwrite, between_writes, write,
};

use crate::diag::Report;
use crate::lint::{catalog_name, no_catalog};
use crate::model::Catalog;
use crate::source::SourceId;

/// What a project's catalogs mean, and what is wrong with them.
///
/// [`analyze`] makes it; [`emit`](Self::emit) turns it into outputs if it is
/// [clean](Diagnostics::is_clean).
#[derive(Clone, Debug)]
pub struct Analysis {
    catalogs: Vec<Catalog>,
    diagnostics: Diagnostics,
    switches: emit::Switches,
}

impl Analysis {
    /// The catalogs, sorted by file name. Where there are errors, what was
    /// reported is left out of them.
    #[must_use]
    pub fn catalogs(&self) -> &[Catalog] {
        &self.catalogs
    }

    /// All findings.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// The findings alone.
    #[must_use]
    pub fn into_diagnostics(self) -> Diagnostics {
        self.diagnostics
    }

    /// The paths of the files that were read, as diagnostics print them.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.diagnostics.sources().iter().map(Source::path)
    }

    /// The same with more findings.
    pub(crate) fn extended(self, report: Report) -> Self {
        Self {
            diagnostics: self.diagnostics.extended(report),
            ..self
        }
    }

    /// The outputs of some targets.
    ///
    /// # Errors
    ///
    /// [`Error::Rejected`] if a catalog has an error: a broken catalog gives no
    /// outputs at all.
    pub fn emit(&self, targets: &[Target]) -> Result<Vec<Artifact>, Error> {
        if !self.diagnostics.is_clean() {
            return Err(Error::Rejected(self.diagnostics.clone()));
        }
        Ok(emit::emit(&self.catalogs, targets, &self.switches))
    }

    /// The same for whoever needs nothing else any more: a large catalog takes
    /// less memory, as its text is given back before there are outputs.
    ///
    /// # Errors
    ///
    /// Those of [`emit`](Self::emit).
    pub fn into_outputs(self, targets: &[Target]) -> Result<Vec<Artifact>, Error> {
        if !self.diagnostics.is_clean() {
            return Err(Error::Rejected(self.diagnostics));
        }
        drop(self.diagnostics);
        Ok(emit::emit(&self.catalogs, targets, &self.switches))
    }
}

/// Reads, parses, lowers and lints the catalogs of the project in `root`, as
/// its `errcat.yaml` says.
///
/// # Errors
///
/// [`Error::Io`], [`Error::Path`] or [`Error::Config`] if the catalogs can't
/// be read. What is wrong *in* them is in the [`Analysis`].
pub fn analyze(root: &Path) -> Result<Analysis, Error> {
    analyze_with(&Config::load(root)?)
}

/// The same with a configuration at hand.
///
/// # Errors
///
/// [`Error::Io`] or [`Error::Path`] if the catalogs can't be read.
pub fn analyze_with(config: &Config) -> Result<Analysis, Error> {
    let mut report = Report::default();
    let sources = read::catalogs(config.catalogs(), &mut report)?;
    Ok(analyze_all(sources, config, report))
}

/// The same for the catalogs at `paths` alone, each a `.yaml` file or a folder
/// of them; the configuration's folder is not read.
///
/// ```
/// let file = std::env::temp_dir().join(format!("errcat-no-{}.yaml", std::process::id()));
/// let config = errcat_codegen::Config::default();
/// let error = errcat_codegen::analyze_paths(&[file], &config).unwrap_err();
/// assert!(error.to_string().starts_with("cannot read "));
/// ```
///
/// # Errors
///
/// [`Error::Io`] or [`Error::Path`] if a path can't be read or is no catalog's.
pub fn analyze_paths(paths: &[PathBuf], config: &Config) -> Result<Analysis, Error> {
    let mut report = Report::default();
    let sources = read::given(paths, None, &mut report)?;
    Ok(analyze_all(sources, config, report))
}

/// The same for a catalog that is not on the disk, and those at `paths` beside
/// it. A file in the place of the unsaved catalog is not read.
///
/// # Errors
///
/// Those of [`analyze_paths`].
pub fn analyze_unsaved(
    unsaved: Unsaved,
    paths: &[PathBuf],
    config: &Config,
) -> Result<Analysis, Error> {
    let mut report = Report::default();
    let sources = read::given(paths, Some(unsaved), &mut report)?;
    Ok(analyze_all(sources, config, report))
}

/// The same with catalogs at hand: no disk is touched.
#[must_use]
pub fn analyze_sources(sources: Vec<Source>, config: &Config) -> Analysis {
    analyze_all(sources, config, Report::default())
}

fn analyze_all(sources: Vec<Source>, config: &Config, mut report: Report) -> Analysis {
    let mut catalogs = Vec::with_capacity(sources.len());
    for (at, source) in sources.iter().enumerate() {
        let id = SourceId(u32::try_from(at).expect("a run has fewer sources than that"));
        catalogs.extend(compile(source, id, &mut report));
    }
    catalog_name::check_all(&catalogs, &mut report);
    lint::lint(&catalogs, &config.levels, &mut report);
    Analysis {
        catalogs,
        diagnostics: report.finish(sources, &config.levels),
        switches: config.switches.clone(),
    }
}

/// One file through parsing, checking and lowering.
fn compile(source: &Source, id: SourceId, report: &mut Report) -> Option<Catalog> {
    if !source.is_readable() {
        return None;
    }
    let before = report.len();
    let Some(tree) = yaml::parse(source, id, report) else {
        if report.len() == before {
            no_catalog::raise(report, Span::start_of(id));
        }
        return None;
    };
    let fields = syntax::check(tree, &syntax::grammar::CATALOG, report)?;
    Some(lower::lower(source, fields, report))
}
