//! Two ways to build the program, and two ways to call it.

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use super::project;
use crate::release;
use crate::shell::contents;
use crate::table::row;

#[test]
#[ignore = "long: run with tests/run --long"]
fn f69_debug_and_release() {
    let project = project();
    let shipped = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../catalogs");
    for name in ["agentchat", "aicity", "remno"] {
        let text = std::fs::read(shipped.join(format!("{name}.yaml"))).expect("it is shipped");
        project.put(&format!("catalogs/{name}.yaml"), text);
    }
    let project = project.generated();
    let debug = contents(&project.at("generated"));
    std::fs::remove_dir_all(project.at("generated")).expect("it was generated");
    let mut optimised = Command::new(release::program());
    let status = optimised
        .args(["generate", "-q"])
        .current_dir(project.at(""))
        .status();
    assert!(status.is_ok_and(|status| status.success()));
    assert!(contents(&project.at("generated")) == debug);
    row(
        "F69",
        "8 catalogs, by the unoptimised program and by the optimised one",
        "the same bytes",
        "the same bytes",
    );
}

#[test]
fn f70_the_build_script_and_the_tool() {
    let project = project().generated();
    let child = Command::new(env::current_exe().expect("this test"))
        .args([
            "--exact",
            "f_determinism::builds::child",
            "--ignored",
            "--nocapture",
        ])
        .current_dir(project.at(""))
        .env("OUT_DIR", project.at("out"))
        .output()
        .expect("the child runs");
    let told = String::from_utf8_lossy(&child.stdout);
    assert!(
        told.contains("cargo::rerun-if-changed=catalogs\n"),
        "{told}"
    );
    let mut script = contents(&project.at("out/errcat"));
    script.remove("manifest.txt").expect("it lists the files");
    assert!(script.len() >= 7, "{}", script.len());
    assert!(contents(&project.at("generated/rust")) == script);
    row(
        "F70",
        "5 catalogs, by `errcat_codegen::build()` to OUT_DIR and by `errcat generate`",
        "the same bytes",
        "the same bytes",
    );
}

/// Not a test of its own: the build script that the test above starts.
#[test]
#[ignore = "the child process of the test above"]
fn child() {
    if env::var_os("OUT_DIR").is_some() {
        assert_eq!(
            format!("{:?}", errcat_codegen::build()),
            format!("{:?}", ExitCode::SUCCESS)
        );
    }
}
