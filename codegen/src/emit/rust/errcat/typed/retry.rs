/// Whether a request may be sent twice and have its effects once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Request {
    /// It has no effects, or repeats have none, as with an idempotency key.
    Idempotent,
    /// A repeat may have its effects again.
    WithEffects,
}

impl Advice {
    /// Whether to send this request again, as `when` of the crate `backon` asks.
    ///
    /// `false` where the document gives no advice, for a redirect, as the request
    /// goes to another place then (`to`), and for a request with effects unless
    /// the document says that it is always safe.
    #[must_use]
    pub fn retries(&self, request: Request) -> bool {
        let safe = request == Request::Idempotent
            || self.safe == Some(Safe::Always);
        let same_place = self.action != Some(Action::Redirect);
        self.is_retryable() && same_place && safe
    }

    /// The delay before the next attempt, as `adjust` of the crate `backon`
    /// asks: the stated one, where it is longer than `planned`. `None`, which
    /// ends the attempts, stays so. A stated delay may be as long as a year, and
    /// how many [`Self::attempts`] there may be is for the caller to count.
    #[must_use]
    pub fn adjust(&self, planned: Option<Duration>) -> Option<Duration> {
        planned
            .map(|planned| self.delay.map_or(planned, |stated| stated.max(planned)))
    }
}
