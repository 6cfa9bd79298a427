//! Whole numbers, as digits. `write!` would ask each time for a width, a sign
//! and a fill, which is most of its work.

/// Puts `number` at the end of `text`.
pub(super) fn put(text: &mut String, number: i64) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    let mut rest = number.unsigned_abs();
    while rest > 0 || start == digits.len() {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    if number < 0 {
        text.push('-');
    }
    let digits = std::str::from_utf8(&digits[start..]);
    text.push_str(digits.expect("digits are ASCII"));
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_written_as_they_display() {
        for number in [0, 7, -1, 10, 429, -32_601, i64::MAX, i64::MIN] {
            let mut text = String::new();
            super::put(&mut text, number);
            assert_eq!(text, number.to_string());
        }
    }
}
