/// A value that must stay out of logs: neither `Debug` nor a message shows it.
///
/// A message with its placeholder says `[redacted]` there, in the body that is
/// sent as well: the value itself stands among the details alone.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Sensitive<T>(T);

impl<T> Sensitive<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself. What becomes of it is up to you.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself, taken out.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

/// What stands for a value that is not shown.
const REDACTED: &str = "[redacted]";

impl<T> From<T> for Sensitive<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl<T: DetailValue> DetailValue for Sensitive<T> {
    fn to_json(&self) -> Option<Json> {
        self.0.to_json()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }

    fn is_given(&self) -> bool {
        self.0.is_given()
    }

    fn read(json: Option<&Json>) -> Result<Self, DetailsError> {
        T::read(json).map(Self)
    }
}
