//! Every payload in every place where a catalog holds text or a name, for every
//! target: the catalog is refused, at that place, or the outputs hold the text.

pub(crate) mod fields;
pub(crate) mod payloads;
mod print;

use std::collections::BTreeSet;

use errcat_codegen::{Analysis, Config, Severity, Source, Target, analyze_sources};

use self::fields::{Fields, Place, typed};
use crate::oracle::Twin;
use crate::oracle::neutral::mark;

/// What came of some payloads.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outcome {
    /// Payloads.
    pub(crate) payloads: usize,
    /// Places that took a payload, and outputs held it.
    pub(crate) held: usize,
    /// Places that refused one.
    pub(crate) refused: usize,
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let places = (self.held + self.refused) / self.payloads;
        write!(
            f,
            "{} payloads in {places} places: {} held, {} refused",
            self.payloads, self.held, self.refused
        )
    }
}

/// Puts the payloads of a case into every place.
pub(crate) fn everywhere(case: u32) -> Outcome {
    let fields = Fields::read();
    let payloads = payloads::of(case);
    let mut outcome = Outcome {
        payloads: payloads.len(),
        ..Outcome::default()
    };
    for number in 0..payloads.len() {
        // Names are not to collide, so each has another payload of the case.
        let payload = |place: &Place| {
            let shift = if place.is_name { place.number } else { 0 };
            payloads[(number + shift) % payloads.len()].as_str()
        };
        let held = outcome.held;
        open(&fields, &payload, &mut outcome);
        outcome.refused += fields.places.len() - (outcome.held - held);
        closed(&fields, &payloads[number], &mut outcome);
    }
    outcome
}

/// Puts payloads where texts and names stand.
fn open<'a>(fields: &Fields, payload: &dyn Fn(&Place) -> &'a str, outcome: &mut Outcome) {
    let mut places: BTreeSet<usize> = (0..fields.places.len()).collect();
    // A name may have been refused for another's sake: once more, without those.
    loop {
        let (taken, refused) = taken(fields, payload, &places);
        if taken.is_empty() {
            break;
        }
        hold(fields, payload, &taken);
        outcome.held += taken.len();
        places = refused
            .into_iter()
            .filter(|it| fields.places[*it].is_name)
            .collect();
    }
    for number in &places {
        let alone = BTreeSet::from([*number]);
        if taken(fields, payload, &alone).1.is_empty() {
            hold(fields, payload, &alone);
            outcome.held += 1;
        }
    }
}

/// Which of the places take their payloads, and which refuse them: there, and
/// nowhere else, is an error.
pub(crate) fn taken<'a>(
    fields: &Fields,
    payload: &dyn Fn(&Place) -> &'a str,
    places: &BTreeSet<usize>,
) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let mut taken = places.clone();
    loop {
        let text = fields.filled(|place| {
            let is_taken = taken.contains(&place.number);
            is_taken.then(|| payload(place))
        });
        let analysis = analysis(&text, &Config::default());
        let lines = errors(&analysis);
        let at = |number: &usize| {
            lines
                .iter()
                .any(|it| fields.places[*number].lines.contains(it))
        };
        // A key that another place has taken stays the mark that it was.
        let lost = |number: &usize| text.contains(&mark(*number));
        let refused = taken.iter().copied().filter(|it| at(it) || lost(it));
        let refused: BTreeSet<usize> = refused.collect();
        if lines.is_empty() && refused.is_empty() {
            let refused = places.difference(&taken).copied().collect();
            return (taken, refused);
        }
        assert!(
            !refused.is_empty(),
            "an error at another place than the payload's:\n{}",
            analysis.diagnostics()
        );
        taken = taken.difference(&refused).copied().collect();
    }
}

/// Holds the outputs with payloads in these places: all of them, with typed
/// errors, and for many places at once also Rust without.
fn hold<'a>(fields: &Fields, payload: &dyn Fn(&Place) -> &'a str, taken: &BTreeSet<usize>) {
    let payload = |place: &Place| taken.contains(&place.number).then(|| payload(place));
    let text = fields.filled(payload);
    let holes = fields.holes(payload);
    let held = |config: &Config, targets: &[Target], twin: &Twin| {
        let artifacts = analysis(&text, config).emit(targets);
        let held = twin.against(&holes, &artifacts.expect("no error was found"));
        held.unwrap_or_else(|broken| panic!("{broken}"))
    };
    let typed = held(typed(), Target::ALL, &fields.typed_twin);
    assert!(typed.texts >= 2 * taken.len(), "{typed:?}");
    if taken.len() > 1 {
        let plain = held(&Config::default(), &[Target::Rust], &fields.twin);
        assert_eq!(
            plain.files, 3,
            "the catalog, the module `errcat`, and `mod.rs`"
        );
    }
}

/// Puts a payload where only certain words, numbers or names can stand.
fn closed(fields: &Fields, payload: &str, outcome: &mut Outcome) {
    let mut left: BTreeSet<u32> = fields.closed.clone();
    while !left.is_empty() {
        let text = fields.replaced(&left, payload);
        let analysis = analysis(&text, &Config::default());
        let lines = errors(&analysis);
        let refused: BTreeSet<u32> = left.intersection(&lines).copied().collect();
        if lines.is_empty() {
            crate::oracle::hold(&self::analysis(&text, typed()), typed());
            outcome.held += left.len();
            return;
        }
        assert!(
            !refused.is_empty(),
            "an error at another place than the payload's:\n{}",
            analysis.diagnostics()
        );
        outcome.refused += refused.len();
        left = left.difference(&refused).copied().collect();
    }
}

/// The lines on which errors are.
fn errors(analysis: &Analysis) -> BTreeSet<u32> {
    let found = analysis.diagnostics();
    let errors = found.iter().filter(|it| it.severity() == Severity::Error);
    errors.map(|it| found.position(it.span()).line).collect()
}

pub(crate) fn analysis(text: &str, config: &Config) -> Analysis {
    let source = Source::new("fields.yaml", text);
    analyze_sources(vec![source], config)
}

#[test]
fn every_key_of_the_language_is_in_the_catalog_of_places() {
    let none = analyze_sources(Vec::new(), &Config::default());
    let schemas = none.emit(&[Target::Schema]).expect("nothing is wrong");
    let schema = schemas
        .iter()
        .find(|it| it.path().ends_with("catalog.schema.json"));
    let schema = schema.expect("the schema of catalogs").text();
    let schema = serde_json::from_str(schema).expect("JSON");
    let mut keys = BTreeSet::new();
    properties(&schema, &mut keys);
    assert!(keys.len() > 60, "{keys:?}");
    let fields = include_str!("injection/fields.yaml");
    let missing: Vec<_> = keys
        .iter()
        .filter(|it| !fields.contains(&format!("{it}:")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The names of all keys of a schema.
fn properties(schema: &serde_json::Value, keys: &mut BTreeSet<String>) {
    let inner = match schema {
        serde_json::Value::Object(pairs) => {
            let named = pairs.get("properties").and_then(|it| it.as_object());
            let named = named.into_iter().flatten();
            keys.extend(named.clone().map(|(key, _)| key.clone()));
            // The keys of that map are names, one of them `properties`.
            let rest = pairs.iter().filter(|(key, _)| *key != "properties");
            rest.chain(named).map(|(_, it)| it).collect::<Vec<_>>()
        }
        serde_json::Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    for schema in inner {
        properties(schema, keys);
    }
}
