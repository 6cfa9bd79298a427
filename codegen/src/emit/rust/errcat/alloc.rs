extern crate alloc;

use self::alloc::string::String;

/// A code off the wire, known or not, that owns what is not known.
pub type OwnedCode<C> = AnyCode<C, String>;

impl<C: Catalogued<Key = str, Wire = &'static str>> AnyCode<C, String> {
    /// The code that is spelt so on the wire, in exactly this case.
    #[must_use]
    pub fn from_code(code: String) -> Self {
        Self::of(code)
    }

    /// The code as text. It stays the same when an unknown code becomes known.
    ///
    /// Of a known code it is the catalog's spelling, also where an alias of it
    /// stood on the wire, or a variable code with its values.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.as_borrowed().as_str()
    }

    /// The same code, which borrows what is not known.
    #[must_use]
    pub fn as_borrowed(&self) -> AnyCode<C, &str> {
        match self {
            Self::Known(code) => AnyCode::Known(*code),
            Self::Unknown(it) => {
                AnyCode::Unknown(UnknownCode {
                    code: it.as_str(),
                    catalog: PhantomData,
                })
            }
        }
    }
}

impl<C> UnknownCode<C, String> {
    /// What stood on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.code
    }
}

impl<C> AnyCode<C, &str> {
    /// The same code, which owns what is not known.
    #[must_use]
    pub fn into_owned(self) -> OwnedCode<C> {
        match self {
            Self::Known(code) => AnyCode::Known(code),
            Self::Unknown(it) => {
                AnyCode::Unknown(UnknownCode {
                    code: it.code.into(),
                    catalog: PhantomData,
                })
            }
        }
    }
}

impl<C: Catalogued<Key = str, Wire = &'static str>> From<&str>
for AnyCode<C, String> {
    fn from(code: &str) -> Self {
        AnyCode::of(code).into_owned()
    }
}

impl<C: Catalogued<Key = str, Wire = &'static str>> From<String>
for AnyCode<C, String> {
    fn from(code: String) -> Self {
        Self::from_code(code)
    }
}
