//! A. Hostile YAML, through each way into the tool, and what bounds its memory,
//! its stack and its patience.

use std::fs::File;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::hostile_yaml::{self, HEAD, Hostile};
use crate::support::{PARCEL, Project, Ran};
use crate::table::row;

/// Time enough for a slow machine that does other things.
const PATIENCE: Duration = Duration::from_secs(30);

/// The tool with so many KiB of data and of stack, which the kernel enforces.
fn bounded(project: &Project, data: u32, stack: u32, arguments: &[&str]) -> Command {
    let mut command = project.command(arguments);
    let program = command.get_program().to_owned();
    let limits = format!("ulimit -d {data} && ulimit -s {stack} && exec \"$@\"");
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &limits, "sh"])
        .arg(program)
        .args(arguments);
    shell.current_dir(project.at(""));
    command = shell;
    command
}

/// Runs a command with these bytes on its standard input.
fn piped(mut command: Command, bytes: &[u8]) -> Ran {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program can be started");
    let mut input = child.stdin.take().expect("it is piped");
    let bytes = bytes.to_vec();
    // A run that has read enough does not read on.
    let writer = std::thread::spawn(move || drop(input.write_all(&bytes)));
    let ran = Ran::from(child.wait_with_output().expect("it ends"));
    writer.join().expect("it does not panic");
    ran
}

/// Asserts that a run found an error with a place and a next step, in time.
#[track_caller]
fn refused(name: &str, ran: &Ran, path: &str, code: i32) {
    assert_eq!(ran.code, Some(code), "{name}: {}", ran.err);
    assert_eq!(ran.out, "", "{name}");
    let first = ran.err.lines().next().unwrap_or_default();
    let place = first
        .strip_prefix(path)
        .unwrap_or_else(|| panic!("{name}: {first}"));
    assert!(
        place.contains(": error[EC0") && place.contains(" (help: "),
        "{name}: {first}"
    );
    assert!(!ran.err.contains("panicked"), "{name}");
}

/// A project that holds an input and a sound catalog, both of which give no
/// output while one is refused.
fn project(input: &Hostile) -> Project {
    let project = Project::with(&[PARCEL]);
    project.put("catalogs/hostile.yaml", &input.bytes);
    project
}

#[test]
fn all_of_a_is_refused_through_each_way_in() {
    // The library's tests read all controls.
    let is_told = |it: &Hostile| it.case != "A15" || it.name.starts_with("U+001B");
    for input in hostile_yaml::inputs().into_iter().filter(is_told) {
        let name = format!("{} {}", input.case, input.name);
        let catalogs = project(&input);
        let check = ["check", "--format=short"];
        refused(
            &name,
            &catalogs.run_changing_nothing(&check),
            "catalogs/hostile.yaml:",
            1,
        );
        let generated = catalogs.run_changing_nothing(&["generate"]);
        assert_eq!(generated.code, Some(1), "{name}: {}", generated.err);
        assert!(
            generated.err.contains("--> catalogs/hostile.yaml:"),
            "{name}: {}",
            generated.err
        );
        let project = Project::empty();
        let ran = piped(
            project.command(&["check", "--format=short", "-"]),
            &input.bytes,
        );
        refused(&name, &ran, "<stdin>:", 1);
        project.put("errcat.yaml", &input.bytes);
        let ran = project.run_changing_nothing(&check);
        refused(&name, &ran, "errcat.yaml:", 2);
    }
}

#[test]
fn a01_and_a02_fit_into_64_mib() {
    for case in ["A1", "A2"] {
        for input in hostile_yaml::of(case) {
            let project = project(&input);
            let arguments = ["check", "--format=short"];
            let before = Instant::now();
            let ran = Ran::from(
                bounded(&project, 64 * 1024, 8192, &arguments)
                    .output()
                    .expect("it runs"),
            );
            assert!(before.elapsed() < PATIENCE, "{}", input.name);
            refused(&input.name, &ran, "catalogs/hostile.yaml:", 1);
        }
    }
}

#[test]
fn a04_on_a_stack_of_512_kib() {
    for input in hostile_yaml::of("A4") {
        let project = project(&input);
        for command in ["check", "generate"] {
            let before = Instant::now();
            let ran = Ran::from(
                bounded(&project, 256 * 1024, 512, &[command])
                    .output()
                    .expect("it runs"),
            );
            assert!(before.elapsed() < PATIENCE, "{}", input.name);
            assert_eq!(ran.code, Some(1), "{}: {}", input.name, ran.err);
            assert!(
                ran.err.contains("error[EC0008]: "),
                "{}: {}",
                input.name,
                ran.err
            );
        }
    }
}

