//! The life of an entry: kind, stage, and its end.

use errcat_codegen::model::{Severity, Stage, Successor};

use crate::support::{broken, catalog, entry};

#[test]
fn a_kind_is_error_unless_it_is_said() {
    let catalog = catalog(
        "
errors:
  - {code: A, message: M.}
  - {code: B, kind: warning, message: M.}
  - {code: C, kind: success, message: M.}
",
    );
    let kinds: Vec<_> = catalog.entries.iter().map(|it| it.severity).collect();
    assert_eq!(
        kinds,
        [Severity::Error, Severity::Warning, Severity::Success]
    );
}

#[test]
fn a_stage_is_stable_unless_it_is_said() {
    let catalog = catalog(
        "
errors:
  - {code: A, message: M.}
  - {code: B, stage: beta, message: M.}
  - {code: C, stage: reserved, message: M.}
",
    );
    let stages: Vec<_> = catalog.entries.iter().map(|it| it.stage).collect();
    assert_eq!(stages, [Stage::Stable, Stage::Beta, Stage::Reserved]);
}

#[test]
fn an_entry_is_deprecated_or_retired_never_both() {
    let with = |life: &str| broken(&format!("errors:\n  - {{code: A, message: M., {life}}}\n"));
    assert!(with("deprecated: {since: '2'}").is_empty());
    assert!(with("retired: {since: '2'}").is_empty());
    assert_eq!(
        with("deprecated: {since: '2'}, retired: {since: '3'}"),
        ["conflicting-keys"]
    );
}

#[test]
fn use_names_a_code_on_an_entry_and_a_section_on_a_section() {
    let body = |of_section: &str, of_entry: &str| {
        format!(
            "sections:\n  s:\n    title: S\n    deprecated: {{use: {of_section}}}\n    errors:\n      \
             - {{code: A, message: M., retired: {{use: {of_entry}}}}}\n  t:\n    title: T\n    errors:\n      \
             - {{code: B, message: M.}}\n"
        )
    };
    let good = catalog(&body("t", "B"));
    let section = good.sections[0]
        .deprecated
        .as_ref()
        .and_then(|it| it.successor.as_deref().cloned());
    assert_eq!(section, Some(Successor::Section(1)));
    let retired = entry(&good, "A")
        .retired
        .as_ref()
        .and_then(|it| it.successor.as_deref().cloned());
    assert!(matches!(retired, Some(Successor::Code(code)) if code.to_string() == "B"));
    assert_eq!(broken(&body("B", "B")), ["unknown-section"]);
    assert_eq!(broken(&body("t", "t")), ["unknown-code"]);
}

#[test]
fn a_sunset_is_a_day_of_the_calendar() {
    let with = |day: &str| {
        broken(&format!(
            "errors:\n  - {{code: A, message: M., deprecated: {{sunset: {day}}}}}\n"
        ))
    };
    assert!(with("2028-02-29").is_empty());
    for bad in ["2027-02-29", "30.6.2026", "2026-6-30", "'soon'"] {
        assert_eq!(with(bad), ["bad-value"], "{bad}");
    }
}
