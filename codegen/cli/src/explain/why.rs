//! Why this advice and no other: where it stands, what was asked before it, and
//! what it goes before.

use errcat_codegen::Diagnostics;
use errcat_codegen::model::{Advice, AdviceRule, Catalog, Entry, Span};

use super::page::{Cell, Line};

/// Which rule gave the advice, and the line that says so.
pub(super) fn says_so(cell: &mut Cell, found: &Diagnostics, catalog: &Catalog, advice: Advice<'_>) {
    let mut line = Line::default();
    match advice.rule {
        AdviceRule::Variant => line.raw("The variant itself"),
        AdviceRule::Entry => line.raw("The entry itself"),
        AdviceRule::Section(at) => {
            let id = catalog.sections[at].id.as_str();
            line.raw("Its section, ").code(id).raw(",")
        }
        AdviceRule::Type(at) => {
            let id = catalog.types[at].id.as_str();
            line.raw("Its type, ").code(id).raw(",")
        }
        AdviceRule::Status(row) => line.raw("The row ").code(&row.to_string()),
    };
    line.raw(" says so: ").text(&place(found, advice.span));
    cell.line(&line);
    let position = found.position(advice.span);
    let (row, column) = (position.line as usize, position.column as usize);
    let text = found.source(advice.span).text();
    cell.quote(text.lines().nth(row - 1).unwrap_or_default(), column - 1);
}

/// A place as findings name it: `catalogs/parcel.yaml:58`.
pub(super) fn place(found: &Diagnostics, span: Span) -> String {
    let path = found.source(span).path();
    format!("{path}:{}", found.position(span).line)
}

/// Places that give no advice; whether a row is written at all does not matter.
pub(super) fn in_vain(head: &'static str, catalog: &Catalog, rules: &[AdviceRule]) -> Line {
    let is_row = |rule: &&AdviceRule| matches!(rule, AdviceRule::Status(_));
    let (rows, others): (Vec<&AdviceRule>, Vec<&AdviceRule>) = rules.iter().partition(is_row);
    let mut names: Vec<Line> = others.iter().map(|it| rule_name(catalog, **it)).collect();
    let row = |rule: &&AdviceRule| {
        let mut line = Line::default();
        if let AdviceRule::Status(row) = rule {
            line.code(&row.to_string());
        }
        line
    };
    let rows: Vec<Line> = rows.iter().map(row).collect();
    if !rows.is_empty() {
        let mut line = Line::of("any row ");
        line.list(&rows, " or ");
        names.push(line);
    }
    let mut line = Line::of(head);
    line.list(&names, " and ").raw(".");
    line
}

fn rule_name(catalog: &Catalog, rule: AdviceRule) -> Line {
    let mut line = Line::default();
    match rule {
        AdviceRule::Variant => line.raw("the variant"),
        AdviceRule::Entry => line.raw("the entry"),
        AdviceRule::Section(at) => line
            .raw("its section ")
            .code(catalog.sections[at].id.as_str()),
        AdviceRule::Type(at) => line.raw("its type ").code(catalog.types[at].id.as_str()),
        AdviceRule::Status(row) => line.raw("the row ").code(&row.to_string()),
    };
    line
}

/// The advice that would count if there were none before it.
pub(super) fn goes_before(
    cell: &mut Cell,
    found: &Diagnostics,
    (catalog, entry): (&Catalog, &Entry),
    (by, rules): (AdviceRule, &[AdviceRule]),
) {
    let others = rules.iter().filter_map(|rule| {
        let advice = catalog.advice_by(entry, *rule)?;
        let mut line = rule_name(catalog, *rule);
        line.raw(", which says ").code(advice.retry.action.word());
        line.raw(" (").text(&place(found, advice.span)).raw(")");
        Some(line)
    });
    match others.collect::<Vec<Line>>().as_slice() {
        [] if by == AdviceRule::Entry => {
            cell.line(&Line::of("Nothing else in the catalog advises on it."));
        }
        [] => {}
        [only] => {
            let mut line = Line::of("That goes before ");
            line.list(std::slice::from_ref(only), "").raw(".");
            cell.line(&line);
        }
        several => {
            cell.line(&Line::of("That goes before all of these:"));
            for line in several {
                cell.item(|cell| cell.line(line));
            }
        }
    }
}
