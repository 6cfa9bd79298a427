//! EC0201: a status that is none.

mod meant;

use self::meant::{Meant, WrittenAs, meant};
use super::{Level, Rule, nearest, only_near, shown, yaml_syntax};
use crate::diag::{Diagnostic, Report};
use crate::mend::Mend;
use crate::source::Span;
use crate::yaml::opening_curly;

/// The rule.
pub(super) static RULE: Rule = Rule {
    id: "EC0201",
    name: "bad-status",
    level: Level::Deny,
    explain: include_str!("bad_status.md"),
    check: None,
};

/// `text` is no status; under `http` one has three digits from 100 to 599.
pub(crate) fn raise(report: &mut Report, span: Span, text: &str, http: bool) {
    let form = if http { "an HTTP status" } else { "a status" };
    let finding = report.raise(&RULE, span, format!("`{}` is not {form}", shown(text)));
    if text.eq_ignore_ascii_case(NONE) {
        finding.help(format!(
            "did you mean `{NONE}`? It stands alone, in lower case"
        ));
    } else if opening_curly(text).is_some() {
        finding.help(yaml_syntax::unquoted(text));
    } else if !http {
        finding.help("write a whole number of at most 32 bits");
    } else if let Some(list) = several(text) {
        finding.help(format!("several statuses are a list: write `{list}`"));
    } else if let Some(class) = row_name(text, http).filter(|it| it.ends_with("xx")) {
        finding.help(format!(
            "write each status by itself; what holds for all of `{class}` has its row in `statuses`"
        ));
    } else if let Some(meant) = meant(text) {
        suggest(finding, &meant);
    } else {
        finding.help("write a number from 100 to 599; if the protocol is not HTTP, say `http: false` at the top");
    }
}

/// The name of a row is none.
pub(crate) fn row(report: &mut Report, span: Span, text: &str, http: bool) {
    let message = format!("`{}` is no row of the status table", shown(text));
    let finding = report.raise(&RULE, span, message);
    if let Some(name) = row_name(text, http) {
        finding.help(format!("did you mean `{name}`?"));
        if name.ends_with("xx") || only_near(text, ["network", "other"]).is_some() {
            finding.mend(Mend::Say(span, name.to_owned()));
        }
    } else if let Some(meant) = meant(text).filter(|_| http) {
        suggest(finding, &meant);
    } else if http {
        finding.help("a row is a status like `404`, a class like `4xx`, `network` or `other`");
    } else {
        finding.help("with `http: false`, a row is a whole number, `network` or `other`");
    }
}

/// What says that an error has no status.
const NONE: &str = "none";

/// The list that statuses with commas between them were meant as.
fn several(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split([',', '/', '|']).map(str::trim).collect();
    let is_status = |it: &&str| it.len() == 3 && it.bytes().all(|byte| byte.is_ascii_digit());
    let are_all = (2..=MOST_STATUSES).contains(&parts.len()) && parts.iter().all(is_status);
    are_all.then(|| format!("[{}]", parts.join(", ")))
}

/// Most statuses in a text that a help line repeats.
const MOST_STATUSES: usize = 10;

/// The row that a misspelt name means.
fn row_name(text: &str, http: bool) -> Option<&'static str> {
    let classes = ["1xx", "2xx", "3xx", "4xx", "5xx"].into_iter();
    let mut classes = classes.filter(|_| http);
    let class = classes.find(|name| name.eq_ignore_ascii_case(text));
    class.or_else(|| nearest(text, ["network", "other"]))
}

fn suggest(finding: &mut Diagnostic, meant: &Meant) {
    finding.help(format!("did you mean `{}`?", meant.status));
    if meant.written_as == WrittenAs::Phrase {
        finding.help("the words that come with a status have a place of their own, `phrase`");
    }
}

/// A status is listed twice at one place.
pub(crate) fn twice(report: &mut Report, span: Span, text: &str) {
    report
        .raise(&RULE, span, format!("the status `{text}` is listed twice"))
        .help("delete one")
        .mend(Mend::DropTwin(span));
}
