/// A time as it stands on the wire: RFC 3339 text, or a number of seconds, or of
/// the unit that the docs of its field say, since 1970.
///
/// It is kept as it came, so nothing of it is lost where it has another form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Timestamp(Json);

impl Timestamp {
    /// The text, where it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        self.0.as_str()
    }

    /// The JSON on the wire: text or a number.
    #[must_use]
    pub fn as_json(&self) -> &Json {
        &self.0
    }

    /// The time since 1970, if it is written in either form, and not earlier. A
    /// number is one of seconds.
    #[must_use]
    pub fn since_epoch(&self) -> Option<Duration> {
        self.since_epoch_in("seconds")
    }

    /// The same, where a number is one of this unit, like `milliseconds`; `None`
    /// for a number if that is no unit of time.
    #[must_use]
    pub fn since_epoch_in(&self, unit: &str) -> Option<Duration> {
        match &self.0 {
            Json::String(text) => instant_of(text),
            json => in_unit(json.as_f64()?, unit),
        }
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(Json::from(text))
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(Json::String(text))
    }
}

/// Seconds since 1970, or as many of the unit of the field.
impl From<u64> for Timestamp {
    fn from(seconds: u64) -> Self {
        Self(Json::from(seconds))
    }
}

impl Default for Timestamp {
    fn default() -> Self {
        Self::from("")
    }
}

impl DetailValue for Timestamp {
    fn to_json(&self) -> Option<Json> {
        Some(self.0.clone())
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        read_as(
            json,
            "a time",
            |json| {
                let is_time = json.is_string() || json.is_number();
                is_time.then(|| Self(json.clone()))
            },
        )
    }
}

impl ::serde::Serialize for Timestamp {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> ::serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self)
    }
}

/// An instant in the form of RFC 3339, like `2026-03-07T12:00:00.5+01:00`.
fn instant_of(text: &str) -> Option<Duration> {
    let (date, rest) = (text.get(..10)?, text.get(11..)?);
    let between = text.as_bytes().get(10)?;
    let mut parts = date.split('-').map(digits);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    let clock = rest.get(..8)?;
    let zone = rest.get(8..)?;
    let fraction = zone
        .strip_prefix('.')
        .map_or(0, |it| { it.bytes().take_while(u8::is_ascii_digit).count() + 1 });
    let (fraction, zone) = zone.split_at(fraction);
    let nanos = nanos_of(fraction.get(1..).unwrap_or(""))?;
    let seconds = days_since_epoch(year, month, day)?
        .checked_mul(86_400)?
        .checked_add(seconds_of(clock)?)?
        .checked_sub(offset_of(zone)?)?;
    let seconds = <u64 as ::core::convert::TryFrom<i64>>::try_from(seconds).ok()?;
    ::core::matches!(between, b'T' | b't' | b' ')
        .then(|| Duration::new(seconds, nanos))
}

/// Nothing but digits.
fn digits(text: &str) -> Option<i64> {
    let only = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| only)
}

/// The digits behind the point of a number of seconds; those beyond the ninth
/// are dropped.
fn nanos_of(fraction: &str) -> Option<u32> {
    let mut nanos = 0;
    let mut scale = 100_000_000;
    for byte in fraction.bytes() {
        let digit = u32::from(byte).checked_sub(u32::from(b'0'))?;
        if digit > 9 {
            return None;
        }
        nanos += digit * scale;
        scale /= 10;
    }
    Some(nanos)
}

/// The seconds of a day at `12:34:56`.
fn seconds_of(clock: &str) -> Option<i64> {
    let mut parts = clock.split(':').map(digits);
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
    let fits = hours < 24 && minutes < 60 && seconds <= 60 && parts.next().is_none();
    // Lazily: what does not fit may be too large to multiply.
    fits.then(|| hours * 3600 + minutes * 60 + seconds)
}

/// The seconds of an offset: `Z`, `+01:00` or `-05:30`.
fn offset_of(zone: &str) -> Option<i64> {
    if zone == "Z" || zone == "z" {
        return Some(0);
    }
    let sign = match zone.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let (hours, minutes) = (digits(hours)?, digits(minutes)?);
    (hours < 24 && minutes < 60).then(|| sign * (hours * 3600 + minutes * 60))
}

/// The days from 1970 to a date of the Gregorian calendar. Its years begin in
/// March here, so that the leap day is the last of its year.
fn days_since_epoch(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    Some(era * 146_097 + days - 719_468)
}
