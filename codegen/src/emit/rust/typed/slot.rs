//! The slots of the envelope as fields: their types, and what fills them when
//! an error is sent.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::envelope::docs;
use crate::model::{Catalog, CodeType, FieldType, Ident, Role, Slot};

/// A field of a struct of the envelope.
pub(super) struct Field {
    /// Its type.
    pub(super) of: TokenStream,
    /// Its value, for an error that is `sent`.
    pub(super) value: TokenStream,
    pub(super) docs: TokenStream,
    absence: Absence,
}

/// How it is written that there is no value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Absence {
    /// There always is one.
    Never,
    /// As `null`.
    Null,
    /// By no key.
    NoKey,
}

impl Field {
    /// Whether it is left out where there is no value.
    pub(super) fn is_left_out(&self) -> bool {
        self.absence == Absence::NoKey
    }

    /// Whether a body without it is read.
    pub(super) fn may_be_absent(&self) -> bool {
        self.absence != Absence::Never
    }

    /// An object of the body.
    pub(super) fn of_part(name: &Ident, value: TokenStream, key: &str) -> Self {
        let name = format_ident!("{}", name.as_str());
        Self {
            of: quote!(#name),
            value,
            docs: docs(|doc| {
                doc.raw("What lies in ").code(key).raw(".");
            }),
            absence: Absence::Never,
        }
    }

    /// One or more of the same.
    pub(super) fn repeated(self, key: &str) -> Self {
        let (of, value) = (self.of, self.value);
        Self {
            of: quote!(Vec<#of>),
            value: quote!(Vec::from([#value])),
            docs: docs(|doc| {
                doc.raw("The items of ").code(key).raw(", one or more.");
            }),
            absence: Absence::Never,
        }
    }

    /// The items of a list that the catalog leaves empty, which is refused.
    pub(super) fn none() -> Self {
        Self {
            of: quote!(Json),
            value: quote!(Json::Null),
            docs: docs(|doc| {
                doc.raw("Anything.");
            }),
            absence: Absence::Never,
        }
    }
}

/// The field of a slot.
pub(super) fn field(catalog: &Catalog, slot: &Slot) -> Field {
    let absence = match slot {
        Slot { optional: true, .. } => Absence::NoKey,
        Slot { nullable: true, .. } => Absence::Null,
        _ => Absence::Never,
    };
    let base = base(slot);
    let given = sent(catalog, slot);
    let (of, value) = match absence {
        Absence::Never => (quote!(#base), given.always(&base)),
        _ => (quote!(Option<#base>), given.perhaps()),
    };
    Field {
        of,
        value,
        docs: docs(|doc| {
            match &slot.description {
                Some(description) => doc.text(description.as_str()),
                None => doc.raw(meaning(slot.role)),
            };
            if let Some(unit) = &slot.unit {
                doc.raw("\n\nUnit: ").text(unit.as_str()).raw(".");
            }
        }),
        absence,
    }
}

/// The type of what fills a slot.
fn base(slot: &Slot) -> TokenStream {
    match (slot.role, slot.field_type()) {
        (Role::Code, _) => quote!(WireCode<ErrorCode>),
        (Role::Details | Role::Inline, _) => quote!(RawDetails),
        (_, FieldType::String) => quote!(String),
        (_, FieldType::Integer) => quote!(i64),
        (_, FieldType::Number) => quote!(f64),
        (_, FieldType::Boolean) => quote!(bool),
        (_, FieldType::Timestamp) => quote!(Timestamp),
        (_, FieldType::Any | FieldType::Array(_) | FieldType::Object(_)) => quote!(Json),
    }
}

/// What an error knows of itself.
enum Given {
    /// A value that it always has.
    Always(TokenStream),
    /// One that it may have, as an option.
    Perhaps(TokenStream),
    /// Details: some or none.
    Details,
    Nothing,
}

impl Given {
    fn always(self, base: &TokenStream) -> TokenStream {
        match self {
            Self::Always(value) => value,
            Self::Perhaps(value) => quote!(#value.unwrap_or_default()),
            Self::Details => quote!(RawDetails::from(sent.details)),
            Self::Nothing => quote!(#base::default()),
        }
    }

    fn perhaps(self) -> TokenStream {
        match self {
            Self::Always(value) => quote!(Some(#value)),
            Self::Perhaps(value) => value,
            Self::Details => {
                quote!(Some(RawDetails::from(sent.details)).filter(|it| !it.is_empty()))
            }
            Self::Nothing => quote!(None),
        }
    }
}

fn sent(catalog: &Catalog, slot: &Slot) -> Given {
    let (value, is_number) = match slot.role {
        Role::Code => {
            let text = catalog.code_type == CodeType::Integer;
            let text = text && matches!(slot.kind, Some(FieldType::String));
            return Given::Always(if text {
                quote!(sent.code.in_text())
            } else {
                quote!(sent.code)
            });
        }
        Role::Message => {
            return match slot.field_type() {
                FieldType::String => Given::Always(quote!(sent.message)),
                FieldType::Any => Given::Always(quote!(Json::String(sent.message))),
                _ => Given::Nothing,
            };
        }
        Role::Details => return Given::Details,
        Role::Type => (quote!(sent.about.parent()), false),
        Role::Status => (quote!(sent.about.status()), true),
        Role::CodeNumber => (quote!(sent.about.code_number()), true),
        Role::Title => (quote!(sent.about.title()), false),
        Role::UserMessage => (quote!(sent.about.user_message()), false),
        Role::DocUrl => (quote!(sent.about.doc_url()), false),
        _ => return Given::Nothing,
    };
    match (slot.field_type(), is_number) {
        (FieldType::String, false) | (FieldType::Integer, true) => Given::Perhaps(value),
        (FieldType::String, true) => Given::Perhaps(quote!(#value.map(errcat::number_in_text))),
        (FieldType::Any, _) => Given::Perhaps(quote!(#value.map(Json::from))),
        _ => Given::Nothing,
    }
}

/// What a slot holds that the catalog does not describe.
fn meaning(role: Role) -> &'static str {
    match role {
        Role::Code => "The code.",
        Role::CodeNumber => "The numeric code.",
        Role::Type => "The type.",
        Role::Status => "The status.",
        Role::Message => "The message.",
        Role::UserMessage => "The message for end users.",
        Role::Title => "A short title of the error.",
        Role::Details | Role::Inline => "The details.",
        Role::Field => "The request field at fault.",
        Role::RequestId => "The id of the request.",
        Role::DocUrl => "The link to the documentation.",
        Role::Timestamp => "A date and time.",
        Role::String | Role::Integer | Role::Number | Role::Boolean | Role::Any => "A value.",
    }
}
