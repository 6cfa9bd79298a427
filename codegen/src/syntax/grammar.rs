//! The catalog language, edition 1, as one table.
//!
//! [`check`](super::check) holds a tree against it, "did you mean" draws on
//! its names, and the `schema` target prints it, so that the editor, the
//! compiler and the reference can't disagree. What a value *means* (is this
//! status real, does that code exist) is for [`lower`](crate::lower).

mod advice;
mod catalog;
mod config;
mod detail;
mod entry;
mod kinds;
mod records;
mod rows;
mod sections;
mod shared;
mod words;

pub(crate) use self::catalog::CATALOG;
pub(crate) use self::config::CONFIG;
pub(crate) use self::detail::SLOT;
pub(crate) use self::entry::{ENTRY, REF};
pub(crate) use self::kinds::*;
pub(crate) use self::records::{is_key, is_key_beside, key_within};
pub(crate) use self::words::*;

/// A map with known keys.
#[derive(Debug)]
pub(crate) struct Record {
    /// What it is, as it reads after "in": `an entry`.
    pub(crate) name: &'static str,
    pub(crate) keys: &'static [Key],
    /// What holds between the keys, besides what each says for itself.
    pub(crate) relations: &'static [Relation],
    /// Whether `x-` keys may be added.
    pub(crate) extensible: bool,
}

/// One key of a [`Record`].
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: &'static Kind,
    pub(crate) need: Need,
    /// What it means: a sentence for the editor's hover.
    pub(crate) doc: &'static str,
    /// An example of its value, in JSON.
    pub(crate) example: &'static str,
    /// What holds where the key is left out, in JSON, if that is one value.
    pub(crate) default: Option<&'static str>,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

/// What may stand as a value.
#[derive(Debug)]
pub(crate) enum Kind {
    /// Text, a number, a truth value: one scalar, whose content `lower` reads.
    Scalar(Scalar),
    /// A list of at least `least` items.
    List { of: &'static Kind, least: usize },
    /// One value, or a list of at least two.
    OneOrMany(&'static Kind),
    /// A map with names of the author's choice, at least `least` of them.
    Map {
        key: &'static Scalar,
        of: &'static Kind,
        least: usize,
    },
    /// A map with known keys.
    Record(&'static Record),
    /// An entry (it has `code`) or a ref (it has `ref`).
    Item,
    /// The shape of the error body, or an `x-` value: any tree.
    Tree,
}

/// What a scalar holds: how people are told of it, and the pattern that an
/// editor can check (empty where there is none).
///
/// A pattern lets through all that `lower` accepts. What it can't say, such as
/// the days of a month, is left to `lower`.
#[derive(Debug)]
pub(crate) struct Scalar {
    /// As it reads after "expected": `a date like 2026-11-21`.
    pub(crate) name: &'static str,
    pub(crate) json: Json,
    pub(crate) pattern: &'static str,
}

/// What a scalar is to a reader of YAML that does not know this language, and
/// so takes an unquoted `1.10` for a number and `true` for a truth value.
#[derive(Debug)]
pub(crate) enum Json {
    /// Text, also where it looks like a number or a truth value.
    Text,
    /// Text that never looks like a number: an identifier.
    Identifier,
    /// Text that never looks like anything else: a date, a link.
    String,
    /// Text, a number, a truth value or `null`, each as what it is.
    Any,
    /// This number alone.
    Exactly(u32),
    /// A whole number of 32 bits, from this one.
    CountFrom(u32),
    Integer,
    Boolean,
    /// One of these words, each with its meaning.
    Words(&'static [(&'static str, &'static str)]),
    /// A whole number or one word. In a list the word has no place.
    IntegerOr(&'static str),
    /// The id or name of a lint whose level can be set.
    Lint,
}

/// What holds between the keys of a record. `lower` checks it, with the
/// values at hand; the `schema` target prints it for editors.
#[derive(Debug)]
pub(crate) enum Relation {
    /// Exactly one of these keys is there.
    ExactlyOne(&'static [&'static str]),
    /// At least one of the two is there.
    AtLeastOne([&'static str; 2]),
    /// The two are not there together.
    Exclusive([&'static str; 2]),
    /// Where `key` is `word`, `needed` is there too.
    Needs {
        key: &'static str,
        word: &'static str,
        needed: &'static str,
    },
    /// `part` is there only where `key` is one of `words`.
    PartOf {
        part: &'static str,
        key: &'static str,
        words: &'static [&'static str],
    },
    /// Where `key` is `word`, `value` is of one of these types of JSON.
    Typed {
        value: &'static str,
        key: &'static str,
        word: &'static str,
        types: &'static [&'static str],
    },
    /// `part` is there only beside `key`.
    Beside {
        part: &'static str,
        key: &'static str,
    },
    /// Where `key` is a whole number, `needed` is there too.
    NumberNeeds {
        key: &'static str,
        needed: &'static str,
    },
    /// `other` is not there beside a list under `key`.
    NotBesideList {
        other: &'static str,
        key: &'static str,
    },
}

impl Record {
    /// The key of that name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// Whether `name` is a key of the author's own that may be added.
    pub(crate) fn takes_extension(&self, name: &str) -> bool {
        self.extensible && name.starts_with("x-") && name != "x-"
    }

    /// Whether a key must be there, on its own or as one of a choice.
    pub(crate) fn need_of(&self, key: &Key) -> Need {
        let is_choice = |relation: &Relation| matches!(relation, Relation::ExactlyOne(keys) if keys.contains(&key.name));
        if self.relations.iter().any(is_choice) {
            Need::Required
        } else {
            key.need
        }
    }

    /// The names of all keys, in the order of the reference.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().map(|key| key.name)
    }
}

impl Kind {
    /// Whether YAML's `null` is a value here.
    pub(crate) fn takes_null(&self) -> bool {
        let of = match self {
            Self::OneOrMany(of) => of,
            other => other,
        };
        match of {
            Self::Tree => true,
            Self::Scalar(scalar) => matches!(scalar.json, Json::Any),
            _ => false,
        }
    }

    /// What this is, as it reads after "expected".
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::List { .. } => "a list",
            Self::Scalar(scalar) | Self::OneOrMany(Self::Scalar(scalar)) => scalar.name,
            Self::OneOrMany(_) => "one value or a list",
            Self::Map { .. } => "keys with values",
            Self::Record(record) => record.name,
            Self::Item => "an entry (with `code:`) or a `ref:`",
            Self::Tree => "a value",
        }
    }
}

impl Key {
    /// The same key, for which `default` (in JSON) holds where it is left out.
    const fn or(self, default: &'static str) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }
}

/// A key that must be there.
const fn required(
    name: &'static str,
    kind: &'static Kind,
    doc: &'static str,
    example: &'static str,
) -> Key {
    Key {
        name,
        kind,
        need: Need::Required,
        doc,
        example,
        default: None,
    }
}

/// A key that may be left out.
const fn optional(
    name: &'static str,
    kind: &'static Kind,
    doc: &'static str,
    example: &'static str,
) -> Key {
    Key {
        name,
        kind,
        need: Need::Optional,
        doc,
        example,
        default: None,
    }
}
