//! EC0111: one text can be two variable codes.

use std::collections::VecDeque;

use super::{Check, EachEntry, Level, Rule, shown};
use crate::diag::Report;
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
    let mut patterns: Vec<Spelling<'_>> = Vec::new();
    Box::new(move |entry, report| {
        for second in spellings(entry) {
            hold_against(&patterns, &second, report);
            patterns.push(second);
        }
    })
}

/// Reports the first of the patterns that can be the same text as `second`: one
/// finding at each place is enough.
fn hold_against(patterns: &[Spelling<'_>], second: &Spelling<'_>, report: &mut Report) {
    let mut rivals = patterns.iter().filter(|it| it.is_rival(second));
    let both = |first| Some((first, shared(first, second)?));
    let Some((first, text)) = rivals.find_map(both) else {
        return;
    };
    let message = format!(
        "`{}` and `{}` can both be `{}`",
        shown(&first.pattern.to_string()),
        shown(&second.pattern.to_string()),
        shown(&text)
    );
    report
        .raise(&RULE, second.span, message)
        .related(first.span, "the other is here")
        .help(
            "make one of the two narrower: a part that an `integer` detail fills takes digits only",
        );
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
        let (own, its) = (&self.pattern.literals()[0], &other.pattern.literals()[0]);
        let begin_alike = own.starts_with(its.as_str()) || its.starts_with(own.as_str());
        begin_alike && self.leads_to != other.leads_to && self.pattern != other.pattern
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
/// search through the pairs of positions.
fn shared(first: &Spelling<'_>, second: &Spelling<'_>) -> Option<String> {
    let end = |steps: &[Step]| steps.iter().map(|step| step.to).max();
    let ends = (end(&first.steps)?, end(&second.steps)?);
    let mut seen = Set::from_iter([(0, 0)]);
    let mut queue = VecDeque::from([((0, 0), String::new())]);
    while let Some((at, text)) = queue.pop_front() {
        if at == ends {
            return Some(text);
        }
        for one in first.steps.iter().filter(|step| step.from == at.0) {
            for other in second.steps.iter().filter(|step| step.from == at.1) {
                let to = (one.to, other.to);
                if let Some(character) = common(one.over, other.over)
                    && seen.insert(to)
                {
                    queue.push_back((to, format!("{text}{character}")));
                }
            }
        }
    }
    None
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
