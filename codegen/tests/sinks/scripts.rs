//! Programs of other languages that read what was written.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// What `program`, given `script`, prints about `input`, as JSON.
pub(crate) fn answer(program: &str, arguments: &[&str], input: &str) -> serde_json::Value {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("this test needs {program}: {error}"));
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all(input.as_bytes()).expect("it reads all");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{program} failed");
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}
