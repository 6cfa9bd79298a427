//! `github`: workflow commands, which GitHub Actions shows as annotations of
//! the lines at fault.
//!
//! A command is one line, `::error file=..,line=..::message`; what would end
//! it, or one of its properties, is percent-encoded as the runner decodes it.

use std::env;

use errcat_codegen::{Diagnostic, Diagnostics, visible};

use super::{Report, repository};

pub(super) fn render(report: Report<'_>) -> String {
    let found = report.found;
    let commands = found.iter().map(|finding| annotation(found, finding));
    let mut text: String = commands.collect();
    if let Some(reason) = report.failure.filter(|_| found.is_empty()) {
        text = format!("::error title=errcat::{}\n", data(&visible(reason)));
    }
    text
}

/// Whether this runs in GitHub Actions.
pub(super) fn is_runner() -> bool {
    env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true")
}

/// Text that people read, on its way to a log. That of a runner is one in which
/// the runner finds no command: it looks for those of the old kind in the middle
/// of lines, for others at their start, and what stands in catalogs is shown in
/// a log.
pub(crate) fn for_log(text: String) -> String {
    if !is_runner() {
        return text;
    }
    let is_order = |line: &str| line.trim_start().starts_with("::");
    let lines = text.split_inclusive('\n').map(|line| {
        if is_order(line) {
            line.replacen("::", ": :", 1)
        } else {
            line.to_owned()
        }
    });
    lines.collect::<String>().replace("##[", "## [")
}

fn annotation(found: &Diagnostics, finding: &Diagnostic) -> String {
    let command = super::word(finding.severity());
    let file = repository::path(found.source(finding.span()).path());
    let place = found.positions(finding.span());
    let title = format!("{}: {}", finding.id(), finding.rule().name);
    let properties = [
        ("file", file),
        ("line", place.start.line.to_string()),
        ("endLine", place.end.line.to_string()),
        ("col", place.start.column.to_string()),
        ("endColumn", place.end.column.to_string()),
        ("title", title),
    ];
    let properties = properties.map(|(name, value)| format!("{name}={}", property(&value)));
    let mut message = data(finding.message());
    for help in finding.help_lines() {
        message.push_str("%0Ahelp: ");
        message.push_str(&data(help));
    }
    format!("::{command} {}::{message}\n", properties.join(","))
}

/// Text as the runner decodes it behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property: a path may hold a line break, which is decoded,
/// and characters that would steer whoever looks at the log.
fn property(text: &str) -> String {
    let encoded = data(text).replace(':', "%3A").replace(',', "%2C");
    visible(&encoded)
}
