//! What is known about all spellings of a catalog together, without comparing
//! any two of them.
//!
//! `lower` marks each code and identifier while it is at hand. Equal texts have
//! equal marks, and nearly every catalog has no two equal marks: then the lints
//! that look for spellings which are alike have nothing to look at. Texts that
//! differ may have equal marks too, so a lint that finds any still compares.

/// Marks of all codes, aliases and identifiers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings {
    /// Of codes and aliases.
    pub(crate) codes: Marks,
    /// Of the same, where what looks alike is the same character.
    pub(crate) looks: Marks,
    /// Of the same in lower case.
    pub(crate) cases: Marks,
    /// Of identifiers.
    pub(crate) idents: Marks,
    /// Whether a code or alias holds more than ASCII.
    pub(crate) has_foreign: bool,
}

/// Numbers of which equal texts have equal ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    open: Vec<u64>,
    repeats: bool,
}

impl Spellings {
    /// Marks a code or an alias.
    pub(crate) fn code(&mut self, text: &str) {
        self.codes.add(text.bytes());
        self.looks.add(text.bytes().map(look));
        if text.is_ascii() {
            self.cases
                .add(text.bytes().map(|byte| byte.to_ascii_lowercase()));
        } else {
            self.cases.add(text.to_lowercase().bytes());
            self.has_foreign = true;
        }
    }

    /// The same once everything was marked.
    pub(crate) fn settled(self) -> Self {
        Self {
            codes: self.codes.settled(),
            looks: self.looks.settled(),
            cases: self.cases.settled(),
            idents: self.idents.settled(),
            has_foreign: self.has_foreign,
        }
    }
}

/// One of the characters that look like a byte.
pub(crate) fn look(byte: u8) -> u8 {
    match byte {
        b'O' => b'0',
        b'l' | b'I' => b'1',
        other => other,
    }
}

impl Marks {
    pub(crate) fn add(&mut self, text: impl Iterator<Item = u8>) {
        // FNV-1a.
        let mark = text.fold(0xcbf2_9ce4_8422_2325, |mark: u64, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        self.open.push(mark);
    }

    /// Whether two of the texts may be the same.
    pub(crate) fn may_repeat(&self) -> bool {
        self.repeats
    }

    fn settled(mut self) -> Self {
        self.open.sort_unstable();
        Self {
            repeats: self.open.windows(2).any(|two| two[0] == two[1]),
            open: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Spellings;

    /// Whether codes, looks and cases of some codes may repeat.
    fn repeats(codes: &[&str]) -> [bool; 3] {
        let mut spellings = Spellings::default();
        for code in codes {
            spellings.code(code);
        }
        let Spellings {
            codes,
            looks,
            cases,
            ..
        } = spellings.settled();
        [codes, looks, cases].map(|it| it.may_repeat())
    }

    #[test]
    fn what_is_alike_has_one_mark() {
        assert_eq!(repeats(&["GONE", "LOST", "SOLD"]), [false, false, false]);
        assert_eq!(repeats(&["GONE", "LOST", "GONE"]), [true, true, true]);
        assert_eq!(repeats(&["GONE", "G0NE"]), [false, true, false]);
        assert_eq!(repeats(&["all", "a1I"]), [false, true, false]);
        assert_eq!(repeats(&["gone", "Gone"]), [false, false, true]);
        assert_eq!(repeats(&["K", "\u{212a}"]), [false, false, true]);
    }
}
