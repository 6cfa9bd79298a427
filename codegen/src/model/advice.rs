//! Retry advice: what a caller should do next, and which rule says so.

use super::{Catalog, Entry, Row, Span, Spanned, Status, Text, Variant, life::words};

/// Documented advice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Retry {
    /// What to do.
    pub action: Action,
    /// Where the stated delay is.
    pub delay: Option<Delay>,
    /// Where the new place stands, for a redirect.
    pub to: Option<Place>,
    /// The documented maximum of attempts.
    pub attempts: Option<u32>,
    /// What is held back.
    pub scope: Scope,
    /// May a request with effects be sent again?
    pub safe: Option<Safe>,
    /// The document's wording or reason.
    pub note: Option<Text>,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Never send this request again.
    Stop,
    /// Another request may work.
    Change,
    /// Someone must do something first.
    Act,
    /// The same request, after the stated delay.
    Wait,
    /// The same request, with growing delays.
    Backoff,
    /// The same request, to another place.
    Redirect,
}

/// Where a delay is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delay {
    /// In a header: a position in [`Catalog::headers`].
    Header(usize),
    /// In a detail or a slot of this name.
    Detail(String),
    /// In the catalog: seconds.
    Seconds(u32),
}

/// Where the new place of a redirect stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a header: a position in [`Catalog::headers`].
    Header(usize),
    /// In a detail or a slot of this name.
    Detail(String),
}

/// What is held back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// This request alone.
    #[default]
    Request,
    /// All requests to the recipient.
    Recipient,
    /// All requests of the account.
    Account,
    /// All requests on the connection.
    Connection,
    /// The whole transaction.
    Transaction,
}

/// Whether a request with effects may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safe {
    /// Yes: it had none.
    Always,
    /// Only an idempotent one (RFC 9110, section 9.2.2).
    Idempotent,
}

words! {
    Action {
        Stop = "stop", Change = "change", Act = "act",
        Wait = "wait", Backoff = "backoff", Redirect = "redirect",
    }
    Scope {
        Request = "request", Recipient = "recipient", Account = "account",
        Connection = "connection", Transaction = "transaction",
    }
    Safe { Always = "always", Idempotent = "idempotent" }
}

impl Action {
    /// Whether the same request may be sent again.
    #[must_use]
    pub fn is_retryable(self) -> bool {
        matches!(self, Self::Wait | Self::Backoff | Self::Redirect)
    }
}

/// Advice, and the rule of the catalog that it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Advice<'a> {
    /// What to do.
    pub retry: &'a Retry,
    /// Who says so.
    pub rule: AdviceRule,
    /// Where it is written: the word after `do:`.
    pub span: Span,
}

/// Where advice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceRule {
    /// On the variant that matched.
    Variant,
    /// On the entry itself.
    Entry,
    /// On the section of its item: a position in [`Catalog::sections`].
    Section(usize),
    /// On its type: a position in [`Catalog::types`].
    Type(usize),
    /// On a row of the status table.
    Status(Row),
}

impl Catalog {
    /// The advice for `entry` when it came with `status` and is known to be its
    /// `variant`: the variant's own, else that of [`Catalog::advice`].
    #[must_use]
    pub fn advice_for_variant<'a>(
        &'a self,
        entry: &'a Entry,
        variant: &'a Variant,
        status: Option<Status>,
    ) -> Option<Advice<'a>> {
        let own = variant.retry.as_ref();
        let own = own.map(|retry| Advice::of(retry, AdviceRule::Variant));
        own.or_else(|| self.advice(entry, status))
    }

    /// The advice for `entry` when it came with `status`: a block taken whole
    /// from the first of [`Catalog::advice_rules`] that has one. `None`: no
    /// advice is documented, which is not `stop`.
    #[must_use]
    pub fn advice<'a>(&'a self, entry: &'a Entry, status: Option<Status>) -> Option<Advice<'a>> {
        let mut rules = self.advice_rules(entry, status);
        rules.find_map(|rule| self.advice_by(entry, rule))
    }

    /// Where advice for `entry` with `status` may stand, in the order in which
    /// it counts: entry, section of its own item, type, status, class, `other`.
    pub fn advice_rules(
        &self,
        entry: &Entry,
        status: Option<Status>,
    ) -> impl Iterator<Item = AdviceRule> + use<> {
        let above = [
            Some(AdviceRule::Entry),
            self.own_listing(entry).section.map(AdviceRule::Section),
            entry.parent.map(AdviceRule::Type),
        ];
        let rows = status.map_or([None, None, Some(Row::Other)], |it| self.rows_of(it));
        let rows = rows.map(|row| row.map(AdviceRule::Status));
        above.into_iter().chain(rows).flatten()
    }

    /// The rows that are about `status`, nearest first; there may be no such
    /// row. A protocol of its own has no classes of statuses.
    fn rows_of(&self, status: Status) -> [Option<Row>; 3] {
        let class = self.http.then(|| status.class());
        [Some(Row::Status(status)), class, Some(Row::Other)]
    }

    /// The advice that stands at one of the [`Catalog::advice_rules`]; none for
    /// [`AdviceRule::Variant`], which is for its variant to say.
    #[must_use]
    pub fn advice_by<'a>(&'a self, entry: &'a Entry, rule: AdviceRule) -> Option<Advice<'a>> {
        let retry = match rule {
            AdviceRule::Variant => None,
            AdviceRule::Entry => entry.retry.as_ref(),
            AdviceRule::Section(at) => self.sections[at].retry.as_ref(),
            AdviceRule::Type(at) => self.types[at].retry.as_ref(),
            AdviceRule::Status(row) => self.row(row)?.retry.as_ref(),
        };
        retry.map(|retry| Advice::of(retry, rule))
    }

    /// The advice for a call of which no more is known than its row: that of
    /// the row, for a status else that of its class, else that of `other`.
    #[must_use]
    pub fn advice_for_row(&self, row: Row) -> Option<Advice<'_>> {
        let rows = match row {
            Row::Status(status) => self.rows_of(status),
            Row::Class(_) => [Some(row), None, Some(Row::Other)],
            Row::Network | Row::Other => [Some(row), None, None],
        };
        rows.into_iter().flatten().find_map(|row| {
            let retry = self.row(row)?.retry.as_ref()?;
            Some(Advice::of(retry, AdviceRule::Status(row)))
        })
    }
}

impl<'a> Advice<'a> {
    pub(crate) fn of(retry: &'a Spanned<Retry>, rule: AdviceRule) -> Self {
        Self {
            retry: &retry.value,
            rule,
            span: retry.span,
        }
    }
}
