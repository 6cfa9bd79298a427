//! What stands in outputs, and what does not.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use super::project;
use crate::shell::{contents, run, shell};
use crate::support::{PARCEL, Project};
use crate::table::row;

#[test]
fn f68_nothing_of_the_machine() {
    let project = Project::empty();
    let folder = "wombat/quokka";
    project.put(&format!("{folder}/catalogs/parcel.yaml"), PARCEL);
    let status = shell(
        &project,
        &format!("$errcat generate -q --root $PWD/{folder}"),
    )
    .envs([
        ("USER", "numbat"),
        ("LOGNAME", "numbat"),
        ("HOME", "/home/numbat"),
    ])
    .envs([("HOSTNAME", "bilby"), ("SOURCE_DATE_EPOCH", "1234567890")])
    .status();
    assert!(status.is_ok_and(|status| status.success()));
    let outputs = contents(&project.at(folder).join("generated"));
    assert!(outputs.len() > 8);
    let said = said(
        &project,
        "date +%F; date +%Y/%m/%d; date +%d.%m.%Y; date +%T; date +%b' '%e",
    );
    let machine = said
        .into_iter()
        .chain(self::said(
            &project,
            "pwd; uname -n; uname -r; rustc --version | cut -d' ' -f2",
        ))
        .chain(["wombat", "quokka", "numbat", "bilby", "1234567890"].map(str::to_owned))
        .chain(
            [
                env!("CARGO_PKG_VERSION"),
                env!("CARGO_MANIFEST_DIR"),
                "/tmp/",
                "/home/",
            ]
            .map(str::to_owned),
        );
    let mut asked = 0;
    for word in machine.collect::<BTreeSet<_>>() {
        asked += 1;
        for (path, bytes) in &outputs {
            let text = String::from_utf8_lossy(bytes);
            let met = text
                .match_indices(&word)
                .any(|(at, _)| is_word(&text, at, word.len()));
            assert!(!met, "{path} says {word:?}");
        }
    }
    assert!(asked >= 14, "{asked}");
    row(
        "F68",
        "the project's path, its folders, user, home, host, kernel, date, time, versions of errcat and Rust, looked for in all outputs",
        "none is there",
        "none",
    );
}

/// Whether what stands there is no part of a longer word.
fn is_word(text: &str, at: usize, length: usize) -> bool {
    let is_letter = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
    !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + length..].chars().next())
}

/// The lines that a script prints.
fn said(project: &Project, script: &str) -> Vec<String> {
    let output = run(project, script);
    let text = String::from_utf8(output.stdout).expect("plain words");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert!(lines.iter().all(|line| line.len() > 1), "{lines:?}");
    lines
}

#[test]
fn f72_rustfmt_changes_nothing() {
    let project = project().generated();
    let rust = project.at("generated/rust");
    let before = contents(&rust);
    let configurations = [
        "",
        "max_width = 40\nhard_tabs = true\nuse_small_heuristics = \"Max\"\n",
    ];
    for configuration in configurations {
        project.put("generated/rust/rustfmt.toml", configuration);
        for edition in ["2018", "2021", "2024"] {
            for file in before.keys().filter(|name| name.as_str() != "mod.rs") {
                let done = Command::new("rustfmt")
                    .args(["--edition", edition])
                    .arg(rust.join(file))
                    .output()
                    .expect("there is rustfmt");
                assert!(done.status.success(), "{file}: {done:?}");
            }
        }
        // What includes the files, as a file that rustfmt follows.
        let done = Command::new("rustfmt").arg(rust.join("mod.rs")).output();
        assert!(done.is_ok_and(|it| it.status.success()));
        fs::remove_file(rust.join("rustfmt.toml")).expect("it was put there");
        assert!(contents(&rust) == before);
    }
    row(
        "F72",
        "`rustfmt` on each generated file, in three editions, with its defaults and with 40 columns and tabs",
        "not a byte changes",
        "not a byte",
    );
}
