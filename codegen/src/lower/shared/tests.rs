//! What is repeated is counted: a little said once that holds for many is
//! refused, and much that each says for itself is not.

use crate::{Config, Diagnostic, Severity, Source, analyze_sources};

const HEAD: &str = "errcat: 1\ncatalog: c\ntitle: T\n";

const ENVELOPE: &str = "envelope: {code: $code, message: $message}\n";

/// A text of this many bytes.
fn text(bytes: usize) -> String {
    "x".repeat(bytes)
}

/// Plain entries below `above`.
fn entries(count: usize, above: &str) -> String {
    let entry = |at| format!("      - {{code: C_{at}, status: 400, message: M{at}.}}\n");
    let entries: String = (0..count).map(entry).collect();
    format!("{above}{entries}")
}

/// The ids of the errors of a catalog.
fn errors(rest: &str) -> Vec<&'static str> {
    let source = Source::new("c.yaml", format!("{HEAD}{rest}"));
    let analysis = analyze_sources(vec![source], &Config::default());
    let found = analysis.diagnostics().iter();
    found
        .filter(|it| it.severity() == Severity::Error)
        .map(Diagnostic::id)
        .collect()
}

#[track_caller]
fn refused(rest: &str) {
    assert_eq!(errors(rest), ["EC0008"]);
}

#[track_caller]
fn legal(rest: &str) {
    assert_eq!(errors(rest), [""; 0]);
}

#[test]
fn what_a_section_says_is_counted_at_its_entries() {
    let section = |says: &str| {
        let above = format!("sections:\n  a:\n    title: T\n    {says}\n    errors:\n");
        entries(2_000, &above)
    };
    let much = text(40_000);
    refused(&section(&format!("deprecated: {{note: {much}}}")));
    refused(&section(&format!("deprecated: {{since: {much}}}")));
    refused(&section(&format!("retry: {{do: stop, note: {much}}}")));
    legal(&section("deprecated: {note: Closed}"));
    let statuses: Vec<String> = (100..600).map(|it| it.to_string()).collect();
    let statuses = format!("status: [{}]", statuses.join(", "));
    let handed_down = |count, above: &str| {
        let above = above.replace("SAYS", &statuses);
        entries(count, &above).replace("status: 400, ", "")
    };
    let above = "sections:\n  a:\n    title: T\n    SAYS\n    errors:\n";
    refused(&handed_down(6_000, above));
    legal(&handed_down(1_000, above));
}

#[test]
fn advice_is_counted_by_all_that_it_says() {
    let much = text(40_000);
    for above in [
        format!("statuses: {{400: {{retry: {{do: stop, note: {much}}}}}}}\n"),
        format!("statuses: {{other: {{retry: {{do: stop, note: {much}}}}}}}\n"),
    ] {
        refused(&entries(2_000, &format!("{above}errors:\n")));
    }
}

#[test]
fn the_documents_name_is_counted_at_each_code() {
    let of = |bytes| {
        let above = format!("source: {{document: {}}}\nerrors:\n", text(bytes));
        entries(2_000, &above)
    };
    refused(&of(20_000));
    legal(&of(200));
}

#[test]
fn what_codes_share_is_counted_at_each() {
    let codes: Vec<String> = (0..2_000).map(|it| format!("C_{it}")).collect();
    let item = format!("{{code: [{}], status: 400, message: M.}}", codes.join(", "));
    let title = format!(
        "sections: {{a: {{title: {}, errors: [{item}]}}}}\n",
        text(40_000)
    );
    refused(&title);
    let link = format!(
        "doc-url: https://a.b/{}#{{code}}\nerrors: [{item}]\n",
        text(40_000)
    );
    refused(&link);
    let long = item.replace("M.", &text(8_000));
    legal(&format!("errors: [{long}]\n"));
    refused(&format!("{ENVELOPE}errors: [{long}]\n"));
}

#[test]
fn the_envelope_is_counted_at_each_vector() {
    let of = |count, bytes| {
        let more = format!("envelope: {{x: {{value: {}}}, ", text(bytes));
        entries(
            count,
            &format!("{}errors:\n", ENVELOPE.replace("envelope: {", &more)),
        )
    };
    refused(&of(1_000, 10_000));
    legal(&of(5_000, 900));
    let media = format!("media-type: application/{}+json\n", text(10_000));
    refused(&entries(1_000, &format!("{media}{ENVELOPE}errors:\n")));
}

#[test]
fn entries_hold_the_end_of_their_section_together() {
    let above = "sections:\n  a:\n    title: T\n    deprecated: {note: Closed}\n    errors:\n";
    let source = Source::new("c.yaml", format!("{HEAD}{}", entries(2, above)));
    let analysis = analyze_sources(vec![source], &Config::default());
    let [first, second] = &analysis.catalogs()[0].entries[..] else {
        panic!("{}", analysis.diagnostics());
    };
    let both = first.deprecated.as_ref().zip(second.deprecated.as_ref());
    let (first, second) = both.expect("both are deprecated");
    assert!(std::sync::Arc::ptr_eq(first, second));
}
