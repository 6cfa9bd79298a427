//! The version, and arguments that make no sense.

use crate::support::Project;

#[test]
fn the_version_is_data() {
    let version = format!("errcat {}\n", env!("CARGO_PKG_VERSION"));
    let project = Project::empty();
    project.run(&["--version"]).expect(0, &version, "");
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
