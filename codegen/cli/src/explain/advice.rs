//! What to do, who has to do it, and the line of the catalog that says so.

use errcat_codegen::model::{
    Action, Advice, AdviceRule, Catalog, Delay, Entry, Place, Retry, Row, Shape, Status, Text,
    Variant,
};
use errcat_codegen::{Diagnostics, words};

use super::page::{Cell, Line, Page};
use super::why;

/// Most entries that are named as unlike another.
const MOST_UNLIKE: usize = 4;

/// The advice for an entry; where that depends on the status, for each.
pub(super) fn of_entry(page: &mut Page, found: &Diagnostics, catalog: &Catalog, entry: &Entry) {
    let groups = groups(catalog, entry);
    let several = groups.len() > 1;
    for group in groups {
        let statuses = group.statuses.as_slice();
        if several {
            let mut head = Line::of("With ");
            let numbers: Vec<Line> = statuses.iter().map(|it| number(*it)).collect();
            head.list(&numbers, " or ").raw(":");
            page.body(|cell| cell.line(&head));
            page.nested(|page| of_group(page, found, (catalog, entry), &group));
        } else {
            of_group(page, found, (catalog, entry), &group);
        }
    }
}

/// The advice of a variant of its own.
pub(super) fn of_variant(
    page: &mut Page,
    found: &Diagnostics,
    (catalog, entry): (&Catalog, &Entry),
    variant: &Variant,
) {
    let Some(advice) = catalog.advice_for_variant(entry, variant, entry.status()) else {
        return;
    };
    if advice.rule == AdviceRule::Variant {
        what_to_do(page, catalog, Some(entry), advice.retry);
        page.row("Why", |cell| {
            why::says_so(cell, found, catalog, advice);
            let rules = rules(catalog, entry, &entry.statuses);
            why::goes_before(cell, found, (catalog, entry), (advice.rule, &rules));
        });
    }
}

/// The advice for all that a row is about.
pub(super) fn of_row(page: &mut Page, found: &Diagnostics, catalog: &Catalog, row: Row) {
    let Some(advice) = catalog.advice_for_row(row) else {
        page.fact("What to do", &Line::of(NOT_DOCUMENTED));
        return;
    };
    what_to_do(page, catalog, None, advice.retry);
    page.row("Why", |cell| {
        why::says_so(cell, found, catalog, advice);
        if row != Row::Network {
            cell.line(&Line::of(
                "The advice of an entry, of its section or of its type goes before that.",
            ));
        }
    });
}

const NOT_DOCUMENTED: &str = "No advice is documented, which is not the same as `stop`.";

/// Statuses of an entry with the same advice.
struct Group<'a> {
    statuses: Vec<Status>,
    advice: Option<Advice<'a>>,
}

fn groups<'a>(catalog: &'a Catalog, entry: &'a Entry) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let is_same = |one: Option<Advice<'_>>, other: Option<Advice<'_>>| {
        one.map(|it| (it.rule, it.retry)) == other.map(|it| (it.rule, it.retry))
    };
    for status in &entry.statuses {
        let advice = catalog.advice(entry, Some(*status));
        match groups.iter_mut().find(|it| is_same(it.advice, advice)) {
            Some(group) => group.statuses.push(*status),
            None => groups.push(Group {
                statuses: vec![*status],
                advice,
            }),
        }
    }
    if groups.is_empty() {
        groups.push(Group {
            statuses: Vec::new(),
            advice: catalog.advice(entry, None),
        });
    }
    groups
}

fn of_group(
    page: &mut Page,
    found: &Diagnostics,
    (catalog, entry): (&Catalog, &Entry),
    group: &Group<'_>,
) {
    let rules = rules(catalog, entry, &group.statuses);
    let Some(advice) = group.advice else {
        page.fact("What to do", &Line::of(NOT_DOCUMENTED));
        page.fact("Why", &why::in_vain("Asked in vain: ", catalog, &rules));
        return;
    };
    what_to_do(page, catalog, Some(entry), advice.retry);
    page.row("Why", |cell| {
        let mut at = rules.iter();
        let at = at.position(|rule| *rule == advice.rule).unwrap_or(0);
        why::says_so(cell, found, catalog, advice);
        if at > 0 {
            cell.line(&why::in_vain(
                "Asked before, in vain: ",
                catalog,
                &rules[..at],
            ));
        }
        why::goes_before(
            cell,
            found,
            (catalog, entry),
            (advice.rule, &rules[at + 1..]),
        );
    });
    unlike(page, (catalog, entry), group, advice.retry.action);
}

