//! G. Cargo: a user's package in the places where packages get to. What else
//! Cargo does is tried in `codegen/tests/trust`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::shell::{end, run, without_rights};
use crate::support::{PARCEL, Project};
use crate::table::row;

const MANIFEST: &str = "\
[package]
name = \"parcels\"
version = \"0.1.0\"
edition = \"2024\"
license = \"MIT\"
description = \"Parcels\"
repository = \"none\"
[build-dependencies]
errcat-codegen = \"0\"
";

const MAIN: &str = "\
include!(concat!(env!(\"OUT_DIR\"), \"/errcat/mod.rs\"));
fn main() { println!(\"{}\", parcel::ErrorCode::ParcelLost.message()); }
";

#[test]
#[ignore = "long: run with tests/run --long"]
fn g77_packaged_vendored_offline_read_only() {
    let project = Project::empty();
    vendor(&project);
    let package = "a package/of mine";
    let put = |path: &str, text: &str| project.put(&format!("{package}/{path}"), text);
    put("Cargo.toml", MANIFEST);
    put("src/main.rs", MAIN);
    put(
        "build.rs",
        "fn main() -> std::process::ExitCode { errcat_codegen::build() }\n",
    );
    put("catalogs/parcel.yaml", PARCEL);

    // Cargo builds a package from what it holds, and says so with its exit code.
    let cargo = format!("cd '{package}'; export CARGO_TARGET_DIR=\"$OLDPWD/target\"; cargo");
    let (code, line) = end(&run(
        &project,
        &format!("{cargo} generate-lockfile --offline && cargo package --offline --allow-dirty"),
    ));
    assert_eq!(code, Some(0), "{line}");
    assert!(project.at("target/package/parcels-0.1.0.crate").is_file());

    let (code, line) = end(&run(&project, "chmod -R a-w vendor 'a package'"));
    assert_eq!(code, Some(0), "{line}");
    let user = without_rights();
    let build = format!(
        "cd '{package}'; export CARGO_TARGET_DIR=\"$OLDPWD/another target\"
        if {user}bash -c ': >> Cargo.toml' 2>/dev/null; then exit 70; fi
        {user}cargo run --quiet --offline --locked"
    );
    let output = run(&project, &build);
    let (code, line) = end(&output);
    assert_eq!(code, Some(0), "{line}");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "Nobody has seen it.\n"
    );
    run(&project, "chmod -R u+w vendor 'a package'");
    row(
        "G77",
        "`cargo package`; then a build that is `--offline --locked`, of a source that is read-only, in a path with spaces, against vendored crates, to another target folder",
        "both succeed, and the program runs",
        "both succeed, and it runs",
    );
}

/// Puts errcat-codegen as it is packaged, and the crates that it needs, where
/// Cargo takes them from in this project.
fn vendor(project: &Project) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = folder.join("Cargo.toml");
    for (name, source) in normal_dependencies(&manifest) {
        let to = project.at("vendor").join(&name);
        if name == "errcat-codegen" {
            package(&manifest, project, &to);
        } else {
            copy(&source, &to);
        }
        let sums = to.join(".cargo-checksum.json");
        fs::write(sums, "{\"files\":{}}").expect("a scratch file");
    }
    let config = "[source.crates-io]\nreplace-with = \"vendored\"\n\
        [source.vendored]\ndirectory = \"vendor\"\n[net]\noffline = true\n";
    project.put(".cargo/config.toml", config);
}

/// Unpacks what `cargo package` makes of errcat-codegen.
fn package(manifest: &Path, project: &Project, to: &Path) {
    let target = project.at("packaging");
    let mut command = cargo();
    command.args([
        "package",
        "--no-verify",
        "--allow-dirty",
        "--quiet",
        "--offline",
    ]);
    command.arg("--manifest-path").arg(manifest);
    let status = command.arg("--target-dir").arg(&target).status();
    assert!(status.is_ok_and(|status| status.success()));
    fs::create_dir_all(to).expect("a scratch folder");
    let packed = target.join(format!(
        "package/errcat-codegen-{}.crate",
        env!("CARGO_PKG_VERSION")
    ));
    let mut tar = Command::new("tar");
    tar.args(["-xz", "--strip-components=1", "-C"])
        .arg(to)
        .arg("-f")
        .arg(packed);
    assert!(tar.status().is_ok_and(|status| status.success()));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("a scratch folder");
    let status = Command::new("cp").arg("-r").arg(from).arg(to).status();
    assert!(status.is_ok_and(|status| status.success()));
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The library and all that a build script compiles with it: names, and the
/// folders of their sources.
fn normal_dependencies(manifest: &Path) -> Vec<(String, PathBuf)> {
    let output = cargo()
        .args([
            "metadata",
            "--format-version=1",
            "--offline",
            "--locked",
            "--manifest-path",
        ])
        .arg(manifest)
        .args(["--filter-platform", &host()])
        .output()
        .expect("cargo runs");
    let found: Value = serde_json::from_slice(&output.stdout).expect("Cargo speaks JSON");
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let (packages, nodes) = (list(&found["packages"]), list(&found["resolve"]["nodes"]));
    let mut wanted = vec![found["resolve"]["root"].clone()];
    let mut at = 0;
    while at < wanted.len() {
        let node = nodes.iter().find(|node| node["id"] == wanted[at]);
        for dependency in list(&node.expect("each package is resolved")["deps"]) {
            let mut kinds = list(&dependency["dep_kinds"]).into_iter();
            let id = dependency["pkg"].clone();
            if kinds.any(|it| it["kind"] != "dev") && !wanted.contains(&id) {
                wanted.push(id);
            }
        }
        at += 1;
    }
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let wanted = packages.iter().filter(|it| wanted.contains(&it["id"]));
    wanted
        .map(|it| {
            let manifest = PathBuf::from(text(&it["manifest_path"]));
            let folder = manifest.parent().expect("it lies in a folder");
            (text(&it["name"]), folder.to_owned())
        })
        .collect()
}

fn host() -> String {
    let output = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("there is rustc");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc tells its host").to_owned()
}
