use self::alloc::sync::Arc;

/// A middleware of `reqwest-middleware` that sends a request again where the
/// document of the API advises it, and not before the time that it states.
///
/// It sees what its catalog speaks of: the code and the details in the body of
/// an error, its headers, its status, and calls that got no response. Nothing is
/// guessed: an error without documented advice is handed on at once.
///
/// ```text
/// let client = reqwest_middleware::ClientBuilder::new(reqwest::Client::new())
///     .with(agentchat::RetryMiddleware::new().attempts(5))
///     .build();
/// let response = client.get(url).send().await?; // as if it had been sent once
/// ```
///
/// # Which requests
///
/// Those that are idempotent: by their method (RFC 9110, section 9.2.2), since
/// they bear the header of [`Self::idempotency_header`], or since you say so,
/// with `.with_extension(errcat::Request::Idempotent)` at the request. In the
/// same way `Request::WithEffects` keeps a `GET` from being sent twice. All others
/// are sent again only where the document says that it is always safe, and never
/// for want of a connection, which may have failed behind a redirect. A body that is a stream can't be sent twice: such a
/// request goes out once, and what comes back is untouched.
///
/// # What you get
///
/// The last response, with its status, headers, version, URL and body as they
/// came. Responses other than 4xx and 5xx are not read, and neither is that of
/// the last attempt. Error bodies of more than [`Self::LONGEST_BODY`] bytes are
/// not judged: those are handed on whole, and their requests not sent again. An
/// error is read before it is handed on, so a body that never ends takes a timeout
/// of the client.
///
/// # What else there is to know
///
/// Waiting takes the timer of `tokio`, and a date in `Retry-After` the clock of
/// the system. Nothing is logged. A timeout of the client is one of each attempt,
/// and middlewares that are added after this one see each attempt. An error may
/// hold back more than its request ([`Advice::scope`]): other requests are not
/// delayed here.
pub struct RetryMiddleware<C> {
    attempts: u32,
    longest: Duration,
    plan: Arc<dyn Fn(u32) -> Duration + Send + Sync>,
    idempotency_header: Option<Box<str>>,
    catalog: PhantomData<C>,
}

impl<C: Enveloped<Status = u16>> RetryMiddleware<C> {
    /// The longest error body that is read, in bytes: 1 MiB.
    pub const LONGEST_BODY: u64 = 1 << 20;

    /// A middleware that makes up to 3 attempts, plans delays from half a second
    /// on, and waits a minute at most.
    ///
    /// If the catalog declares `Idempotency-Key` as a header of requests, those
    /// that bear it are idempotent.
    #[must_use]
    pub fn new() -> Self {
        let declared = C::catalog()
            .headers
            .iter()
            .find(|it| {
                it.in_request && it.name.eq_ignore_ascii_case("idempotency-key")
            });
        Self {
            attempts: 3,
            longest: Duration::from_secs(60),
            plan: doubling(Duration::from_millis(500)),
            idempotency_header: declared.map(|it| it.name.into()),
            catalog: PhantomData,
        }
    }

    /// How many attempts to make at most, the first one among them. Where the
    /// document states fewer, its number counts.
    #[must_use]
    pub fn attempts(mut self, most: u32) -> Self {
        self.attempts = most;
        self
    }

    /// The planned delay before the second attempt; each further one is twice as
    /// long. A delay that the response or the document states is not cut short by
    /// it.
    #[must_use]
    pub fn base(mut self, delay: Duration) -> Self {
        self.plan = doubling(delay);
        self
    }

    /// The planned delays, instead of those from [`Self::base`]: one for each
    /// number of attempts that have failed, from 1. Here is the place for chance,
    /// where many clients would come back at once.
    ///
    /// ```text
    /// .plan(|failed| Duration::from_millis(100) * failed + chance())
    /// ```
    #[must_use]
    pub fn plan(
        mut self,
        plan: impl Fn(u32) -> Duration + Send + Sync + 'static,
    ) -> Self {
        self.plan = Arc::new(plan);
        self
    }

    /// The longest time to wait before an attempt. Planned delays are cut to it; a
    /// stated one that is longer ends the attempts, and the response is handed on.
    #[must_use]
    pub fn longest(mut self, delay: Duration) -> Self {
        self.longest = delay;
        self
    }

    /// The header that makes a request idempotent: its name, in any case.
    #[must_use]
    pub fn idempotency_header(mut self, name: &str) -> Self {
        self.idempotency_header = Some(name.into());
        self
    }

    /// How long to wait for the next attempt after so many; `None` ends them.
    fn pause(
        &self,
        advice: &Advice,
        request: Request,
        attempts: u32,
    ) -> Option<Duration> {
        let most = advice.attempts.map_or(self.attempts, |it| it.min(self.attempts));
        let again = attempts < most && advice.retries(request);
        let planned = || (self.plan)(attempts).min(self.longest);
        let pause = advice.adjust(again.then(planned));
        pause.filter(|pause| *pause <= self.longest)
    }
}

/// Delays of which each is twice as long as the one before.
fn doubling(first: Duration) -> Arc<dyn Fn(u32) -> Duration + Send + Sync> {
    Arc::new(move |failed| {
        first.saturating_mul(2_u32.saturating_pow(failed.saturating_sub(1)))
    })
}

impl<C: Enveloped<Status = u16>> Default for RetryMiddleware<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> Clone for RetryMiddleware<C> {
    fn clone(&self) -> Self {
        Self {
            attempts: self.attempts,
            longest: self.longest,
            plan: Arc::clone(&self.plan),
            idempotency_header: self.idempotency_header.clone(),
            catalog: PhantomData,
        }
    }
}

impl<C> fmt::Debug for RetryMiddleware<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryMiddleware")
            .field("attempts", &self.attempts)
            .field("longest", &self.longest)
            .field("idempotency_header", &self.idempotency_header)
            .finish_non_exhaustive()
    }
}
