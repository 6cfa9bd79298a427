//! `errcat completions SHELL`: scripts that shells can read, and what bash does
//! with its own.

use std::process::Command;

use crate::examples;
use crate::support::Project;

#[test]
fn each_script_knows_each_command_and_is_the_same_each_time() {
    let project = Project::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = project.run_changing_nothing(&["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell}");
        for name in examples::subcommands() {
            assert!(ran.out.contains(&name), "{shell}: {name}");
        }
        assert_eq!(project.run(&["completions", shell]).out, ran.out, "{shell}");
    }
}

#[test]
fn an_unknown_shell_is_refused_with_those_that_are_known() {
    let ran = Project::empty().run_changing_nothing(&["completions", "bsh"]);
    assert!(ran.err.contains("'bash'"), "{ran:?}");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
#[cfg(unix)]
fn bash_completes_commands_options_and_their_values() {
    let project = Project::empty();
    project.put("errcat.bash", project.run(&["completions", "bash"]).out);
    for (words, due) in [
        (["errcat", "ch"].as_slice(), ["check"].as_slice()),
        (&["errcat", "generate", "--st"], &["--stdout"]),
        (&["errcat", "generate", "--stdout", "ma"], &["markdown"]),
        (&["errcat", "list", "--format", ""], &["table", "json"]),
        (&["errcat", "check", "--color", "a"], &["auto", "always"]),
        (&["errcat", "schema", "c"], &["catalog", "config"]),
        (&["errcat", "completions", "z"], &["zsh"]),
        (&["errcat", "man", "sch"], &["schema"]),
    ] {
        assert_eq!(completed(&project, words), due, "{words:?}");
    }
}

/// What bash offers at the end of these words.
fn completed(project: &Project, words: &[&str]) -> Vec<String> {
    const ASK: &str = "\
        source ./errcat.bash && complete -p errcat >/dev/null || exit 3
        COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1))
        _errcat errcat \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD - 1]}\"
        printf '%s\\n' \"${COMPREPLY[@]}\"";
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-c", ASK, "bash"]);
    let output = bash.args(words).current_dir(project.at("")).output();
    let output = output.expect("bash can be started");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.is_empty(), "{told}");
    let text = String::from_utf8(output.stdout).expect("bash prints UTF-8");
    text.lines().map(str::to_owned).collect()
}
