//! Failures in the middle, kills, and runs that overlap.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use errcat_codegen::{Artifact, Mode, Overwrite, write};

use crate::support::{Place, artifact, child, child_out, manifest, marked, names, snapshot};

/// Generation `n` of the outputs: shared files, and files of its own.
fn generation(n: usize) -> Vec<Artifact> {
    let body = |m| format!("{n}:{m} ").repeat(3_000);
    let shared = (0..8).map(|m| artifact(&format!("shared/{m}.md"), &body(m)));
    let own = (0..4).map(|m| artifact(&format!("own-{n}/{m}.md"), &body(m)));
    shared.chain(own).collect()
}

fn text_of(artifacts: &[Artifact], path: &Path) -> Option<String> {
    let found = artifacts
        .iter()
        .find(|artifact| path.ends_with(artifact.path()));
    found.map(|artifact| artifact.text().to_owned())
}

fn generate(out: &Path, artifacts: &[Artifact]) {
    write(out, artifacts, Mode::Write, Overwrite::OnlyGenerated).expect("nothing is in the way");
}

#[test]
fn a_write_that_fails_leaves_the_old_bytes_and_no_temporary_file() {
    let place = Place::new();
    place.run(&[artifact("a.md", "old"), artifact("b.md", "old")]);
    // Files end after a few KiB, and the signal that would kill the child is ignored.
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    let output = child(script, "crash::child_that_fails", place.out())
        .output()
        .expect("there is a shell");
    let message = String::from_utf8_lossy(&output.stdout).into_owned();
    let expected = format!(
        "cannot write `{}`: File too large",
        place.at("b.md").display()
    );
    assert!(message.contains(&expected), "{message}");
    assert_eq!(names(&place.out()), ["a.md", "b.md", "manifest.txt"]);
    // Also of what stands before the file that did not fit, nothing is new.
    assert_eq!(place.read("a.md"), marked("old"));
    assert_eq!(place.read("b.md"), marked("old"));
    assert_eq!(place.read("manifest.txt"), manifest(&["a.md", "b.md"]));
}

#[test]
#[ignore = "the child process of the test above"]
fn child_that_fails() {
    if let Some(out) = child_out() {
        let large = "x".repeat(100_000);
        let artifacts = [
            artifact("a.md", "new"),
            artifact("b.md", &large),
            artifact("c.md", ""),
        ];
        let result = write(&out, &artifacts, Mode::Write, Overwrite::OnlyGenerated);
        panic!("{}", result.expect_err("the file is too large"));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_kill_leaves_each_file_old_or_new_and_the_next_run_converges() {
    let place = Place::new();
    let generations: Vec<_> = (0..3).map(generation).collect();
    generate(&place.out(), &generations[2]);
    let clean = Place::new();
    generate(&clean.out(), &generations[2]);
    let mut leftovers = 0;
    let mut round = 0;
    // A kill that meets no write shows nothing.
    while round < 40 || leftovers < 3 {
        assert!(round < 400, "no kill met a write");
        let mut running = child("exec \"$@\"", "crash::child_that_never_ends", place.out())
            .spawn()
            .expect("there is a shell");
        while !place.beside("started").exists() {
            let ended = running.try_wait().expect("it is our child");
            assert_eq!(ended, None, "the child failed");
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(Duration::from_micros(997 * (round % 40)));
        running
            .kill()
            .and_then(|()| running.wait())
            .expect("it is our child");

        fs::remove_file(place.beside("started")).expect("the child made it");
        for (path, (.., bytes)) in snapshot(&place.out()) {
            if path.to_string_lossy().ends_with(".tmp") {
                leftovers += 1;
            } else if path.is_file() && !path.ends_with("manifest.txt") {
                let text = String::from_utf8(bytes).expect("whole files are UTF-8");
                let whole = generations
                    .iter()
                    .any(|files| text_of(files, &path).as_ref() == Some(&text));
                assert!(whole, "round {round}: {} is torn", path.display());
            }
        }
        if round % 4 == 0 {
            generate(&place.out(), &generations[2]);
            assert_eq!(names(&place.out()), names(&clean.out()), "round {round}");
            for path in names(&place.out()) {
                let content = |place: &Place| fs::read(place.at(&path)).ok();
                assert_eq!(content(&place), content(&clean), "round {round}: {path}");
            }
        }
        round += 1;
    }
}

#[test]
#[ignore = "the child process of the test above"]
fn child_that_never_ends() {
    if let Some(out) = child_out() {
        fs::write(out.with_file_name("started"), "").expect("it lies in our folder");
        for n in (0..3).cycle() {
            generate(&out, &generation(n));
        }
    }
}

#[test]
fn eight_parallel_runs_end_with_complete_files() {
    let place = Place::new();
    let (old, new) = (generation(0), generation(1));
    for _ in 0..10 {
        generate(&place.out(), &old);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| generate(&place.out(), &new));
            }
        });
        let mut expected: Vec<_> = new
            .iter()
            .map(|artifact| artifact.path().to_owned())
            .collect();
        expected.extend(["manifest.txt", "own-1", "shared"].map(str::to_owned));
        expected.sort();
        assert_eq!(names(&place.out()), expected);
        for artifact in &new {
            assert_eq!(place.read(artifact.path()), artifact.text());
        }
        assert_eq!(place.run_in(Mode::Check, &new).changes, []);
    }
}

#[test]
fn a_reader_during_a_run_sees_whole_files_only() {
    let place = Place::new();
    let generations = [generation(0), generation(1)];
    generate(&place.out(), &generations[0]);
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for _ in 0..20 {
                generate(&place.out(), &generations[1]);
                generate(&place.out(), &generations[0]);
            }
        });
        while !writer.is_finished() {
            for path in ["shared/0.md", "shared/7.md"] {
                let text = place.read(path);
                let whole = generations
                    .iter()
                    .any(|files| text_of(files, Path::new(path)).as_ref() == Some(&text));
                assert!(whole, "{path} is torn");
            }
        }
    });
}