#[test]
fn a05_files_that_are_none_or_never_end() {
    let mut seen = Vec::new();
    for (name, make) in IRREGULAR {
        let project = Project::with(&[PARCEL]);
        make(&project, "catalogs/hostile.yaml");
        let failures = [["check", "catalogs"], ["generate", "-q"]].map(|it| failure(&project, &it));
        assert_eq!(failures[0], failures[1], "{name}");
        let configured = Project::with(&[PARCEL]);
        make(&configured, "errcat.yaml");
        let line = failure(&configured, &["check"]).replace("errcat.yaml", "catalogs/hostile.yaml");
        assert_eq!(line, failures[0], "{name}, as a configuration");
        let problem = failures[0].split("`: ").nth(1).unwrap_or_default();
        let problem = problem.split("; ").next().unwrap_or_default();
        seen.push(format!("{name}: {}", problem.trim_end()));
    }
    let endless = Project::empty();
    let mut command = bounded(&endless, 256 * 1024, 8192, &["check", "-"]);
    command.stdin(File::open("/dev/zero").expect("it can be opened"));
    let ran = Ran::from(command.output().expect("it runs"));
    ran.expect_failure("`<stdin>`: this file is larger than 64 MiB; split the catalog");
    row(
        "A5",
        "1 GB, `/dev/zero`, FIFO, folder, also as configuration; `/dev/zero` on standard input",
        "exit 2, no hang",
        &format!("exit 2; {}", seen.join("; ")),
    );
}

/// What may stand in a file's place, and how it comes there.
type Irregular = (&'static str, fn(&Project, &str));

const IRREGULAR: [Irregular; 4] = [
    ("1 GB", |project, path| {
        let file = File::create(project.at(path)).expect("it can be made");
        file.set_len(1_000_000_000)
            .expect("a sparse file takes no room");
    }),
    ("`/dev/zero`", |project, path| {
        std::os::unix::fs::symlink("/dev/zero", project.at(path)).expect("it can be made");
    }),
    ("FIFO", |project, path| {
        let made = Command::new("mkfifo").arg(project.at(path)).status();
        assert!(made.expect("mkfifo runs").success());
    }),
    ("folder", |project, path| {
        std::fs::create_dir(project.at(path)).expect("it can be made");
    }),
];

/// The one line with which a run of bounded memory fails, at once.
fn failure(project: &Project, arguments: &[&str]) -> String {
    let before = Instant::now();
    let output = bounded(project, 256 * 1024, 8192, arguments).output();
    let ran = Ran::from(output.expect("it runs"));
    assert!(before.elapsed() < PATIENCE, "{arguments:?}");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    ran.err
}

#[test]
fn a17_a_message_of_50_mb_takes_little_more() {
    let message = "m".repeat(50_000_000);
    let text = format!("{HEAD}errors:\n  - code: A\n    status: 400\n    message: {message}\n");
    let input = Hostile {
        case: "A17",
        name: "a message of 50 MB".to_owned(),
        bytes: text.into_bytes(),
    };
    let project = project(&input);
    let output = bounded(&project, 256 * 1024, 8192, &["check", "--format=short"]).output();
    refused(
        &input.name,
        &Ran::from(output.expect("it runs")),
        "catalogs/hostile.yaml:7:14",
        1,
    );
}

#[test]
#[ignore = "long: run with tests/run --long"]
fn a17_sixty_thousand_codes_from_end_to_end() {
    let entry = |number: usize| {
        format!(
            "  - {{code: CODE_{number}, status: 400, message: It went wrong on tour {number}.}}\n"
        )
    };
    let entries: String = (0..60_000).map(entry).collect();
    let project = Project::with(&[]);
    project.put("catalogs/hostile.yaml", format!("{HEAD}errors:\n{entries}"));
    project
        .run(&["check"])
        .expect(0, "", "1 catalog, 60000 entries: no errors\n");
    let ran = project.run(&["generate", "-q"]);
    ran.expect(0, "", "");
    let rust = project.read("generated/rust/hostile.rs");
    assert!(rust.contains(" Code59999,"));
    project
        .run(&["generate", "--check", "-q"])
        .expect(0, "", "");
}
