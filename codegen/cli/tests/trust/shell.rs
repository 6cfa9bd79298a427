//! The program in a state of the world that only a shell can make: with limits,
//! without rights, on a disk of its own. And what is left on the disk after it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::Project;

/// The program, as it stands in scripts.
pub(crate) const ERRCAT: &str = env!("CARGO_BIN_EXE_errcat");

/// A shell that is about to run `script` in the project's folder. In it, `$errcat`
/// is the program.
pub(crate) fn shell(project: &Project, script: &str) -> Command {
    let mut command = Command::new("bash");
    command.args(["-c", script]).current_dir(project.at(""));
    command.env("errcat", ERRCAT);
    command
}

/// Runs `script` in the project's folder.
pub(crate) fn run(project: &Project, script: &str) -> Output {
    shell(project, script).output().expect("there is bash")
}

/// Runs `script` where it may mount disks that nobody else sees. `None` if this
/// system lets nobody do that, which is said where it can't be overlooked.
pub(crate) fn run_with_mounts(project: &Project, script: &str) -> Option<Output> {
    // Root needs no namespace of users, and others may have one.
    for namespaces in [["--mount"].as_slice(), &["--mount", "--map-root-user"]] {
        let unshare = |script| {
            let mut command = Command::new("unshare");
            command.args(namespaces).args(["bash", "-c", script]);
            command.current_dir(project.at("")).env("errcat", ERRCAT);
            command.output()
        };
        let may = unshare("mount -t tmpfs none /mnt");
        if may.is_ok_and(|output| output.status.success()) {
            return Some(unshare(script).expect("it ran a moment ago"));
        }
    }
    // Not through `eprintln!`, which the harness would keep to itself.
    let told = "\n*** NOT TESTED: nobody may mount a disk here; run this as root ***\n";
    let _ = std::io::stderr().write_all(told.as_bytes());
    None
}

/// The beginning of a command line whose command has no right to overlook the
/// modes of files, as root has.
pub(crate) fn without_rights() -> &'static str {
    let is_root = fs::read_to_string("/proc/self/status")
        .expect("Linux tells about this process")
        .lines()
        .any(|line| line.starts_with("Uid:\t0\t"));
    if is_root {
        "setpriv --bounding-set=-dac_override,-dac_read_search "
    } else {
        ""
    }
}

/// The exit code and the last line that the program printed.
pub(crate) fn end(output: &Output) -> (Option<i32>, String) {
    let told = String::from_utf8_lossy(&output.stderr);
    let line = told.lines().last().unwrap_or_default().to_owned();
    (output.status.code(), line)
}

/// The files below a folder and what they hold, but for temporary ones.
pub(crate) fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = walk(folder).into_iter();
    let kept = all.filter(|path| !is_temporary(path));
    kept.filter_map(|path| Some((path.clone(), fs::read(folder.join(path)).ok()?)))
        .collect()
}

/// The temporary files below a folder.
pub(crate) fn temporary(folder: &Path) -> Vec<String> {
    let all = walk(folder).into_iter();
    all.filter(|path| is_temporary(path)).collect()
}

fn is_temporary(path: &str) -> bool {
    path.rsplit('/')
        .next()
        .is_some_and(|name| name.starts_with(".errcat-"))
}

/// The paths of the files below a folder. What goes away meanwhile is left out.
fn walk(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(&below).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it lies below");
                found.push(name.to_string_lossy().into_owned());
            }
        }
    }
    found
}
