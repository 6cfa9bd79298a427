/// The codes of a catalog whose errors come in bodies of a known shape.
pub trait Enveloped: Catalogued {
    /// The shape of the body.
    const BODY: &'static BodyShape;

    /// As much of it as leads to codes and messages.
    const CODES: &'static BodyShape;

    /// The code that is spelt so, where codes are text.
    fn from_text(code: &str) -> Option<Self>;

    /// The code of this number, where codes are numbers.
    fn from_number(code: i64) -> Option<Self>;
}

/// An error that was met in a body.
#[derive(Clone)]
struct Met<C> {
    code: AnyCode<C, String>,
    message: Option<String>,
}

impl<C> Met<C> {
    /// One of which nothing is known yet.
    fn blank() -> Self {
        Self {
            code: unknown(String::new()),
            message: None,
        }
    }
}

fn unknown<C>(code: String) -> AnyCode<C, String> {
    AnyCode::Unknown(UnknownCode {
        code,
        catalog: PhantomData,
    })
}

/// The most errors of a body that are kept: a list of millions takes no more
/// memory than its text does.
const MOST_ERRORS: usize = 1_024;

/// The errors that were met in a body: most bodies hold one.
#[derive(Clone)]
struct AllMet<C> {
    first: Met<C>,
    rest: Vec<Met<C>>,
}

impl<C> AllMet<C> {
    fn blank() -> Self {
        Self {
            first: Met::blank(),
            rest: Vec::new(),
        }
    }

    /// The error at this place; `None` beyond the most that are kept.
    fn nth(&mut self, at: usize) -> Option<&mut Met<C>> {
        match at.checked_sub(1) {
            None => Some(&mut self.first),
            Some(_) if at >= MOST_ERRORS => None,
            Some(at) => {
                while self.rest.len() <= at {
                    self.rest.push(Met::blank());
                }
                self.rest.get_mut(at)
            }
        }
    }
}

/// Reads the codes and the messages of a body; whatever else stands in it, or
/// in their places, is passed over. So are messages, if one can't be read: it may
/// have been cut within a character, and the code matters more.
fn scan<C: Enveloped>(body: &[u8]) -> ::serde_json::Result<AllMet<C>> {
    scan_but(None, body).or_else(|_| scan_but(Some(Role::Message), body))
}

fn scan_but<C: Enveloped>(
    passed_over: Option<Role>,
    body: &[u8],
) -> ::serde_json::Result<AllMet<C>> {
    let mut met = AllMet::blank();
    let mut json = ::serde_json::Deserializer::from_slice(body);
    let scan = Scan {
        shape: C::CODES,
        met: &mut met,
        nth: 0,
        passed_over,
    };
    ::serde::de::DeserializeSeed::deserialize(scan, &mut json)?;
    json.end()?;
    Ok(met)
}

/// A reader of a part of a body.
struct Scan<'m, C> {
    shape: &'static BodyShape,
    met: &'m mut AllMet<C>,
    nth: usize,
    passed_over: Option<Role>,
}

impl<C: Enveloped> Scan<'_, C> {
    fn text(self, text: &str) {
        let Some(role) = role_of(self.shape) else { return };
        let Some(met) = self.met.nth(self.nth) else { return };
        match role {
            Role::Code => {
                met.code = C::from_text(text)
                    .map_or_else(|| unknown(text.into()), AnyCode::Known);
            }
            Role::Message => met.message = Some(text.into()),
            _ => {}
        }
    }

    fn number(self, number: Option<i64>, text: &dyn fmt::Display) {
        if role_of(self.shape) != Some(Role::Code) {
            return;
        }
        if let Some(met) = self.met.nth(self.nth) {
            met.code = number
                .and_then(C::from_number)
                .map_or_else(|| unknown(text.to_string()), AnyCode::Known);
        }
    }
}

fn role_of(shape: &BodyShape) -> Option<Role> {
    match shape {
        BodyShape::Slot(slot) => Some(slot.role),
        _ => None,
    }
}

impl<'de, C: Enveloped> ::serde::de::DeserializeSeed<'de> for Scan<'_, C> {
    type Value = ();

    fn deserialize<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        if self.passed_over.is_some() && role_of(self.shape) == self.passed_over {
            deserializer.deserialize_ignored_any(::serde::de::IgnoredAny)?;
            return Ok(());
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de, C: Enveloped> ::serde::de::Visitor<'de> for Scan<'_, C> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.text(text);
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.number(None, &value);
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.number(Some(number), &number);
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        let signed = <i64 as ::core::convert::TryFrom<u64>>::try_from(number);
        self.number(signed.ok(), &number);
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.number(None, &number);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.number(None, &"null");
        Ok(())
    }

    fn visit_seq<A: ::serde::de::SeqAccess<'de>>(
        self,
        mut items: A,
    ) -> Result<(), A::Error> {
        let BodyShape::List(shape) = *self.shape else {
            while items.next_element::<::serde::de::IgnoredAny>()?.is_some() {}
            return Ok(());
        };
        let mut nth = self.nth;
        while items
            .next_element_seed(Scan {
                shape,
                met: &mut *self.met,
                nth,
                passed_over: self.passed_over,
            })?
            .is_some()
        {
            nth += 1;
        }
        Ok(())
    }

    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members: A,
    ) -> Result<(), A::Error> {
        let keys = match *self.shape {
            BodyShape::Object(keys) => keys,
            _ => &[],
        };
        // An object is an error though it may have neither code nor message.
        self.met.nth(self.nth);
        while let Some(shape) = members.next_key_seed(OneOf(keys))? {
            match shape {
                Some(shape) => {
                    members
                        .next_value_seed(Scan {
                            shape,
                            met: &mut *self.met,
                            nth: self.nth,
                            passed_over: self.passed_over,
                        })?;
                }
                None => {
                    members.next_value::<::serde::de::IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// A reader of a key: what lies behind it, if it is one of these.
struct OneOf<T: 'static>(&'static [(&'static str, T)]);

impl<'de, T> ::serde::de::DeserializeSeed<'de> for OneOf<T> {
    type Value = Option<&'static T>;

    fn deserialize<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T> ::serde::de::Visitor<'_> for OneOf<T> {
    type Value = Option<&'static T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        let found = self.0.iter().find(|(known, _)| *known == key);
        Ok(found.map(|(_, value)| value))
    }
}
