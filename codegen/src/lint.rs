//! The rules: one file each, with its wording and, beside it, its explanation.
//!
//! Rules with a `check` run here, over the model of each catalog. The others
//! are raised by the stage that meets what they are about (`yaml`, `syntax`,
//! `lower`), through the functions of their file. Adding a rule is a file, its
//! explanation and a line of [`RULES`]; a test says that the table is complete.

pub(crate) mod ambiguous_patterns;
pub(crate) mod bad_code;
pub(crate) mod bad_status;
pub(crate) mod bad_value;
pub(crate) mod catalog_name;
pub(crate) mod conflicting_keys;
pub(crate) mod cut_by_comment;
pub(crate) mod duplicate_code;
pub(crate) mod duplicate_key;
pub(crate) mod envelope_without_code;
pub(crate) mod example_mismatch;
pub(crate) mod hidden_character;
pub(crate) mod identifier_collision;
pub(crate) mod incomplete_advice;
pub(crate) mod markdown_dialect;
mod message_repeats_code;
pub(crate) mod missing_key;
pub(crate) mod missing_message;
pub(crate) mod missing_status;
pub(crate) mod no_catalog;
pub(crate) mod no_identifier;
pub(crate) mod no_place_for_detail;
pub(crate) mod not_utf8;
pub(crate) mod prose_in_flow_list;
pub(crate) mod repeated_item;
mod repeated_slot;
pub(crate) mod source_line;
mod suggest;
pub(crate) mod two_canonical_statuses;
pub(crate) mod unclear_delay;
pub(crate) mod unknown_code;
pub(crate) mod unknown_detail;
pub(crate) mod unknown_header;
pub(crate) mod unknown_key;
pub(crate) mod unknown_lint;
pub(crate) mod unknown_placeholder;
pub(crate) mod unknown_section;
pub(crate) mod unknown_tag;
pub(crate) mod unknown_type;
pub(crate) mod unsupported_yaml;
mod unused_allow;
pub(crate) mod wrong_type;
pub(crate) mod yaml_syntax;

pub use self::suggest::{did_you_mean, nearest};
pub(crate) use self::suggest::{shown, shown_line};
pub(crate) use crate::diag::Level;
use crate::diag::Report;
use crate::model::{Catalog, Prose};
use crate::prose;

/// One rule that a catalog must or should obey.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// The stable id, like `EC0101`. Ids are never used again.
    pub id: &'static str,
    /// The name, like `duplicate-code`.
    pub name: &'static str,
    /// What a finding does unless the configuration says otherwise; where it is
    /// [`Level::Deny`], the configuration can't.
    pub level: Level,
    /// What it means, a failing example, why it matters, a fixed example: in
    /// Markdown.
    pub explain: &'static str,
    /// Looks at one catalog; absent where an earlier stage raises the rule.
    pub(crate) check: Option<fn(&Catalog, &mut Report)>,
}

impl Rule {
    /// The explanation without its heading, as a tree to print.
    ///
    /// ```
    /// let rule = errcat_codegen::rule("EC0101").unwrap();
    /// let text = rule.explanation().to_plain_text();
    /// assert!(text.starts_with("Two entries, or an entry and an alias, have the same code."));
    /// ```
    #[must_use]
    pub fn explanation(&self) -> Prose {
        let (_, text) = self.explain.split_once('\n').unwrap_or_default();
        prose::parse(text, |_, _| ())
    }
}

/// All rules, by id.
pub static RULES: &[&Rule] = &[
    &yaml_syntax::RULE,
    &hidden_character::RULE,
    &unsupported_yaml::RULE,
    &duplicate_key::RULE,
    &not_utf8::RULE,
    &no_catalog::RULE,
    &cut_by_comment::RULE,
    &unknown_key::RULE,
    &missing_key::RULE,
    &wrong_type::RULE,
    &bad_value::RULE,
    &conflicting_keys::RULE,
    &prose_in_flow_list::RULE,
    &markdown_dialect::RULE,
    &catalog_name::RULE,
    &unknown_lint::RULE,
    &duplicate_code::RULE,
    &identifier_collision::RULE,
    &no_identifier::RULE,
    &bad_code::RULE,
    &unknown_code::RULE,
    &unknown_header::RULE,
    &unknown_tag::RULE,
    &unknown_type::RULE,
    &unknown_section::RULE,
    &unknown_detail::RULE,
    &ambiguous_patterns::RULE,
    &repeated_item::RULE,
    &envelope_without_code::RULE,
    &no_place_for_detail::RULE,
    &repeated_slot::RULE,
    &bad_status::RULE,
    &missing_status::RULE,
    &two_canonical_statuses::RULE,
    &incomplete_advice::RULE,
    &unclear_delay::RULE,
    &missing_message::RULE,
    &message_repeats_code::RULE,
    &unknown_placeholder::RULE,
    &source_line::RULE,
    &example_mismatch::RULE,
    &unused_allow::RULE,
];

/// Runs every rule that looks at the model, then settles what entries allow.
pub(crate) fn lint(catalogs: &[Catalog], report: &mut Report) {
    for catalog in catalogs {
        RULES
            .iter()
            .filter_map(|rule| rule.check)
            .for_each(|check| check(catalog, report));
        unused_allow::settle(catalog, report);
    }
}

/// The rule of an id or a name.
///
/// ```
/// assert_eq!(errcat_codegen::rule("duplicate-code").map(|rule| rule.id), Some("EC0101"));
/// ```
#[must_use]
pub fn rule(id_or_name: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.id == id_or_name || rule.name == id_or_name)
}
