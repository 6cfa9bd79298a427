//! `sarif`: SARIF 2.1.0, the format of code scanning.
//!
//! Names are SARIF's own. Texts are its "plain text": a link in square
//! brackets is escaped. Curly brackets are left as they are, though the
//! standard doubles them: there are no arguments that could be put in, and no
//! reader at hand takes the doubling back.

mod places;
mod rules;

use errcat_codegen::{Diagnostic, Diagnostics};
use serde::Serialize;

use self::places::{Artifact, Place, Places};
use self::rules::Descriptor;
use super::{Report, word};

/// Where the standard keeps its schema.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    invocations: [Invocation; 1],
    original_uri_base_ids: places::BaseIds,
    artifacts: Vec<Artifact>,
    results: Vec<Finding<'a>>,
    column_kind: &'static str,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Place; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Place>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<places::Fix<'a>>,
}

/// Words to show.
#[derive(Serialize)]
struct Message {
    text: String,
}

pub(super) fn render(report: Report<'_>) -> String {
    let found = report.found;
    let (descriptors, positions) = rules::raised(found);
    let places = Places::of(found);
    let results = found.iter().map(|it| {
        let index = positions[it.id()];
        finding(found, &places, it, index)
    });
    super::document(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: driver(descriptors),
            },
            invocations: [invocation(report.failure)],
            original_uri_base_ids: places::base_ids(),
            artifacts: places.artifacts(),
            results: results.collect(),
            column_kind: "unicodeCodePoints",
        }],
    })
}

impl Message {
    fn new(text: &str) -> Self {
        Self {
            text: text.replace("](", "\\]("),
        }
    }
}

fn driver(rules: Vec<Descriptor>) -> Driver {
    let version = env!("CARGO_PKG_VERSION");
    Driver {
        name: "errcat",
        version,
        semantic_version: version,
        rules,
    }
}

fn invocation(failure: Option<&str>) -> Invocation {
    let notification = |reason| Notification {
        level: "error",
        message: Message::new(&sentence(reason)),
    };
    Invocation {
        execution_successful: failure.is_none(),
        tool_execution_notifications: failure.map(notification).into_iter().collect(),
    }
}

fn finding<'a>(
    found: &Diagnostics,
    places: &Places,
    finding: &'a Diagnostic,
    rule_index: usize,
) -> Finding<'a> {
    let mut text = sentence(finding.message());
    for help in finding.help_lines() {
        text.push_str("\nhelp: ");
        text.push_str(&sentence(help));
    }
    let related = finding.related_places().iter().zip(1..);
    Finding {
        rule_id: finding.id(),
        rule_index,
        level: word(finding.severity()),
        message: Message::new(&text),
        locations: [places.location(found, finding.span(), finding.label_text())],
        related_locations: related
            .map(|((span, text), id)| places.location(found, *span, Some(text)).numbered(id))
            .collect(),
        fixes: places.fix(found, finding).into_iter().collect(),
    }
}

/// A message with the full stop that SARIF asks for.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
