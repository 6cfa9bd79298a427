/// What to do after an error, as its document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Retry {
    /// What to do.
    pub action: Action,
    /// Where the delay is stated.
    pub delay: Option<Delay>,
    /// Where the new place is stated, for a redirect.
    pub to: Option<Place>,
    /// The documented maximum of attempts.
    pub attempts: Option<u32>,
    /// What is held back.
    pub scope: Scope,
    /// May a request with effects be sent again? `None`: not documented.
    pub safe: Option<Safe>,
    /// The document's wording or reason.
    pub note: Option<&'static str>,
}

impl Retry {
    /// Whether the same request may be sent again.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        ::core::matches!(
            self.action, Action::Wait | Action::Backoff | Action::Redirect
        )
    }
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Never send this request again.
    Stop,
    /// Another request may work: payload, credentials, ID, fresh state.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delay {
    /// In the header of this name.
    Header(&'static str),
    /// In the detail of this name.
    Detail(&'static str),
    /// In the document: seconds.
    Seconds(u32),
}

/// Where the new place of a redirect is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the header of this name.
    Header(&'static str),
    /// In the detail of this name.
    Detail(&'static str),
}

/// What is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// This request alone.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safe {
    /// Yes: it had none.
    Always,
    /// Only an idempotent one.
    Idempotent,
}
