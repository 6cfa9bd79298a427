//! What a text names in a catalog: an entry by its code, a row by its key.
//!
//! Programs that read codes off the wire, or off a command line, ask here. It
//! says what the generated `FromStr` says: exact codes and aliases come before
//! variable ones, and an `integer` part takes digits only. Deliberately absent:
//! near names, and names that differ in case.

use super::{Catalog, Code, Entry, FieldType, Pattern, Row};

/// Longest text that is held against variable codes, as in generated Rust.
const LONGEST: usize = 1024;

/// A code of a catalog that a text is.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Found<'a> {
    /// The entry that it leads to.
    pub entry: &'a Entry,
    /// The code or alias as the catalog spells it.
    pub code: &'a Code,
    /// What the text has in place of each variable part, by the part's detail.
    pub parts: Vec<(&'a str, String)>,
}

impl Catalog {
    /// The row that a key of the status table names; it need not be written.
    ///
    /// ```
    /// # use errcat_codegen::{Config, Source, analyze_sources};
    /// let yaml = "\
    /// errcat: 1
    /// catalog: parcel
    /// title: Parcel API errors
    /// errors:
    ///   - {code: PARCEL_LOST, status: 410, message: Nobody has seen it.}
    /// ";
    /// let analysis = analyze_sources(vec![Source::new("parcel.yaml", yaml)], &Config::default());
    /// let catalog = &analysis.catalogs()[0];
    /// assert_eq!(catalog.row_named("4xx").unwrap().to_string(), "4xx");
    /// assert!(catalog.row_named("9xx").is_none());
    /// ```
    #[must_use]
    pub fn row_named(&self, key: &str) -> Option<Row> {
        Row::from_key(key, self.http)
    }

    /// The code that `text` is: exactly, or as one with variable parts. A code
    /// as the catalog writes it, `SLOW_DOWN_{seconds}`, is itself.
    #[must_use]
    pub fn find_code(&self, text: &str) -> Option<Found<'_>> {
        let spelt = || self.entries.iter().flat_map(spelt_codes);
        let exact = spelt().find(|(_, code)| code.to_string() == text);
        if let Some((entry, code)) = exact {
            let parts = Vec::new();
            return Some(Found { entry, code, parts });
        }
        spelt().find_map(|(entry, code)| spelt_as(entry, code, text))
    }
}

/// `text` as this code, if that has variable parts and makes it.
pub(crate) fn spelt_as<'a>(entry: &'a Entry, code: &'a Code, text: &str) -> Option<Found<'a>> {
    let Code::Pattern(pattern) = code else {
        return None;
    };
    let texts = parts(entry, pattern, text)?;
    let names = pattern.details().iter().map(String::as_str);
    let parts = names.zip(texts.into_iter().map(str::to_owned)).collect();
    Some(Found { entry, code, parts })
}

/// The codes and aliases of an entry.
pub(crate) fn spelt_codes(entry: &Entry) -> impl Iterator<Item = (&Entry, &Code)> {
    let aliases = entry.aliases.iter().map(|alias| &alias.value);
    let codes = entry.codes.iter().map(|code| &code.code).chain(aliases);
    codes.map(move |code| (entry, code))
}

/// What `text` has in place of the variable parts, each as short as it can be;
/// `None` if it is not this code.
///
/// From the last literal back to the first, it marks the places where the rest
/// of the pattern fits; then it goes forward from one to the next. The time is
/// that of the text's length by the parts, whatever the text.
fn parts<'t>(entry: &Entry, pattern: &Pattern, text: &'t str) -> Option<Vec<&'t str>> {
    if text.len() > LONGEST {
        return None;
    }
    let runs = runs(text);
    let of = |detail: &String| Part::of(entry, detail, &runs);
    let kinds: Vec<Part<'_>> = pattern.details().iter().map(of).collect();
    let last = pattern.literals().last()?;
    let mut ahead = vec![starts(text, last, |end| end == text.len())];
    for (literal, kind) in pattern.literals().iter().zip(&kinds).rev() {
        let next = next_of(ahead.last()?);
        let fits = |end| kind.end(text, end, &next).is_some();
        ahead.push(starts(text, literal, fits));
    }
    if !*ahead.pop()?.first()? {
        return None;
    }
    let (mut at, mut found) = (0, Vec::new());
    for (literal, kind) in pattern.literals().iter().zip(&kinds) {
        let start = at + literal.len();
        at = kind.end(text, start, &next_of(&ahead.pop()?))?;
        found.push(&text[start..at]);
    }
    Some(found)
}

