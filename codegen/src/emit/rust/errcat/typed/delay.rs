/// The longest delay that is taken for one: a leap year.
const LONGEST_DELAY: Duration = Duration::new(366 * 86_400, 0);

/// What a body states, and how the catalog says to take it.
struct Stated {
    json: Json,
    kind: &'static str,
    unit: Option<&'static str>,
}

impl Stated {
    /// The value as a delay: a number in its unit, or a time.
    fn delay(&self, now: Duration) -> Option<Duration> {
        let delay = match &self.json {
            Json::Number(number) if self.kind == "timestamp" => {
                let instant = Duration::try_from_secs_f64(number.as_f64()?).ok()?;
                Some(instant.saturating_sub(now))
            }
            Json::Number(number) => in_unit(number.as_f64()?, self.unit?),
            Json::String(text) => {
                let instant = instant_of(text).or_else(|| http_date(text));
                let span = || in_unit(decimal(text)?, self.unit?);
                instant.map(|it| it.saturating_sub(now)).or_else(span)
            }
            _ => None,
        };
        delay.filter(|delay| *delay <= LONGEST_DELAY)
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
    let date = http_date(text).map(|date| date.saturating_sub(now));
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

/// A date as HTTP writes it, like `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110,
/// section 5.6.7).
fn http_date(text: &str) -> Option<Duration> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let (_, rest) = text.split_once(", ")?;
    let mut parts = rest.split(' ');
    let day = digits(parts.next()?)?;
    let month = MONTHS.find(parts.next().filter(|it| it.len() == 3)?)?;
    let month = <i64 as ::core::convert::TryFrom<usize>>::try_from(month / 3).ok()?;
    let year = digits(parts.next().filter(|it| it.len() == 4)?)?;
    let seconds = seconds_of(parts.next()?)?;
    if parts.next() != Some("GMT") || parts.next().is_some() {
        return None;
    }
    let days = days_since_epoch(year, month + 1, day)?;
    let seconds = days.checked_mul(86_400)?.checked_add(seconds)?;
    let seconds = <u64 as ::core::convert::TryFrom<i64>>::try_from(seconds).ok()?;
    Some(Duration::from_secs(seconds))
}
