//! The parse-back oracle: what is emitted, read again by other parsers, holds
//! the texts of the catalog and nothing else of them.
//!
//! [`hold`] is the way in: give it the [`Analysis`] of any sources, and the
//! configuration that it was made with; it panics where the promise is broken.
//! Catalogs with errors have no outputs, so there is nothing to hold.
//! [`Twin`] does the same for two catalogs of one's own.
//!
//! It works by a twin. `serde_yaml`, which shares no code with our reader, reads
//! the catalog, and each text in it is put aside for a mark, a plain word. The
//! twin's outputs are the skeleton: what errcat writes where nothing is
//! hostile. Then both outputs are parsed (Rust by syn, Markdown and the docs in
//! Rust by pulldown-cmark, JSON by `serde_json` and `serde_yaml`) and compared,
//! token by token: all structure must be the same, and where the twin has a
//! mark, the other must have the text that was put aside, whole, as the parser
//! decodes it. A text that breaks out changes the structure; one that is cut,
//! doubled or misread is not the text that was put aside.
//!
//! Names (codes, details, headers, ids) and addresses stay in the twin, since
//! other parts of the catalog name them. What they may lead to is held by rules
//! that need no twin: no macro, attribute or word of Rust beyond those that we
//! write, no HTML beyond anchors, no link but to `http` or to the page, no
//! character that hides. Tests put payloads in names by a [`Twin`].
//!
//! Vectors alone are held to their form, without a twin.
//!
//! It takes only the public API, syn, pulldown-cmark, `serde_json`, `serde_yaml`
//! and `std`, so that other packages can take it in by `#[path]`.

#[path = "oracle/compare.rs"]
mod compare;
#[path = "oracle/emphasis.rs"]
mod emphasis;
#[path = "oracle/json.rs"]
mod json;
#[path = "oracle/markdown.rs"]
mod markdown;
#[path = "oracle/neutral.rs"]
pub(crate) mod neutral;
#[path = "oracle/rust.rs"]
mod rust;
#[path = "oracle/token.rs"]
pub(crate) mod token;
#[path = "oracle/vectors.rs"]
mod vectors;

use errcat_codegen::{Analysis, Artifact, Config, Source, Target, analyze_sources};

use self::markdown::Reader;
use self::neutral::Holes;
use self::token::Token;

/// What was compared: nothing where there are no outputs, or where the second
/// reader can't give the catalog back as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Held {
    /// Files that were read again.
    pub(crate) files: usize,
    /// Places where a text of the catalog stood, whole.
    pub(crate) texts: usize,
}

/// Holds the outputs of every target; panics where they hold more or less than
/// the catalogs' texts.
pub(crate) fn hold(analysis: &Analysis, config: &Config) -> Held {
    judge(analysis, config).unwrap_or_else(|broken| panic!("{broken}"))
}

/// The same, with what is broken as text.
pub(crate) fn judge(analysis: &Analysis, config: &Config) -> Result<Held, String> {
    let Ok(artifacts) = analysis.emit(Target::ALL) else {
        return Ok(Held::default());
    };
    let sources = analysis.diagnostics().sources();
    if !sources.iter().all(|it| neutral::is_as_written(it.text())) {
        // No twin; what holds without one is held still.
        for artifact in &artifacts {
            read(artifact).map_err(|broken| format!("{}: {broken}", artifact.path()))?;
        }
        return Ok(Held::default());
    }
    let (twins, holes) = twin(analysis, config)?;
    Twin::read(twins)?.against(&holes, &artifacts)
}

/// The outputs of the same catalogs with a mark in the place of each text.
pub(crate) fn twin(analysis: &Analysis, config: &Config) -> Result<(Vec<Artifact>, Holes), String> {
    let mut holes = Holes::default();
    let mut sources = Vec::new();
    for source in analysis.diagnostics().sources() {
        let twin = neutral::of(source.text(), &mut holes)?;
        sources.push(Source::new(source.path(), twin));
    }
    let twin = analyze_sources(sources, config);
    let artifacts = twin.emit(Target::ALL);
    let artifacts =
        artifacts.map_err(|_| format!("the twin is no sound catalog:\n{}", twin.diagnostics()))?;
    Ok((artifacts, holes))
}

/// Holds texts that a program printed against those that it printed of a twin.
pub(crate) fn same_texts(
    twin: &[String],
    holes: &Holes,
    found: &[String],
) -> Result<usize, String> {
    let literals =
        |texts: &[String]| -> Vec<Token> { texts.iter().cloned().map(Token::Literal).collect() };
    compare::compare(&literals(twin), holes, &literals(found), Reader::Value)
}

/// The outputs of a twin, read once.
#[derive(Debug)]
pub(crate) struct Twin(Vec<(Artifact, Vec<Token>)>);

impl Twin {
    pub(crate) fn read(artifacts: Vec<Artifact>) -> Result<Self, String> {
        let read = |artifact: Artifact| {
            let tokens = read(&artifact);
            let tokens = tokens.map_err(|it| format!("the twin's {}: {it}", artifact.path()))?;
            Ok((artifact, tokens))
        };
        artifacts
            .into_iter()
            .map(read)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Holds outputs against this twin's, with what was put aside.
    pub(crate) fn against(&self, holes: &Holes, artifacts: &[Artifact]) -> Result<Held, String> {
        let mut held = Held::default();
        let mut found = artifacts.iter();
        for (twin, wanted) in &self.0 {
            let artifact = found.next().filter(|it| it.path() == twin.path());
            let artifact = artifact.ok_or_else(|| format!("{} is not there", twin.path()))?;
            held.files += 1;
            if twin == artifact {
                continue;
            }
            let place = |broken: String| format!("{}: {broken}", artifact.path());
            let found = read(artifact).map_err(place)?;
            let reader = reader_of(artifact);
            held.texts += compare::compare(wanted, holes, &found, reader).map_err(place)?;
        }
        match found.next() {
            Some(more) => Err(format!("{} is there too", more.path())),
            None => Ok(held),
        }
    }
}

/// Who reads the Markdown of a file.
fn reader_of(artifact: &Artifact) -> Reader {
    if artifact.path().starts_with("docs/") {
        Reader::Page
    } else {
        Reader::Rustdoc
    }
}

/// A file as its parser sees it, after what holds for every file.
fn read(artifact: &Artifact) -> Result<Vec<Token>, String> {
    let text = artifact.text();
    if let Some(hidden) = text.chars().find(|it| token::hides(*it)) {
        return Err(format!("U+{:04X} stands there raw", u32::from(hidden)));
    }
    if !text.ends_with('\n') || text.ends_with("\n\n") {
        return Err("it does not end with one line break".to_owned());
    }
    if artifact.path().starts_with("vectors/") {
        return vectors::hold(text).map(|()| Vec::new());
    }
    match artifact.path().rsplit('.').next() {
        Some("rs") => rust::read(text, artifact.path()),
        Some("md") => markdown::page(text),
        Some("json") => json::read(text),
        _ => Err("no parser reads files of this kind".to_owned()),
    }
}
