//! What the words of the command line name.

use errcat_codegen::model::{Catalog, Code, CodeName, Entry, Row};
use errcat_codegen::{Analysis, RULES, Rule, nearest};

use crate::findings::counted;

/// One thing to explain.
pub(super) enum Hit<'a> {
    /// The list of all lints.
    Lints,
    Lint(&'static Rule),
    Entry(Named<'a>),
    Row(&'a Catalog, Row),
}

/// An entry, and how it was named.
pub(super) struct Named<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) entry: &'a Entry,
    /// The code that was asked for.
    pub(super) code: &'a CodeName,
    pub(super) given: Given,
}

/// What was given in place of the code.
pub(super) enum Given {
    /// The code itself, or a name of it.
    Code,
    Alias(String),
    /// A value of a variable code, with what stands for each of its parts.
    Value(String, Vec<(String, String)>),
}

/// Whether `what` can only be meant as a lint, or is the name of one.
pub(super) fn is_lint(what: &str) -> bool {
    what == LINTS || rule(what).is_some() || is_lint_id(what)
}

/// What asks for the list of all lints.
const LINTS: &str = "lints";

/// All that `what` names: the lint, then what each catalog has. Names count in
/// another case if nothing has just this one.
pub(super) fn find<'a>(what: &str, project: Option<&'a Analysis>) -> Vec<Hit<'a>> {
    let mut hits: Vec<Hit<'a>> = rule(what).map(Hit::Lint).into_iter().collect();
    let catalogs = project.map(Analysis::catalogs).unwrap_or_default();
    hits.extend(catalogs.iter().flat_map(|it| exactly(what, it)));
    if hits.is_empty()
        && let Some((id, rest)) = what.split_once("::")
    {
        let one = || catalogs.iter().filter(|it| it.id.as_str() == id);
        hits.extend(one().flat_map(|it| exactly(rest, it)));
        if hits.is_empty() {
            hits.extend(one().flat_map(|it| in_another_case(rest, it)));
        }
    }
    if hits.is_empty() && what == LINTS {
        return vec![Hit::Lints];
    }
    if hits.is_empty() {
        hits.extend(catalogs.iter().flat_map(|it| in_another_case(what, it)));
    }
    hits
}

/// That nothing is called `what`, and what is nearest.
pub(super) fn nothing(what: &str, project: Option<&Analysis>) -> String {
    let catalogs = project.map(Analysis::catalogs).unwrap_or_default();
    let (none, near) = match what.split_once("::") {
        Some((id, name)) => missing_in(catalogs, id, name),
        None => missing(catalogs, what),
    };
    match near {
        Some(name) => format!("{none}; did you mean `{name}`?"),
        None if is_lint_id(what) => format!("{none}; `errcat explain {LINTS}` lists them"),
        None if is_row_name(what) && !catalogs.is_empty() => {
            format!("{none}: no catalog has it in its table of statuses")
        }
        None if catalogs.is_empty() => format!("{none}; there are no catalogs here"),
        None => format!("{none}; `errcat list` shows all codes"),
    }
}

fn missing(catalogs: &[Catalog], what: &str) -> (String, Option<String>) {
    let known: Vec<String> = catalogs.iter().flat_map(names).collect();
    let known = known.iter().map(String::as_str);
    let rules = RULES.iter().flat_map(|it| [it.id, it.name]);
    let (noun, near) = if is_lint_id(what) {
        ("lint", nearest(what, rules))
    } else if what.starts_with(|c: char| c.is_ascii_digit()) {
        ("status or code", nearest(what, known))
    } else if is_row_name(what) {
        ("row", None)
    } else {
        ("code", nearest(what, known.chain(rules)))
    };
    (format!("no {noun} `{what}`"), near.map(str::to_owned))
}

/// The same for `name` in the catalog `id` alone.
fn missing_in(catalogs: &[Catalog], id: &str, name: &str) -> (String, Option<String>) {
    let Some(catalog) = catalogs.iter().find(|it| it.id.as_str() == id) else {
        let near = nearest(id, catalogs.iter().map(|it| it.id.as_str()));
        return (format!("no catalog `{id}`"), near.map(str::to_owned));
    };
    let known = names(catalog);
    let near = nearest(name, known.iter().map(String::as_str));
    let near = near.map(|near| format!("{id}::{near}"));
    (format!("no code `{name}` in the catalog `{id}`"), near)
}

