//! The rules: one file each, with its wording and, beside it, its explanation.
//!
//! Rules with a `check` run here, over the model of each catalog. The others
//! are raised by the stage that meets what they are about (`yaml`, `syntax`,
//! `lower`), through the functions of their file. Adding a rule is a file, its
//! explanation and a line of [`RULES`]; a test says that the table is complete.

mod advice_contradicts_status;
mod advice_differs;
pub(crate) mod ambiguous_patterns;
pub(crate) mod bad_code;
pub(crate) mod bad_status;
pub(crate) mod bad_value;
pub(crate) mod catalog_name;
pub(crate) mod conflicting_keys;
mod confusable_code;
pub(crate) mod cut_by_comment;
mod deprecated_without_replacement;
pub(crate) mod duplicate_code;
pub(crate) mod duplicate_key;
mod empty_section;
pub(crate) mod envelope_without_code;
pub(crate) mod example_mismatch;
pub(crate) mod hidden_character;
pub(crate) mod identifier_collision;
pub(crate) mod incomplete_advice;
mod long_message;
pub(crate) mod markdown_dialect;
mod message_repeats_code;
mod missing_causes;
mod missing_fix;
pub(crate) mod missing_key;
pub(crate) mod missing_message;
pub(crate) mod missing_status;
pub(crate) mod no_catalog;
pub(crate) mod no_identifier;
pub(crate) mod no_place_for_detail;
pub(crate) mod not_utf8;
mod numeric_code;
pub(crate) mod over_limit;
pub(crate) mod prose_in_flow_list;
pub(crate) mod repeated_item;
mod repeated_slot;
mod repeated_text;
mod retired_code_in_use;
mod sensitive_placeholder;
mod shape;
pub(crate) mod source_line;
mod stray_quote;
mod suggest;
pub(crate) mod two_canonical_statuses;
mod typed_names;
pub(crate) mod unclear_delay;
mod undocumented_status;
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
mod unused_placeholder;
pub(crate) mod wrong_type;
pub(crate) mod yaml_syntax;

use self::suggest::shown_code;
pub use self::suggest::{did_you_mean, nearest};
pub(crate) use self::suggest::{is_enough, only_near, shown, shown_line};
pub(crate) use crate::diag::Level;
use crate::diag::{Levels, Report};
use crate::model::{Catalog, Entry, Prose};
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
    /// [`Level::Deny`], the configuration can't. At [`Level::Allow`] the rule is
    /// not run at all.
    pub level: Level,
    /// What it means, a failing example, why it matters, a fixed example: in
    /// Markdown.
    pub explain: &'static str,
    /// Looks at one catalog; absent where an earlier stage raises the rule.
    pub(crate) check: Option<Check>,
}

/// How a rule looks at the model.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Check {
    /// At a whole catalog.
    Catalog(fn(&Catalog, &mut Report)),
    /// At one entry. The rules take turns at each: then it is near at hand.
    Entry(fn(&Catalog, &Entry, &mut Report)),
    /// The same of a rule that keeps what it saw in a catalog.
    Entries(for<'a> fn(&'a Catalog, &mut Report) -> EachEntry<'a>),
}

/// Looks at an entry; it is called with each in document order.
pub(crate) type EachEntry<'a> = Box<dyn FnMut(&'a Entry, &mut Report) + 'a>;

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
    &over_limit::RULE,
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
    &numeric_code::RULE,
    &confusable_code::RULE,
    &empty_section::RULE,
    &repeated_item::RULE,
    &envelope_without_code::RULE,
    &no_place_for_detail::RULE,
    &repeated_slot::RULE,
    &bad_status::RULE,
    &missing_status::RULE,
    &two_canonical_statuses::RULE,
    &incomplete_advice::RULE,
    &advice_differs::RULE,
    &advice_contradicts_status::RULE,
    &undocumented_status::RULE,
    &unclear_delay::RULE,
    &missing_message::RULE,
    &message_repeats_code::RULE,
    &unknown_placeholder::RULE,
    &long_message::RULE,
    &unused_placeholder::RULE,
    &sensitive_placeholder::RULE,
    &repeated_text::RULE,
    &missing_causes::RULE,
    &missing_fix::RULE,
    &stray_quote::RULE,
    &source_line::RULE,
    &example_mismatch::RULE,
    &unused_allow::RULE,
    &deprecated_without_replacement::RULE,
    &retired_code_in_use::RULE,
];

/// Runs every rule that looks at the model and is not switched off, then
/// settles what entries allow.
pub(crate) fn lint(catalogs: &[Catalog], levels: &Levels, report: &mut Report) {
    let on = |rule: &&&Rule| levels.of(rule) != Level::Allow;
    let checks: Vec<_> = RULES.iter().filter(on).filter_map(|it| it.check).collect();
    for catalog in catalogs {
        let (mut of_each, mut of_entries) = (Vec::new(), Vec::new());
        for check in &checks {
            match check {
                Check::Catalog(check) => check(catalog, report),
                Check::Entry(check) => of_each.push(check),
                Check::Entries(check) => of_entries.push(check(catalog, report)),
            }
        }
        for entry in &catalog.entries {
            for check in &of_each {
                check(catalog, entry, report);
            }
            for check in &mut of_entries {
                check(entry, report);
            }
        }
        unused_allow::settle(catalog, levels, report);
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
