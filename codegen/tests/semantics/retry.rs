//! Retry advice: what it says, and which block counts.

use errcat_codegen::model::{Action, AdviceRule, Catalog, Delay, Row, Safe, Scope, Status};

use crate::support::{analyze, broken, catalog, entry, rules};

/// Advice at every place that can have some; each says another number of
/// attempts.
const EVERYWHERE: &str = "
statuses:
  503: {retry: {do: backoff, attempts: 4}}
  5xx: {retry: {do: backoff, attempts: 5}}
  network: {retry: {do: backoff, attempts: 7}}
  other: {retry: {do: backoff, attempts: 6}}
types:
  t: {retry: {do: backoff, attempts: 3}}
sections:
  s:
    title: S
    status: 503
    type: t
    retry: {do: backoff, attempts: 2}
    errors:
      - code: A
        message: M.
        variants:
          - {message: V., retry: {do: backoff, attempts: 9}}
          - {message: W.}
        retry: {do: backoff, attempts: 1}
";

/// The attempts that are advised when `A` comes with `status`, and who says so.
fn advised(catalog: &Catalog, status: i32) -> Option<(u32, AdviceRule)> {
    let advice = catalog.advice(entry(catalog, "A"), Status::http(status))?;
    Some((advice.retry.attempts?, advice.rule))
}

/// The catalog with advice everywhere, but not in these texts.
fn without(blocks: &[&str]) -> Catalog {
    let mut body = EVERYWHERE.to_owned();
    for block in blocks {
        assert!(body.contains(block), "`{block}` is there to be dropped");
        body = body.replace(block, "");
    }
    catalog(&body)
}

const OWN: &str = "        retry: {do: backoff, attempts: 1}\n";
const SECTION: &str = "    retry: {do: backoff, attempts: 2}\n";
const TYPE: &str = "retry: {do: backoff, attempts: 3}";
const STATUS: &str = "  503: {retry: {do: backoff, attempts: 4}}\n";
const CLASS: &str = "  5xx: {retry: {do: backoff, attempts: 5}}\n";
const OTHER: &str = "  other: {retry: {do: backoff, attempts: 6}}\n";

fn status(number: i32) -> Status {
    Status::http(number).expect("it is one")
}

#[test]
fn advice_is_first_that_of_the_matching_variant() {
    let catalog = catalog(EVERYWHERE);
    let entry = entry(&catalog, "A");
    let advised = |at: usize| {
        let advice = catalog.advice_for_variant(entry, &entry.variants[at], entry.status());
        advice.map(|it| (it.retry.attempts, it.rule))
    };
    assert_eq!(advised(0), Some((Some(9), AdviceRule::Variant)));
    assert_eq!(
        advised(1),
        Some((Some(1), AdviceRule::Entry)),
        "a variant may have none"
    );
}

#[test]
fn advice_is_then_that_of_the_entry() {
    assert_eq!(advised(&without(&[]), 503), Some((1, AdviceRule::Entry)));
}

#[test]
fn advice_is_then_that_of_the_section_of_the_code_item() {
    assert_eq!(
        advised(&without(&[OWN]), 503),
        Some((2, AdviceRule::Section(0)))
    );
}

#[test]
fn advice_is_then_that_of_the_type() {
    assert_eq!(
        advised(&without(&[OWN, SECTION]), 503),
        Some((3, AdviceRule::Type(0)))
    );
}

#[test]
fn advice_is_then_that_of_the_status() {
    let rule = AdviceRule::Status(Row::Status(status(503)));
    assert_eq!(
        advised(&without(&[OWN, SECTION, TYPE]), 503),
        Some((4, rule))
    );
}

#[test]
fn advice_is_then_that_of_the_class() {
    let rule = AdviceRule::Status(Row::Class(5));
    let catalog = without(&[OWN, SECTION, TYPE, STATUS]);
    assert_eq!(advised(&catalog, 503), Some((5, rule)));
}

#[test]
fn advice_is_at_last_that_of_other() {
    let rule = AdviceRule::Status(Row::Other);
    let catalog = without(&[OWN, SECTION, TYPE, STATUS, CLASS]);
    assert_eq!(advised(&catalog, 503), Some((6, rule)));
}

