//! One entry with all its listings.

use super::parts::{self, optional_text, prose};
use crate::emit::wording::shape::detail;
use crate::model::{AdviceRule, Catalog, Entry, Listing, Message, Variant};
use crate::sink::Json;

pub(super) fn entry(json: &mut Json, catalog: &Catalog, entry: &Entry) {
    let own = catalog.own_listing(entry);
    json.object(|json| {
        parts::code(json.member("code"), entry.code());
        json.member("codes")
            .row_of(&entry.codes, |json, it| parts::code(json, &it.code));
        json.member("name").string(entry.first().name.as_str());
        json.member("names")
            .row_of(&entry.codes, |json, it| json.string(it.name.as_str()));
        json.member("aliases")
            .row_of(&entry.aliases, |json, it| parts::code(json, &it.value));
        json.member("code_number")
            .or_null(entry.code_number.as_ref(), |json, it| {
                json.integer(it.value);
            });
        json.member("code_source")
            .string(entry.code_provenance.word());
        json.member("name_source")
            .string(entry.name_provenance.word());
        json.member("candidates")
            .row_of(&entry.candidates, parts::code);
        section(json.member("section"), catalog, own);
        let parent = entry.parent.map(|at| &catalog.types[at].id);
        optional_text(json.member("type"), parent);
        json.member("kind").string(entry.severity.word());
        statuses(json, catalog, entry);
        json.member("message").string(entry.message.text.as_str());
        let user_message = entry.user_message.as_ref();
        json.member("user_message").or_null(user_message, message);
        parts::texts(json, &entry.texts);
        json.member("variants")
            .list_of(&entry.variants, |json, it| variant(json, catalog, it));
        advice(json.member("retry"), catalog, entry);
        json.member("details").list_of(&entry.details, detail);
        let headers = entry
            .headers
            .iter()
            .map(|at| catalog.headers[*at].name.as_str());
        json.member("headers").row_of(headers, Json::string);
        let tags = entry.tags.iter().map(|at| catalog.tags[*at].id.as_str());
        json.member("tags").row_of(tags, Json::string);
        lifecycle(json.member("lifecycle"), catalog, entry);
        json.member("source").record(|json| {
            optional_text(json.member("document"), catalog.origin.document.as_ref());
            json.member("line")
                .or_null(own.document_line(), Json::integer);
            json.member("url")
                .or_null(own.url.as_ref(), |json, url| json.string(url.as_str()));
        });
        let doc_url = catalog.doc_url(entry, entry.code());
        json.member("doc_url")
            .or_null(doc_url, |json, url| json.string(&url));
        let listings = entry.listings.iter().map(|at| &catalog.listings[*at]);
        json.member("listings")
            .list_of(listings, |json, it| listing(json, catalog, it));
        parts::extensions(json.member("extensions"), &entry.extensions);
    });
}

fn statuses(json: &mut Json, catalog: &Catalog, entry: &Entry) {
    let status = entry.status();
    json.member("status")
        .or_null(status, |json, status| json.integer(status.number()));
    json.member("statuses")
        .row_of(&entry.statuses, |json, it| json.integer(it.number()));
    let reason = status.and_then(|status| catalog.phrase(entry, status));
    optional_text(json.member("reason"), reason);
}

fn section(json: &mut Json, catalog: &Catalog, listing: &Listing) {
    let section = listing.section.map(|at| &catalog.sections[at]);
    json.or_null(section, |json, section| json.string(section.id.as_str()));
}

fn message(json: &mut Json, message: &Message) {
    json.string(message.text.as_str());
}

fn variant(json: &mut Json, catalog: &Catalog, variant: &Variant) {
    json.object(|json| {
        json.member("message")
            .or_null(variant.message.as_ref(), message);
        json.member("when")
            .or_null(variant.when.as_ref(), |json, (detail, is)| {
                json.object(|json| {
                    json.member("detail").string(detail);
                    json.member("is").constant(is);
                });
            });
        let name = variant.name.as_ref();
        json.member("name")
            .or_null(name, |json, name| json.string(name.as_str()));
        json.member("description")
            .or_null(variant.description.as_deref(), prose);
        json.member("causes")
            .list_of(&variant.causes, |json, it| prose(json, it));
        json.member("fix").or_null(variant.fix.as_deref(), prose);
        json.member("retry")
            .or_null(variant.retry.as_ref(), |json, retry| {
                json.record(|json| parts::retry(json, catalog, retry));
            });
    });
}

/// The advice for the canonical status, and the rule that gave it.
fn advice(json: &mut Json, catalog: &Catalog, entry: &Entry) {
    json.or_null(catalog.advice(entry, entry.status()), |json, advice| {
        json.record(|json| {
            parts::retry(json, catalog, advice.retry);
            json.member("rule").object(|json| {
                let (at, id) = match advice.rule {
                    AdviceRule::Variant => ("variant", entry.code().spelt()),
                    AdviceRule::Entry => ("entry", entry.code().spelt()),
                    AdviceRule::Section(at) => ("section", catalog.sections[at].id.as_str().into()),
                    AdviceRule::Type(at) => ("type", catalog.types[at].id.as_str().into()),
                    AdviceRule::Status(row) => ("status", row.to_string().into()),
                };
                json.member("at").string(at);
                json.member("id").string(&id);
            });
        });
    });
}

fn lifecycle(json: &mut Json, catalog: &Catalog, entry: &Entry) {
    json.record(|json| {
        json.member("stage").string(entry.stage.word());
        optional_text(json.member("since"), entry.since.as_ref());
        parts::deprecation(
            json.member("deprecated"),
            catalog,
            entry.deprecated.as_deref(),
        );
        parts::deprecation(json.member("retired"), catalog, entry.retired.as_deref());
    });
}

fn listing(json: &mut Json, catalog: &Catalog, listing: &Listing) {
    json.object(|json| {
        section(json.member("section"), catalog, listing);
        let status = listing.statuses.first();
        json.member("status")
            .or_null(status, |json, status| json.integer(status.number()));
        json.member("statuses")
            .row_of(&listing.statuses, |json, it| json.integer(it.number()));
        optional_text(json.member("reason"), catalog.reason(listing));
        parts::texts(json, catalog.texts(listing));
        json.member("line")
            .or_null(listing.document_line(), Json::integer);
        json.member("url")
            .or_null(listing.url.as_ref(), |json, url| json.string(url.as_str()));
        json.member("code_source")
            .string(listing.code_provenance.word());
        json.member("candidates")
            .row_of(&listing.candidates, parts::code);
        parts::extensions(json.member("extensions"), &listing.extensions);
    });
}
