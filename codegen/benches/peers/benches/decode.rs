//! Error responses read as errors, of catalogs of 15 and of 1,000 codes: errcat's
//! `from_parts` beside a visitor written by hand, which keeps as much, and
//! beside serde's derives, which keep the details and not the body.
//!
//! `cargo bench --manifest-path codegen/benches/peers/Cargo.toml --bench decode`

#[path = "../../support/codes.rs"]
mod codes;
#[path = "../../support/measure.rs"]
#[expect(dead_code, reason = "the ratios are those of the printed times")]
mod measure;

use std::hint::black_box;

use errcat_peers::{few, many};
use measure::{Work, in_turns, work};

/// Rounds of all three, in turns: the ratios are those of the printed times.
const ROUNDS: usize = 501;
/// Responses in a round.
const BODIES: usize = 200;

/// What reads the bodies of one catalog.
macro_rules! readers {
    ($name:ident, $catalog:ident) => {
        mod $name {
            use std::fmt;

            use errcat_peers::$catalog::city::ErrorCode;
            use errcat_peers::$catalog::derived;
            use serde::Deserialize;
            use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

            /// What `from_parts` keeps, as one would write it for one API.
            pub struct ByHand {
                pub status: u16,
                pub code: Result<ErrorCode, String>,
                pub message: String,
                pub body: Box<[u8]>,
            }

            pub fn by_hand(status: u16, body: &[u8]) -> serde_json::Result<ByHand> {
                let Outer(Inner { code, message }) = serde_json::from_slice(body)?;
                Ok(ByHand {
                    status,
                    code: code.0,
                    message,
                    body: body.into(),
                })
            }

            struct Outer(Inner);

            struct Inner {
                code: Code,
                message: String,
            }

            struct Code(Result<ErrorCode, String>);

            enum Key {
                Code,
                Message,
                Error,
                Other,
            }

            impl<'de> Deserialize<'de> for Key {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Of;
                    impl Visitor<'_> for Of {
                        type Value = Key;
                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str("a key")
                        }
                        fn visit_str<E>(self, key: &str) -> Result<Key, E> {
                            Ok(match key {
                                "code" => Key::Code,
                                "message" => Key::Message,
                                "error" => Key::Error,
                                _ => Key::Other,
                            })
                        }
                    }
                    deserializer.deserialize_str(Of)
                }
            }

            impl<'de> Deserialize<'de> for Code {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Of;
                    impl Visitor<'_> for Of {
                        type Value = Code;
                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str("a code")
                        }
                        fn visit_str<E>(self, code: &str) -> Result<Code, E> {
                            Ok(Code(
                                ErrorCode::from_code(code).ok_or_else(|| code.to_owned()),
                            ))
                        }
                    }
                    deserializer.deserialize_str(Of)
                }
            }

            impl<'de> Deserialize<'de> for Inner {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Of;
                    impl<'de> Visitor<'de> for Of {
                        type Value = Inner;
                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str("an error")
                        }
                        fn visit_map<A: MapAccess<'de>>(
                            self,
                            mut map: A,
                        ) -> Result<Inner, A::Error> {
                            let (mut code, mut message) = (None, None);
                            while let Some(key) = map.next_key()? {
                                match key {
                                    Key::Code => code = Some(map.next_value()?),
                                    Key::Message => message = Some(map.next_value()?),
                                    _ => drop(map.next_value::<IgnoredAny>()?),
                                }
                            }
                            let missing = <A::Error as serde::de::Error>::missing_field;
                            Ok(Inner {
                                code: code.ok_or_else(|| missing("code"))?,
                                message: message.ok_or_else(|| missing("message"))?,
                            })
                        }
                    }
                    deserializer.deserialize_map(Of)
                }
            }

            impl<'de> Deserialize<'de> for Outer {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Of;
                    impl<'de> Visitor<'de> for Of {
                        type Value = Outer;
                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str("a body")
                        }
                        fn visit_map<A: MapAccess<'de>>(
                            self,
                            mut map: A,
                        ) -> Result<Outer, A::Error> {
                            let mut error = None;
                            while let Some(key) = map.next_key()? {
                                match key {
                                    Key::Error => error = Some(map.next_value()?),
                                    _ => drop(map.next_value::<IgnoredAny>()?),
                                }
                            }
                            let missing = <A::Error as serde::de::Error>::missing_field;
                            Ok(Outer(error.ok_or_else(|| missing("error"))?))
                        }
                    }
                    deserializer.deserialize_map(Of)
                }
            }

            /// What derives make of the body.
            #[derive(Deserialize)]
            pub struct Derived {
                pub error: DerivedError,
            }

            /// The error in it.
            #[derive(Deserialize)]
            pub struct DerivedError {
                pub code: derived::AnyCode,
                pub message: String,
                pub details: Option<serde_json::Value>,
            }
        }
    };
}