/// Where the advice for some statuses may stand, each once.
fn rules(catalog: &Catalog, entry: &Entry, statuses: &[Status]) -> Vec<AdviceRule> {
    let mut rules: Vec<AdviceRule> = Vec::new();
    let all = statuses.iter().copied().map(Some);
    let none = statuses.is_empty().then_some(None);
    for status in all.chain(none) {
        for rule in catalog.advice_rules(entry, status) {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
    }
    // Of two rows, that of one status counts before that of many.
    rules.sort_by_key(|rule| match rule {
        AdviceRule::Status(row) => Some(*row),
        _ => None,
    });
    rules
}

fn what_to_do(page: &mut Page, catalog: &Catalog, entry: Option<&Entry>, retry: &Retry) {
    page.prose("What to do", &words::advice(catalog, retry));
    page.fact("Who acts", &Line::of(who_acts(retry.action)));
    if let Some(delay) = &retry.delay {
        page.row("Delay", |cell| stated(cell, catalog, entry, delay));
    }
    if let Some(to) = &retry.to {
        page.row("Place", |cell| {
            cell.line(&match to {
                Place::Header(at) => header(catalog, *at),
                Place::Detail(name) => detail(name),
            });
        });
    }
}

fn who_acts(action: Action) -> &'static str {
    match action {
        Action::Stop => "The caller, who gives this request up.",
        Action::Change => "The caller, who has to send another request.",
        Action::Act => "Someone else, a user or an operator, before the request can work.",
        Action::Wait | Action::Backoff => "Nobody: the client waits and sends it again.",
        Action::Redirect => "Nobody: the client sends it to the other place.",
    }
}

/// Where a delay is stated, and in which unit; nothing where it is in the words
/// already.
fn stated(cell: &mut Cell, catalog: &Catalog, entry: Option<&Entry>, delay: &Delay) {
    let (mut line, unit) = match delay {
        Delay::Header(at) => (header(catalog, *at), catalog.headers[*at].unit.as_ref()),
        Delay::Detail(name) => (detail(name), unit_of(catalog, entry, name)),
        Delay::Seconds(_) => return,
    };
    match unit {
        Some(unit) => line.raw(", in ").text(unit.as_str()),
        None => line.raw(", in a unit that is not documented"),
    };
    cell.line(&line);
}

/// The unit of a detail or of a slot of the envelope.
fn unit_of<'a>(catalog: &'a Catalog, entry: Option<&'a Entry>, name: &str) -> Option<&'a Text> {
    let details = entry.map(|entry| entry.details.as_slice());
    let detail = details
        .unwrap_or_default()
        .iter()
        .find(|it| it.name == name);
    let slots = catalog.envelope.as_ref().map(Shape::slots);
    let slot = || slots?.into_iter().find(|(key, _)| *key == name);
    match detail {
        Some(detail) => detail.unit.as_ref(),
        None => slot()?.1.unit.as_ref(),
    }
}

fn header(catalog: &Catalog, at: usize) -> Line {
    let mut line = Line::of("Header ");
    line.code(catalog.headers[at].name.as_str());
    line
}

fn detail(name: &str) -> Line {
    let mut line = Line::of("Detail ");
    line.code(name);
    line
}

/// Entries that share a status and are told to do something else.
fn unlike(
    page: &mut Page,
    (catalog, entry): (&Catalog, &Entry),
    group: &Group<'_>,
    action: Action,
) {
    let others = catalog.entries.iter().filter_map(|other| {
        let shared = group
            .statuses
            .iter()
            .find(|it| other.statuses.contains(it))?;
        let advice = catalog.advice(other, Some(*shared))?;
        let other_action = advice.retry.action;
        let mut line = Line::of_code(&other.code().to_string());
        line.raw(" (").raw(other_action.word()).raw(")");
        (!std::ptr::eq(other, entry) && other_action != action).then_some(line)
    });
    let mut others: Vec<Line> = others.collect();
    let more = others.len().saturating_sub(MOST_UNLIKE);
    others.truncate(MOST_UNLIKE);
    let mut line = Line::default();
    if more > 0 {
        let count = i64::try_from(more).unwrap_or(i64::MAX);
        line.list(&others, ", ").raw(" and ").number(count);
        line.raw(" more, with the same status.");
    } else {
        line.list(&others, " and ").raw(", with the same status.");
    }
    if !others.is_empty() {
        page.fact("Unlike", &line);
    }
}

pub(super) fn number(status: Status) -> Line {
    let mut line = Line::default();
    line.number(status.number());
    line
}
