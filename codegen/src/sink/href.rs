//! Links: what may stand in `href`, and behind `](` in Markdown.

use std::fmt::Write as _;

/// What a link may do: lead to a page, or begin a letter.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Where a link leads: to a page or a mailbox, or to a place of the same site.
///
/// It holds the characters of a URL (RFC 3986) alone, the others
/// percent-encoded. Its schemes are an allowlist, so it runs nothing.
///
/// ```
/// use errcat_codegen::sink::Href;
///
/// let href = Href::new("https://parcel.example/a b").expect("it leads to a page");
/// assert_eq!(href.as_str(), "https://parcel.example/a%20b");
/// assert!(Href::new("errors.html#PARCEL_LOST").is_some());
/// assert!(Href::new("javascript:alert(1)").is_none());
/// assert!(Href::new("//elsewhere.example/").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href(String);

impl Href {
    /// The link to `url`; `None` if it is empty, has a scheme other than `http`,
    /// `https` and `mailto`, or names a host without a scheme.
    #[must_use]
    pub fn new(url: &str) -> Option<Self> {
        let href = percent_encoded(url);
        let first = href.split(['/', '?', '#']).next().unwrap_or_default();
        let is_inert = match first.split_once(':') {
            Some((scheme, _)) => SCHEMES.iter().any(|it| it.eq_ignore_ascii_case(scheme)),
            None => !href.is_empty() && !href.starts_with("//"),
        };
        is_inert.then_some(Self(href))
    }

    /// The link, as ASCII without blanks, quotes, backslashes or brackets other
    /// than `(`, `)`, `[` and `]`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A backslash is no character of a URL, though browsers take it for a slash,
/// and neither are the line breaks and blanks that they skip.
fn percent_encoded(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("a String takes all text");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(url: &str) -> Option<String> {
        Href::new(url).map(|href| href.as_str().to_owned())
    }

    #[test]
    fn links_to_pages_and_mailboxes_stay_as_they_are() {
        for url in [
            "https://parcel.example/a(b)?c=d&e=%20[f]#g:h",
            "HTTP://parcel.example:80",
            "mailto:help@parcel.example?subject=a:b",
            "errors.html#A:B",
            "/a:b",
            "?a:b",
            "#javascript:x",
            "..",
            "a//b",
        ] {
            assert_eq!(href(url).as_deref(), Some(url));
        }
    }

    #[test]
    fn what_is_no_part_of_a_url_is_percent_encoded() {
        assert_eq!(
            href("/\u{0}\t\n \"<>\\^`{|}\u{7f}é\u{202e}").as_deref(),
            Some("/%00%09%0A%20%22%3C%3E%5C%5E%60%7B%7C%7D%7F%C3%A9%E2%80%AE")
        );
    }

    #[test]
    fn what_could_run_or_leave_the_site_is_refused() {
        for url in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript&colon;:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
            "https\u{a0}://a.example",
            ":a",
            "//elsewhere.example",
            "///elsewhere.example",
        ] {
            assert_eq!(href(url), None, "{url:?}");
        }
    }

    #[test]
    fn a_backslash_is_no_slash() {
        assert_eq!(href("\\\\a.example").as_deref(), Some("%5C%5Ca.example"));
        assert_eq!(href("/\\a.example").as_deref(), Some("/%5Ca.example"));
    }
}
