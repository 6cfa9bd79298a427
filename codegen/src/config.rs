//! The configuration, `errcat.yaml`: read here for library and CLI alike.

use std::path::{Component, Path, PathBuf};

use crate::diag::{Diagnostics, Level, Levels, Report};
use crate::emit::{DeprecatedAttribute, Shared, Switches, Target, With};
use crate::error::Error;
use crate::lint::{self, bad_value, conflicting_keys, duplicate_key, no_catalog, unknown_lint};
use crate::lower::{scalar, truth};
use crate::map::Map;
use crate::read;
use crate::source::{Source, SourceId, Span, Spanned};
use crate::syntax::{self, Fields, grammar};
use crate::yaml::{self, Key, Node, Pair, Value};

/// The name of the configuration file, in the root of a project.
pub const FILE: &str = "errcat.yaml";

/// What it is called by mistake.
const OTHER_FILE: &str = "errcat.yml";

/// What to read, what to write and what to complain about.
///
/// ```
/// let config = errcat_codegen::Config::default();
/// assert_eq!(config.catalogs(), std::path::Path::new("catalogs"));
/// assert_eq!(config.out(), std::path::Path::new("generated"));
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    catalogs: PathBuf,
    out: PathBuf,
    targets: Vec<Target>,
    pub(crate) switches: Switches,
    pub(crate) levels: Levels,
}

impl Default for Config {
    /// The targets in [`Target::DEFAULT`], from `catalogs` to `generated`.
    fn default() -> Self {
        Self {
            catalogs: PathBuf::from("catalogs"),
            out: PathBuf::from("generated"),
            targets: Target::DEFAULT.to_vec(),
            switches: Switches::default(),
            levels: Levels::default(),
        }
    }
}

impl Config {
    /// Reads `errcat.yaml` in `root`; where there is none, the default holds.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the file can't be read; [`Error::Path`] if there is an
    /// `errcat.yml`, which is not read; [`Error::Config`] with the findings if
    /// something in it is wrong.
    pub fn load(root: &Path) -> Result<Self, Error> {
        let path = root.join(FILE);
        let other = root.join(OTHER_FILE);
        if other.symlink_metadata().is_ok() {
            let problem = "the configuration is `errcat.yaml`, so this file is not read";
            return Err(Error::path(&other, problem, "rename it, or delete it"));
        }
        let mut config = Self::default();
        if path.symlink_metadata().is_ok() {
            let mut report = Report::default();
            let source = read::file(&path, 0, &mut report)?;
            let found = config.found(source, report);
            if !found.is_clean() {
                return Err(Error::Config(found));
            }
        }
        config.catalogs = root.join(config.catalogs);
        config.out = root.join(config.out);
        Ok(config)
    }

    /// What is wrong with a text as a configuration, as [`load`](Self::load)
    /// says it of the file.
    ///
    /// ```
    /// use errcat_codegen::{Config, Source};
    ///
    /// let found = Config::check(Source::new("errcat.yaml", "errcat: 1\ntarget: {}\n"));
    /// assert_eq!(found.iter().next().unwrap().message(), "the configuration has no key `target`");
    /// ```
    #[must_use]
    pub fn check(source: Source) -> Diagnostics {
        Self::default().found(source, Report::default())
    }

    fn found(&mut self, source: Source, mut report: Report) -> Diagnostics {
        self.read(&source, &mut report);
        report.finish(vec![source], &Levels::default())
    }

    /// The folder of the catalogs.
    #[must_use]
    pub fn catalogs(&self) -> &Path {
        &self.catalogs
    }

    /// The folder that outputs go to.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// The targets that are written, in their own order. (Feature `full`: a
    /// library that lacks some would take their outputs for leftovers.)
    #[cfg(feature = "full")]
    #[must_use]
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The same configuration with other targets. (Feature `full`.)
    #[cfg(feature = "full")]
    #[must_use]
    pub fn with_targets(mut self, targets: &[Target]) -> Self {
        self.targets = targets.to_vec();
        self
    }

