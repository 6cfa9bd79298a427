//! Where the lines of a text start, eight bytes at a time.

/// Where each line starts, in bytes.
pub(super) fn starts(text: &str) -> Vec<u32> {
    u32::try_from(text.len()).expect("a source is smaller than 4 GiB");
    // Lines of a catalog are seldom shorter.
    let mut starts = Vec::with_capacity(1 + text.len() / 16);
    starts.push(0);
    let mut pieces = text.as_bytes().chunks_exact(8);
    let mut before = 0;
    for piece in pieces.by_ref() {
        let mut breaks = breaks_in(piece.try_into().expect("it has 8 bytes"));
        while breaks != 0 {
            starts.push(before + breaks.trailing_zeros() / 8 + 1);
            breaks &= breaks - 1;
        }
        before += 8;
    }
    for byte in pieces.remainder() {
        before += 1;
        if *byte == b'\n' {
            starts.push(before);
        }
    }
    starts
}

/// The highest bit of each byte that is a line break, all other bits being 0.
fn breaks_in(bytes: [u8; 8]) -> u64 {
    const LOW: u64 = u64::from_le_bytes([0x7f; 8]);
    let others = u64::from_le_bytes(bytes) ^ u64::from_le_bytes([b'\n'; 8]);
    // No byte carries into the next: the sum is highest where any low bit is set.
    !(((others & LOW) + LOW) | others | LOW)
}

#[cfg(test)]
mod tests {
    use super::starts;

    #[test]
    fn each_line_break_starts_a_line() {
        let pieces = ["\n", "a", "\u{b}", "\u{8a}", "ab\r\n", "\n\n"];
        for number in 0..pieces.len().pow(5) {
            let piece = |place: u32| pieces[number / pieces.len().pow(place) % pieces.len()];
            let text: String = (0..5).map(piece).collect();
            let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
            let found = starts(&text).into_iter().map(|at| at as usize);
            assert!(found.eq(std::iter::once(0).chain(breaks)), "{text:?}");
        }
    }
}
