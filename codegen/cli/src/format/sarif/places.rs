//! Files, regions in them, and what would be put there.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use errcat_codegen::{Diagnostic, Diagnostics, Span};
use serde::Serialize;

use super::Message;
use crate::format::repository;

/// What relative addresses start from.
const BASE: &str = "%SRCROOT%";

/// The files of a run, and where each stands in the list of artifacts.
pub(super) struct Places(Vec<ArtifactLocation>);

/// A file that was read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Artifact {
    location: ArtifactLocation,
    roles: [&'static str; 1],
    source_language: &'static str,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
    index: usize,
}

/// A location, in the words of SARIF: a place, and what is said of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

/// Columns count characters; the end is the first that no longer belongs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// What mends a finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fix<'a> {
    description: Message,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Content<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
}

/// What the names of bases stand for.
pub(super) type BaseIds = BTreeMap<&'static str, Base>;

#[derive(Serialize)]
pub(super) struct Base {
    description: Message,
}

/// No address stands there: it would name a folder of one machine.
pub(super) fn base_ids() -> BaseIds {
    let text =
        "The root of the repository in GitHub Actions; elsewhere the folder that errcat ran in.";
    let description = Message::new(text);
    BTreeMap::from([(BASE, Base { description })])
}

impl Places {
    pub(super) fn of(found: &Diagnostics) -> Self {
        let files = found.sources().iter().enumerate();
        Self(files.map(|(at, it)| address(it.path(), at)).collect())
    }

    pub(super) fn artifacts(&self) -> Vec<Artifact> {
        let artifact = |location: &ArtifactLocation| Artifact {
            location: location.clone(),
            roles: ["analysisTarget"],
            source_language: "yaml",
        };
        self.0.iter().map(artifact).collect()
    }

    pub(super) fn location(&self, found: &Diagnostics, span: Span, words: Option<&str>) -> Place {
        Place {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: self.file(found, span),
                region: region(found, span),
            },
            message: words.map(Message::new),
        }
    }

    /// What mends a finding, where that is certain.
    pub(super) fn fix<'a>(&self, found: &Diagnostics, finding: &'a Diagnostic) -> Option<Fix<'a>> {
        let first = finding.edits().first()?;
        let replacements = finding.edits().iter().map(|edit| Replacement {
            deleted_region: region(found, edit.span),
            inserted_content: Content { text: &edit.text },
        });
        let words = finding.help_lines().first();
        Some(Fix {
            description: Message::new(words.map_or(finding.message(), String::as_str)),
            artifact_changes: [ArtifactChange {
                artifact_location: self.file(found, first.span),
                replacements: replacements.collect(),
            }],
        })
    }

    fn file(&self, found: &Diagnostics, span: Span) -> ArtifactLocation {
        let source = found.source(span);
        let at = found
            .sources()
            .iter()
            .position(|it| std::ptr::eq(it, source));
        self.0[at.expect("a span points into a source of its run")].clone()
    }
}

impl Place {
    /// The same with an id that is unique in its finding.
    pub(super) fn numbered(self, id: usize) -> Self {
        Self {
            id: Some(id),
            ..self
        }
    }
}

fn region(found: &Diagnostics, span: Span) -> Region {
    let place = found.positions(span);
    Region {
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}

/// The address of a file: relative to the base, or whole where the path is.
fn address(path: &str, index: usize) -> ArtifactLocation {
    let path = repository::path(path);
    let encoded = encoded(&path);
    let is_whole = std::path::Path::new(&path).is_absolute();
    let (uri, uri_base_id) = match (is_whole, encoded.starts_with('/')) {
        (false, _) => (encoded, Some(BASE)),
        (true, true) => (format!("file://{encoded}"), None),
        // A drive of Windows stands before the first `/`.
        (true, false) => (format!("file:///{encoded}"), None),
    };
    ArtifactLocation {
        uri,
        uri_base_id,
        index,
    }
}

/// A path as RFC 3986 writes it: all but its unreserved characters and `/` is
/// percent-encoded, so no part can be taken for a scheme or a query.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            other => {
                let _ = write!(uri, "%{other:02X}");
            }
        }
    }
    uri
}