    fn read(&mut self, source: &Source, report: &mut Report) {
        let id = SourceId(0);
        let Some(tree) = yaml::parse(source, id, report) else {
            if source.is_readable() && report.len() == 0 {
                no_catalog::raise_configuration(report, Span::start_of(id));
            }
            return;
        };
        let Some(mut fields) = syntax::check(tree, &grammar::CONFIG, report) else {
            return;
        };
        syntax::edition(&mut fields, report);
        self.catalogs = folder(&mut fields, "catalogs", report).unwrap_or(self.catalogs.clone());
        let at = fields.get("out").map(|node| node.span);
        self.out = folder(&mut fields, "out", report).unwrap_or(self.out.clone());
        if let Some(at) = at.filter(|_| self.out == self.catalogs) {
            conflicting_keys::one_folder(report, at);
        }
        if let Some(mut targets) = fields.take("targets").and_then(Fields::of) {
            let named = |target: &Target| targets.has(target.name());
            self.targets = Target::ALL.iter().copied().filter(named).collect();
            self.switches = switches(&mut targets, report);
        }
        if let Some(Node {
            value: Value::Map(pairs),
            ..
        }) = fields.take("lints")
        {
            self.levels.0 = levels(pairs, report);
        }
    }
}

/// The switches of all targets.
fn switches(targets: &mut Fields, report: &mut Report) -> Switches {
    let Some(mut rust) = targets.take("rust").and_then(Fields::of) else {
        return Switches::default();
    };
    Switches {
        deprecated_attribute: match switch(&mut rust, "deprecated-attribute", report) {
            Some(false) => DeprecatedAttribute::LeftOut,
            _ => DeprecatedAttribute::Written,
        },
        shared: match switch(&mut rust, "self-contained", report) {
            Some(true) => Shared::Inside,
            _ => Shared::Beside,
        },
        with: with(&mut rust, report),
    }
}

fn switch(fields: &mut Fields, key: &str, report: &mut Report) -> Option<bool> {
    truth(fields.take(key)?, key, report)
}

/// What generated Rust may use beside `core`.
fn with(rust: &mut Fields, report: &mut Report) -> Vec<With> {
    let items = rust.nodes("with").unwrap_or_default();
    let words: Vec<&str> = With::ALL.iter().map(|with| with.name()).collect();
    let mut found = Vec::new();
    for Spanned { value: word, span } in items.into_iter().filter_map(scalar) {
        match With::ALL.iter().find(|with| with.name() == word) {
            Some(with) => found.push(*with),
            None => bad_value::word(report, span, "with", &word, &words),
        }
    }
    found
}

/// A folder below the root: relative, and never up and out of it.
fn folder(fields: &mut Fields, key: &str, report: &mut Report) -> Option<PathBuf> {
    let Spanned { value: text, span } = fields.text_of(key)?;
    let parts: Option<PathBuf> = Path::new(&*text)
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| match part {
            Component::Normal(name) => Some(name),
            _ => None,
        })
        .collect();
    let Some(path) = parts.filter(|path| !text.trim().is_empty() && path.file_name().is_some())
    else {
        let example = if key == "out" {
            "generated"
        } else {
            "catalogs"
        };
        let expected = format!("a folder below this file, like `{example}`");
        bad_value::raise(report, span, key, &text, &expected);
        return None;
    };
    Some(path)
}

/// The lines of `lints`. A lint has an id and a name, and can be written as
/// either.
fn levels(pairs: Vec<Pair>, report: &mut Report) -> Vec<(&'static lint::Rule, Level)> {
    let mut firsts: Map<&str, Key> = Map::new();
    let mut levels = Vec::new();
    for pair in pairs {
        let key = pair.key.clone();
        levels.extend(level(pair, report));
        let Some(rule) = lint::rule(&key.text) else {
            continue;
        };
        match firsts.get(rule.id) {
            Some(first) => duplicate_key::lint(report, &key, first),
            None => _ = firsts.insert(rule.id, key),
        }
    }
    levels
}

/// One line of `lints`.
fn level(Pair { key, value }: Pair, report: &mut Report) -> Option<(&'static lint::Rule, Level)> {
    let rule = lint::rule(&key.text);
    if rule.is_none() {
        unknown_lint::raise(report, key.span, &key.text);
    }
    let Spanned { value: word, span } = scalar(value)?;
    let level = match &*word {
        "allow" => Level::Allow,
        "warn" => Level::Warn,
        "deny" => Level::Deny,
        other => {
            bad_value::level(report, span, &key.text, other);
            return None;
        }
    };
    let rule = rule?;
    if rule.level == Level::Deny && level != Level::Deny {
        unknown_lint::not_adjustable(report, key.span, rule);
        return None;
    }
    Some((rule, level))
}

/// The findings of a configuration, for [`Error::Config`].
pub(crate) fn summary(found: &Diagnostics) -> String {
    format!("{found}the configuration has errors; nothing was done")
}
