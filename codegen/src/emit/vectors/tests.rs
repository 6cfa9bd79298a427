//! How large the files become.

use super::emit;
use crate::limits;
use crate::{Config, Source, analyze_sources};

const HEAD: &str = "errcat: 1\ncatalog: c\ntitle: T\n\
    envelope: {code: $code, message: $message, more: $details}\n";

/// The file of a catalog with one entry, which says this.
#[track_caller]
fn file(says: &str) -> String {
    let entry = format!("errors: [{{code: A, message: M., {says}}}]\n");
    let source = Source::new("c.yaml", format!("{HEAD}{entry}"));
    let analysis = analyze_sources(vec![source], &Config::default());
    let found = analysis.diagnostics();
    assert!(found.is_clean(), "{found}");
    emit(analysis.catalogs())[0].text().to_owned()
}

#[test]
fn of_many_aliases_variants_and_statuses_the_first_have_a_vector() {
    let list = |make: fn(usize) -> String| {
        let items: Vec<String> = (410..470).map(make).collect();
        items.join(", ")
    };
    let aliases = list(|at| format!("B{at}"));
    let variants = list(|at| format!("{{message: Tour {at}.}}"));
    let statuses = list(|at| at.to_string());
    let text = file(&format!(
        "aliases: [{aliases}], variants: [{variants}], status: [{statuses}]"
    ));
    for what in ["alias", "variant", "status"] {
        let vectors = text.matches(&format!("\"A: {what} ")).count();
        assert_eq!(vectors, limits::VECTORS, "{what}");
    }
}

#[test]
fn lists_within_lists_do_not_double() {
    let inner = "{type: array, items: ".repeat(25);
    let kind = format!("{inner}{{type: string}}{}", "}".repeat(25));
    assert!(file(&format!("details: {{a: {kind}}}")).len() < 40_000);
}
