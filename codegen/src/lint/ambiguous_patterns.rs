//! EC0111: one text can be two variable codes.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::{Check, EachEntry, Level, Rule, over_limit, shown};
use crate::diag::Report;
use crate::limits;
use crate::map::Set;
use crate::model::{Catalog, Code, Entry, FieldType, Pattern};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0111",
    name: "ambiguous-patterns",
    level: Level::Deny,
    explain: include_str!("ambiguous_patterns.md"),
    check: Some(Check::Entries(check)),
};

fn check<'a>(_: &'a Catalog, _: &mut Report) -> EachEntry<'a> {
    let mut patterns = Spellings::default();
    let mut budget = Some(limits::COMPARED);
    Box::new(move |entry, report| {
        for second in spellings(entry) {
            let Some(left) = budget else { return };
            budget = hold_against(&patterns, &second, left, report);
            if budget.is_none() {
                over_limit::compared(report, second.span);
            }
            patterns.push(second);
        }
    })
}

/// Reports the first of the patterns that can be the same text as `second`: one
/// finding at each place is enough. Returns what is left of the budget, if it
/// was enough.
fn hold_against(
    patterns: &Spellings<'_>,
    second: &Spelling<'_>,
    mut budget: usize,
    report: &mut Report,
) -> Option<usize> {
    let candidates = patterns.near(second);
    budget = budget.checked_sub(candidates.len())?;
    let rivals = candidates.iter().map(|index| &patterns.all[*index]);
    for first in rivals.filter(|it| it.is_rival(second)) {
        if let Some(text) = shared(first, second, &mut budget).ok()? {
            raise(first, second, &text, report);
            break;
        }
    }
    Some(budget)
}

fn raise(first: &Spelling<'_>, second: &Spelling<'_>, text: &str, report: &mut Report) {
    let message = format!(
        "`{}` and `{}` can both be `{}`",
        shown(&first.pattern.to_string()),
        shown(&second.pattern.to_string()),
        shown(text)
    );
    report
        .raise(&RULE, second.span, message)
        .related(first.span, "the other is here")
        .help(
            "make one of the two narrower: a part that an `integer` detail fills takes digits only",
        );
}

/// Patterns, found by how they begin and end.
#[derive(Default)]
struct Spellings<'a> {
    all: Vec<Spelling<'a>>,
    by_start: Index,
    by_end: Index,
}

/// Numbers of patterns by their first literal, or by their last one, reversed.
type Index = BTreeMap<String, Vec<usize>>;

impl<'a> Spellings<'a> {
    fn push(&mut self, it: Spelling<'a>) {
        let number = self.all.len();
        let start = it.first().to_owned();
        self.by_start.entry(start).or_default().push(number);
        self.by_end.entry(it.reversed()).or_default().push(number);
        self.all.push(it);
    }

    /// The numbers of those that begin like `it`, or of those that end like it:
    /// of whichever there are fewer.
    fn near(&self, it: &Spelling<'_>) -> Vec<usize> {
        let (start, end) = (it.first(), it.reversed());
        let starts = || alike(&self.by_start, start);
        let ends = || alike(&self.by_end, &end);
        // This takes as many steps as the fewer are.
        let fewest = starts().zip(ends()).count();
        let mut near: Vec<usize> = match starts().nth(fewest) {
            None => starts().collect(),
            Some(_) => ends().collect(),
        };
        near.sort_unstable();
        near
    }
}

/// What stands under a beginning of `key`, or under what begins with it.
fn alike<'a>(index: &'a Index, key: &'a str) -> impl Iterator<Item = usize> + 'a {
    let shorter = (0..=key.len()).filter_map(move |end| index.get(key.get(..end)?));
    let longer = index
        .range::<str, _>((Bound::Excluded(key), Bound::Unbounded))
        .take_while(move |(it, _)| it.starts_with(key));
    shorter.chain(longer.map(|it| it.1)).flatten().copied()
}

/// A variable code or alias, and the code that it leads to.
struct Spelling<'a> {
    pattern: &'a Pattern,
    span: Span,
    /// Where the code that it leads to is written.
    leads_to: Span,
    steps: Vec<Step>,
}

impl Spelling<'_> {
    /// Whether a text that is both is ambiguous. Equal patterns are
    /// `duplicate-code`'s.
    fn is_rival(&self, other: &Self) -> bool {
        let (own, its) = (self.first(), other.first());
        let begin_alike = own.starts_with(its) || its.starts_with(own);
        let (own, its) = (self.last(), other.last());
        let end_alike = own.ends_with(its) || its.ends_with(own);
        begin_alike && end_alike && self.leads_to != other.leads_to && self.pattern != other.pattern
    }

    fn first(&self) -> &str {
        self.pattern.literals().first().map_or("", String::as_str)
    }

    fn last(&self) -> &str {
        self.pattern.literals().last().map_or("", String::as_str)
    }

    fn reversed(&self) -> String {
        self.last().chars().rev().collect()
    }
}

