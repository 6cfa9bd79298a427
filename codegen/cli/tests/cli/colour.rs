//! When there are colours, in reports and in data alike.

use std::process::Command;

use crate::support::{BROKEN, PARCEL, Project, Ran};

const ESCAPE: char = '\x1b';

#[test]
fn pipes_get_none() {
    let project = Project::with(&[BROKEN]);
    assert!(!project.run(&["check"]).err.contains(ESCAPE));
    assert!(
        !project
            .run(&["check", "--color", "auto"])
            .err
            .contains(ESCAPE)
    );
    assert!(!project.run(&["--help"]).out.contains(ESCAPE));
}

#[test]
fn always_colours_findings_failures_diffs_and_help() {
    let project = Project::with(&[BROKEN]);
    let ran = project.run(&["check", "--color", "always"]);
    assert!(ran.err.contains("\x1b[1m\x1b[91merror[EC"), "{ran:?}");
    let last = "\x1b[1;91merror\x1b[0m: 2 errors in 1 catalog";
    assert_eq!(ran.last_line(), last);
    let project = Project::with(&[PARCEL]).generated();
    let path = "generated/json/parcel.json";
    project.put(path, project.read(path) + "by hand\n");
    let ran = project.run(&["generate", "--check", "--color=always"]);
    assert!(ran.out.contains("\n\x1b[36m@@ "), "{ran:?}");
    assert!(ran.out.ends_with("\x1b[31m-by hand\x1b[0m\n"), "{ran:?}");
    for arguments in [
        ["--color", "always", "--help"],
        ["check", "--color=always", "-h"],
    ] {
        assert!(
            project.run(&arguments).out.contains(ESCAPE),
            "{arguments:?}"
        );
    }
    assert!(
        project
            .run(&["--color=always", "oops"])
            .err
            .contains(ESCAPE)
    );
}

#[test]
fn always_overrules_no_color() {
    let project = Project::with(&[BROKEN]);
    let mut command = project.command(&["check", "--color=always"]);
    let output = command.env("NO_COLOR", "1").output();
    let ran = Ran::from(output.expect("the program can be started"));
    assert!(ran.err.contains(ESCAPE), "{ran:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_gets_them_unless_it_refuses() {
    let project = Project::with(&[BROKEN]);
    let shown = |arguments: &str, variables: &[(&str, &str)]| {
        let line = format!("{} check {arguments}", env!("CARGO_BIN_EXE_errcat"));
        // `script` runs a command on a terminal of its own.
        let mut command = Command::new("script");
        command.args(["--quiet", "--command", &line, "/dev/null"]);
        command.current_dir(project.at(".")).env_remove("NO_COLOR");
        command.env("TERM", "xterm").envs(variables.iter().copied());
        let output = command.output().expect("`script` is part of every Linux");
        let text = String::from_utf8(output.stdout).expect("the program prints UTF-8");
        assert!(text.contains("2 errors in 1 catalog"), "{text}");
        text
    };
    assert!(shown("", &[]).contains(ESCAPE));
    assert!(shown("", &[("NO_COLOR", "")]).contains(ESCAPE));
    assert!(!shown("", &[("NO_COLOR", "1")]).contains(ESCAPE));
    assert!(!shown("", &[("TERM", "dumb")]).contains(ESCAPE));
    assert!(!shown("--color never", &[]).contains(ESCAPE));
}
