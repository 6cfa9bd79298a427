//! Backends: the model to outputs, one file or folder per target.
//!
//! A backend reads the model and nothing else, checks nothing and can't fail.
//! Adding one is a file, a variant of [`Target`] and a line of [`emit`].

#[cfg(feature = "full")]
mod json;
#[cfg(feature = "full")]
mod markdown;
mod rust;
#[cfg(feature = "full")]
mod schema;
#[cfg(feature = "full")]
mod vectors;
mod wording;
#[cfg(feature = "full")]
pub mod words;

use std::panic::resume_unwind;
use std::thread::{self, Builder};

#[cfg(feature = "full")]
pub use self::schema::Schema;
use crate::model::Catalog;
use crate::write::Artifact;

/// One kind of output. Those beside Rust are there with the feature `full`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// Rust enums and tables, in `rust/`.
    Rust,
    /// A page per catalog and an index, in `docs/`.
    #[cfg(feature = "full")]
    Markdown,
    /// A file of data per catalog, in `json/`.
    #[cfg(feature = "full")]
    Json,
    /// JSON Schemas for editors and for readers of the data, in `schema/`.
    #[cfg(feature = "full")]
    Schema,
    /// Responses, and what a client must see in each, in `vectors/`.
    #[cfg(feature = "full")]
    Vectors,
}

impl Target {
    /// All targets, in the order in which they are written.
    pub const ALL: &'static [Self] = &[
        Self::Rust,
        #[cfg(feature = "full")]
        Self::Markdown,
        #[cfg(feature = "full")]
        Self::Json,
        #[cfg(feature = "full")]
        Self::Schema,
        #[cfg(feature = "full")]
        Self::Vectors,
    ];

    /// Those that are written where the configuration names none: all but the
    /// vectors, which only tests of clients read, and which are as large as all
    /// other outputs together.
    pub const DEFAULT: &'static [Self] = &[
        Self::Rust,
        #[cfg(feature = "full")]
        Self::Markdown,
        #[cfg(feature = "full")]
        Self::Json,
        #[cfg(feature = "full")]
        Self::Schema,
    ];

    /// The name in `errcat.yaml` and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            #[cfg(feature = "full")]
            Self::Markdown => "markdown",
            #[cfg(feature = "full")]
            Self::Json => "json",
            #[cfg(feature = "full")]
            Self::Schema => "schema",
            #[cfg(feature = "full")]
            Self::Vectors => "vectors",
        }
    }

    /// The target of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|target| target.name() == name)
    }
}

/// What the configuration says about how Rust looks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Switches {
    pub(crate) deprecated_attribute: DeprecatedAttribute,
    pub(crate) shared: Shared,
    pub(crate) with: Vec<With>,
}

impl Switches {
    /// Whether the implementations that need `with` are asked for.
    pub(crate) fn has(&self, with: With) -> bool {
        self.with
            .iter()
            .any(|it| *it == with || it.implied().contains(&with))
    }
}

/// What generated Rust may use beside `core`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum With {
    /// Owned codes, which allocate.
    Alloc,
    /// The traits of the crate `serde`.
    Serde,
    /// The statuses of the crate `http`.
    Http,
    /// Typed details, the envelope, and responses read as errors.
    Typed,
    /// What decides on a next attempt.
    Retry,
    /// Errors as responses of `axum`.
    Axum,
    /// Errors as responses of `actix-web`.
    Actix,
    /// Errors as problem details (RFC 9457).
    Problem,
    /// Errors in the `OpenAPI` document that `utoipa` makes.
    Utoipa,
    /// Errors as statuses of `tonic`, and back.
    Tonic,
    /// Retries as a middleware of `reqwest-middleware`.
    ReqwestMiddleware,
}

impl With {
    /// All of them, in the order of the reference.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Alloc,
        Self::Serde,
        Self::Http,
        Self::Typed,
        Self::Retry,
        Self::Axum,
        Self::Actix,
        Self::Problem,
        Self::Utoipa,
        Self::Tonic,
        Self::ReqwestMiddleware,
    ];

    /// The word in `errcat.yaml`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Alloc => "alloc",
            Self::Serde => "serde",
            Self::Http => "http",
            Self::Typed => "typed",
            Self::Retry => "retry",
            Self::Axum => "axum",
            Self::Actix => "actix",
            Self::Problem => "problem",
            Self::Utoipa => "utoipa",
            Self::Tonic => "tonic",
            Self::ReqwestMiddleware => "reqwest-middleware",
        }
    }

    /// What it can't do without.
    fn implied(self) -> &'static [Self] {
        match self {
            Self::Alloc | Self::Serde | Self::Http => &[],
            Self::Typed => &[Self::Alloc, Self::Serde],
            Self::Retry | Self::Axum | Self::Actix | Self::Problem | Self::Utoipa | Self::Tonic => {
                &[Self::Typed, Self::Alloc, Self::Serde]
            }
            Self::ReqwestMiddleware => &[Self::Retry, Self::Typed, Self::Alloc, Self::Serde],
        }
    }
}

/// Where the module `errcat` stands, which all catalogs need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shared {
    /// Beside the catalogs' modules, in a file of its own.
    #[default]
    Beside,
    /// Once more inside each catalog's module, so that each file stands alone.
    Inside,
}

/// Whether deprecated codes get the attribute `#[deprecated]` in Rust.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum DeprecatedAttribute {
    #[default]
    Written,
    /// Each use would be a warning; the docs say it all the same.
    LeftOut,
}

/// The outputs of `targets` for `catalogs`, in a fixed order.
///
/// Large catalogs are emitted for all targets at once, each but the first on a
/// thread of its own: no target reads what another writes, so the outputs are
/// the same.
pub(crate) fn emit(catalogs: &[Catalog], targets: &[Target], switches: &Switches) -> Vec<Artifact> {
    let one = |target: &Target| emit_one(catalogs, *target, switches);
    let mut targets = Target::ALL.iter().filter(|target| targets.contains(target));
    let entries: usize = catalogs.iter().map(|catalog| catalog.entries.len()).sum();
    if entries < MANY {
        return targets.flat_map(one).collect();
    }
    thread::scope(|scope| {
        let first = targets.next();
        let start = |target| {
            (
                target,
                Builder::new().spawn_scoped(scope, move || one(target)),
            )
        };
        let others: Vec<_> = targets.map(start).collect();
        let mut artifacts: Vec<Artifact> = first.into_iter().flat_map(one).collect();
        for (target, thread) in others {
            artifacts.extend(match thread {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // The system grants no more threads.
                Err(_) => one(target),
            });
        }
        artifacts
    })
}

/// From how many entries on threads save more than they cost.
const MANY: usize = 500;

fn emit_one(catalogs: &[Catalog], target: Target, switches: &Switches) -> Vec<Artifact> {
    match target {
        Target::Rust => rust::emit(catalogs, switches),
        #[cfg(feature = "full")]
        Target::Markdown => markdown::emit(catalogs),
        #[cfg(feature = "full")]
        Target::Json => json::emit(catalogs),
        #[cfg(feature = "full")]
        Target::Schema => schema::emit(),
        #[cfg(feature = "full")]
        Target::Vectors => vectors::emit(catalogs),
    }
}
