//! Headers, status rows, types and tags.

use std::borrow::Cow;

use super::once::each_once;
use super::scalars::{is_quoted, scalar};
use super::{Declared, Lost, Lower};
use crate::lint::{bad_status, bad_value, is_enough, no_identifier, repeated_item, unknown_code};
use crate::map::Map;
use crate::model::{
    ClientClass, Code, CodeType, Header, Id, Row, Status, StatusRow, Tag, Text, Type,
};
use crate::names;
use crate::source::{Span, Spanned};
use crate::syntax::Fields;
use crate::yaml::{Key, Node, Pair, Style, Value};

impl Lower<'_> {
    pub(super) fn headers(&mut self, fields: &mut Fields) -> Vec<Header> {
        let mut headers = Vec::new();
        self.names.headers = Declared::of(fields, "headers", self.report);
        let declared = pairs(fields, "headers").into_iter().map(|pair| Spanned {
            span: pair.key.span,
            value: pair,
        });
        let report = &mut *self.report;
        let raise = |spans| repeated_item::declared_header(report, spans);
        let name = |pair: &Pair<'_>| pair.key.text.to_ascii_lowercase();
        let declared = each_once(declared.collect(), name, raise);
        for Pair { key, value } in declared.into_iter().map(|it| it.value) {
            if !is_token(&key.text) {
                let expected = "a header's name (RFC 9110) like `Retry-After`";
                bad_value::name(self.report, key.span, "header", &key.text, expected);
                self.names.headers.declare(key.text.into_owned(), None);
                continue;
            }
            let fields = Fields::of(value);
            let at = fields.is_some().then_some(headers.len());
            self.names.headers.declare(key.text.to_string(), at);
            let Some(mut fields) = fields else { continue };
            headers.push(Header {
                name: super::known_text(&key.text),
                direction: self
                    .word(&mut fields, "in")
                    .unwrap_or(crate::model::Direction::Response),
                unit: self.line(&mut fields, "unit"),
                description: self.prose(&mut fields, "description"),
                example: fields.constant("example"),
                span: key.span,
            });
        }
        headers
    }

    pub(super) fn tags(&mut self, fields: &mut Fields) -> Vec<Tag> {
        let mut tags = Vec::new();
        self.names.tags = Declared::of(fields, "tags", self.report);
        for Pair { key, value } in pairs(fields, "tags") {
            let id = self.id(&key, "tag");
            let description = self.line_in(value, &key.text);
            let tag = id.zip(description).map(|(id, description)| Tag {
                id,
                description: description.value,
                span: key.span,
            });
            let at = tag.is_some().then_some(tags.len());
            self.names.tags.declare(key.text.into_owned(), at);
            tags.extend(tag);
        }
        tags
    }

    pub(super) fn status_rows(&mut self, fields: &mut Fields) -> Vec<StatusRow> {
        let mut rows = Vec::new();
        for Pair { key, value } in pairs(fields, "statuses") {
            let Some(row) = self.row(&key) else { continue };
            let Some(mut fields) = Fields::of(value) else {
                continue;
            };
            rows.push(StatusRow {
                row,
                phrase: self.phrase(&mut fields),
                description: self.prose(&mut fields, "description"),
                client_class: self.client_class(&mut fields),
                retry: self.retry(&mut fields, None),
                default_code: self.default_code(&mut fields),
                span: key.span,
            });
        }
        rows
    }

    pub(super) fn types(&mut self, fields: &mut Fields) -> Vec<Type> {
        let mut types = Vec::new();
        self.names.types = Declared::of(fields, "types", self.report);
        for Pair { key, value } in pairs(fields, "types") {
            let name = key.text.to_string();
            let lowered = self.type_of(&key, value);
            let at = lowered.is_some().then_some(types.len());
            self.names.types.declare(name, at);
            types.extend(lowered);
        }
        types
    }

    fn type_of(&mut self, key: &Key, value: Node) -> Option<Type> {
        let mut fields = Fields::of(value)?;
        let ident = match names::upper_camel(&key.text) {
            Ok(ident) => ident,
            Err(why) => {
                no_identifier::raise(self.report, key.span, "type", &key.text, why);
                return None;
            }
        };
        let Some(id) = Text::of(key.text.clone()).ok() else {
            let expected = "it as one line, without tabs";
            bad_value::name(self.report, key.span, "type", &key.text, expected);
            return None;
        };
        let written_statuses = self.statuses(&mut fields).unwrap_or_default();
        Some(Type {
            id,
            ident,
            description: self.prose(&mut fields, "description"),
            statuses: numbers(&written_statuses),
            written_statuses,
            retry: self.retry(&mut fields, None),
            default_code: self.default_code(&mut fields),
            span: key.span,
        })
    }

    /// An id of a section or a tag.
    pub(super) fn id(&mut self, key: &Key, what: &str) -> Option<Id> {
        let id = Id::new(&key.text);
        if id.is_none() {
            let expected = "a lower-case identifier like `rate_limits`";
            bad_value::name(self.report, key.span, what, &key.text, expected);
        }
        id
    }

    fn row(&mut self, key: &Key) -> Option<Row> {
        let row = Row::from_key(&key.text, self.names.http);
        if row.is_none() {
            bad_status::row(self.report, key.span, &key.text, self.names.http);
        }
        row
    }

    fn client_class(&mut self, fields: &mut Fields) -> Option<ClientClass> {
        let span = fields.get("client-class")?.span;
        let expected = "an identifier like `ConflictError`";
        let name = self.form(fields, "client-class", expected, |text| {
            let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            (starts && text.bytes().all(is_word)).then(|| super::known_text(text))
        })?;
        match names::upper_camel(name.as_str()) {
            Ok(ident) => Some(ClientClass { name, ident, span }),
            Err(why) => {
                no_identifier::raise(self.report, span, "client class", name.as_str(), why);
                None
            }
        }
    }

    fn default_code(&mut self, fields: &mut Fields) -> Option<Spanned<Code>> {
        self.code_named(fields, "default-code")
    }

    /// A code of this catalog that is named under `key`.
    pub(super) fn code_named(&mut self, fields: &mut Fields, key: &str) -> Option<Spanned<Code>> {
        let Spanned { value: text, span } = self.code_text(fields.take(key)?, key)?;
        let code = self
            .quiet_code(&text)
            .filter(|code| self.names.codes().contains(code));
        if code.is_none() && self.names.codes_lost == Lost::None {
            self.unknown_code(span, &text);
        }
        code.map(|value| Spanned { value, span })
    }

    /// Reports a name of a code that no item defines.
    pub(super) fn unknown_code(&mut self, span: Span, text: &str) {
        if is_enough(self.report) {
            // Then all that counts is whether there are any.
            let known = self.names.code_texts.iter().map(AsRef::as_ref);
            unknown_code::raise(self.report, span, text, known);
            return;
        }
        let known: Vec<String> = self.names.codes().iter().map(Code::to_string).collect();
        let known = known.iter().map(String::as_str);
        unknown_code::raise(self.report, span, text, known);
    }

    /// The text of a code; in a catalog of numbers it must not be quoted.
    pub(super) fn code_text<'t>(
        &mut self,
        node: Node<'t>,
        key: &str,
    ) -> Option<Spanned<Cow<'t, str>>> {
        let is_number = self.names.code_type == CodeType::Integer;
        let quoted = is_quoted(&node);
        let text = scalar(node)?;
        if is_number && quoted && self.quiet_code(&text.value).is_some() {
            bad_value::quoted(self.report, text.span, key, &text.value);
        }
        Some(text)
    }

    /// A code, if `text` is one; nothing is reported.
    pub(super) fn quiet_code(&self, text: &str) -> Option<Code> {
        self.names.code_type.code(text)
    }

    /// Statuses: `None` where none were written, an empty list where `none`
    /// was, a stand-in where all were broken.
    pub(super) fn statuses(&mut self, fields: &mut Fields) -> Option<Vec<Spanned<Status>>> {
        let span = fields.get("status")?.span;
        let value = Status::http(500).expect("it is one");
        let stand_in = Spanned { value, span };
        if fields.is_broken("status") {
            fields.take("status");
            return Some(vec![stand_in]);
        }
        let nodes = fields.nodes("status")?;
        if let [
            Node {
                value:
                    Value::Scalar {
                        text,
                        style: Style::Plain,
                    },
                ..
            },
        ] = nodes.as_slice()
            && text == "none"
        {
            return Some(Vec::new());
        }
        let mut statuses = Vec::with_capacity(nodes.len());
        for node in nodes {
            let quoted = is_quoted(&node);
            let Some(Spanned { value, span }) = scalar(node) else {
                continue;
            };
            match Status::from_text(&value, self.names.http) {
                Some(status) if statuses.iter().any(|it: &Spanned<_>| it.value == status) => {
                    bad_status::twice(self.report, span, &value);
                }
                Some(status) => {
                    if quoted {
                        bad_value::quoted(self.report, span, "status", &value);
                    }
                    let value = status;
                    statuses.push(Spanned { value, span });
                }
                None => bad_status::raise(self.report, span, &value, self.names.http),
            }
        }
        if statuses.is_empty() {
            statuses.push(stand_in);
        }
        Some(statuses)
    }
}

/// The number of each row; of two for the same, which was reported, the first.
pub(super) fn numbers_of(rows: &[StatusRow]) -> Map<Row, usize> {
    let mut numbers = Map::new();
    for (at, row) in rows.iter().enumerate() {
        numbers.or_insert(row.row, at);
    }
    numbers
}

/// Statuses without their places.
pub(super) fn numbers(statuses: &[Spanned<Status>]) -> Vec<Status> {
    statuses.iter().map(|it| it.value).collect()
}

/// A token (RFC 9110, section 5.6.2): the name of a header, half a media type.
pub(super) fn is_token(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(fits)
}

/// The lines of a map with names of the author's choice.
pub(super) fn pairs<'a>(fields: &mut Fields<'a>, key: &str) -> Vec<Pair<'a>> {
    match fields.take(key) {
        Some(Node {
            value: Value::Map(pairs),
            ..
        }) => pairs,
        _ => Vec::new(),
    }
}