/// How to see one of several entries of the same name.
pub(super) fn how_to_narrow(what: &str, hits: &[Hit<'_>]) -> Option<String> {
    let mut ids: Vec<&str> = hits
        .iter()
        .filter_map(|hit| match hit {
            Hit::Lints | Hit::Lint(_) => None,
            Hit::Entry(named) => Some(named.catalog.id.as_str()),
            Hit::Row(catalog, _) => Some(catalog.id.as_str()),
        })
        .collect();
    ids.dedup();
    let first = ids.first().filter(|_| ids.len() > 1)?;
    let count = counted(ids.len(), "catalog");
    Some(format!(
        "`{what}` is in {count}; `errcat explain {first}::{what}` asks one"
    ))
}

fn rule(what: &str) -> Option<&'static Rule> {
    let same = |name: &str| name.eq_ignore_ascii_case(what);
    let mut rules = RULES.iter().copied();
    rules.find(|rule| same(rule.id) || same(rule.name))
}

/// Whether `what` is a row without a number.
fn is_row_name(what: &str) -> bool {
    matches!(what, "network" | "other")
}

fn is_lint_id(what: &str) -> bool {
    let number = what.get(..2).filter(|it| it.eq_ignore_ascii_case("EC"));
    number.is_some() && what[2..].starts_with(|c: char| c.is_ascii_digit())
}

/// The entry and the row of this very name.
fn exactly<'a>(what: &str, catalog: &'a Catalog) -> Vec<Hit<'a>> {
    let entry = by_code(what, catalog).or_else(|| {
        let mut codes = coded(catalog);
        let found = codes.find(|(_, it)| it.name.as_str() == what || it.ident.as_str() == what);
        found.map(|(entry, code)| Named::by_name(catalog, entry, code))
    });
    let row = catalog
        .row_named(what)
        .filter(|row| is_about(catalog, *row));
    let row = row.map(|row| Hit::Row(catalog, row));
    entry.map(Hit::Entry).into_iter().chain(row).collect()
}

/// The entries and the row whose name differs in case alone.
fn in_another_case<'a>(what: &str, catalog: &'a Catalog) -> Vec<Hit<'a>> {
    let same = |name: &str| name.to_lowercase() == what.to_lowercase();
    let named = coded(catalog).filter(|(_, it)| {
        same(&it.code.to_string()) || same(it.name.as_str()) || same(it.ident.as_str())
    });
    let entries = named.map(|(entry, code)| Hit::Entry(Named::by_name(catalog, entry, code)));
    let row = catalog.row_named(&what.to_ascii_lowercase());
    let row = row.filter(|row| is_about(catalog, *row));
    entries
        .chain(row.map(|row| Hit::Row(catalog, row)))
        .collect()
}

impl<'a> Named<'a> {
    fn by_name(catalog: &'a Catalog, entry: &'a Entry, code: &'a CodeName) -> Self {
        Self {
            catalog,
            entry,
            code,
            given: Given::Code,
        }
    }
}

fn by_code<'a>(what: &str, catalog: &'a Catalog) -> Option<Named<'a>> {
    let found = catalog.find_code(what)?;
    let own = found.entry.codes.iter().find(|it| it.code == *found.code);
    let parts = found.parts.iter();
    let parts: Vec<(String, String)> = parts
        .map(|(name, text)| ((*name).to_owned(), text.clone()))
        .collect();
    let given = match (own, found.code) {
        (_, Code::Pattern(_)) if !parts.is_empty() => Given::Value(what.to_owned(), parts),
        (Some(_), _) => Given::Code,
        (None, _) => Given::Alias(what.to_owned()),
    };
    Some(Named {
        catalog,
        entry: found.entry,
        code: own.unwrap_or(found.entry.first()),
        given,
    })
}

/// Whether the catalog says anything about a row: there it is, or an entry has
/// such a status, or the row of its class is there.
fn is_about(catalog: &Catalog, row: Row) -> bool {
    let is_written = |row| catalog.row(row).is_some();
    let may_be_unwritten = matches!(row, Row::Status(_) | Row::Class(_));
    is_written(row)
        || may_be_unwritten && super::row::entries(catalog, row).next().is_some()
        || matches!(row, Row::Status(status) if catalog.http && is_written(status.class()))
}

fn coded(catalog: &Catalog) -> impl Iterator<Item = (&Entry, &CodeName)> {
    let entries = catalog.entries.iter();
    entries.flat_map(|entry| entry.codes.iter().map(move |code| (entry, code)))
}

/// All that can be asked of a catalog.
fn names(catalog: &Catalog) -> Vec<String> {
    let codes = coded(catalog).map(|(_, it)| it.code.to_string());
    let aliases = catalog.entries.iter().flat_map(|it| &it.aliases);
    let aliases = aliases.map(|alias| alias.value.to_string());
    let own = coded(catalog).map(|(_, it)| it.name.as_str().to_owned());
    let idents = coded(catalog).map(|(_, it)| it.ident.to_string());
    let rows = catalog.statuses.iter().map(|it| it.row.to_string());
    let statuses = catalog.entries.iter().flat_map(|it| &it.statuses);
    let statuses = statuses.map(ToString::to_string);
    let named = codes.chain(aliases).chain(own).chain(idents);
    named.chain(rows).chain(statuses).collect()
}
