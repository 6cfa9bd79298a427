//! Inputs that are deep, long or many. Reading takes time in proportion to
//! their size: where it would take the square, these would run for hours.

use std::time::{Duration, Instant};

use errcat_codegen::{Config, Diagnostic, Look, Source, Target, analyze_sources};

/// Far more than any takes, far less than the square of their sizes would.
const PATIENCE: Duration = Duration::from_secs(60);

const HEAD: &str = "errcat: 1\ncatalog: c\ntitle: T\n";

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let deep = format!("x-deep: {}{}\n", open.repeat(50_000), close.repeat(50_000));
        assert_eq!(quickly(&deep), ["EC0008"]);
    }
    let levels = (1..500).map(|level| [" ".repeat(level), "a:\n".to_owned()].concat());
    let deep = format!("x-deep:\n{}", levels.collect::<String>());
    assert_eq!(quickly(&deep), ["EC0008"]);
}

#[test]
fn many_references_to_one_entry_are_read_in_time() {
    let sections = lines(20_000, "  s@: {title: T, errors: [{ref: A}]}\n");
    quickly(&format!(
        "sections:\n  first: {{title: T, errors: [{{code: A, message: M.}}]}}\n{sections}"
    ));
}

#[test]
fn many_listings_of_one_entry_are_printed_in_time() {
    let item = "{ref: A, status: 400, description: D.}";
    let sections = lines(60_000, &format!("  s@: {{title: T, errors: [{item}]}}\n"));
    let first = "  first: {title: T, errors: [{code: A, status: 400, message: M.}]}";
    let text = format!("{HEAD}sections:\n{first}\n{sections}");
    let sources = vec![Source::new("c.yaml", text)];
    let analysis = analyze_sources(sources, &Config::default());
    let before = Instant::now();
    let artifacts = analysis.emit(&[Target::Markdown]).expect("it is sound");
    let taken = before.elapsed();
    assert!(taken < PATIENCE, "{taken:?}");
    let again = artifacts[0].text().matches("(listed again)").count();
    assert_eq!(again, 60_000);
}

#[test]
fn many_keys_are_read_in_time() {
    quickly(&format!("errors: []\n{}", lines(100_000, "x-@: 1\n")));
    quickly(&format!("errors: []\nx-a:\n{}", lines(20_000, "  a: 1\n")));
    let headers = lines(20_000, "  H@: {unit: s}\n");
    quickly(&format!("errors: []\nheaders:\n{headers}"));
    let twice = lines(20_000, "  a@: 1\n");
    quickly(&format!(
        "errors: []\nx-a:\n{twice}x-a:\n{twice}x-b: 1\nx-b: 2\n"
    ));
}

#[test]
fn many_names_are_found_in_time() {
    let headers = lines(20_000, "  H@: {unit: s}\n");
    let named: Vec<String> = (0..20).map(|at| format!("H{}", at * 997)).collect();
    let item = format!(
        "  - {{code: C@, message: M., headers: [{}]}}\n",
        named.join(", ")
    );
    let items = lines(20_000, &item);
    quickly(&format!("headers:\n{headers}errors:\n{items}"));
}

#[test]
fn many_statuses_are_found_in_time() {
    let rows = lines(60_000, "  @: {}\n");
    // What states the delay is looked up for all that take the advice.
    let other = "  other: {retry: {do: wait, delay: {detail: wait}}}\n";
    let items = lines(60_000, "  - {code: C@, status: [@, -1@], message: M.}\n");
    quickly(&format!(
        "http: false\nstatuses:\n{rows}{other}errors:\n{items}"
    ));
}

#[test]
fn many_slips_are_told_in_time() {
    for slip in ["k@: 1\n", "titel@: 1\n", "details@:\n"] {
        quickly(&format!("errors: []\n{}", lines(3_000, slip)));
    }
    let parts = lines(3_000, ", d e@");
    quickly(&format!("errors: []\nx-a: {{a: b c{parts}}}\n"));
    let high = lines(3_000, "k@: {}\n");
    quickly(&format!("errors: []\ndetails:\n{high}"));
    quickly(&format!("sections:\n{}", lines(3_000, "  b@: 1\n")));
    for item in ["code: C@\n    tags: [t@]\n", "code: C\n", "ref: C@\n"] {
        let item = format!("  - {item}");
        quickly(&format!("errors:\n{}", lines(3_000, &item)));
    }
}

#[test]
fn many_unknown_codes_are_told_in_time() {
    let items = lines(20_000, "  - {code: C@, message: M.}\n");
    let refs = lines(20_000, "  - {ref: NO_@}\n");
    quickly(&format!("errors:\n{items}{refs}"));
}

#[test]
fn many_variable_codes_are_compared_in_time() {
    let apart = lines(4_000, "- {code: \"C{p}x@z\", details: {p: {in: code}}}\n");
    assert!(!quickly(&format!("errors:\n{apart}")).contains(&"EC0008"));

    let parts = lines(150, "{p@}x");
    let details = lines(150, "p@: {in: code}, ");
    let entry = format!("- {{code: \"{parts}@z\", details: {{{details}}}}}\n");
    let found = quickly(&format!("errors:\n{}", lines(100, &entry)));
    assert_eq!(found.iter().filter(|id| **id == "EC0008").count(), 1);
}

#[test]
fn many_slips_in_an_example_are_told_in_time() {
    let declared = lines(20_000, "      detail@: {type: string}\n");
    let written: String = lines(20_000, ", \"other@\": 1");
    let example = format!("{{\"code\": \"A\", \"details\": {{\"x\": 1{written}}}}}");
    let found = quickly(&format!(
        "envelope:\n  code: $code\n  details: $details\nerrors:\n  - code: A\n    message: M.\n    \
         details:\n{declared}    examples:\n      - title: T\n        language: json\n        text: '{example}'\n"
    ));
    assert_eq!(found, ["EC0402"; 20]);
}

#[test]
fn long_lines_are_read_in_time() {
    for part in ["a", "荷", "a\u{a0} "] {
        long(part, 1_000_000);
    }
    for part in [
        " ", "{", "[", "\"", "'", "`", "#", " #", ": ", "- ", "\u{a0}", "*", "<b>", "[a](b)", "\\",
        "{a: ", "a, ",
    ] {
        long(part, 200_000);
    }
}

/// A text of many equal parts, with quotes and without.
fn long(part: &str, length: usize) {
    let text = part.repeat(length / part.len());
    quickly(&format!("errors: []\ndescription: {text}\n"));
    quickly(&format!("errors: []\ndescription: \"{text}\"\n"));
    quickly(&format!("errors: [{{code: A, message: <b> {text}}}]\n"));
}

/// Lines that differ by a number, which stands for `@`.
fn lines(count: usize, line: &str) -> String {
    let line = |number: usize| line.replace('@', &number.to_string());
    (0..count).map(line).collect()
}

/// The ids of the findings in the rest of a catalog, found and shown in time.
fn quickly(rest: &str) -> Vec<&'static str> {
    let before = Instant::now();
    let source = Source::new("c.yaml", format!("{HEAD}{rest}"));
    let analysis = analyze_sources(vec![source], &Config::default());
    let found = analysis.diagnostics();
    let text = found.render(Look::Plain);
    assert_eq!(text.is_empty(), found.is_empty(), "all findings are shown");
    let (taken, start) = (before.elapsed(), rest.chars().take(60).collect::<String>());
    let length = rest.len();
    assert!(taken < PATIENCE, "{taken:?} for {length} bytes: {start}");
    found.iter().map(Diagnostic::id).collect()
}
