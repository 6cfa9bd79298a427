/// A code off the wire, known or not.
///
/// It is made by `from_code`, and a code of the catalog is never
/// [`Unknown`](Self::Unknown). `C` is the catalog's enum, `W` what holds a
/// code that is not in it. Each catalog's module names the usual ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnyCode<C, W> {
    /// A code of the catalog.
    Known(C),
    /// Any other code.
    Unknown(UnknownCode<C, W>),
}

/// What stands on the wire where a code belongs, and is none of the catalog.
///
/// Only [`AnyCode`] makes one, so it never holds a code of the catalog.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownCode<C, W> {
    code: W,
    catalog: PhantomData<C>,
}

impl<C: Catalogued, W: Borrow<C::Key>> AnyCode<C, W> {
    fn of(code: W) -> Self {
        match C::from_wire(code.borrow()) {
            Some(known) => Self::Known(known),
            None => {
                Self::Unknown(UnknownCode {
                    code,
                    catalog: PhantomData,
                })
            }
        }
    }
}

impl<C: Copy, W> AnyCode<C, W> {
    /// The code, if it is one of the catalog.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        match self {
            Self::Known(code) => Some(*code),
            Self::Unknown(_) => None,
        }
    }
}

impl<'a, C: Catalogued<Key = str, Wire = &'static str>> AnyCode<C, &'a str> {
    /// The code that is spelt so on the wire, in exactly this case.
    #[must_use]
    pub fn from_code(code: &'a str) -> Self {
        Self::of(code)
    }

    /// The code as text. It stays the same when an unknown code becomes known.
    ///
    /// Of a known code it is the catalog's spelling, also where an alias of it
    /// stood on the wire, or a variable code with its values.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        match self {
            Self::Known(code) => code.code(),
            Self::Unknown(code) => code.as_str(),
        }
    }
}

impl<'a, C> UnknownCode<C, &'a str> {
    /// What stood on the wire.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.code
    }
}

impl<C: Catalogued<Key = i64, Wire = i64>> AnyCode<C, i64> {
    /// The code that is this number on the wire.
    #[must_use]
    pub fn from_code(code: i64) -> Self {
        Self::of(code)
    }

    /// The code as a number. It stays the same when an unknown code becomes
    /// known. Of a known code it is the catalog's own number, also where an
    /// alias of it stood on the wire.
    #[must_use]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Known(code) => code.code(),
            Self::Unknown(code) => code.as_i64(),
        }
    }
}

impl<C> UnknownCode<C, i64> {
    /// What stood on the wire.
    #[must_use]
    pub fn as_i64(&self) -> i64 {
        self.code
    }
}

impl<C: Catalogued, W> From<C> for AnyCode<C, W> {
    fn from(code: C) -> Self {
        Self::Known(code)
    }
}

impl<'a, C: Catalogued<Key = str, Wire = &'static str>> From<&'a str>
for AnyCode<C, &'a str> {
    fn from(code: &'a str) -> Self {
        Self::from_code(code)
    }
}

impl<C: Catalogued<Key = i64, Wire = i64>> From<i64> for AnyCode<C, i64> {
    fn from(code: i64) -> Self {
        Self::from_code(code)
    }
}

impl<C: fmt::Display, W: fmt::Display> fmt::Display for AnyCode<C, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(code) => code.fmt(f),
            Self::Unknown(code) => code.fmt(f),
        }
    }
}

impl<C, W: fmt::Display> fmt::Display for UnknownCode<C, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.fmt(f)
    }
}

impl<C, W: fmt::Debug> fmt::Debug for UnknownCode<C, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownCode").field(&self.code).finish()
    }
}

impl<C: Error, W: fmt::Debug + fmt::Display> Error for AnyCode<C, W> {}

impl<C, W: fmt::Debug + fmt::Display> Error for UnknownCode<C, W> {}
