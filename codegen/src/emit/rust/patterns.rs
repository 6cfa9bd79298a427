//! Variable codes in the module `errcat`.

use proc_macro2::TokenStream;
use quote::quote;

/// How a text is held against a variable code.
pub(super) fn items() -> TokenStream {
    quote! {
        /// A part of a variable code.
        pub(super) enum Part {
            /// Exactly this text.
            Text(&'static str),
            /// A whole number.
            Integer,
            /// Any text that is not empty.
            Any,
        }

        impl<S> Tables<&'static str, S> {
            /// The row of this code: exactly, as an alias, or as a variable code.
            pub(super) fn find_text(&self, code: &str) -> Option<u16> {
                /// Longest code that is held against variable ones.
                const LONGEST: usize = 1024;
                self.find(code).or_else(|| {
                    let fits = |parts| code.len() <= LONGEST && spells(parts, code);
                    self.patterns.iter().find(|(_, parts)| fits(parts)).map(|(row, _)| *row)
                })
            }
        }

        /// Whether `text` is these parts, one after the other.
        fn spells(parts: &[Part], text: &str) -> bool {
            match parts {
                [] => text.is_empty(),
                [Part::Text(start), rest @ ..] => {
                    text.strip_prefix(start).is_some_and(|text| spells(rest, text))
                }
                [part, Part::Text(next), rest @ ..] => {
                    let mut ends = text.char_indices();
                    ends.any(|(end, _)| {
                        let after = text[end..].strip_prefix(next);
                        part.takes(&text[..end]) && after.is_some_and(|text| spells(rest, text))
                    })
                }
                [part, ..] => part.takes(text),
            }
        }

        impl Part {
            fn takes(&self, text: &str) -> bool {
                match self {
                    Part::Text(exact) => text == *exact,
                    Part::Any => !text.is_empty(),
                    Part::Integer => {
                        let digits = text.strip_prefix('-').unwrap_or(text);
                        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
                    }
                }
            }
        }
    }
}