fn spellings(entry: &Entry) -> impl Iterator<Item = Spelling<'_>> {
    let codes = entry.codes.iter().map(|it| (&it.code, it.span, it.span));
    let first = entry.first().span;
    let aliases = entry.aliases.iter();
    let aliases = aliases.map(move |it| (&it.value, it.span, first));
    codes
        .chain(aliases)
        .filter_map(|(code, span, leads_to)| match code {
            Code::Pattern(pattern) => Some(Spelling {
                pattern,
                span,
                leads_to,
                steps: steps(entry, pattern),
            }),
            Code::Text(_) | Code::Integer(_) => None,
        })
}

/// A step of an automaton that reads the texts of a pattern: from one position
/// to another, over one character.
#[derive(Clone, Copy)]
struct Step {
    from: usize,
    to: usize,
    over: Class,
}

/// Some characters.
#[derive(Clone, Copy)]
enum Class {
    Exactly(char),
    Digit,
    Any,
}

/// The steps of a pattern. It starts at position 0 and ends at the last one:
/// the greatest that a step leads to.
fn steps(entry: &Entry, pattern: &Pattern) -> Vec<Step> {
    let (mut steps, mut from) = (Vec::new(), 0);
    let mut step = |from, to, over| steps.push(Step { from, to, over });
    let mut parts = pattern.details().iter();
    for literal in pattern.literals() {
        for character in literal.chars() {
            step(from, from + 1, Class::Exactly(character));
            from += 1;
        }
        let Some(part) = parts.next() else { continue };
        let detail = entry.details.iter().find(|detail| detail.name == *part);
        if matches!(detail.map(|it| &it.kind), Some(FieldType::Integer)) {
            step(from, from + 1, Class::Exactly('-'));
            step(from, from + 2, Class::Digit);
            step(from + 1, from + 2, Class::Digit);
            step(from + 2, from + 2, Class::Digit);
            from += 2;
        } else {
            step(from, from + 1, Class::Any);
            step(from + 1, from + 1, Class::Any);
            from += 1;
        }
    }
    steps
}

/// A shortest text that both patterns take, if there is one: a breadth-first
/// search through the pairs of positions, as many as the budget has left.
fn shared(
    first: &Spelling<'_>,
    second: &Spelling<'_>,
    budget: &mut usize,
) -> Result<Option<String>, Spent> {
    let end = |steps: &[Step]| steps.iter().map(|step| step.to).max().unwrap_or(0);
    let ends = (end(&first.steps), end(&second.steps));
    let mut seen = Set::from_iter([(0, 0)]);
    let mut found = vec![Found {
        at: (0, 0),
        from: None,
    }];
    let mut next = 0;
    while let Some(Found { at, .. }) = found.get(next) {
        let at = *at;
        if at == ends {
            return Ok(Some(text_to(&found, next)));
        }
        *budget = budget.checked_sub(1).ok_or(Spent)?;
        for one in steps_from(&first.steps, at.0) {
            for other in steps_from(&second.steps, at.1) {
                let to = (one.to, other.to);
                if let Some(character) = common(one.over, other.over)
                    && seen.insert(to)
                {
                    let from = Some((next, character));
                    found.push(Found { at: to, from });
                }
            }
        }
        next += 1;
    }
    Ok(None)
}

/// The budget was not enough.
struct Spent;

/// A pair of positions, and the number of the one that leads to it, over which
/// character.
struct Found {
    at: (usize, usize),
    from: Option<(usize, char)>,
}

/// The text that leads from the start to a pair.
fn text_to(found: &[Found], mut number: usize) -> String {
    let mut text = Vec::new();
    while let Some((before, character)) = found[number].from {
        text.push(character);
        number = before;
    }
    text.iter().rev().collect()
}

/// The steps from a position: they are in the order of these.
fn steps_from(steps: &[Step], from: usize) -> impl Iterator<Item = &Step> {
    let first = steps.partition_point(|step| step.from < from);
    steps[first..].iter().take_while(move |it| it.from == from)
}

/// A character of both classes.
fn common(one: Class, other: Class) -> Option<char> {
    match (one, other) {
        (Class::Exactly(a), Class::Exactly(b)) => (a == b).then_some(a),
        (Class::Exactly(it), Class::Digit) | (Class::Digit, Class::Exactly(it)) => {
            it.is_ascii_digit().then_some(it)
        }
        (Class::Exactly(it), Class::Any) | (Class::Any, Class::Exactly(it)) => Some(it),
        (Class::Digit, Class::Digit | Class::Any) | (Class::Any, Class::Digit) => Some('1'),
        (Class::Any, Class::Any) => Some('x'),
    }
}
