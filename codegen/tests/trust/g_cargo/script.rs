//! `build()`, called as a build script calls it: in a process of its own, in
//! the folder of a package, with the variables that Cargo sets.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::table::row;

const CATALOG: &str = "errcat: 1\ncatalog: parcel\ntitle: Parcels\nerrors:\n  \
    - code: NOT_FOUND\n    status: 404\n    message: There is no such parcel.\n";

/// What a run of the script told Cargo, and how it ended.
struct Told {
    lines: Vec<String>,
    success: bool,
}

#[test]
fn a_clean_package_says_exactly_what_it_was_made_of() {
    let package = package(
        "clean",
        &[
            ("catalogs/parcel.yaml", CATALOG),
            ("errcat.yaml", "errcat: 1\n"),
        ],
    );
    let told = run(&package);
    assert!(told.success);
    let expected = ["errcat.yaml", "catalogs", "catalogs/parcel.yaml"];
    assert_eq!(
        told.lines,
        expected.map(|path| format!("cargo::rerun-if-changed={path}"))
    );
    for file in ["errcat.rs", "mod.rs", "parcel.rs"] {
        assert!(package.join("out/errcat").join(file).is_file(), "{file}");
    }
    fs::remove_dir_all(package).expect("the scratch package");
}

#[test]
fn g74_no_path_is_named_that_is_not_there() {
    let package = package("missing", &[("catalogs/parcel.yaml", CATALOG)]);
    let told = run(&package);
    assert!(told.success);
    let mut named = Vec::new();
    for line in &told.lines {
        let path = line
            .strip_prefix("cargo::rerun-if-changed=")
            .expect("nothing but paths");
        assert!(
            package.join(path).exists(),
            "{path} would make every build rerun the script"
        );
        named.push(format!("`{path}`"));
    }
    fs::remove_dir_all(package).expect("the scratch package");
    row(
        "G74",
        "a package without `errcat.yaml`: what `rerun-if-changed` names",
        "paths that are there, and all of them",
        &named.join(", "),
    );
}

#[test]
fn g78_errors_are_told_line_by_line() {
    let broken = CATALOG.replace("404", "4O4").replace("message", "mesage");
    let broken = broken.replace("Parcels", "\"Par\\ncargo::rustc-cfg=broken_out\"");
    let package = package("broken", &[("catalogs/parcel.yaml", &broken)]);
    let told = run(&package);
    assert!(!told.success);
    let errors: Vec<&str> = told
        .lines
        .iter()
        .filter_map(|line| line.strip_prefix("cargo::error="))
        .collect();
    let text = errors.join("\n");
    assert!(
        text.contains("error[EC0201]: `4O4`") && text.contains("catalogs/parcel.yaml:6:13"),
        "{text}"
    );
    assert!(
        text.contains("error[EC0010]") && text.contains("catalogs/parcel.yaml:7:5"),
        "{text}"
    );
    assert!(
        told.lines
            .contains(&"cargo::rerun-if-changed=catalogs/parcel.yaml".to_owned())
    );
    assert!(
        !package.join("out/errcat").exists(),
        "outputs of a broken catalog"
    );
    let orders = |order: &str| told.lines.iter().filter(|it| it.starts_with(order)).count();
    let named = orders("cargo::rerun-if-changed=");
    assert_eq!(told.lines.len(), errors.len() + named);
    fs::remove_dir_all(package).expect("the scratch package");
    row(
        "G78",
        "a catalog with three mistakes, one in a text with a line break and an order to Cargo",
        "each line of what is found behind `cargo::error=`, no other order, nothing written",
        "each line; no other; nothing",
    );
}

#[test]
fn a_package_without_catalogs_is_told_what_to_do() {
    let package = package("none", &[]);
    let told = run(&package);
    assert!(!told.success);
    let error = "cargo::error=`catalogs`: there is no such folder of catalogs; \
        create it, or name another one as `catalogs:` in errcat.yaml";
    assert!(told.lines.contains(&error.to_owned()), "{:?}", told.lines);
    fs::remove_dir_all(package).expect("the scratch package");
}

#[test]
#[cfg(target_os = "linux")]
fn c49_no_path_forges_a_line() {
    let order = "cargo::rustc-env=FORGED=1";
    let names = [
        "a b".to_owned(),
        "a#b$c:d\\e%20".to_owned(),
        "a\tb=c".to_owned(),
        format!("a\n{order}\nb"),
        format!("a\r{order}"),
        "a\u{1b}[2J\u{9b}2J".to_owned(),
    ];
    let (mut watched, mut said, mut forged, mut seen) = (0, 0, Vec::new(), Vec::new());
    for (at, name) in names.iter().enumerate() {
        let configuration = format!("errcat: 1\ncatalogs: {}\n", serde_json::json!(name));
        let file = format!("{name}/{name}.yaml");
        let package = package(&format!("paths{at}"), &[(file.as_str(), CATALOG)]);
        fs::write(package.join("errcat.yaml"), configuration).expect("a scratch file");
        // First under a name that is none for a catalog, then under its own.
        for path in [&file, &format!("{name}/parcel.yaml")] {
            fs::rename(package.join(&file), package.join(path)).expect("a scratch file");
            let told = run(&package);
            for line in told.lines {
                let (key, value) = line["cargo::".len()..].split_once('=').expect("a value");
                match key {
                    "rerun-if-changed" if package.join(value).exists() => watched += 1,
                    "error" if !value.contains(char::is_control) => said += 1,
                    _ => forged.push(line),
                }
            }
            if *path != file {
                seen.push(if told.success { "built" } else { "refused" });
            }
        }
        fs::remove_dir_all(package).expect("the scratch package");
    }
    assert!(
        watched > 0 && said > 0,
        "{watched} paths, {said} lines of errors"
    );
    assert_eq!(forged, Vec::<String>::new());
    row(
        "C49",
        "blanks, `# $ : \\ % =`, tab, CR, LF with `cargo::rustc-env=`, ESC in names of folders and catalogs (errcat writes no depfiles)",
        "each line for Cargo is a path that exists or the text of an error",
        &format!("{} other lines; {}", forged.len(), seen.join(", ")),
    );
}

/// Not a test of its own: the process that the tests above start.
#[test]
#[ignore = "the child process of the tests above"]
fn child() {
    // A line of its own, after what the harness printed.
    println_for_cargo(&format!("\nended with {:?}", errcat_codegen::build()));
}

#[expect(
    clippy::print_stdout,
    reason = "standard output is how a build script speaks"
)]
fn println_for_cargo(line: &str) {
    println!("{line}");
}

fn run(package: &Path) -> Told {
    let output = Command::new(env::current_exe().expect("this test"))
        .args([
            "--exact",
            "g_cargo::script::child",
            "--ignored",
            "--nocapture",
        ])
        .current_dir(package)
        .env("OUT_DIR", package.join("out"))
        .output()
        .expect("the child runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines = text
        .lines()
        .filter(|line| line.starts_with("cargo::"))
        .map(str::to_owned)
        .collect();
    let ended = text
        .lines()
        .find_map(|line| line.strip_prefix("ended with "));
    let success =
        ended.expect("the script ends") == format!("{:?}", std::process::ExitCode::SUCCESS);
    Told { lines, success }
}

fn package(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = env::temp_dir().join(format!("errcat-build-{}-{name}", std::process::id()));
    fs::create_dir_all(folder.join("out")).expect("a scratch package");
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a scratch file");
    }
    folder
}
