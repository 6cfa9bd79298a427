//! Literals of Rust and of JSON: what both hold as it is.
//!
//! Most texts are nothing else, so they are looked at eight bytes at a time:
//! that is quick in a build script too, which Cargo does not optimise.

/// How many bytes at the start of `text` are printable ASCII, but for `"` and
/// `\`.
pub(super) fn plain(text: &str) -> usize {
    let bytes = text.as_bytes();
    let Some(last) = bytes.last_chunk() else {
        return plain_bytes(bytes);
    };
    let mut at = 0;
    while let Some(eight) = bytes[at..].first_chunk() {
        let marks = marks(*eight);
        if marks != 0 {
            return at + marks.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    if marks(*last) == 0 {
        return bytes.len();
    }
    at + plain_bytes(&bytes[at..])
}

fn plain_bytes(bytes: &[u8]) -> usize {
    let special = |byte: &u8| !matches!(byte, b' '..=b'~') || matches!(byte, b'"' | b'\\');
    bytes.iter().position(special).unwrap_or(bytes.len())
}

/// The same byte eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of the first byte that is none of those; what stands above
/// it says nothing. A byte below another gives its highest bit when that is
/// taken off it, unless it had that bit before.
fn marks(bytes: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(bytes);
    let below = |word: u64, least: u8| word.wrapping_sub(eight(least)) & !word;
    let is = |byte: u8| below(word ^ eight(byte), 1);
    (word | below(word, b' ') | is(b'"') | is(b'\\') | is(0x7f)) & eight(0x80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_run_ends_at_each_byte_that_is_special_wherever_it_stands() {
        for length in 0..20 {
            for at in 0..length {
                for byte in 0..128 {
                    let mut text = vec![b'a'; length];
                    text[at] = byte;
                    // A second one behind the first must not move it.
                    *text.last_mut().expect("it has a byte") |= 0x1f & byte;
                    let text = String::from_utf8(text).expect("ASCII");
                    assert_eq!(plain(&text), plain_bytes(text.as_bytes()), "{text:?}");
                }
            }
            let text = "a".repeat(length) + "é";
            assert_eq!(plain(&text), length);
        }
    }
}
