//! What was written to what it means.
//!
//! [`lower`] takes the checked tree of one file and builds the
//! [`Catalog`](crate::model::Catalog): it reads scalars in their forms,
//! resolves names to what they name, and hands down what sections and types
//! give. A part that was reported is left out or stands in by a default, and
//! the rest goes on, so that one run shows all problems.
//!
//! Deliberately absent: rules about a sound catalog that is merely unwise.
//! Those look at the model, in [`lint`](crate::lint).

mod declared;
mod detail;
mod envelope;
mod items;
mod once;
mod pointers;
mod retry;
mod rows;
mod scalars;
mod sections;
mod shared;
mod texts;
mod typed;

use std::borrow::Cow;
use std::cell::OnceCell;

use self::declared::{Declared, Found, Lost};
use self::pointers::Pointer;
pub(crate) use self::scalars::Word;
use self::scalars::extensions;
pub(crate) use self::scalars::{is_json_number, meant_by, scalar, truth};
use crate::diag::Report;
use crate::limits;
use crate::lint::{bad_value, catalog_name, no_place_for_detail, over_limit};
use crate::map::Set;
use crate::mend::Mend;
use crate::model::{Catalog, Code, CodeType, Doubts, Entry, Id, Origin, Spellings, Text};
use crate::source::{Source, Span, Spanned};
use crate::syntax::{self, Fields};

/// Lowers one checked file.
pub(crate) fn lower<'a>(
    source: &'a Source,
    mut fields: Fields<'a>,
    report: &mut Report,
) -> Catalog {
    let mut lower = Lower {
        source,
        report,
        names: Names::default(),
        pointers: Vec::new(),
        spellings: Spellings::default(),
    };
    let parts = fields.extents();
    let places = shared::Places::of(&fields);
    let place = fields.head.source;
    syntax::edition(&mut fields, lower.report);
    let (id, named_at) = lower.catalog_id(&mut fields);
    let title = lower
        .line(&mut fields, "title")
        .unwrap_or_else(|| stand_in(&id));
    let description = lower.prose(&mut fields, "description");
    let origin = lower.origin(&mut fields);
    let code_type = match lower.word::<CodeType>(&mut fields, "code-type") {
        Some(it) => it,
        None => CodeType::String,
    };
    let http = lower.boolean(&mut fields, "http").unwrap_or(true);
    lower.names = Names {
        http,
        code_type,
        ..Names::default()
    };
    let media_type = lower.media_type(&mut fields);
    let doc_url = lower.url_template(&mut fields, "doc-url");
    let notes = lower.prose_list(&mut fields, "notes");
    let headers = lower.headers(&mut fields);
    let envelope = lower.envelope(&mut fields);
    let tags = lower.tags(&mut fields);
    lower.codes_ahead(&fields);
    let statuses = lower.status_rows(&mut fields);
    let types = lower.types(&mut fields);
    let (sections, items) = lower.sections(&mut fields);
    let examples = lower.examples(&mut fields);
    let (entries, listings) = lower.items(items, &sections, &types);
    lower.check_size(&entries);
    let extensions = extensions(fields);
    let mut catalog = Catalog {
        doubts: Doubts::default(),
        rows: rows::numbers_of(&statuses),
        spellings: std::mem::take(&mut lower.spellings).settled(),
        id,
        named_at,
        file: source.file_name().to_owned(),
        title,
        description,
        origin,
        code_type,
        http,
        media_type,
        doc_url,
        notes,
        envelope,
        headers,
        statuses,
        types,
        tags,
        sections,
        entries,
        listings,
        examples,
        extensions,
    };
    lower.follow_pointers(&catalog);
    shared::check(&catalog, places, lower.report);
    if lower.names.slots_lost == Lost::None {
        no_place_for_detail::check(&catalog, lower.report);
    }
    catalog.doubts = Doubts::new(lower.report.errors_in(place), parts);
    catalog
}

/// The lowering of one file.
struct Lower<'a> {
    source: &'a Source,
    report: &'a mut Report,
    names: Names<'a>,
    /// Delays and new places that advice names, to be looked up at the end.
    pointers: Vec<Pointer>,
    /// Marks of the codes and identifiers so far.
    spellings: Spellings,
}

