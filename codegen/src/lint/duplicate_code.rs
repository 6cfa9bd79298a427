//! EC0101: two entries share a code.

use super::{Check, Level, Rule, shown};
use crate::diag::Report;
use crate::map::{Map, Set};
use crate::mend::Mend;
use crate::model::{Catalog, Code, Entry};
use crate::source::Span;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0101",
    name: "duplicate-code",
    level: Level::Deny,
    explain: include_str!("duplicate_code.md"),
    check: Some(Check::Catalog(check)),
};

fn check(catalog: &Catalog, report: &mut Report) {
    codes(catalog, report);
    numbers(catalog, report);
}

fn codes(catalog: &Catalog, report: &mut Report) {
    if !catalog.spellings.codes.may_repeat() {
        return;
    }
    let mut owners: Map<&Code, (usize, Span)> = Map::new();
    let mut reported = Set::new();
    for (at, entry) in catalog.entries.iter().enumerate() {
        let codes = entry.codes.iter().map(|code| (&code.code, code.span));
        let aliases = entry.aliases.iter().map(|alias| (&alias.value, alias.span));
        let own = entry.codes.len();
        for (place, (code, span)) in codes.chain(aliases).enumerate() {
            let (owner, first) = *owners.or_insert(code, (at, span));
            let help = match () {
                () if first == span => continue,
                () if owner == at => "delete one of the two".to_owned(),
                // Of a copied item with several codes, one finding is enough.
                () if !reported.insert((owner, at)) => continue,
                () if place < own => {
                    format!("where the document repeats a code, write `ref: {code}` here")
                }
                () => "delete it here: a spelling leads to one entry".to_owned(),
            };
            let message = format!("the code `{}` is already taken", shown(&code.to_string()));
            let finding = report.raise(&RULE, span, message);
            finding.related(first, "first used here").help(help);
            if owner == at && place < own {
                finding.mend(Mend::DropTwin(span));
            } else if owner == at {
                finding.mend(Mend::Drop(span));
            } else if place < own {
                finding.help("if this is another error, give it a code of its own");
                if let Some(key) = is_ref(entry, &catalog.entries[owner]) {
                    finding.mend(Mend::Say(key, "ref".to_owned()));
                }
            }
        }
    }
}

/// Where each code that stands for an entry does so first.
pub(super) fn owners(catalog: &Catalog) -> Map<&Code, Span> {
    let mut owners = Map::new();
    for entry in &catalog.entries {
        owners.or_insert(entry.code(), entry.span);
    }
    owners
}

/// The codes that several entries have. One of these is a copy, and what else
/// it lacks is no slip of its own.
pub(super) fn repeated(catalog: &Catalog) -> Set<&Code> {
    if !catalog.spellings.codes.may_repeat() {
        return Set::new();
    }
    let mut known = Set::new();
    let codes = catalog.entries.iter().flat_map(|entry| &entry.codes);
    let codes = codes.map(|code| &code.code);
    codes.filter(|code| !known.insert(*code)).collect()
}

/// The key `code` of an item that says nothing but that `first`, and no other
/// entry, is listed again: of another error there would be a text.
fn is_ref(entry: &Entry, first: &Entry) -> Option<Span> {
    let is_one = entry.codes.len() == 1 && first.could_be_ref.is_none();
    entry.could_be_ref.filter(|_| is_one)
}

/// Code numbers are a second set of codes, apart from the first.
fn numbers(catalog: &Catalog, report: &mut Report) {
    let mut owners: Map<i64, Span> = Map::new();
    for number in catalog
        .entries
        .iter()
        .filter_map(|it| it.code_number.as_ref())
    {
        let first = *owners.or_insert(number.value, number.span);
        if first != number.span {
            let message = format!("the code number `{}` is already taken", number.value);
            report
                .raise(&RULE, number.span, message)
                .related(first, "first used here")
                .help("give each entry the number that its document gives it");
        }
    }
}
