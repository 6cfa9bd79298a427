/// What to do after an error response, as its document says, with the delay
/// that the response states.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Advice {
    /// What to do; `None` is not `Stop`: the document gives no advice.
    pub action: Option<Action>,
    /// How long to wait first: what the response states, else the document.
    pub delay: Option<Duration>,
    /// Where the new place is, for a redirect.
    pub to: Option<String>,
    /// What is held back.
    pub scope: Scope,
    /// May a request with effects be sent again? `None`: not documented.
    pub safe: Option<Safe>,
    /// The documented maximum of attempts.
    pub attempts: Option<u32>,
    /// What in the catalog gives the advice.
    pub basis: Option<Basis>,
}

/// What in a catalog gives advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// A variant of the entry.
    Variant,
    /// The entry.
    Entry,
    /// Its section.
    Section,
    /// Its type.
    Type,
    /// The row of the status, of its class, or of all others.
    Status,
    /// The row for calls that got no response.
    Network,
}

impl Advice {
    /// Whether documented advice says that the same request may be sent again.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        ::core::matches!(
            self.action, Some(Action::Wait | Action::Backoff | Action::Redirect)
        )
    }

    /// The advice for a call that got no response.
    #[must_use]
    pub fn without_response<C: Catalogued>() -> Self {
        let mut rows = tables_of::<C>().map_or(&[][..], |it| it.rows).iter();
        let row = rows.find(|it| ::core::matches!(it.row, Row::Network));
        let retry = row.and_then(|it| it.retry);
        Self::of(retry.map(|retry| (Basis::Network, retry)))
    }

    fn of(ruling: Option<(Basis, Retry)>) -> Self {
        let retry = ruling.map(|(_, retry)| retry);
        let seconds = |retry: Retry| match retry.delay? {
            Delay::Seconds(seconds) => Some(Duration::from_secs(seconds.into())),
            _ => None,
        };
        Self {
            action: retry.map(|it| it.action),
            delay: retry.and_then(seconds),
            to: None,
            scope: retry.map_or(Scope::Request, |it| it.scope),
            safe: retry.and_then(|it| it.safe),
            attempts: retry.and_then(|it| it.attempts),
            basis: ruling.map(|(basis, _)| basis),
        }
    }
}

impl<C: Enveloped> ApiError<C> {
    /// What to do, for the first error where there are several.
    ///
    /// `now` is the time since 1970, and `header` gives the value of a header by
    /// its name, in any case. The delay is the one that the catalog points at,
    /// else that of `Retry-After`. What states no time is passed over, and so
    /// is a time of more than a year.
    pub fn advice<H: AsRef<str>>(
        &self,
        now: Duration,
        header: impl Fn(&str) -> Option<H>,
    ) -> Advice {
        let body = self.json();
        let error = self.first();
        let ruling = error.ruling(body.as_ref());
        let retry = ruling.map(|(_, retry)| retry);
        let mut advice = Advice::of(ruling);
        let place = retry.and_then(|it| it.to);
        advice.to = place
            .and_then(|place| match place {
                Place::Header(name) => Some(header(name)?.as_ref().into()),
                Place::Detail(name) => {
                    let stated = error.stated(body.as_ref()?, name)?;
                    Some(stated.json.as_str()?.into())
                }
            });
        if advice.action.is_none() || advice.is_retryable() {
            let place = retry.and_then(|it| it.delay);
            let from_header = |name: &str| {
                let unit = header_unit::<C>(name);
                delay_of_header(header(name)?.as_ref(), unit, now)
            };
            let pointed_at = match place {
                Some(Delay::Header(name)) => from_header(name),
                Some(Delay::Detail(name)) => {
                    let stated = body.as_ref().and_then(|it| error.stated(it, name));
                    stated.and_then(|it| it.delay(now))
                }
                _ => None,
            };
            let stated = pointed_at.or_else(|| from_header("Retry-After"));
            advice.delay = stated.or(advice.delay);
        }
        advice
    }
}

/// The unit that the catalog declares for a header.
fn header_unit<C: Catalogued>(name: &str) -> Option<&'static str> {
    let mut headers = C::catalog().headers.iter();
    headers.find(|it| it.name.eq_ignore_ascii_case(name)).and_then(|it| it.unit)
}
