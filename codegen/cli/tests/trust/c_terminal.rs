//! C. Injection into what people and their tools read: annotations, reports of
//! findings, the terminal.

use serde_json::Value;

use crate::support::{BROKEN, PARCEL, Project, Ran};
use crate::table::row;

/// What would order a terminal or a runner about, in a name of a file.
const NAME: &str =
    "%0A a\n::error::b\r##[error]c,d:e\t\u{1b}[2J\u{1b}]0;f\u{7}\u{9b}2J\u{202e}\u{200f}";

/// The same as YAML writes it between double quotes.
const ESCAPED: &str = r"%0A a\n::error::b\r##[error]c,d:e\t\e[2J\e]0;f\a\x9b2J\u202e\u200f";

/// A project whose catalogs have such names and hold such text, escaped and raw,
/// with findings about it.
fn hostile() -> Project {
    let project = Project::empty();
    let keys = format!(
        "errcat: 1\n? \"{ESCAPED}\"\n: 1\n{}",
        &BROKEN["errcat: 1\n".len()..]
    );
    project.put(
        "catalogs/escaped.yaml",
        keys.replace("BAD", &format!("\"{ESCAPED}\"")),
    );
    project.put("catalogs/raw.yaml", PARCEL.replace("PARCEL_LOST", NAME));
    project.put(&format!("catalogs/{NAME}.yaml"), PARCEL);
    project.put("catalogs/marks.yaml", marks());
    project
}

/// A catalog with a finding that repeats what no reader of a catalog minds.
fn marks() -> String {
    let order = "::error::a%0A::error::b ##[error]c ]] > \\ %25";
    format!("errcat: 1\ncatalog: marks\ntitle: Marks\n'{order}': 1\nerrors: []\n")
}

/// The program as a step of a workflow.
fn as_a_step(project: &Project, arguments: &[&str]) -> Ran {
    let output = project
        .command(arguments)
        .env("GITHUB_ACTIONS", "true")
        .output();
    Ran::from(output.expect("the program can be started"))
}

/// A line of a log that the runner would obey, as it decides that.
fn is_order(line: &str) -> bool {
    line.trim_start().starts_with("::") || line.contains("##[")
}

/// An annotation as the runner decodes it: its properties and its message.
fn decoded(line: &str) -> (Vec<(String, String)>, String) {
    let (head, data) = line[2..].split_once("::").expect("a command has two parts");
    let (_, properties) = head.split_once(' ').expect("it has properties");
    let text = |data: &str| {
        let data = data.replace("%0D", "\r").replace("%0A", "\n");
        data.replace("%25", "%")
    };
    let property = |it: &str| {
        let (name, value) = it.split_once('=').expect("a property has a value");
        (
            name.to_owned(),
            text(&value.replace("%3A", ":").replace("%2C", ",")),
        )
    };
    (properties.split(',').map(property).collect(), text(data))
}

/// The findings that `check --format json` tells.
fn findings(project: &Project) -> Vec<Value> {
    let ran = project.run(&["check", "--format=json"]);
    let told: Value = serde_json::from_str(&ran.out).expect("valid JSON");
    told["diagnostics"].as_array().expect("a list").clone()
}

/// Text as [`errcat_codegen::visible`] shows it.
fn shown(value: &Value) -> String {
    errcat_codegen::visible(value.as_str().expect("text"))
}

#[test]
fn c46_annotations_are_one_for_each_finding() {
    let project = hostile();
    let findings = findings(&project);
    let ran = as_a_step(&project, &["check"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), findings.len(), "{ran:?}");
    for (line, finding) in lines.iter().zip(&findings) {
        let (properties, message) = decoded(line);
        let start = &finding["span"]["start"];
        let names: Vec<&str> = properties.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["file", "line", "endLine", "col", "endColumn", "title"]
        );
        assert_eq!(
            errcat_codegen::visible(&properties[0].1),
            shown(&finding["file"])
        );
        assert_eq!(properties[1].1, start["line"].to_string());
        assert_eq!(properties[3].1, start["column"].to_string());
        let helps = finding["help"].as_array().expect("a list");
        let helps = helps
            .iter()
            .map(|it| format!("\nhelp: {}", it.as_str().expect("text")));
        let expected = finding["message"].as_str().expect("text").to_owned();
        assert_eq!(message, expected + &helps.collect::<String>());
    }
    let mut logs = vec![ran.err];
    let orders = "description: |\n      ::error::a\n\n      ##[error]b\n    message: \"##[error]\"";
    let clean = Project::with(&[&PARCEL.replace("message: Nobody has seen it.", orders)]);
    for arguments in [
        ["list", "--format=table"].as_slice(),
        &["list", "--format=json"],
        &["list", "--section", "\n::error::b ##[error]c"],
        &["explain", "PARCEL_LOST"],
        &["explain", "::error::a\n::error::b ##[error]c"],
        &["check", "--format=json"],
        &["check", "--format=sarif"],
        &["generate", "\n::error::b ##[error]c"],
        &["\n::error::b ##[error]c"],
    ] {
        for project in [&clean, &project] {
            let ran = as_a_step(project, arguments);
            logs.extend([ran.out, ran.err]);
        }
    }
    let orders: Vec<&str> = logs
        .iter()
        .flat_map(|it| it.lines())
        .filter(|it| is_order(it))
        .collect();
    assert_eq!(orders, Vec::<&str>::new());
    row(
        "C46",
        "`%`, CR, LF, `::error::`, `##[error]` in names of files, keys and texts, on a runner of GitHub Actions",
        "one annotation for each finding, each decoded as the finding; no order anywhere else",
        &format!(
            "{} findings, {} annotations, {} orders",
            findings.len(),
            lines.len(),
            orders.len()
        ),
    );
}

