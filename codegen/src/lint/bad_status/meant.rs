//! The status that was probably meant by text that is none.

use crate::lint::nearest;

/// HTTP's statuses and their reason phrases (RFC 9110, section 15; RFC 6585),
/// and the phrases that two of them had before (RFC 7231, RFC 4918).
const PHRASES: &[(&str, &str)] = &[
    ("100", "Continue"),
    ("101", "Switching Protocols"),
    ("200", "OK"),
    ("201", "Created"),
    ("202", "Accepted"),
    ("203", "Non-Authoritative Information"),
    ("204", "No Content"),
    ("205", "Reset Content"),
    ("206", "Partial Content"),
    ("300", "Multiple Choices"),
    ("301", "Moved Permanently"),
    ("302", "Found"),
    ("303", "See Other"),
    ("304", "Not Modified"),
    ("305", "Use Proxy"),
    ("307", "Temporary Redirect"),
    ("308", "Permanent Redirect"),
    ("400", "Bad Request"),
    ("401", "Unauthorized"),
    ("402", "Payment Required"),
    ("403", "Forbidden"),
    ("404", "Not Found"),
    ("405", "Method Not Allowed"),
    ("406", "Not Acceptable"),
    ("407", "Proxy Authentication Required"),
    ("408", "Request Timeout"),
    ("409", "Conflict"),
    ("410", "Gone"),
    ("411", "Length Required"),
    ("412", "Precondition Failed"),
    ("413", "Content Too Large"),
    ("413", "Payload Too Large"),
    ("414", "URI Too Long"),
    ("415", "Unsupported Media Type"),
    ("416", "Range Not Satisfiable"),
    ("417", "Expectation Failed"),
    ("421", "Misdirected Request"),
    ("422", "Unprocessable Content"),
    ("422", "Unprocessable Entity"),
    ("426", "Upgrade Required"),
    ("428", "Precondition Required"),
    ("429", "Too Many Requests"),
    ("431", "Request Header Fields Too Large"),
    ("500", "Internal Server Error"),
    ("501", "Not Implemented"),
    ("502", "Bad Gateway"),
    ("503", "Service Unavailable"),
    ("504", "Gateway Timeout"),
    ("505", "HTTP Version Not Supported"),
    ("511", "Network Authentication Required"),
];

/// A status that text may stand for.
pub(super) struct Meant {
    pub(super) status: String,
    pub(super) written_as: WrittenAs,
}

/// How a status was written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenAs {
    /// With a slip in its digits.
    Digits,
    /// By its reason phrase, with or without the number.
    Phrase,
}

/// The status of HTTP that `text` probably means.
pub(super) fn meant(text: &str) -> Option<Meant> {
    let of_phrase = |status: &str| Meant {
        status: status.to_owned(),
        written_as: WrittenAs::Phrase,
    };
    let phrase = nearest(text, PHRASES.iter().map(|(_, phrase)| *phrase));
    if let Some((status, _)) = PHRASES.iter().find(|(_, it)| Some(*it) == phrase) {
        return Some(of_phrase(status));
    }
    if let Some((status, _)) = text
        .split_once([' ', '-', '_'])
        .filter(|it| is_status(it.0))
    {
        return Some(of_phrase(status));
    }
    look_alike(text).or_else(|| slip(text)).map(|status| Meant {
        status,
        written_as: WrittenAs::Digits,
    })
}

/// The status whose digits were typed as letters that look like them.
fn look_alike(text: &str) -> Option<String> {
    let digit = |letter| match letter {
        'o' | 'O' => '0',
        'l' | 'I' => '1',
        other => other,
    };
    Some(text.chars().map(digit).collect()).filter(|text: &String| is_status(text))
}

/// The one known status that has a digit more, less or another.
fn slip(text: &str) -> Option<String> {
    let mut known: Vec<&str> = PHRASES.iter().map(|(status, _)| *status).collect();
    known.dedup();
    known.retain(|status| nearest(text, [*status]).is_some());
    match known.as_slice() {
        [only] => Some((*only).to_owned()),
        _ => None,
    }
}

fn is_status(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_means_one_status_or_none() {
        for (text, status) in [
            ("4o4", Some("404")),
            ("4O1", Some("401")),
            ("4044", Some("404")),
            ("Not Found", Some("404")),
            ("not_found", Some("404")),
            ("unprocessable entity", Some("422")),
            ("404 Not Found", Some("404")),
            ("40", None),
            ("600", None),
            ("soon", None),
        ] {
            let found = meant(text).map(|it| it.status);
            assert_eq!(found.as_deref(), status, "{text}");
        }
    }
}
