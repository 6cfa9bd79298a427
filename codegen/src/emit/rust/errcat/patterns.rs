/// A part of a variable code.
pub(super) enum Part {
    /// Exactly this text.
    Text(&'static str),
    /// A whole number.
    Integer,
    /// Any text that is not empty.
    Any,
}

/// Longest code that is held against variable ones.
const LONGEST: usize = 1024;

impl<S> Tables<&'static str, S> {
    /// The row of this code: exactly, as an alias, or as a variable code.
    pub(super) fn find_text(&self, code: &str) -> Option<u16> {
        self.find(code)
            .or_else(|| {
                let fits = |parts| code.len() <= LONGEST && spells(parts, code);
                self.patterns
                    .iter()
                    .find(|(_, parts)| fits(parts))
                    .map(|(row, _)| *row)
            })
    }
}

/// Whether `text` is these parts, one after the other. Each part takes
/// every place that it can reach one step further, so the time is that of
/// the text's length by the parts, whatever the text.
fn spells(parts: &[Part], text: &str) -> bool {
    let mut places = [false; LONGEST + 1];
    places[0] = true;
    for part in parts {
        places = part.advance(&places, text);
    }
    places[text.len()]
}

impl Part {
    /// The places in `text` where this part may end, given where it may start.
    fn advance(
        &self,
        starts: &[bool; LONGEST + 1],
        text: &str,
    ) -> [bool; LONGEST + 1] {
        let mut ends = [false; LONGEST + 1];
        let bytes = text.as_bytes();
        let mut started = false;
        for (place, starts) in starts.iter().enumerate().take(bytes.len() + 1) {
            match self {
                Part::Text(exact) if *starts => {
                    if bytes[place..].starts_with(exact.as_bytes()) {
                        ends[place + exact.len()] = true;
                    }
                }
                Part::Integer if *starts => end_digits(bytes, place, &mut ends),
                Part::Text(_) | Part::Integer => {}
                Part::Any => {
                    ends[place] = started && text.is_char_boundary(place);
                    started |= *starts;
                }
            }
        }
        ends
    }
}

/// Adds the places where a whole number may end that starts at `place`.
fn end_digits(bytes: &[u8], place: usize, ends: &mut [bool; LONGEST + 1]) {
    let mut end = place + usize::from(bytes.get(place) == Some(&b'-'));
    while bytes.get(end).is_some_and(u8::is_ascii_digit) && !ends[end + 1] {
        end += 1;
        ends[end] = true;
    }
}
