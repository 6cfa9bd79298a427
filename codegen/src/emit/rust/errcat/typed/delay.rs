/// The longest delay that is taken for one: a leap year.
const LONGEST_DELAY: Duration = Duration::new(366 * 86_400, 0);

/// What a body states, and how the catalog says to take it.
struct Stated {
    json: Json,
    kind: &'static str,
    unit: Option<&'static str>,
}

impl Stated {
    /// The value as a delay: a number in its unit, or a time. A number that is a
    /// time counts from 1970, in seconds where no other unit is declared.
    fn delay(&self, now: Duration) -> Option<Duration> {
        let until = |instant: Duration| instant.saturating_sub(now);
        let number = |number: f64| match self.kind {
            "timestamp" => in_unit(number, self.unit.unwrap_or("seconds")).map(until),
            _ => in_unit(number, self.unit?),
        };
        let delay = match &self.json {
            Json::Number(it) => number(it.as_f64()?),
            Json::String(text) => {
                let instant = instant_of(text).or_else(|| http_date(text, now));
                let of_text = || number(decimal(text)?);
                instant.map(until).or_else(of_text)
            }
            _ => None,
        };
        delay.filter(|delay| *delay <= LONGEST_DELAY)
    }

    /// The value as a delay that takes no clock: a number in its unit.
    fn span(&self) -> Option<Duration> {
        let number = match &self.json {
            _ if self.kind == "timestamp" => return None,
            Json::Number(it) => it.as_f64()?,
            Json::String(text) => decimal(text)?,
            _ => return None,
        };
        let span = in_unit(number, self.unit?);
        span.filter(|span| *span <= LONGEST_DELAY)
    }
}

/// How long to wait as far as a server knows it: what the document says, or what
/// the value shows that it points at. A header is still to be written.
fn wait_of(
    retry: Retry,
    shown: &dyn Fn(&str) -> Option<Stated>,
) -> Option<Duration> {
    match retry.delay.filter(|_| retry.is_retryable())? {
        Delay::Seconds(seconds) => Some(Duration::from_secs(seconds.into())),
        Delay::Detail(name) => shown(name)?.span(),
        Delay::Header(_) => None,
    }
}

/// A delay as a header states it: a number, of seconds where no other unit is
/// declared, or a date. Until one that has passed there is no time to wait.
fn delay_of_header(
    text: &str,
    unit: Option<&str>,
    now: Duration,
) -> Option<Duration> {
    let text = text.trim_matches(|it| it == ' ' || it == '\t');
    let date = http_date(text, now).map(|date| date.saturating_sub(now));
    let span = || in_unit(decimal(text)?, unit.unwrap_or("seconds"));
    date.or_else(span).filter(|delay| *delay <= LONGEST_DELAY)
}

/// A number of digits with a point at most.
fn decimal(text: &str) -> Option<f64> {
    let plain = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    let starts = text.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| starts && text.bytes().all(plain))
}

/// So many of a unit; `None` if it is none of time, or nothing can last so
/// long.
fn in_unit(number: f64, unit: &str) -> Option<Duration> {
    let seconds = match unit {
        "nanoseconds" | "nanosecond" | "ns" => 1e-9,
        "microseconds" | "microsecond" | "us" => 1e-6,
        "milliseconds" | "millisecond" | "ms" => 1e-3,
        "seconds" | "second" | "sec" | "s" => 1.0,
        "minutes" | "minute" | "min" => 60.0,
        "hours" | "hour" | "h" => 3_600.0,
        "days" | "day" | "d" => 86_400.0,
        _ => return None,
    };
    Duration::try_from_secs_f64(number * seconds).ok()
}

/// A date as HTTP writes it, like `Sun, 06 Nov 1994 08:49:37 GMT`, or in one of
/// its obsolete forms, `Sunday, 06-Nov-94 08:49:37 GMT` and
/// `Sun Nov  6 08:49:37 1994` (RFC 9110, section 5.6.7).
fn http_date(text: &str, now: Duration) -> Option<Duration> {
    let Some((_, rest)) = text.split_once(", ") else {
        let mut parts = text.split(' ').filter(|part| !part.is_empty()).skip(1);
        let [month, day, clock, year] = four(&mut parts)?;
        return instant(year_of(year)?, month, day, clock);
    };
    if let Some((date, rest)) = rest.split_once(' ').filter(|it| it.0.contains('-')) {
        let mut parts = date.split('-').chain([rest.strip_suffix(" GMT")?]);
        let [day, month, year, clock] = four(&mut parts)?;
        return instant(year_of_two_digits(year, now)?, month, day, clock);
    }
    let mut parts = rest.strip_suffix(" GMT")?.split(' ');
    let [day, month, year, clock] = four(&mut parts)?;
    instant(year_of(year)?, month, day, clock)
}

/// The parts of a date, if there are no more.
fn four<'t>(parts: &mut dyn Iterator<Item = &'t str>) -> Option<[&'t str; 4]> {
    let four = [parts.next()?, parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(four)
}

fn year_of(text: &str) -> Option<i64> {
    digits(text).filter(|_| text.len() == 4)
}

/// The year that ends so and is no more than 50 years ahead.
fn year_of_two_digits(text: &str, now: Duration) -> Option<i64> {
    let ending = digits(text).filter(|_| text.len() == 2)?;
    let this = 1970 + <i64 as ::core::convert::TryFrom<u64>>::try_from(now.as_secs() / 31_556_952).ok()?;
    Some(this + 50 - (this + 50 - ending).rem_euclid(100))
}

fn instant(year: i64, month: &str, day: &str, clock: &str) -> Option<Duration> {
    const MONTHS: &[&str] = &[
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = (1..).zip(MONTHS).find(|(_, name)| **name == month)?.0;
    let days = days_since_epoch(year, month, digits(day)?)?;
    let seconds = days.checked_mul(86_400)?.checked_add(seconds_of(clock)?)?;
    let seconds = <u64 as ::core::convert::TryFrom<i64>>::try_from(seconds).ok()?;
    Some(Duration::from_secs(seconds))
}