#[test]
fn c47_reports_hold_no_raw_control_character() {
    let project = hostile();
    let name: String = (1..32_u8).map(char::from).collect();
    project.put(&format!("catalogs/{name}.yaml"), PARCEL);
    let mut raw = 0;
    let mut texts = 0;
    for format in ["json", "sarif"] {
        let ran = project.run(&["check", "--format", format]);
        raw += ran
            .out
            .chars()
            .filter(|it| *it != '\n' && is_control(*it))
            .count();
        let one: Value = serde_json::from_str(&ran.out).expect("valid JSON");
        let other: Value = serde_yaml::from_str(&ran.out).expect("JSON is YAML");
        assert_eq!(one, other, "two readers agree");
        texts += count(&one);
    }
    let told = findings(&project);
    let path = format!("catalogs/{name}.yaml");
    assert!(
        told.iter().any(|it| it["file"] == path.as_str()),
        "no name is lost"
    );
    assert!(texts > 0, "the reports are not empty");
    row(
        "C47",
        "all of C0, C1, bidi in names of files and texts, as JSON and SARIF",
        "escaped; two readers agree; names come back as they are",
        &format!("{raw} raw control characters"),
    );
}

/// How many texts a value holds.
fn count(value: &Value) -> usize {
    match value {
        Value::String(_) => 1,
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

/// What steers a terminal or hides text.
fn is_control(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text without the colours of our own, which set how characters look and
/// nothing else.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|it: char| it.is_ascii_digit() || it == ';');
        match rest.strip_prefix('m') {
            Some(rest) => bare.push_str(rest),
            None => bare.extend(["\u{1b}[", part]),
        }
    }
    bare
}

/// Every way to make the program speak about a name or a text.
fn ways() -> Vec<Vec<&'static str>> {
    let path = concat!("catalogs/", "\u{1b}[2J\u{9b}2J\t\u{202e}.yaml");
    let name = "\u{1b}[2J\u{9b}2J\t\u{202e}";
    let mut ways: Vec<Vec<&str>> = ["human", "short", "json", "github", "sarif"]
        .into_iter()
        .flat_map(|format| {
            [
                vec!["check", "-v", "--format", format],
                vec!["check", "--format", format, path],
            ]
        })
        .collect();
    ways.extend([
        vec!["check", "--diff"],
        vec!["check", "--fix"],
        vec!["check", "--documents", name],
        vec!["check", "--stdin-path", name, "-"],
        vec!["check", "--format", name],
        vec!["generate", "-v"],
        vec!["generate", "-v", "--check"],
        vec!["generate", "--stdout", "rust"],
        vec!["generate", "--stdout", "markdown"],
        vec!["generate", "--stdout", "json"],
        vec!["generate", "--stdout", "schema"],
        vec!["generate", "--stdout", name],
        vec!["list"],
        vec!["list", "--format", "json"],
        vec!["list", "--catalog", name],
        vec!["list", "--section", name],
        vec!["list", "--status", name],
        vec!["explain", "PARCEL_LOST"],
        vec!["explain", "410"],
        vec!["explain", "EC0001"],
        vec!["explain", name],
        vec!["init", name],
        vec!["schema", name],
        vec!["completions", name],
        vec!["completions", "bash"],
        vec!["man"],
        vec!["man", name],
        vec![name],
        vec!["--root", name, "check"],
        vec!["--color", name, "check"],
    ]);
    ways
}

#[test]
fn c48_nothing_steers_the_terminal() {
    let tricky = PARCEL.replace(
        "message: Nobody has seen it.",
        "message: \"Nobody\\thas it.\"\n    description: |\n      ```\n      a\tb\n      ```",
    );
    let mut runs = 0;
    let mut raw = 0;
    for way in ways() {
        let projects = [
            hostile(),
            Project::with(&[&tricky]),
            Project::with(&[&tricky]),
        ];
        projects[2].put("errcat.yaml", format!("errcat: 1\n? \"{ESCAPED}\"\n: 1\n"));
        for project in projects {
            for colour in ["--color=always", "--color=never"] {
                let output = project.command(&way).arg(colour).output();
                let ran = Ran::from(output.expect("the program can be started"));
                let told = without_colours(&(ran.out + &ran.err));
                assert!(
                    !told.is_empty() || ran.code == Some(0),
                    "{way:?} fails in silence"
                );
                let is_raw = |it: &char| is_control(*it) && !matches!(it, '\n' | '\t');
                let found: Vec<char> = told.chars().filter(is_raw).collect();
                assert!(found.is_empty(), "{way:?} {colour}: {found:?} in {told:?}");
                raw += found.len();
                runs += 1;
            }
        }
    }
    row(
        "C48",
        "ESC, OSC, CSI, BEL, CR, bidi in names of files, arguments, keys and texts; every subcommand and format, with and without colours",
        "none reaches standard output or error raw",
        &format!("{raw} in {runs} runs"),
    );
}

#[test]
fn c48_a_tab_in_a_name_moves_nothing() {
    let project = Project::empty();
    let name = "catalogs/a\tb.yaml";
    project.put(name, BROKEN);
    for format in ["human", "short"] {
        let ran = project.run(&["check", "--format", format]);
        assert!(ran.err.contains("a\\tb.yaml:"), "{ran:?}");
    }
}
