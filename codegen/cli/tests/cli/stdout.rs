//! `errcat generate --stdout TARGET`, and what becomes of standard output.

use std::process::Stdio;

use crate::support::{BROKEN, PARCEL, Project, Ran};

#[test]
fn prints_just_what_would_be_written() {
    let project = Project::with(&[PARCEL]).generated();
    for (target, folder) in [
        ("rust", "rust"),
        ("markdown", "docs"),
        ("json", "json"),
        ("schema", "schema"),
    ] {
        let ran = project.run_changing_nothing(&["generate", "--stdout", target]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{target}");
        let files = project.files(&format!("generated/{folder}"));
        let texts: Vec<String> = files.iter().map(|file| project.read(file)).collect();
        assert!(!texts.is_empty(), "{target}: nothing was written");
        if let [text] = texts.as_slice() {
            assert_eq!(&ran.out, text, "{target}");
            continue;
        }
        let mut length = texts.len() - 1;
        for (file, text) in files.iter().zip(&texts) {
            let name = file
                .strip_prefix("generated/")
                .expect("it was listed there");
            let part = format!("==> {name} <==\n{text}");
            assert!(ran.out.contains(&part), "{target}: {file}");
            length += part.len();
        }
        assert_eq!(
            ran.out.len(),
            length,
            "{target}: a blank line between two, no more"
        );
    }
}

#[test]
fn needs_no_output_folder_and_makes_none() {
    let project = Project::with(&[PARCEL]);
    let ran = project.run_changing_nothing(&["generate", "--stdout", "json"]);
    assert!(ran.out.contains("PARCEL_LOST"), "{ran:?}");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

#[test]
fn prints_a_target_that_the_configuration_leaves_out() {
    let project = Project::with(&[PARCEL]);
    project.put("errcat.yaml", "errcat: 1\ntargets: {rust: {}}\n");
    let ran = project.run(&["generate", "--stdout", "json"]);
    assert!(ran.out.contains("PARCEL_LOST"), "{ran:?}");
}

#[test]
fn prints_nothing_of_a_broken_catalog() {
    let project = Project::with(&[PARCEL, BROKEN]);
    let ran = project.run(&["generate", "--stdout", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.last_line(),
        "error: 2 errors in 1 catalog; nothing was printed"
    );
}

#[test]
fn an_unknown_target_is_refused_with_a_suggestion() {
    let project = Project::with(&[PARCEL]);
    let ran = project.run(&["generate", "--stdout", "markdwon"]);
    let tip = "tip: a similar value exists: 'markdown'";
    assert!(ran.err.contains(tip), "{ran:?}");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
fn a_reader_that_is_gone_ends_the_data_quietly() {
    let project = Project::with(&[PARCEL]);
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let mut command = project.command(&["generate", "--stdout", "rust"]);
    let output = command.stdout(Stdio::from(writer)).output();
    Ran::from(output.expect("the program can be started")).expect(0, "", "");
}

#[test]
fn a_reader_that_is_gone_does_not_hide_drift() {
    let project = Project::with(&[PARCEL]).generated();
    let path = "generated/json/parcel.json";
    project.put(path, project.read(path) + "by hand\n");
    let seen = project.run(&["generate", "--check"]);
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let mut command = project.command(&["generate", "--check"]);
    let output = command.stdout(Stdio::from(writer)).output();
    Ran::from(output.expect("the program can be started")).expect(1, "", &seen.err);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_standard_output_is_a_failure() {
    let project = Project::with(&[PARCEL]);
    let full = std::fs::File::options().write(true).open("/dev/full");
    let full = full.expect("Linux has it");
    let mut command = project.command(&["generate", "--stdout", "json"]);
    let output = command.stdout(Stdio::from(full)).output();
    Ran::from(output.expect("the program can be started")).expect_failure(
        "cannot write standard output: No space left on device (os error 28); \
         free some space and run errcat again",
    );
}
