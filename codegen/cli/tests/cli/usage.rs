//! Help, version, and arguments that make no sense.

use crate::support::Project;

#[test]
fn help_and_version_are_data() {
    let project = Project::empty();
    let version = format!("errcat {}\n", env!("CARGO_PKG_VERSION"));
    project.run(&["--version"]).expect(0, &version, "");
    for arguments in [
        ["--help"].as_slice(),
        &["-h"],
        &["generate", "--help"],
        &["check", "--help"],
        &["list", "--help"],
        &["init", "--help"],
    ] {
        let ran = project.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(ran.out.contains("Usage: errcat"), "{arguments:?}");
    }
}

#[test]
fn every_help_has_examples_or_exit_codes_and_fits_a_window() {
    let project = Project::empty();
    for (arguments, part) in [
        (["--help"].as_slice(), "\nExit codes:\n  0  "),
        (&["generate", "-h"], "\nExamples:\n  errcat generate "),
        (&["generate", "--help"], "\nExamples:\n  errcat generate "),
        (&["check", "-h"], "\nExamples:\n  errcat check "),
        (&["check", "--help"], "\nExamples:\n  errcat check "),
        (&["list", "-h"], "\nExamples:\n  errcat list "),
        (&["list", "--help"], "\nExamples:\n  errcat list "),
        (&["init", "-h"], "\nExamples:\n  errcat init "),
        (&["init", "--help"], "\nExamples:\n  errcat init "),
    ] {
        let ran = project.run(arguments);
        assert!(ran.out.contains(part), "{arguments:?}");
        for line in ran.out.lines() {
            assert!(line.len() <= 100, "{arguments:?}: {line}");
        }
    }
}

#[test]
fn no_command_prints_the_help_and_is_a_mistake() {
    let project = Project::empty();
    let ran = project.run(&[]);
    assert!(ran.err.contains("Usage: errcat"), "{ran:?}");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let project = Project::empty();
    for (arguments, part) in [
        (
            ["generat"].as_slice(),
            "tip: a similar subcommand exists: 'generate'",
        ),
        (
            &["generate", "--chek"],
            "tip: a similar argument exists: '--check'",
        ),
        (
            &["generate", "--check", "--stdout", "json"],
            "cannot be used with",
        ),
        (
            &["generate", "--force", "--stdout", "json"],
            "cannot be used with",
        ),
        (&["generate", "--check", "--force"], "cannot be used with"),
        (
            &["list", "--format", "jsn"],
            "tip: a similar value exists: 'json'",
        ),
        (&["list", "--status", "4xx"], "invalid value '4xx'"),
        (&["check", "-q", "-v"], "cannot be used with"),
        (&["check", "--color", "blue"], "invalid value 'blue'"),
    ] {
        let ran = project.run_changing_nothing(arguments);
        assert!(ran.err.contains(part), "{arguments:?}: {ran:?}");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
    }
}
