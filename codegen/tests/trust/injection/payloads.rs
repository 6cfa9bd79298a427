//! The payloads, which stand in `payloads.txt`.

/// The payloads of a case.
pub(crate) fn of(case: u32) -> Vec<String> {
    let mut payloads = all();
    payloads.retain(|(of, _)| *of == case);
    assert!(!payloads.is_empty(), "no payload of {case}");
    payloads.into_iter().map(|(_, payload)| payload).collect()
}

/// Each payload with the number of its case.
pub(crate) fn all() -> Vec<(u32, String)> {
    let mut case = 0;
    let mut payloads = Vec::new();
    for line in include_str!("payloads.txt").lines() {
        // `# ` is a payload too.
        if case == 0 && line.starts_with("# ") || line.is_empty() || line == COMMENT {
            continue;
        }
        match line.strip_prefix("== ") {
            Some(head) => {
                let number = head.split(' ').next().expect("a first word");
                case = number.parse().expect("a section names its case");
            }
            None => payloads.push((case, decoded(line))),
        }
    }
    payloads
}

/// A remark between payloads.
const COMMENT: &str = "# Blanks, letters and sizes that other generators have lost.";

fn decoded(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text += before;
        let letter = after.chars().next().expect("a letter after the backslash");
        rest = &after[letter.len_utf8()..];
        match letter {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            '\\' => text.push('\\'),
            'u' => {
                let (digits, after) = braced(rest);
                let number = u32::from_str_radix(digits, 16).expect("a number");
                text.push(char::from_u32(number).expect("a character"));
                rest = after;
            }
            '{' => {
                let (times, after) = after[1..].split_once('*').expect("how often");
                let (part, after) = after.split_once('}').expect("what");
                text += &part.repeat(times.parse().expect("a number"));
                rest = after;
            }
            other => panic!("{other} follows a backslash in {line}"),
        }
    }
    text + rest
}

fn braced(text: &str) -> (&str, &str) {
    let inner = text.strip_prefix('{').and_then(|it| it.split_once('}'));
    inner.expect("braces")
}
