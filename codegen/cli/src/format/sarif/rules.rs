//! The rules that were raised, with their explanations.

use std::collections::BTreeMap;

use errcat_codegen::{Diagnostics, Level, Rule};
use serde::Serialize;

use crate::format::word;

/// A rule as SARIF describes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    default_configuration: Configuration,
    help: Help,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

/// The rules of the findings by id, and where each stands in that list.
pub(super) fn raised(found: &Diagnostics) -> (Vec<Descriptor>, BTreeMap<&'static str, usize>) {
    let rules: BTreeMap<&str, &Rule> = found.iter().map(|it| (it.id(), it.rule())).collect();
    let positions = rules.keys().copied().zip(0..).collect();
    (rules.into_values().map(descriptor).collect(), positions)
}

fn descriptor(rule: &'static Rule) -> Descriptor {
    let body = body(rule);
    let prose = prose(body);
    let short = prose.first().copied().unwrap_or(rule.name);
    Descriptor {
        id: rule.id,
        name: rule.name,
        short_description: Text {
            text: short.to_owned(),
        },
        full_description: Text {
            text: joined(&prose),
        },
        default_configuration: Configuration {
            enabled: rule.level != Level::Allow,
            level: word(rule.level.severity()),
        },
        help: Help {
            text: without_fences(body),
            markdown: with_heads(body),
        },
    }
}

/// The explanation without its heading, which repeats id and name.
fn body(rule: &'static Rule) -> &'static str {
    let (_, body) = rule.explain.split_once("\n\n").unwrap_or_default();
    body.trim()
}

/// The parts of an explanation between its examples.
fn prose(body: &str) -> Vec<&str> {
    let parts = body.split("```").step_by(2).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// Markdown for those who see it as it is written.
fn without_fences(body: &str) -> String {
    let lines = body
        .lines()
        .filter_map(|line| match line.strip_prefix("```") {
            Some("") => None,
            Some(fence) => Some(head(fence)),
            None => Some(line),
        });
    lines.collect::<Vec<_>>().join("\n")
}

/// Markdown that says of each example whether it is right.
fn with_heads(body: &str) -> String {
    let mut text = String::new();
    for line in body.lines() {
        let fence = line.strip_prefix("```").filter(|it| !it.is_empty());
        if let Some(fence) = fence {
            text.push_str(head(fence));
            text.push_str("\n\n");
        }
        text.push_str(line.strip_suffix(",fails").unwrap_or(line));
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

/// What an example shows, as its fence says.
fn head(fence: &str) -> &'static str {
    if fence.ends_with(",fails") {
        "Reported:"
    } else {
        "Right:"
    }
}

/// Paragraphs, each on one line.
fn joined(parts: &[&str]) -> String {
    let lines = parts.iter().map(|part| part.replace('\n', " "));
    lines.collect::<Vec<_>>().join("\n")
}
