//! The generators of TypeScript, which `typescript.mjs` calls and judges.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{Case, Outcome, Payload, Place, Stop, inputs};

/// Its name, which is that of its package.
pub const NAME: &str = "openapi-typescript";

pub fn cases(here: &Path, payloads: &[Payload]) -> Vec<Case> {
    let mut inputs = Vec::new();
    for place in Place::ALL {
        let input = |payload: &str| {
            serde_json::json!({
                "place": place.name(),
                "payload": payload,
                "document": inputs::openapi(place, payload),
            })
        };
        inputs.push(serde_json::json!({
            "harmless": input(place.harmless()[0]),
            "hostile": payloads.iter().map(|it| input(&it.text)).collect::<Vec<Value>>(),
        }));
    }
    let outcomes = judged(here, &Value::Array(inputs));
    let places = Place::ALL
        .into_iter()
        .flat_map(|it| (0..payloads.len()).map(move |at| (it, at)));
    let case = |((place, payload), told): ((Place, usize), &Value)| Case {
        generator: NAME,
        place,
        payload,
        outcome: outcome_of(told),
        seen: told["seen"].as_str().unwrap_or_default().to_owned(),
    };
    places.zip(&outcomes).map(case).collect()
}

/// What the script says of each input.
fn judged(here: &Path, inputs: &Value) -> Vec<Value> {
    let file = std::env::temp_dir().join(format!("errcat-rivals-{}.json", std::process::id()));
    std::fs::write(&file, inputs.to_string()).expect("a file can be written");
    let told = Command::new("node")
        .arg("typescript.mjs")
        .arg(&file)
        .current_dir(here)
        .output();
    let told = told.expect("node can be run");
    let _ = std::fs::remove_file(&file);
    let error = String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "typescript.mjs failed: {error}");
    serde_json::from_slice(&told.stdout).expect("it prints JSON")
}

fn outcome_of(told: &Value) -> Outcome {
    match told["outcome"].as_str() {
        Some("refused") => Outcome::Refused(Stop::Error),
        Some("escaped") => Outcome::Escaped,
        Some("other syntax") => Outcome::BrokeOut("other tokens"),
        Some("another text") => Outcome::BrokeOut("another text"),
        Some("nowhere") => Outcome::BrokeOut("the text is nowhere"),
        Some("no syntax") => Outcome::DidNotCompile("syntax".to_owned()),
        Some("no types") => Outcome::DidNotCompile("types".to_owned()),
        other => panic!("no such outcome: {other:?}"),
    }
}
