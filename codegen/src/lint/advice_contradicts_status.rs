//! EC0206: advice that contradicts what HTTP says about the status.
//!
//! RFC 9110, section 15, and RFC 6585 decide what a status means. Advice that
//! gives its reason in a `note` is silent: the document has said why.

use super::{Check, EachEntry, Level, Rule};
use crate::diag::Report;
use crate::map::Set;
use crate::model::{Action, Advice, AdviceRule, Catalog, Entry, Retry, Row, Status, StatusRow};

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0206",
    name: "advice-contradicts-status",
    level: Level::Warn,
    explain: include_str!("advice_contradicts_status.md"),
    check: Some(Check::Entries(check)),
};

fn check<'a>(catalog: &'a Catalog, report: &mut Report) -> EachEntry<'a> {
    if !catalog.http || catalog.doubts.about("http") {
        return Box::new(|_, _| ());
    }
    // Advice that many entries take over is one slip.
    let mut seen = Set::new();
    let mut raise = move |found: Found<'a>, report: &mut Report| {
        if seen.insert(found.advice.span) && !found.is_in_doubt(catalog) {
            found.raise(report);
        }
    };
    let rows = catalog.statuses.iter().filter_map(of_row);
    rows.for_each(|found| raise(found, report));
    Box::new(move |entry, report| {
        of_entry(catalog, entry).for_each(|found| raise(found, report));
    })
}

/// Advice, and what it contradicts.
struct Found<'a> {
    advice: Advice<'a>,
    /// The status, or the class of them.
    row: Row,
    why: Why,
    /// The entry that has the advice; none where a row is at odds with itself.
    entry: Option<&'a Entry>,
}

/// What a status says, which the advice does not heed.
enum Why {
    /// The same request will fail again.
    AtFault,
    /// The same request may work later.
    Later,
    /// The request belongs elsewhere.
    Elsewhere,
}

/// What the advice of a row contradicts, whether or not an entry takes it over.
fn of_row(row: &StatusRow) -> Option<Found<'_>> {
    let advice = Advice::of(row.retry.as_ref()?, AdviceRule::Status(row.row));
    let why = match row.row {
        Row::Status(status) => contradicted(status, advice.retry)?,
        Row::Class(4) if sends_again(advice.retry) && advice.retry.note.is_none() => Why::AtFault,
        Row::Class(_) | Row::Network | Row::Other => return None,
    };
    Some(Found {
        advice,
        row: row.row,
        why,
        entry: None,
    })
}

/// What the advice for an entry contradicts, wherever the advice stands.
fn of_entry<'a>(
    catalog: &'a Catalog,
    entry: &'a Entry,
) -> impl Iterator<Item = Found<'a>> + use<'a> {
    let found = move |status: Status, advice: Advice<'a>| {
        Some(Found {
            advice,
            row: Row::Status(status),
            why: contradicted(status, advice.retry)?,
            entry: Some(entry),
        })
    };
    entry.statuses.iter().flat_map(move |status| {
        let variants = entry.variants.iter().filter_map(|it| it.retry.as_ref());
        let variants = variants.map(|retry| Advice::of(retry, AdviceRule::Variant));
        let advice = catalog.advice(entry, Some(*status)).into_iter();
        advice
            .chain(variants)
            .filter_map(move |it| found(*status, it))
    })
}

/// What `status` says against the advice, if that gives no reason.
fn contradicted(status: Status, retry: &Retry) -> Option<Why> {
    if retry.note.is_some() {
        return None;
    }
    match status.number() {
        301 | 302 | 303 | 307 | 308 if sends_again(retry) => Some(Why::Elsewhere),
        // Not those of which RFC 9110 or a later one says that time or another
        // connection may help: 408, 409, 413, 421, 423, 424, 425, 429. What is
        // not registered, or reserved as 402 is, means what the API says; and 404
        // does not tell whether what is missing will come.
        400 | 401 | 403 | 405..=407 | 410..=412 | 414..=417 | 422 | 426 | 428 | 431 | 451
            if sends_again(retry) =>
        {
            Some(Why::AtFault)
        }
        408 | 425 | 429 | 503 if matches!(retry.action, Action::Stop | Action::Change) => {
            Some(Why::Later)
        }
        _ => None,
    }
}

/// Whether the same request is sent to the same place again.
fn sends_again(retry: &Retry) -> bool {
    matches!(retry.action, Action::Wait | Action::Backoff)
}

impl Found<'_> {
    /// Whether a slip where the advice stands may have cost its note.
    fn is_in_doubt(&self, catalog: &Catalog) -> bool {
        let doubts = &catalog.doubts;
        match self.advice.rule {
            AdviceRule::Section(at) => doubts.within(catalog.sections[at].head),
            AdviceRule::Type(_) => doubts.about("types"),
            AdviceRule::Status(_) => doubts.about("statuses"),
            AdviceRule::Entry | AdviceRule::Variant => self
                .entry
                .is_some_and(|entry| doubts.within(catalog.own_listing(entry).extent)),
        }
    }

    fn raise(&self, report: &mut Report) {
        let (action, row) = (self.advice.retry.action, self.row);
        let does = match action {
            Action::Stop => "gives up",
            Action::Change => "asks for another request",
            Action::Act | Action::Wait | Action::Backoff | Action::Redirect => {
                "sends the same request again"
            }
        };
        let says = match self.why {
            Why::AtFault => "says that the request is at fault",
            Why::Later => "says that it may work later",
            Why::Elsewhere => "says that it belongs elsewhere",
        };
        let message = format!("`{}` {does}, but {row} {says}", action.word());
        let finding = report.raise(&RULE, self.advice.span, message);
        finding.help("if the document advises this, add its reason as `note:`; else correct `do:`");
        match (self.entry, self.advice.rule) {
            (Some(entry), AdviceRule::Entry | AdviceRule::Variant) => {
                finding.about(entry.span);
            }
            (Some(entry), _) => {
                finding.related(entry.span, format!("this comes with {row}"));
            }
            (None, _) => {}
        }
    }
}