#[test]
fn network_is_for_calls_without_an_answer() {
    let catalog = without(&[OWN, SECTION, TYPE, STATUS, CLASS, OTHER]);
    assert!(
        catalog
            .row(Row::Network)
            .is_some_and(|row| row.retry.is_some())
    );
    assert_eq!(advised(&catalog, 503), None);
    assert!(catalog.advice(entry(&catalog, "A"), None).is_none());
}

#[test]
fn no_advice_is_not_stop() {
    let catalog = catalog(
        "
errors:
  - {code: NONE, status: 404, message: M.}
  - {code: STOP, status: 404, message: M., retry: {do: stop}}
",
    );
    let advice = |code: &str| {
        let entry = entry(&catalog, code);
        catalog
            .advice(entry, entry.status())
            .map(|it| it.retry.action)
    };
    assert_eq!(advice("NONE"), None);
    assert_eq!(advice("STOP"), Some(Action::Stop));
}

#[test]
fn blocks_are_never_merged() {
    let catalog = catalog(
        "
headers: {Retry-After: {unit: seconds}}
statuses:
  503: {retry: {do: wait, delay: {header: Retry-After}, attempts: 3, safe: always, note: N.}}
errors:
  - {code: A, status: 503, message: M., retry: {do: backoff}}
",
    );
    let advice = catalog
        .advice(entry(&catalog, "A"), Some(status(503)))
        .expect("its own");
    assert_eq!(advice.retry.action, Action::Backoff);
    assert_eq!((&advice.retry.delay, advice.retry.attempts), (&None, None));
    assert_eq!((advice.retry.safe, &advice.retry.note), (None, &None));
}

#[test]
fn for_a_response_the_received_status_counts() {
    let catalog = catalog(
        "
statuses: {429: {retry: {do: backoff}}, 4xx: {retry: {do: change}}}
errors:
  - {code: A, status: [400, 429], message: M.}
",
    );
    let entry = entry(&catalog, "A");
    let action = |status| catalog.advice(entry, status).map(|it| it.retry.action);
    assert_eq!(
        action(entry.status()),
        Some(Action::Change),
        "for the code alone, the canonical one"
    );
    assert_eq!(action(Status::http(429)), Some(Action::Backoff));
    assert_eq!(
        action(Status::http(418)),
        Some(Action::Change),
        "also one that is not documented"
    );
    assert_eq!(action(Status::http(500)), None);
}

#[test]
fn wait_backoff_and_redirect_are_retryable() {
    use Action::{Act, Backoff, Change, Redirect, Stop, Wait};
    let retryable = [Wait, Backoff, Redirect].map(Action::is_retryable);
    assert_eq!(retryable, [true; 3]);
    assert_eq!([Stop, Change, Act].map(Action::is_retryable), [false; 3]);
}

/// A catalog whose entry `A` has this advice.
fn with(retry: &str) -> String {
    format!(
        "envelope: {{code: $code, retry_in: {{$slot: integer, unit: seconds}}, details: $details}}\nheaders: {{Retry-After: {{unit: seconds}}, Location: {{in: response}}}}\n\
         errors:\n  - code: A\n    status: 503\n    message: M.\n    details: {{seconds: {{type: integer, unit: seconds}}}}\n    retry: {{{retry}}}\n"
    )
}

#[test]
fn the_actions_are_six_words() {
    for word in [
        "stop",
        "change",
        "act",
        "backoff",
        "wait, delay: {seconds: 1}",
        "redirect, to: {header: Location}",
    ] {
        assert!(broken(&with(&format!("do: {word}"))).is_empty(), "{word}");
    }
    assert_eq!(broken(&with("do: retry")), ["bad-value"]);
    assert_eq!(
        broken(&with("note: N.")),
        ["missing-key"],
        "advice says what to do"
    );
}

#[test]
fn wait_states_its_delay() {
    assert_eq!(broken(&with("do: wait")), ["incomplete-advice"]);
    for place in [
        "header: retry-after",
        "detail: seconds",
        "detail: retry_in",
        "seconds: 0",
    ] {
        assert!(
            broken(&with(&format!("do: wait, delay: {{{place}}}"))).is_empty(),
            "{place}"
        );
    }
}

#[test]
fn a_delay_stands_in_one_place() {
    assert_eq!(
        broken(&with("do: wait, delay: {seconds: 1, detail: seconds}")),
        ["incomplete-advice"]
    );
    assert_eq!(
        broken(&with("do: wait, delay: {header: X}")),
        ["unknown-header"]
    );
    assert_eq!(
        broken(&with("do: wait, delay: {detail: minutes}")),
        ["unknown-detail"]
    );
}

