//! `human`: findings with the lines that they point at, in rustc's look.

use errcat_codegen::Look;

use super::Report;

pub(super) fn render(report: Report<'_>, look: Look) -> String {
    report.found.render(look)
}
