//! Runs that are ended from outside.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::{clean, count_of_first, random, write_catalogs};
use crate::release;
use crate::shell::{ERRCAT, contents, run, temporary};
use crate::support::Project;
use crate::table::row;

const SIGINT: i32 = 2;
const SIGKILL: i32 = 9;
const SIGTERM: i32 = 15;

#[test]
#[ignore = "long: run with tests/run --long"]
fn e60_kills_at_random_points() {
    let errcat = release::program();
    let project = Project::empty();
    let generations = ["once", "twice"];
    let outputs = generations.map(|it| clean(500, it));
    write_catalogs(&project, 500, generations[0]);
    let start = Instant::now();
    assert!(
        start_run(&errcat, &project)
            .wait()
            .is_ok_and(|it| it.success())
    );
    let time = start.elapsed();
    let (mut kills, mut mixed) = (0, 0);
    // A kill between the first file and the last shows more than others.
    while kills < 200 || mixed < 20 {
        assert!(kills < 1_000, "only {mixed} kills left files of both kinds");
        let (old, new) = (kills % 2, (kills + 1) % 2);
        write_catalogs(&project, 500, generations[new]);
        let mut run = start_run(&errcat, &project);
        if kills % 4 == 0 {
            wait_for_the_first_file(&mut run, &project);
            thread::sleep(Duration::from_millis(20).mul_f64(random()));
        } else {
            thread::sleep(time.mul_f64(random()));
        }
        run.kill().expect("it is our child");
        let ended = run.wait().expect("it is our child");
        assert!(
            ended.success() || ended.signal() == Some(SIGKILL),
            "{ended}"
        );
        let found = contents(&project.at("generated"));
        let left = count_of_first(&found, [&outputs[old], &outputs[new]]);
        let done = count_of_first(&found, [&outputs[new], &outputs[old]]);
        mixed += usize::from(left > 0 && done > 0);
        assert!(
            start_run(&errcat, &project)
                .wait()
                .is_ok_and(|it| it.success())
        );
        assert!(
            contents(&project.at("generated")) == outputs[new],
            "kill {kills}"
        );
        assert_eq!(temporary(&project.at("generated")), [""; 0], "kill {kills}");
        kills += 1;
    }
    row(
        "E60",
        "200 times `kill -9` at a random point of a run on 500 catalogs, at least 20 of them between the first file and the last",
        "each file old or new; the next run gives the bytes of a clean one, and leaves no temporary file",
        "so 200 times",
    );
}

fn start_run(errcat: &Path, project: &Project) -> Child {
    Command::new(errcat)
        .args(["generate", "-q"])
        .current_dir(project.at(""))
        .spawn()
        .expect("it was built")
}

/// Waits until the first file in the order of paths is another.
fn wait_for_the_first_file(run: &mut Child, project: &Project) {
    let inode = || fs::metadata(project.at("generated/docs/c0.md")).map(|it| it.ino());
    let before = inode().ok();
    wait_for_a_change(run, || inode().ok() != before);
}

#[test]
fn e61_signals_while_files_are_written() {
    let generations = ["once", "twice"];
    let outputs = generations.map(|it| clean(12, it));
    let project = Project::empty();
    write_catalogs(&project, 12, generations[0]);
    let project = project.generated();
    let (mut met, mut round) = (0, 0);
    while met < 20 {
        assert!(round < 400, "only {met} signals met a run");
        let (old, new) = (round % 2, (round + 1) % 2);
        let signal = [SIGINT, SIGTERM][round / 2 % 2];
        write_catalogs(&project, 12, generations[new]);
        let ended = signalled(&project, signal);
        assert!(ended.success() || ended.signal() == Some(signal), "{ended}");
        met += usize::from(!ended.success());
        assert_eq!(
            temporary(&project.at("generated")),
            [""; 0],
            "round {round}"
        );
        let found = contents(&project.at("generated"));
        count_of_first(&found, [&outputs[old], &outputs[new]]);
        assert_eq!(project.run(&["generate", "-q"]).code, Some(0));
        assert!(
            contents(&project.at("generated")) == outputs[new],
            "round {round}"
        );
        round += 1;
    }
    let shown = ["INT", "TERM"].map(|it| shown_by_a_shell(&project, it));
    row(
        "E61",
        "SIGINT and SIGTERM while files are written, 20 times; what a shell shows",
        "no temporary file, each file old or new; 130, 143",
        &format!("so 20 times; {}", shown.join(", ")),
    );
}

/// Starts a run, and sends it a signal when it writes its first file or a moment
/// later.
fn signalled(project: &Project, signal: i32) -> ExitStatus {
    let before = times(project);
    // These tests may run behind something that ignores signals.
    let mut child = Command::new("env")
        .args(["--default-signal", ERRCAT, "generate", "-q"])
        .current_dir(project.at(""))
        .spawn()
        .expect("there is `env`");
    wait_for_a_change(&mut child, || times(project) != before);
    thread::sleep(Duration::from_millis(3).mul_f64(random()));
    let sent = Command::new("kill")
        .args([format!("-{signal}"), child.id().to_string()])
        .stderr(Stdio::null())
        .status();
    assert!(sent.is_ok(), "there is no `kill`");
    child.wait().expect("it is our child")
}

/// When names in the output folders last changed.
fn times(project: &Project) -> [Option<SystemTime>; 2] {
    ["docs", "json"].map(|folder| {
        let folder = fs::metadata(project.at("generated").join(folder));
        folder.and_then(|it| it.modified()).ok()
    })
}

/// Waits until it came, or the process ended.
fn wait_for_a_change(child: &mut Child, came: impl Fn() -> bool) {
    while !came() && child.try_wait().expect("it is our child").is_none() {}
}

fn shown_by_a_shell(project: &Project, signal: &str) -> String {
    write_catalogs(project, 40, signal);
    // Shells ignore SIGINT for what runs behind them, until `env` has become errcat.
    // A stopped process is one that the signal surely meets.
    let script = format!(
        "env --default-signal $errcat generate -q & pid=$!
        while read -r name </proc/$pid/comm && [ \"$name\" != errcat ]; do :; done
        kill -STOP $pid; kill -{signal} $pid; kill -CONT $pid; wait $pid; echo $?"
    );
    let output = run(project, &script);
    let shown = String::from_utf8(output.stdout).expect("a number");
    shown.trim().to_owned()
}

#[test]
fn a_signal_that_is_ignored_stays_ignored() {
    let project = Project::empty();
    write_catalogs(&project, 40, "once");
    let script = "trap '' INT HUP; $errcat generate -q & pid=$!
        while kill -INT $pid && kill -HUP $pid; do :; done 2>/dev/null
        wait $pid";
    assert!(run(&project, script).status.success());
}
