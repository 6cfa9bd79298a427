/// What a catalog says about itself and about all of its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CatalogInfo {
    /// Its id: the name of its module.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it covers, in Markdown.
    pub description: Option<&'static str>,
    /// The document that it transcribes.
    pub document: Option<&'static str>,
    /// Where the document is published.
    pub url: Option<&'static str>,
    /// The day on which the document was read, as `YYYY-MM-DD`.
    pub retrieved: Option<&'static str>,
    /// The media type of the error body.
    pub media_type: &'static str,
    /// The shape of the error body, in JSON: a slot is an object with `$slot`.
    pub envelope: Option<&'static str>,
    /// What holds for all errors, in Markdown.
    pub notes: &'static [&'static str],
    /// The headers that errors speak of.
    pub headers: &'static [HeaderInfo],
    /// The tags that codes may bear, each with its meaning.
    pub tags: &'static [(&'static str, &'static str)],
    /// Examples of the whole API.
    pub examples: &'static [Example],
}

/// A header that errors speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HeaderInfo {
    /// Its name as documented; headers match in any case.
    pub name: &'static str,
    /// Whether the caller sends it; else the API does.
    pub in_request: bool,
    /// The unit of its value.
    pub unit: Option<&'static str>,
    /// What it says, in Markdown.
    pub description: Option<&'static str>,
}

/// A piece of code or data that shows something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Example {
    /// What it shows.
    pub title: &'static str,
    /// The language of the text, like `json`.
    pub language: &'static str,
    /// The example itself.
    pub text: &'static str,
}

/// A typed value that an error carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Detail {
    /// Its key; for a value within another the path, as in `boxes[].size`.
    pub path: &'static str,
    /// Its type: `string`, `integer`, `number`, `boolean`, `timestamp`,
    /// `array`, `object` or `any`.
    pub kind: &'static str,
    /// Where it travels: `details`, `body`, `code` or `message`.
    pub travels: &'static str,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether it must stay out of logs.
    pub sensitive: bool,
    /// Documented to exist; its key name is a guess.
    pub inferred: bool,
    /// The unit of its value.
    pub unit: Option<&'static str>,
    /// What it says.
    pub description: Option<&'static str>,
}

/// A further text, or other advice, of the same code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Variant {
    /// Its name.
    pub name: Option<&'static str>,
    /// Its text; `{x}` stands for a detail.
    pub message: Option<&'static str>,
    /// The detail that tells it apart, and its value in JSON.
    pub when: Option<(&'static str, &'static str)>,
    /// When it happens, in Markdown.
    pub description: Option<&'static str>,
    /// Its documented causes, in Markdown.
    pub causes: &'static [&'static str],
    /// What to do about it, in Markdown.
    pub fix: Option<&'static str>,
    /// Advice for this variant alone.
    pub retry: Option<Retry>,
}

/// How a fact of the catalog is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provenance {
    /// The document states it.
    Documented,
    /// It follows from what the document states.
    Derived,
    /// The document lost it; this is a guess.
    Inferred,
}

/// Error, warning or success.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The request failed.
    Error,
    /// The request went through, with a remark.
    Warning,
    /// No error: a value inside the table.
    Success,
}

/// The stage of life of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Part of the contract and in use.
    Stable,
    /// In use; may still change.
    Beta,
    /// Part of the contract, not sent yet.
    Reserved,
}

/// The end of life of an entry or a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Deprecation {
    /// The version in which it began.
    pub since: Option<&'static str>,
    /// The day on which it ends, as `YYYY-MM-DD`.
    pub sunset: Option<&'static str>,
    /// What to use instead: a code, or the id of a section.
    pub successor: Option<&'static str>,
    /// Anything else to know.
    pub note: Option<&'static str>,
}

/// A group of entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SectionInfo {
    /// Its id in the catalog.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it is about, in Markdown.
    pub description: Option<&'static str>,
    /// Where its endpoints lie.
    pub base_path: Option<&'static str>,
    /// Advice for its entries that have none of their own.
    pub retry: Option<Retry>,
    /// It still works, but should not be used.
    pub deprecated: Option<Deprecation>,
}

/// The first level above codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TypeInfo {
    /// What stands on the wire.
    pub id: &'static str,
    /// What it means, in Markdown.
    pub description: Option<&'static str>,
    /// Advice for its entries that have none nearer.
    pub retry: Option<Retry>,
    /// The code that an unknown one of this type counts as.
    pub default_code: Option<&'static str>,
}

/// What a row of the status table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row<S> {
    /// One status.
    Status(S),
    /// A class of statuses: 5 is `5xx`.
    Class(u8),
    /// No answer at all.
    Network,
    /// Everything that no other row is about.
    Other,
}

/// A row of the status table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StatusRow<S: 'static> {
    /// What it is about.
    pub row: Row<S>,
    /// The reason phrase.
    pub reason: Option<&'static str>,
    /// What it means in this API, in Markdown.
    pub description: Option<&'static str>,
    /// The error class of the API's own client.
    pub client_class: Option<&'static str>,
    /// Advice for this row.
    pub retry: Option<Retry>,
    /// The code that an unknown or missing one counts as.
    pub default_code: Option<&'static str>,
}

/// The text is no code of the catalog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NotInCatalog;

impl fmt::Display for NotInCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no code of the catalog")
    }
}

impl Error for NotInCatalog {}
