//! Parts that stand in several places of the file.

use crate::model::{
    Catalog, Code, Delay, Deprecation, Example, Extension, Place, Prose, Retry, Row, Slot,
    Successor, Text, Texts,
};
use crate::sink::Json;

pub(super) fn prose(json: &mut Json, prose: &Prose) {
    json.prose(prose);
}

pub(super) fn optional_text(json: &mut Json, text: Option<&Text>) {
    json.or_null(text, |json, text| json.string(text.as_str()));
}

pub(super) fn code(json: &mut Json, code: &Code) {
    match code {
        Code::Integer(number) => json.integer(*number),
        Code::Text(text) => json.string(text),
        Code::Pattern(_) => json.string(&code.spelt()),
    }
}

pub(super) fn row(json: &mut Json, row: Row) {
    match row {
        Row::Status(status) => json.integer(status.number()),
        Row::Class(_) | Row::Network | Row::Other => json.string(&row.to_string()),
    }
}

/// Members of a text block: `description`, `causes`, `fix`, `examples`.
pub(super) fn texts(json: &mut Json, texts: &Texts) {
    json.member("description")
        .or_null(texts.description.as_deref(), prose);
    json.member("causes")
        .list_of(&texts.causes, |json, it| prose(json, it));
    json.member("fix").or_null(texts.fix.as_deref(), prose);
    json.member("examples").list_of(&texts.examples, example);
}

pub(super) fn example(json: &mut Json, example: &Example) {
    json.object(|json| {
        json.member("title").string(example.title.as_str());
        json.member("language").string(example.language.as_str());
        json.member("text").string(&example.text);
    });
}

/// Members of a retry block.
pub(super) fn retry(json: &mut Json, catalog: &Catalog, retry: &Retry) {
    json.member("do").string(retry.action.word());
    json.member("delay")
        .or_null(retry.delay.as_ref(), |json, delay| {
            json.object(|json| match delay {
                Delay::Header(at) => json
                    .member("header")
                    .string(catalog.headers[*at].name.as_str()),
                Delay::Detail(name) => json.member("detail").string(name),
                Delay::Seconds(seconds) => json.member("seconds").integer(*seconds),
            });
        });
    json.member("to").or_null(retry.to.as_ref(), |json, to| {
        json.object(|json| match to {
            Place::Header(at) => json
                .member("header")
                .string(catalog.headers[*at].name.as_str()),
            Place::Detail(name) => json.member("detail").string(name),
        });
    });
    json.member("attempts")
        .or_null(retry.attempts, Json::integer);
    json.member("scope").string(retry.scope.word());
    json.member("safe")
        .or_null(retry.safe, |json, safe| json.string(safe.word()));
    optional_text(json.member("note"), retry.note.as_ref());
}

pub(super) fn deprecation(json: &mut Json, catalog: &Catalog, it: Option<&Deprecation>) {
    json.or_null(it, |json, it| {
        json.object(|json| {
            optional_text(json.member("since"), it.since.as_ref());
            let sunset = it.sunset.as_ref();
            json.member("sunset")
                .or_null(sunset, |json, day| json.string(day.as_str()));
            json.member("use")
                .or_null(it.successor.as_deref(), |json, it| match it {
                    Successor::Code(it) => code(json, it),
                    Successor::Section(at) => json.string(catalog.sections[*at].id.as_str()),
                });
            optional_text(json.member("note"), it.note.as_ref());
        });
    });
}

pub(super) fn extensions(json: &mut Json, extensions: &[Extension]) {
    let no_slots = |_: &mut Json, _: &Slot| unreachable!("`x-` values hold constants only");
    json.object(|json| {
        for extension in extensions {
            json.named(&extension.key)
                .shape(&extension.value, &no_slots);
        }
    });
}