readers!(of_few, few);
readers!(of_many, many);

macro_rules! contestants {
    ($bodies:expr, $catalog:ident, $readers:ident) => {
        [
            work(|| {
                read($bodies, |body| {
                    let api = $catalog::city::ApiError::from_parts(402, body);
                    let known = api.code().known().is_some();
                    (
                        known,
                        api.message().map_or(0, str::len) + api.body().len(),
                        api,
                    )
                })
            }),
            work(|| {
                read($bodies, |body| {
                    let it = $readers::by_hand(402, body).expect("an error");
                    let kept = it.message.len() + it.body.len();
                    (it.status == 402 && it.code.is_ok(), kept, it)
                })
            }),
            work(|| {
                read($bodies, |body| {
                    let it: $readers::Derived = serde_json::from_slice(body).expect("an error");
                    let known = match &it.error.code {
                        errcat_peers::$catalog::derived::AnyCode::Known(code) => {
                            black_box(code);
                            true
                        }
                        errcat_peers::$catalog::derived::AnyCode::Unknown(code) => {
                            black_box(code);
                            false
                        }
                    };
                    let details = it.error.details.is_some();
                    assert!(details, "each body has details");
                    (known, it.error.message.len() + body.len(), it)
                })
            }),
        ]
    };
}

/// Seconds for a set of bodies: errcat's, the visitor's, and those of derives.
struct Times([f64; 3]);

impl Times {
    fn of(contestants: [Work<'_>; 3]) -> Self {
        let rounds = in_turns(ROUNDS, contestants);
        Self([0, 1, 2].map(|contestant| rounds.seconds(contestant)))
    }

    /// The time of a contestant, and how many times the visitor's it is.
    fn shown(&self, contestant: usize) -> String {
        let [_, by_hand, _] = self.0;
        let seconds = self.0[contestant];
        let nanoseconds = seconds / BODIES as f64 * 1e9;
        format!("{nanoseconds:.0} ns | {:.2} x", seconds / by_hand)
    }
}

macro_rules! table {
    ($codes:literal, $catalog:ident, $readers:ident) => {
        let sets = [bodies(0..$codes), bodies(2_000..2_000 + $codes)];
        let [known, unknown] = &sets;
        assert_agreement(contestants!(known, $catalog, $readers), BODIES);
        assert_agreement(contestants!(unknown, $catalog, $readers), 0);
        rows(
            $codes,
            &sets
                .each_ref()
                .map(|bodies| Times::of(contestants!(bodies, $catalog, $readers))),
        );
    };
}

fn main() {
    println!("| codes | | known | to by hand | unknown | to by hand |");
    println!("|---|---|---|---|---|---|");
    table!(15, few, of_few);
    table!(1_000, many, of_many);
}

fn rows(codes: usize, [known, unknown]: &[Times; 2]) {
    let names = ["errcat `from_parts`", "visitor by hand", "serde's derives"];
    for (at, name) in names.iter().enumerate() {
        let (known, unknown) = (known.shown(at), unknown.shown(at));
        println!("| {codes} | {name} | {known} | {unknown} |");
    }
}

/// Bodies with codes of these numbers, in an order that nothing is made for.
fn bodies(numbers: std::ops::Range<usize>) -> Vec<String> {
    let at = |step: usize| numbers.start + step * 617 % numbers.len();
    (0..BODIES)
        .map(|step| {
            let code = codes::code(at(step));
            let words = code.to_lowercase().replace('_', " ");
            format!(
                "{{\"success\":false,\"error\":{{\"code\":\"{code}\",\"message\":\"This request \
                 stopped because of {words}.\",\"details\":{{\"id\":\"p_{step}\"}}}}}}"
            )
        })
        .collect()
}

/// How many codes are known, and how many bytes are kept.
fn read<T>(bodies: &[String], read: impl Fn(&[u8]) -> (bool, usize, T)) -> (usize, usize) {
    let mut sums = (0, 0);
    for body in bodies {
        let (known, kept, value) = read(black_box(body.as_bytes()));
        black_box(&value);
        sums.0 += usize::from(known);
        sums.1 += kept;
    }
    sums
}

/// They all do the same work, and find so many known codes.
fn assert_agreement(contestants: [Work<'_>; 3], known: usize) {
    let sums = contestants.map(|mut it| *it().downcast::<(usize, usize)>().expect("two sums"));
    assert!(
        sums.iter().all(|sum| *sum == sums[0] && sum.0 == known),
        "{sums:?}"
    );
}
