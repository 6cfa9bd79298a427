//! The `json` target: all that a catalog means, resolved, for programs.
//!
//! Keys are always there; what the catalog does not say is `null` or an empty
//! list, so a reader needs no second look. Text of the Markdown dialect is
//! Markdown. `version` counts changes of this form that could break a reader.

mod entry;
mod parts;

use self::parts::{optional_text, prose};
use crate::model::{Catalog, Constant, Direction, Header, Section, StatusRow, Type};
use crate::sink::Json;
use crate::write::{Artifact, MARK};

/// The version of the form of these files.
const VERSION: i64 = 1;

/// How many bytes there are for each entry and each listing, about. Too few
/// cost a copy.
const PLACE: usize = 1_100;

pub(super) fn emit(catalogs: &[Catalog]) -> Vec<Artifact> {
    let artifact = |catalog: &Catalog| {
        Artifact::new(format!("json/{}.json", catalog.id), catalog_file(catalog))
    };
    catalogs.iter().map(artifact).collect()
}

fn catalog_file(catalog: &Catalog) -> String {
    let places = catalog.entries.len() + catalog.listings.len();
    let mut json = Json::with_capacity(PLACE * places);
    json.object(|json| {
        json.member("$comment")
            .string(&format!("{MARK} from {}; do not edit", catalog.file));
        json.member("version").integer(VERSION);
        json.member("catalog").string(catalog.id.as_str());
        json.member("title").string(catalog.title.as_str());
        json.member("description")
            .or_null(catalog.description.as_ref(), prose);
        source(json.member("source"), catalog);
        json.member("code_type").string(catalog.code_type.word());
        json.member("http").boolean(catalog.http);
        json.member("media_type")
            .string(catalog.media_type.as_str());
        json.member("doc_url")
            .or_null(catalog.doc_url.as_ref(), |json, url| {
                json.string(url.as_str());
            });
        json.member("notes")
            .list_of(&catalog.notes, |json, it| prose(json, it));
        json.member("envelope").or_null(
            catalog.envelope.as_ref(),
            crate::emit::wording::shape::shape,
        );
        json.member("headers").list_of(&catalog.headers, header);
        json.member("statuses")
            .list_of(&catalog.statuses, |json, row| {
                status_row(json, catalog, row);
            });
        json.member("types")
            .list_of(&catalog.types, |json, it| type_(json, catalog, it));
        json.member("tags").list_of(&catalog.tags, |json, tag| {
            json.object(|json| {
                json.member("id").string(tag.id.as_str());
                json.member("description").string(tag.description.as_str());
            });
        });
        json.member("sections")
            .list_of(&catalog.sections, |json, it| section(json, catalog, it));
        json.member("entries")
            .list_of(&catalog.entries, |json, it| entry::entry(json, catalog, it));
        json.member("examples")
            .list_of(&catalog.examples, parts::example);
        parts::extensions(json.member("extensions"), &catalog.extensions);
    });
    json.finish()
}

fn source(json: &mut Json, catalog: &Catalog) {
    let origin = &catalog.origin;
    json.object(|json| {
        optional_text(json.member("document"), origin.document.as_ref());
        json.member("url")
            .or_null(origin.url.as_ref(), |json, url| json.string(url.as_str()));
        let day = origin.retrieved.as_ref();
        json.member("retrieved")
            .or_null(day, |json, day| json.string(day.as_str()));
    });
}

fn header(json: &mut Json, header: &Header) {
    json.object(|json| {
        json.member("name").string(header.name.as_str());
        json.member("in").string(Direction::word(header.direction));
        optional_text(json.member("unit"), header.unit.as_ref());
        json.member("description")
            .or_null(header.description.as_ref(), prose);
        let example: Option<&Constant> = header.example.as_ref();
        json.member("example").or_null(example, Json::constant);
    });
}

/// `status` is a number for a status, and text for a class, `network` and
/// `other`.
fn status_row(json: &mut Json, catalog: &Catalog, row: &StatusRow) {
    json.object(|json| {
        parts::row(json.member("status"), row.row);
        optional_text(json.member("reason"), row.phrase.as_ref());
        json.member("description")
            .or_null(row.description.as_ref(), prose);
        let class = row.client_class.as_ref().map(|class| &class.name);
        optional_text(json.member("client_class"), class);
        json.member("retry")
            .or_null(row.retry.as_deref(), |json, retry| {
                json.record(|json| parts::retry(json, catalog, retry));
            });
        json.member("default_code")
            .or_null(row.default_code.as_deref(), parts::code);
    });
}

fn type_(json: &mut Json, catalog: &Catalog, it: &Type) {
    json.object(|json| {
        json.member("id").string(it.id.as_str());
        json.member("description")
            .or_null(it.description.as_ref(), prose);
        json.member("statuses")
            .list_of(&it.statuses, |json, status| json.integer(status.number()));
        json.member("retry")
            .or_null(it.retry.as_deref(), |json, retry| {
                json.record(|json| parts::retry(json, catalog, retry));
            });
        json.member("default_code")
            .or_null(it.default_code.as_deref(), parts::code);
    });
}

fn section(json: &mut Json, catalog: &Catalog, section: &Section) {
    json.object(|json| {
        json.member("id").string(section.id.as_str());
        json.member("title").string(section.title.as_str());
        json.member("description")
            .or_null(section.description.as_ref(), prose);
        optional_text(json.member("base_path"), section.base_path.as_ref());
        let stage = section.stage;
        json.member("stage")
            .or_null(stage, |json, stage| json.string(stage.word()));
        json.member("retry")
            .or_null(section.retry.as_deref(), |json, retry| {
                json.record(|json| parts::retry(json, catalog, retry));
            });
        parts::deprecation(
            json.member("deprecated"),
            catalog,
            section.deprecated.as_ref(),
        );
        json.member("examples")
            .list_of(&section.examples, parts::example);
        parts::extensions(json.member("extensions"), &section.extensions);
    });
}
