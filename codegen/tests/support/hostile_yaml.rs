//! YAML that must be refused, by the case of the list that it is of: read by
//! the library's tests, and by the tool's through each of its ways in.

/// How each of the catalogs here begins.
pub(crate) const HEAD: &str = "errcat: 1\ncatalog: hostile\ntitle: T\n";

/// One input.
pub(crate) struct Hostile {
    pub(crate) case: &'static str,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// All inputs.
pub(crate) fn inputs() -> Vec<Hostile> {
    let groups = [aliases(), levels(), nothing(), features(), keys(), bytes()];
    groups.into_iter().flatten().collect()
}

/// The inputs of one case.
pub(crate) fn of(case: &str) -> Vec<Hostile> {
    let inputs: Vec<Hostile> = inputs().into_iter().filter(|it| it.case == case).collect();
    assert!(!inputs.is_empty(), "{case} has inputs");
    inputs
}

fn hostile(case: &'static str, name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Hostile {
    Hostile {
        case,
        name: name.into(),
        bytes: bytes.into(),
    }
}

/// A catalog that goes on so after its head.
fn catalog(case: &'static str, name: impl Into<String>, rest: &str) -> Hostile {
    hostile(case, name, format!("{HEAD}{rest}"))
}

/// A1 to A3.
fn aliases() -> Vec<Hostile> {
    let level = |it: char, of: &str| format!("x-{it}: &{it} [{}]\n", [of; 9].join(", "));
    let letters = ('b'..='i').zip('a'..='h');
    let upper: String = letters
        .map(|(it, below)| level(it, &format!("*{below}")))
        .collect();
    let bomb = format!("errors: []\n{}{upper}", level('a', "lol"));
    let text = "m".repeat(1_000_000);
    let many = format!(
        "errors: []\nx-a: &a {text}\nx-b: [{}]\n",
        "*a, ".repeat(10_000)
    );
    vec![
        catalog("A1", "9 levels of 9 aliases", &bomb),
        catalog("A2", "a text of 1 MB, 10,000 times", &many),
        catalog("A3", "itself", "errors: []\nx-a: &a [*a]\n"),
        catalog("A3", "undefined", "errors: []\nx-a: [*a]\n"),
    ]
}

/// A4. Indentation alone needs the square of its levels in bytes.
fn levels() -> Vec<Hostile> {
    const DEEP: usize = 200_000;
    let deep = |name: &str, part: &str| {
        catalog(
            "A4",
            name,
            &format!("errors: []\nx-a:\n {}\n", part.repeat(DEEP)),
        )
    };
    let lines: String = (1..5_000).map(|level| " ".repeat(level) + "a:\n").collect();
    vec![
        deep("- ", "- "),
        deep("[", "["),
        deep("{a: ", "{a: "),
        deep("? ", "? "),
        catalog("A4", "indentation", &format!("errors: []\nx-a:\n{lines}")),
    ]
}

/// A6.
fn nothing() -> Vec<Hostile> {
    let inputs = [
        ("empty", ""),
        ("comments", "# Only a comment\n"),
        ("---", "---\n"),
        ("null", "null\n"),
    ];
    let input = |(name, text): (&str, &str)| hostile("A6", name, text);
    inputs.into_iter().map(input).collect()
}

/// A7, A9 and A10.
fn features() -> Vec<Hostile> {
    let tags = [
        "!!str a",
        "!a b",
        "!<tag:a.example,2000:b> c",
        "!!binary aGk=",
        "!!python/object/apply:os.system [id]",
        "! a",
    ];
    let tag = |tag: &&str| catalog("A10", *tag, &format!("errors: []\nx-a: {tag}\n"));
    let mut inputs = vec![
        catalog(
            "A7",
            "two documents",
            &format!("errors: []\n---\n{HEAD}errors: []\n"),
        ),
        catalog(
            "A7",
            "after an end",
            &format!("errors: []\n...\n{HEAD}errors: []\n"),
        ),
        catalog("A9", "merge key", "errors: []\nx-a: {<<: {b: c}}\n"),
        catalog(
            "A9",
            "merge key of an alias",
            "errors: []\nx-a: &a {b: c}\nx-d: {<<: *a}\n",
        ),
    ];
    inputs.extend(tags.iter().map(tag));
    inputs
}

/// A8, A12 and A16.
fn keys() -> Vec<Hostile> {
    let entry = |lines: &str| format!("errors:\n  - code: A\n{lines}    message: Bad.\n");
    let statuses = [
        "4O4",
        "404.0",
        "-1",
        "99",
        "1000",
        "0o624",
        "99999999999999999999",
    ];
    let status =
        |status: &&str| catalog("A12", *status, &entry(&format!("    status: {status}\n")));
    let mut inputs = vec![
        catalog(
            "A8",
            "plain and quoted",
            "errors: []\nx-a: {a: b, \"a\": c}\n",
        ),
        catalog("A8", "plain", "errors: []\nx-a: {1: b, 1: c}\n"),
        catalog("A8", "at the root", "title: U\nerrors: []\n"),
        catalog(
            "A8",
            "a status in hexadecimal",
            "statuses: {404: {phrase: N}, 0x194: {phrase: O}}\nerrors: []\n",
        ),
        catalog("A16", "misspelt", &entry("    staus: 404\n")),
        catalog(
            "A16",
            "of another place",
            &entry("    status: 404\n    title: T\n"),
        ),
        catalog("A16", "at the root", "eror: []\nerrors: []\n"),
        catalog("A16", "__proto__", "__proto__: {}\nerrors: []\n"),
    ];
    inputs.extend(statuses.iter().map(status));
    inputs
}

/// A13 to A15: bytes and characters.
fn bytes() -> Vec<Hostile> {
    let text = |bytes: &[u8]| [HEAD.as_bytes(), b"errors: []\nx-a: b", bytes, b"c\n"].concat();
    let wide = |to: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let text = format!("\u{feff}{HEAD}errors: []\n");
        text.encode_utf16().flat_map(to).collect()
    };
    let bare: Vec<u8> = HEAD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let escaped = |escape: &str| format!("errors: []\nx-a: \"b{escape}c\"\n");
    let mut inputs = vec![
        hostile(
            "A13",
            "CR alone",
            format!("{HEAD}errors: []\n").replace('\n', "\r"),
        ),
        hostile("A13", "one CR among LF", text(b"\r")),
        hostile("A13", "NEL", text("\u{85}".as_bytes())),
        catalog("A13", "a tab that indents", "errors:\n\t- code: A\n"),
        hostile("A14", "a byte alone", text(b"\xff")),
        hostile("A14", "Latin-1", text(b"\xe4")),
        hostile("A14", "cut off", text(b"\xe2\x82")),
        hostile("A14", "overlong", text(b"\xc0\xaf")),
        hostile("A14", "a surrogate", text(b"\xed\xa0\x80")),
        hostile("A14", "beyond Unicode", text(b"\xf4\x90\x80\x80")),
        hostile("A14", "UTF-16 LE", wide(u16::to_le_bytes)),
        hostile("A14", "UTF-16 BE", wide(u16::to_be_bytes)),
        hostile("A14", "UTF-16 without a mark", bare),
        catalog("A14", "an escaped surrogate", &escaped("\\uD800")),
    ];
    let controls = (0..=0x1f_u8).chain(0x7f..=0x9f);
    for control in controls.filter(|it| !b"\t\n".contains(it)) {
        let name = format!("U+{control:04X}");
        let raw = char::from(control).to_string();
        inputs.push(hostile("A15", format!("{name} raw"), text(raw.as_bytes())));
        let escape = escaped(&format!("\\u{control:04x}"));
        inputs.push(catalog("A15", format!("{name} escaped"), &escape));
    }
    inputs
}