/// What a variable part takes.
#[derive(Clone, Copy)]
enum Part<'a> {
    /// A whole number: where the digits that begin at each place end.
    Integer(&'a [usize]),
    Any,
}

impl<'a> Part<'a> {
    fn of(entry: &Entry, detail: &str, runs: &'a [usize]) -> Self {
        let declared = entry.details.iter().find(|it| it.name == detail);
        match declared.map(|it| &it.kind) {
            Some(FieldType::Integer) => Self::Integer(runs),
            _ => Self::Any,
        }
    }

    /// The nearest end of this part when it starts at `start`, where `next` says
    /// for each place the nearest one from there at which the rest fits.
    fn end(self, text: &str, start: usize, next: &[Option<usize>]) -> Option<usize> {
        match self {
            Self::Any => *next.get(start + 1)?,
            Self::Integer(runs) => {
                let digits = start + usize::from(text[start..].starts_with('-'));
                next.get(digits + 1)?.filter(|end| *end <= runs[digits])
            }
        }
    }
}

/// For each place in `text`, where the digits that begin there end.
fn runs(text: &str) -> Vec<usize> {
    let mut runs: Vec<usize> = (0..=text.len()).collect();
    for (at, byte) in text.bytes().enumerate().rev() {
        if byte.is_ascii_digit() {
            runs[at] = runs[at + 1];
        }
    }
    runs
}

/// For each place in `text`, whether `literal` stands there and ends well.
fn starts(text: &str, literal: &str, ends_well: impl Fn(usize) -> bool) -> Vec<bool> {
    let stands = |at: usize| text.get(at..).is_some_and(|it| it.starts_with(literal));
    (0..=text.len())
        .map(|at| stands(at) && ends_well(at + literal.len()))
        .collect()
}

/// For each place, the nearest one from there that fits.
fn next_of(fits: &[bool]) -> Vec<Option<usize>> {
    let mut nearest = None;
    let mut next: Vec<Option<usize>> = (0..fits.len())
        .rev()
        .map(|at| {
            nearest = if fits[at] { Some(at) } else { nearest };
            nearest
        })
        .collect();
    next.reverse();
    next
}

#[cfg(test)]
mod tests {
    use crate::{Config, Source, analyze_sources};

    const YAML: &str = "\
errcat: 1
catalog: depot
title: Depot errors
errors:
  - code: SLOW_DOWN_{seconds}
    aliases: [SLOW_DOWN]
    status: 429
    message: Wait.
    details: {seconds: {type: integer, in: code, optional: true}}
  - code: \"{place}: no {thing} there\"
    name: nothing-there
    status: 404
    message: Nothing there.
    details: {place: {type: string, in: code}, thing: {type: string, in: code}}
  - {code: SLOW_DOWN_NOW, status: 429, message: Wait now.}
";

    #[track_caller]
    fn found(text: &str) -> Option<(String, String)> {
        let source = Source::new("depot.yaml", YAML);
        let analysis = analyze_sources(vec![source], &Config::default());
        assert!(
            analysis.diagnostics().is_empty(),
            "{}",
            analysis.diagnostics()
        );
        let found = analysis.catalogs()[0].find_code(text)?;
        let parts = found
            .parts
            .iter()
            .map(|(name, text)| format!("{name}={text}"));
        let parts: Vec<String> = parts.collect();
        Some((found.code.to_string(), parts.join(" ")))
    }

    #[test]
    fn a_text_is_a_code_an_alias_or_a_code_with_its_parts() {
        for (text, code, parts) in [
            ("SLOW_DOWN_NOW", "SLOW_DOWN_NOW", ""),
            ("SLOW_DOWN", "SLOW_DOWN", ""),
            ("SLOW_DOWN_{seconds}", "SLOW_DOWN_{seconds}", ""),
            ("SLOW_DOWN_30", "SLOW_DOWN_{seconds}", "seconds=30"),
            ("SLOW_DOWN_-3", "SLOW_DOWN_{seconds}", "seconds=-3"),
            (
                "é: no ü there",
                "{place}: no {thing} there",
                "place=é thing=ü",
            ),
            (
                "a: no b: no c there there",
                "{place}: no {thing} there",
                "place=a thing=b: no c there",
            ),
        ] {
            let expected = Some((code.to_owned(), parts.to_owned()));
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_near_is_no_code() {
        let long = format!("SLOW_DOWN_{}", "1".repeat(super::LONGEST));
        for text in [
            "",
            "SLOW_DOWN_",
            "SLOW_DOWN_x",
            "SLOW_DOWN_-",
            "slow_down",
            &long,
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(found(": no  there"), None);
    }
}
