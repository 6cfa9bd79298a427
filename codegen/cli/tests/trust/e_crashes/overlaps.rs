//! Runs that overlap with others, with readers and with authors.

use std::fs;
use std::process::Child;
use std::thread;

use super::{Outputs, clean, count_of_first, write_catalogs};
use crate::shell::{contents, temporary};
use crate::support::{PARCEL, Project};
use crate::table::row;

#[test]
fn e62_eight_runs_at_once() {
    let generations = ["once", "twice"];
    let outputs = generations.map(|it| clean(8, it));
    let project = Project::empty();
    for round in 0..4 {
        let new = round % 2;
        write_catalogs(&project, 8, generations[new]);
        let runs: Vec<Child> = (0..8).map(|_| start(&project)).collect();
        for mut run in runs {
            let status = run.wait().expect("it is our child");
            assert!(status.success(), "round {round}: {status}");
        }
        assert!(
            contents(&project.at("generated")) == outputs[new],
            "round {round}"
        );
        assert_eq!(temporary(&project.at("generated")), [""; 0]);
    }
    row(
        "E62",
        "eight runs at once on one output folder, four times",
        "all succeed; the bytes of a clean run, no temporary file",
        "8 of 8, so 4 times",
    );
}

fn start(project: &Project) -> Child {
    let mut command = project.command(&["generate", "-q"]);
    command.spawn().expect("it is built")
}

#[test]
fn e63_a_reader_during_runs() {
    let generations = ["once", "twice"];
    let outputs = generations.map(|it| clean(8, it));
    let project = Project::empty();
    write_catalogs(&project, 8, generations[1]);
    let project = project.generated();
    let mut reads = 0;
    for round in 0..10 {
        write_catalogs(&project, 8, generations[round % 2]);
        let mut run = start(&project);
        while run.try_wait().expect("it is our child").is_none() {
            for path in outputs[0].keys() {
                let bytes = fs::read(project.at("generated").join(path)).expect(path);
                count_of_first(
                    &Outputs::from([(path.clone(), bytes)]),
                    [&outputs[0], &outputs[1]],
                );
            }
            reads += 1;
        }
    }
    assert!(reads >= 20, "{reads} looks are too few");
    row(
        "E63",
        "a reader of all outputs while ten runs replace them",
        "whole files only, none missing",
        "whole files only, none missing",
    );
}

#[test]
fn e64_an_author_during_runs() {
    const OUTPUTS: [&str; 4] = [
        "docs/index.md",
        "docs/parcel.md",
        "json/parcel.json",
        "rust/parcel.rs",
    ];
    let project = Project::empty();
    let texts = ["once", "twice"].map(|it| PARCEL.replace("Nobody has seen it.", it));
    project.put("catalogs/parcel.yaml", &texts[0]);
    let mut met = [0, 0];
    for _ in 0..30 {
        let mut run = start(&project);
        for text in texts.iter().cycle() {
            // As an editor saves: beside it, then in its place.
            project.put("saved", text);
            fs::rename(project.at("saved"), project.at("catalogs/parcel.yaml"))
                .expect("it is ours");
            if let Some(status) = run.try_wait().expect("it is our child") {
                assert!(status.success());
                break;
            }
            thread::yield_now();
        }
        let found = OUTPUTS.map(|it| project.read(&format!("generated/{it}")));
        let has = |word| found.iter().filter(|text| text.contains(word)).count();
        match (has("once"), has("twice")) {
            (4, 0) => met[0] += 1,
            (0, 4) => met[1] += 1,
            mixed => panic!("outputs of two texts: {mixed:?}"),
        }
    }
    assert!(met.iter().all(|count| *count > 0), "{met:?}");
    row(
        "E64",
        "a catalog that is saved over and over, while 30 runs read it",
        "each file is read once: all outputs of a run are of one text",
        "so 30 times",
    );
}