#[test]
fn backoff_may_state_a_delay() {
    let catalog = catalog(&with("do: backoff, delay: {header: Retry-After}"));
    let retry = entry(&catalog, "A").retry.as_ref().expect("its own");
    assert_eq!(retry.delay, Some(Delay::Header(0)));
}

#[test]
fn a_redirect_says_where_to() {
    for place in ["header: Location", "detail: seconds"] {
        assert!(
            broken(&with(&format!("do: redirect, to: {{{place}}}"))).is_empty(),
            "{place}"
        );
    }
    assert_eq!(
        broken(&with(
            "do: redirect, to: {header: Location, detail: seconds}"
        )),
        ["incomplete-advice"]
    );
    assert_eq!(
        broken(&with("do: redirect, to: {header: X}")),
        ["unknown-header"]
    );
    assert_eq!(broken(&with("do: redirect")), ["incomplete-advice"]);
    assert_eq!(
        broken(&with("do: backoff, to: {header: Location}")),
        ["conflicting-keys"]
    );
}

#[test]
fn what_is_not_sent_again_has_no_next_attempt() {
    for word in ["stop", "change", "act"] {
        for key in ["delay: {seconds: 1}", "attempts: 2", "safe: always"] {
            let found = broken(&with(&format!("do: {word}, {key}")));
            assert_eq!(found, ["conflicting-keys"], "{word}, {key}");
        }
        let scope = broken(&with(&format!("do: {word}, scope: account, note: N.")));
        assert!(scope.is_empty(), "{word}");
    }
}

#[test]
fn attempts_are_counted_from_one() {
    assert_eq!(broken(&with("do: backoff, attempts: 0")), ["bad-value"]);
    assert!(broken(&with("do: backoff, attempts: 1")).is_empty());
}

/// A catalog whose 503 has this advice for the entries of `status`.
fn shared(retry: &str, status: i32) -> String {
    format!(
        "headers: {{X-Reset: {{}}, retry-after: {{}}}}\nenvelope: {{code: $code, pause: $number, details: $details}}\n\
         statuses: {{503: {{retry: {{{retry}}}}}}}\n\
         errors:\n  - code: A\n    status: {status}\n    message: M.\n    \
         details: {{seconds: {{type: integer, unit: seconds}}, text: {{type: string}}, at: {{type: timestamp}}, what: {{type: any}}}}\n"
    )
}

#[test]
fn shared_advice_names_a_detail_of_an_error_that_takes_it() {
    let named = "do: backoff, delay: {detail: seconds}";
    assert!(broken(&shared(named, 503)).is_empty());
    assert_eq!(
        broken(&shared(named, 404)),
        ["unknown-detail"],
        "no error takes the advice"
    );
    let place = "do: redirect, to: {detail: region}";
    assert_eq!(broken(&shared(place, 503)), ["unknown-detail"]);
}

#[test]
fn a_delay_says_its_unit() {
    for clear in ["header: Retry-After", "detail: at", "detail: what"] {
        let found = broken(&shared(&format!("do: wait, delay: {{{clear}}}"), 503));
        assert!(found.is_empty(), "{clear}");
    }
    for unclear in ["header: X-Reset", "detail: pause", "detail: text"] {
        let found = rules(&analyze(&shared(
            &format!("do: wait, delay: {{{unclear}}}"),
            503,
        )));
        assert_eq!(found, ["unclear-delay"], "{unclear}");
    }
}

#[test]
fn the_scope_is_the_request_unless_it_is_said() {
    let scope = |retry: &str| {
        let catalog = catalog(&with(retry));
        entry(&catalog, "A").retry.as_ref().map(|it| it.scope)
    };
    assert_eq!(scope("do: act"), Some(Scope::Request));
    assert_eq!(
        scope("do: act, scope: transaction"),
        Some(Scope::Transaction)
    );
}

#[test]
fn whether_it_is_safe_is_known_only_where_it_is_said() {
    let safe = |retry: &str| {
        let catalog = catalog(&with(retry));
        entry(&catalog, "A").retry.as_ref().and_then(|it| it.safe)
    };
    assert_eq!(safe("do: backoff"), None);
    assert_eq!(safe("do: backoff, safe: always"), Some(Safe::Always));
    assert_eq!(
        safe("do: backoff, safe: idempotent"),
        Some(Safe::Idempotent)
    );
}
