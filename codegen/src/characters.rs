//! Sets of bytes, for loops that look at each byte of all texts.

/// Which bytes are among `members`.
pub(crate) const fn table(members: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < members.len() {
        table[members[at] as usize] = true;
        at += 1;
    }
    table
}
