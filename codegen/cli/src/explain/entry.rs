//! An entry: what to do about it first, then all that the catalog says.

mod facts;

use errcat_codegen::Analysis;
use errcat_codegen::model::{Catalog, Constant, Entry, Prose, Spanned, Variant};

use super::advice;
use super::find::{Given, Named};
use super::page::{Line, Page};

pub(super) fn print(page: &mut Page, analysis: &Analysis, named: &Named<'_>) {
    let Named { catalog, entry, .. } = *named;
    page.title(&title(named));
    page.body(|cell| {
        let mut line = Line::of_text(entry.message.text.as_str());
        if !entry.message.given {
            line.raw(" (The catalog gives no message: this is the code in words.)");
        }
        cell.line(&line);
    });
    page.gap();
    given(page, named);
    advice::of_entry(page, analysis.diagnostics(), catalog, entry);
    for variant in &entry.variants {
        page.gap();
        self::variant(page, analysis, (catalog, entry), variant);
    }
    page.gap();
    if let Some(message) = &entry.user_message {
        page.fact("For users", &Line::of_text(message.text.as_str()));
    }
    let fix = entry.texts.fix.as_ref();
    let description = entry.texts.description.as_ref();
    texts(page, description, &entry.texts.causes, fix);
    facts::carried(page, catalog, entry);
    facts::life(page, catalog, entry);
    page.gap();
    facts::places(page, analysis.diagnostics(), named);
}

fn title(named: &Named<'_>) -> Line {
    let Named { catalog, entry, .. } = *named;
    let mut title = Line::default();
    title.text(catalog.id.as_str()).raw("::");
    title.text(&named.code.code.to_string()).raw(" · ");
    if entry.statuses.is_empty() {
        title.raw("no status");
    }
    let statuses = entry.statuses.iter().map(|status| {
        let mut line = advice::number(*status);
        if let Some(phrase) = catalog.phrase(entry, *status) {
            line.raw(" ").text(phrase.as_str());
        }
        line
    });
    title.list(&statuses.collect::<Vec<_>>(), " or ");
    title
}

/// What was asked for, where it is not the code as it stands in the catalog.
fn given(page: &mut Page, named: &Named<'_>) {
    let mut line = Line::default();
    match &named.given {
        Given::Code => return,
        Given::Alias(alias) => line.code(alias).raw(" is another spelling of this code."),
        Given::Value(value, parts) => {
            let part = |(name, text): &(String, String)| {
                let mut line = Line::of_code(name);
                line.raw(" is ").code(text);
                line
            };
            let parts: Vec<Line> = parts.iter().map(part).collect();
            line.code(value).raw(", where ").list(&parts, " and ")
        }
    };
    page.fact("Given", &line);
}

fn variant(
    page: &mut Page,
    analysis: &Analysis,
    (catalog, entry): (&Catalog, &Entry),
    variant: &Variant,
) {
    let mut line = Line::default();
    if let Some(name) = &variant.name {
        line.code(name.as_str()).raw(". ");
    }
    if let Some((detail, value)) = &variant.when {
        line.raw("Where ").code(detail).raw(" is ");
        constant(&mut line, value).raw(". ");
    }
    if let Some(message) = &variant.message {
        line.text(message.text.as_str());
    }
    page.fact("Variant", &line);
    page.nested(|page| {
        advice::of_variant(page, analysis.diagnostics(), (catalog, entry), variant);
        let fix = variant.fix.as_ref();
        texts(page, variant.description.as_ref(), &variant.causes, fix);
    });
}

/// When it happens, why, and what mends it.
fn texts(
    page: &mut Page,
    description: Option<&Spanned<Prose>>,
    causes: &[Spanned<Prose>],
    fix: Option<&Spanned<Prose>>,
) {
    if let Some(description) = description {
        page.prose("When", description);
    }
    page.row("Causes", |cell| {
        for cause in causes {
            cell.item(|cell| cell.prose(cause));
        }
    });
    if let Some(fix) = fix {
        page.prose("Fix", fix);
    }
}

/// A value as it stands in JSON.
fn constant<'a>(line: &'a mut Line, value: &Constant) -> &'a mut Line {
    match value {
        Constant::Null => line.raw("`null`"),
        Constant::Boolean(true) => line.raw("`true`"),
        Constant::Boolean(false) => line.raw("`false`"),
        Constant::Number(number) => line.code(number),
        Constant::Text(text) => line.code(&serde_json::Value::from(text.as_str()).to_string()),
    }
}