/// What names of this catalog can refer to, as far as it was read.
struct Names<'a> {
    http: bool,
    code_type: CodeType,
    headers: Declared,
    tags: Declared,
    types: Declared,
    sections: Declared,
    /// Slots of the envelope that a retry's `detail` may name.
    slots: Vec<String>,
    slots_lost: Lost,
    /// Whether an entry was reported whose details are not known.
    details_lost: Lost,
    /// Every code that an item of the catalog defines, as written.
    code_texts: Vec<Cow<'a, str>>,
    /// The same as codes, once one is named anywhere.
    codes: OnceCell<Set<Code>>,
    codes_lost: Lost,
}

impl Default for Names<'_> {
    fn default() -> Self {
        Self {
            http: true,
            code_type: CodeType::String,
            headers: Declared::default(),
            tags: Declared::default(),
            types: Declared::default(),
            sections: Declared::default(),
            slots: Vec::new(),
            slots_lost: Lost::None,
            details_lost: Lost::None,
            code_texts: Vec::new(),
            codes: OnceCell::new(),
            codes_lost: Lost::None,
        }
    }
}

impl Lower<'_> {
    fn check_size(&mut self, entries: &[Entry]) {
        let mut spelt = entries.iter().flat_map(|entry| {
            let codes = entry.codes.iter().map(|code| code.span);
            codes.chain(entry.aliases.iter().map(|alias| alias.span))
        });
        if let Some(span) = spelt.nth(limits::CODES) {
            over_limit::codes(self.report, span);
        }
    }

    /// The id and where it is written; what stands in for a lost one is nowhere.
    fn catalog_id(&mut self, fields: &mut Fields) -> (Id, Option<Span>) {
        let stand_in = (Id::new("unnamed").expect("it is one"), None);
        let Some(Spanned { value, span }) = fields.text_of("catalog") else {
            return stand_in;
        };
        let Some(id) = Id::new(&value) else {
            let expected =
                "a lower-case identifier like `rate_limits`, which is also the file's name";
            let finding = bad_value::raise(self.report, span, "catalog", &value, expected);
            // It must be the file's name, and is, but for its form.
            let stem = self.source.stem();
            if Id::new(stem).is_some() && is_same_name(&value, stem) {
                finding.mend(Mend::Say(span, stem.to_owned()));
            }
            return stand_in;
        };
        catalog_name::check(&id, span, self.source, self.report);
        (id, Some(span))
    }

    fn origin(&mut self, fields: &mut Fields) -> Origin {
        let Some(mut fields) = fields.record("source") else {
            return Origin::default();
        };
        Origin {
            document: self.line(&mut fields, "document"),
            url: self.url(&mut fields, "url"),
            retrieved: self.date(&mut fields, "retrieved"),
        }
    }

    fn media_type(&mut self, fields: &mut Fields) -> Text {
        let written = self.line_at(fields, "media-type");
        if let Some(Spanned { value, span }) = &written
            && !is_media_type(value.as_str())
        {
            let expected = "a media type like `application/json`";
            bad_value::raise(self.report, *span, "media-type", value.as_str(), expected);
        }
        written.map_or_else(|| known_text("application/json"), |it| it.value)
    }
}

impl<'a> Lower<'a> {
    /// Codes may be named before their items come, so they are read first.
    fn codes_ahead(&mut self, fields: &Fields<'a>) {
        let written = items::written_codes(fields);
        let is_code = |text: &Cow<'_, str>| self.names.code_type.has(text);
        self.names.codes_lost = if written.texts.iter().all(is_code) {
            written.lost
        } else {
            Lost::Some
        };
        self.names.code_texts = written.texts;
    }
}

impl Names<'_> {
    /// Every code that an item of the catalog defines.
    fn codes(&self) -> &Set<Code> {
        let code = |text: &Cow<'_, str>| self.code_type.code(text);
        let codes = || self.code_texts.iter().filter_map(code).collect();
        self.codes.get_or_init(codes)
    }
}

/// Whether two names differ in case and in what stands between words alone.
fn is_same_name(a: &str, b: &str) -> bool {
    let words = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    words(a) == words(b)
}

/// `type/subtype`, perhaps with parameters (RFC 9110, section 8.3.1), as a header
/// can hold it.
fn is_media_type(text: &str) -> bool {
    if !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return false;
    }
    let essence = text.split(';').next().unwrap_or_default().trim_end();
    let parts: Vec<&str> = essence.split('/').collect();
    parts.len() == 2 && parts.into_iter().all(rows::is_token)
}

/// What stands for a title that was reported as missing.
fn stand_in(id: &Id) -> Text {
    known_text(id.as_str())
}

/// A text of our own, which is one.
fn known_text(text: &str) -> Text {
    Text::new(text.to_owned()).expect("it is one line and not blank")
}
