//! The generators of Rust: each payload generated, compared with its twins, and
//! compiled beside them.

use std::path::Path;

use crate::compiled::{self, Compiled};
use crate::generators::{self, GENERATORS, Generator};
use crate::judge::{self, Twin};
use crate::{Case, Outcome, Payload, Place, tokens};

/// A case of which compilers are asked, and what its twin is called.
struct Pending {
    case: usize,
    twin: String,
}

pub fn cases(here: &Path, payloads: &[Payload]) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut sources = Vec::new();
    let mut pending = Vec::new();
    for generator in GENERATORS {
        for place in Place::ALL {
            let twins = twins(generator, place);
            let twin = format!("twin{}", cases.len());
            sources.push((twin.clone(), twins[0].source.clone()));
            for payload in 0..payloads.len() {
                let number = cases.len();
                let (case, source) = judged(generator, place, payloads, payload, &twins);
                if !matches!(case.outcome, Outcome::Refused(_) | Outcome::BrokeOut(_)) {
                    let twin = twin.clone();
                    pending.push(Pending { case: number, twin });
                }
                // What broke out is kept beside the others, to be read.
                sources.extend(source.map(|it| (module(number), it)));
                cases.push(case);
            }
        }
    }
    let compiled = compiled::compile(here, &sources);
    assert!(
        compiled.failed.keys().all(|it| !it.starts_with("twin")),
        "a twin does not compile: {:?}",
        compiled.failed
    );
    assert!(
        compiled.doctests.keys().any(|it| it.starts_with("twin")),
        "rustdoc lists no doctest, not even errcat's own examples"
    );
    for it in pending {
        settle(&it, &compiled, &mut cases[it.case]);
    }
    cases
}

/// What the generator writes for the harmless texts, of which it may refuse the second.
fn twins(generator: &Generator, place: Place) -> Vec<Twin> {
    let twin = |text: &'static str| {
        let source = (generator.generate)(place, text).ok()?;
        let tokens = tokens::of(&source).expect("a harmless text gives Rust");
        Some(Twin {
            text,
            source,
            tokens,
        })
    };
    let twins: Vec<Twin> = place.harmless().iter().filter_map(|it| twin(it)).collect();
    assert!(
        !twins.is_empty(),
        "{} refuses harmless texts",
        generator.name
    );
    twins
}

/// What came of a payload before it is compiled, and the source, if there is one.
fn judged(
    generator: &Generator,
    place: Place,
    payloads: &[Payload],
    payload: usize,
    twins: &[Twin],
) -> (Case, Option<String>) {
    let text = &payloads[payload].text;
    let generated = generators::caught(|| (generator.generate)(place, text));
    let case = |outcome, seen| Case {
        generator: generator.name,
        place,
        payload,
        outcome,
        seen,
    };
    let source = match generated {
        Ok(source) => source,
        Err((stop, why)) => return (case(Outcome::Refused(stop), why), None),
    };
    let (outcome, seen) = match tokens::of(&source) {
        Err(why) => (Outcome::DidNotCompile("syntax".to_owned()), why),
        Ok(found) => match judge::compared(place, text, twins, &found) {
            Ok(()) => (Outcome::Escaped, String::new()),
            Err((how, seen)) => (Outcome::BrokeOut(how), seen),
        },
    };
    (case(outcome, seen), Some(source))
}

/// What the compiler says of a case, and `rustdoc`, which finds in the docs as many tests
/// as in those of the twin, unless the text is one.
fn settle(pending: &Pending, compiled: &Compiled, case: &mut Case) {
    let name = module(pending.case);
    let doctests = |name: &String| compiled.doctests.get(name).copied().unwrap_or_default();
    let (was, is) = (doctests(&pending.twin), doctests(&name));
    if let Some((code, why)) = compiled.failed.get(&name) {
        case.outcome = Outcome::DidNotCompile(code.clone());
        case.seen.clone_from(why);
    } else if case.outcome != Outcome::Escaped {
        panic!("rustc compiles {name}, which syn can't read: {}", case.seen);
    } else if was != is {
        case.outcome = Outcome::Doctest;
        case.seen = format!("{is} doctests instead of {was}");
    }
}

fn module(case: usize) -> String {
    format!("case{case}")
}
