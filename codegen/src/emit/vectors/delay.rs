//! What a value says about how long to wait, in milliseconds.

use super::NOW;
use crate::model::Constant;

/// The longest delay that counts: a leap year.
const LONGEST: i128 = 366 * 86_400 * NANOS;

/// So many nanoseconds make a second.
const NANOS: i128 = 1_000_000_000;

/// Half a minute after [`NOW`], and the same as a date of HTTP.
pub(super) const SOON: &str = "2026-03-07T12:00:30Z";
const DATES: &[(&str, i64)] = &[
    (SOON, 30),
    ("Sat, 07 Mar 2026 12:00:30 GMT", 30),
    ("Saturday, 07-Mar-26 12:00:30 GMT", 30),
    ("Sat Mar  7 12:00:30 2026", 30),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777 - NOW),
    ("Sat, 07 Mar 2026 12:00:30 CET", i64::MAX),
];

/// A value that stands somewhere in a body.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A number that is a point in time.
    Timestamp,
    Span,
}

/// So many nanoseconds are one of this unit, if it is one of time.
pub(super) fn unit(name: &str) -> Option<i128> {
    Some(match name {
        "nanoseconds" | "nanosecond" | "ns" => 1,
        "microseconds" | "microsecond" | "us" => 1_000,
        "milliseconds" | "millisecond" | "ms" => 1_000_000,
        "seconds" | "second" | "sec" | "s" => NANOS,
        "minutes" | "minute" | "min" => 60 * NANOS,
        "hours" | "hour" | "h" => 3_600 * NANOS,
        "days" | "day" | "d" => 86_400 * NANOS,
        _ => return None,
    })
}

/// The number of a unit that makes a delay which is long enough to be told
/// from none, and has whole milliseconds.
pub(super) fn some_of(unit: i128) -> i64 {
    match unit {
        1 => 1_500_000_000,
        1_000 => 1_500_000,
        1_000_000 => 1_500,
        NANOS => 30,
        _ => 2,
    }
}

/// The delay that a header states: a number of its unit, or a date. Blanks
/// around a value are none of it (RFC 9110, section 5.5).
pub(super) fn of_header(text: &str, unit: Option<&str>) -> Option<i64> {
    let text = text.trim_matches([' ', '\t']);
    let unit = self::unit(unit.unwrap_or("seconds"));
    bounded(date(text).or_else(|| number(text)?.checked_mul(unit?)))
}

/// The delay that a value of a body states. A number without a unit is none,
/// unless it is a time.
pub(super) fn of_value(value: &Constant, kind: Kind, unit: Option<&str>) -> Option<i64> {
    let of_number = |text: &str| {
        let number = number(text)?;
        match kind {
            Kind::Span => number.checked_mul(self::unit(unit?)?),
            Kind::Timestamp => {
                let instant = number.checked_mul(self::unit(unit.unwrap_or("seconds"))?)?;
                Some((instant - i128::from(NOW) * NANOS).max(0))
            }
        }
    };
    bounded(match value {
        Constant::Number(number) => of_number(number),
        Constant::Text(text) => date(text).or_else(|| of_number(text)),
        Constant::Null | Constant::Boolean(_) => None,
    })
}

/// Only digits: more the values of vectors do not need.
fn number(text: &str) -> Option<i128> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// One of the dates that vectors have. One that has passed is no time to wait.
fn date(text: &str) -> Option<i128> {
    let (_, seconds) = DATES.iter().find(|(date, _)| *date == text)?;
    let is_date = *seconds < i64::MAX;
    is_date.then(|| i128::from((*seconds).max(0)) * NANOS)
}

fn bounded(nanos: Option<i128>) -> Option<i64> {
    let nanos = nanos.filter(|it| (0..=LONGEST).contains(it))?;
    i64::try_from(nanos / 1_000_000).ok()
}

/// Half a minute after [`NOW`], counted in this unit since 1970; a whole one
/// later in units that are longer.
pub(super) fn soon_in(unit: i128) -> i64 {
    let later = i128::from(some_of(unit)) * unit;
    let instant = (i128::from(NOW) * NANOS + later) / unit;
    i64::try_from(instant).unwrap_or(i64::MAX)
}
