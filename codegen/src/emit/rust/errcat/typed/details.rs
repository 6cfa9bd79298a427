/// The details of one code, as a struct.
pub trait Details: Record + Sized {
    /// The codes of the catalog.
    type Code: Catalogued;

    /// The code that carries them.
    const CODE: Self::Code;
}

/// Named values: the details of a code, or an object within them.
pub trait Record: fmt::Debug {
    /// The names, and where each value travels.
    fn fields() -> &'static [Field]
    where
        Self: Sized;
    /// The value of the field at this place; beyond the last one, nothing.
    fn value(&self, at: usize) -> &dyn DetailValue;

    /// Reads all values.
    ///
    /// # Errors
    ///
    /// A value that is missing or of another type.
    fn read(from: &Reader<'_>) -> Result<Self, DetailsError>
    where
        Self: Sized;
}

/// A field of a struct of details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its key on the wire.
    pub name: &'static str,
    /// Where it travels.
    pub travels: Travels,
}

/// Where a value travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Travels {
    /// In the details slot of the body, or beside its other keys.
    Details,
    /// Elsewhere in the body.
    Body,
    /// In the code.
    Code,
    /// In the text of the message.
    Message,
}

impl Travels {
    /// The place of this word of the tables.
    fn of(word: &str) -> Self {
        match word {
            "body" => Self::Body,
            "code" => Self::Code,
            "message" => Self::Message,
            _ => Self::Details,
        }
    }
}

/// What fields are read from.
pub struct Reader<'a> {
    fields: &'static [Field],
    get: &'a dyn Fn(&Field) -> Option<Cow<'a, Json>>,
}

impl Reader<'_> {
    /// The value of the field at this place.
    ///
    /// # Errors
    ///
    /// It is missing, or of another type.
    #[inline(never)]
    pub fn value<T: DetailValue>(&self, at: usize) -> Result<T, DetailsError> {
        let Some(field) = self.fields.get(at) else {
            return Err(DetailsError::of(Problem::Missing));
        };
        let json = (self.get)(field);
        T::read(json.as_deref()).map_err(|error| error.within(field.name))
    }
}

/// The fields, read from where `get` finds each.
fn read_record<'a, T: Record>(
    get: &'a dyn Fn(&Field) -> Option<Cow<'a, Json>>,
) -> Result<T, DetailsError> {
    T::read(&Reader { fields: T::fields(), get })
}

/// Writes a record as a derive would.
///
/// # Errors
///
/// The text takes no more.
pub(super) fn write_debug(
    name: &str,
    fields: &[Field],
    record: &dyn Record,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut written = f.debug_struct(name);
    for (at, field) in fields.iter().enumerate() {
        written.field(field.name, &record.value(at));
    }
    written.finish()
}

/// Whether two records are the same on the wire.
pub(super) fn are_equal(
    fields: &[Field],
    left: &dyn Record,
    right: &dyn Record,
) -> bool {
    (0..fields.len()).all(|at| left.value(at).to_json() == right.value(at).to_json())
}

/// Why details could not be read. The raw JSON is still at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailsError {
    path: String,
    problem: Problem,
}

/// What is wrong with details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Problem {
    /// The error has another code.
    OtherCode,
    /// The body is not JSON, or nests too deep for its values to be read.
    NotJson,
    /// A value is missing.
    Missing,
    /// A value is of another type than this.
    NotA(&'static str),
}

impl DetailsError {
    fn of(problem: Problem) -> Self {
        Self {
            path: String::new(),
            problem,
        }
    }

    /// The same problem, of a value within another.
    fn within(mut self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.path.insert_str(0, dot);
        self.path.insert_str(0, name);
        self
    }

    /// The value that it is about, as in `boxes.0.size`; empty where it is
    /// about all of them.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong.
    #[must_use]
    pub fn problem(&self) -> Problem {
        self.problem
    }
}

impl fmt::Display for DetailsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problem {
            Problem::OtherCode => f.write_str("the error has another code"),
            Problem::NotJson => f.write_str("the body is not JSON that can be read"),
            Problem::Missing => ::core::write!(f, "`{}` is missing", self.path),
            Problem::NotA(kind) => ::core::write!(f, "`{}` is not {kind}", self.path),
        }
    }
}

impl Error for DetailsError {}
