//! Many runs: the same bytes, and no needless write.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::process::Stdio;
use std::thread;

use errcat_codegen::{Config, Mode, Overwrite, Target, analyze_paths, analyze_with, write};

use super::{CONFIG, catalogs, project, sha256};
use crate::shell::{contents, shell};
use crate::support::Project;
use crate::table::row;

const LOCALES: [&str; 5] = ["C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "no_SUCH"];
const ZONES: [&str; 5] = [
    "UTC",
    "Asia/Kathmandu",
    "America/St_Johns",
    "XYZ-14",
    "no/such",
];
const UMASKS: [&str; 4] = ["022", "077", "000", "027"];

/// How the program is told where the project is, from another folder each.
const FOLDERS: [(&str, &str); 4] = [
    (".", "."),
    ("catalogs", ".."),
    ("/", "$project"),
    ("catalogs", "../catalogs/.."),
];

#[test]
fn f67_a_hundred_runs() {
    let sums: BTreeSet<String> = thread::scope(|scope| {
        let runs = |first: usize| move || (first..100).step_by(2).map(one_run).collect::<Vec<_>>();
        let both = [scope.spawn(runs(0)), scope.spawn(runs(1))];
        let both = both.map(|it| it.join().expect("no run fails"));
        both.into_iter().flatten().collect()
    });
    assert_eq!(sums.len(), 1, "{sums:?}");
    assert_eq!(in_threads(), sums, "what threads of one process give");
    let listed: BTreeSet<String> = (0..10).map(listed_in_order).collect();
    row(
        "F67",
        "100 runs, each with another LC_ALL, LANG, TZ, umask, working folder and order in which the catalogs came to the disk, two at once; 8 threads of one process; 10 orders in which they are named",
        "one SHA-256; one; one",
        &format!("{}; 1; {}", sums.len(), listed.len()),
    );
}

/// The catalogs in the `run`th of many orders.
fn in_order(run: usize) -> Vec<(String, String)> {
    let mut left: Vec<_> = catalogs().into_iter().collect();
    let mut number = run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    let mut ordered = Vec::new();
    while !left.is_empty() {
        ordered.push(left.swap_remove(number % left.len()));
        number /= left.len() + 1;
    }
    ordered
}

fn one_run(run: usize) -> String {
    let project = Project::empty();
    project.put("errcat.yaml", CONFIG);
    for (name, text) in in_order(run) {
        project.put(&format!("catalogs/{name}"), text);
    }
    let (folder, root) = FOLDERS[run % 4];
    let umask = UMASKS[run / 4 % 4];
    let script = format!(
        "umask {umask}; export project=$PWD; cd {folder}; $errcat generate -q --root \"{root}\""
    );
    let status = shell(&project, &script)
        .env("LC_ALL", LOCALES[run % 5])
        .env("LANG", LOCALES[run / 5 % 5])
        .env("TZ", ZONES[run / 3 % 5])
        .stderr(Stdio::null())
        .status()
        .expect("there is bash");
    assert!(status.success(), "run {run}");
    sha256(&contents(&project.at("generated")))
}

/// What eight threads give that analyze and emit at the same time.
fn in_threads() -> BTreeSet<String> {
    let project = project();
    let config = Config::load(&project.at("")).expect("a project");
    let targets: &[Target] = config.targets();
    thread::scope(|scope| {
        let runs = (0..8).map(|number| {
            let (config, out) = (&config, project.at(&format!("out-{number}")));
            scope.spawn(move || {
                let analysis = analyze_with(config).expect("it can be read");
                let outputs = analysis.emit(targets).expect("it is clean");
                write(&out, &outputs, Mode::Write, Overwrite::OnlyGenerated).expect("a free place");
                sha256(&contents(&out))
            })
        });
        let runs: Vec<_> = runs.collect();
        runs.into_iter()
            .map(|run| run.join().expect("no run fails"))
            .collect()
    })
}

/// What catalogs give that are named one by one.
fn listed_in_order(run: usize) -> String {
    let project = project();
    let paths: Vec<_> = in_order(run * 7)
        .into_iter()
        .map(|(name, _)| project.at("catalogs").join(name))
        .collect();
    let analysis = analyze_paths(&paths, &Config::default()).expect("they can be read");
    let outputs = analysis.emit(Target::ALL).expect("they are clean");
    let files = outputs
        .iter()
        .map(|it| (it.path().to_owned(), it.text().as_bytes().to_vec()));
    sha256(&files.collect())
}

#[test]
fn f71_the_second_run_writes_nothing() {
    let project = project().generated();
    let before = inodes(&project);
    let again = project.run_changing_nothing(&["generate"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!(inodes(&project), before);
    let (changed, noticed) = changed_bytes(&project);
    assert!(changed > 40, "{changed}");
    assert_eq!(changed, noticed);
    row(
        "F71",
        "`generate` twice; then a byte of an output changed, at 40 places of each file; a byte more, a byte less, no byte",
        "no file written: same inodes and times; a check finds each, `--check` exits with 1",
        "none written; each change is found",
    );
}

fn inodes(project: &Project) -> Vec<(String, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let files = project.files("generated").into_iter();
    let inode = |path: &str| fs::metadata(project.at(path)).expect("it is listed").ino();
    files.map(|path| (path.clone(), inode(&path))).collect()
}

/// How many changes were made, one at a time, and how many were noticed.
fn changed_bytes(project: &Project) -> (usize, usize) {
    let config = Config::load(&project.at("")).expect("a project");
    let analysis = analyze_with(&config).expect("it can be read");
    let outputs = analysis.emit(config.targets()).expect("it is clean");
    let (mut changed, mut noticed) = (0, 0);
    for path in project.files("generated") {
        let right = fs::read(project.at(&path)).expect("it was generated");
        for (number, wrong) in wrong(&right).into_iter().enumerate() {
            project.put(&path, wrong);
            let found = write(
                config.out(),
                &outputs,
                Mode::Check,
                Overwrite::OnlyGenerated,
            );
            let found = found.expect("it can be compared").changes;
            changed += 1;
            noticed += usize::from(found.iter().any(|it| path.ends_with(&it.path)));
            // A process of the tool for one byte of each file, in the mark.
            if number == 0 {
                assert_eq!(
                    project.run(&["generate", "--check"]).code,
                    Some(1),
                    "{path}"
                );
            }
        }
        File::create(project.at(&path)).expect("it is ours");
        project.put(&path, right);
    }
    assert!(project.run(&["generate", "--check"]).code == Some(0));
    (changed, noticed)
}

/// The bytes of a file with one changed, added or lost.
fn wrong(right: &[u8]) -> Vec<Vec<u8>> {
    let mark = b"@generated";
    let mark = right.windows(mark.len()).position(|it| it == mark);
    let places = (0..40).map(|number| number * (right.len() - 1) / 39);
    let places = mark.into_iter().chain(places);
    let changed = places.map(|at| {
        let mut bytes = right.to_vec();
        bytes[at] ^= 1;
        bytes
    });
    let longer = [right, b"\n"].concat();
    let shorter = right[..right.len() - 1].to_vec();
    changed.chain([longer, shorter, Vec::new()]).collect()
}
