//! A vector: a response, and what a client must see in it.

use super::advice::Advice;
use super::details::Details;
use crate::model::{Catalog, Code, Shape, Slot};
use crate::sink::Json;

/// A response and what it must be seen as.
pub(super) struct Vector<'a> {
    /// What a test is called that runs it.
    pub(super) name: String,
    pub(super) response: Response,
    pub(super) expect: Expect<'a>,
}

/// A response as it comes.
pub(super) struct Response {
    pub(super) status: i32,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Body,
}

/// The body of a response.
pub(super) enum Body {
    Json(Shape),
    /// What is no JSON.
    Text(&'static str),
}

/// What a client must see.
pub(super) struct Expect<'a> {
    pub(super) first: Seen<'a>,
    pub(super) counts_as: Option<&'a Code>,
    pub(super) request_id: Option<String>,
    pub(super) advice: Advice,
    pub(super) further: Vec<Seen<'a>>,
}

/// One error as it must be seen.
pub(super) struct Seen<'a> {
    pub(super) code: SeenCode<'a>,
    pub(super) message: Option<String>,
    pub(super) field: Option<String>,
    pub(super) details: Details<'a>,
}

/// What the code turns out to be.
pub(super) enum SeenCode<'a> {
    Known(&'a Code),
    /// What stands in its place, if that is text or a number.
    Unknown(Option<Shape>),
    /// The body is no JSON.
    Broken,
}

impl Vector<'_> {
    pub(super) fn print(&self, json: &mut Json, catalog: &Catalog) {
        json.object(|json| {
            json.member("name").string(&self.name);
            json.member("response")
                .object(|json| self.response.print(json, catalog));
            json.member("expect").object(|json| {
                self.expect.first.print(json);
                json.member("request_id")
                    .or_null(self.expect.request_id.as_deref(), Json::string);
                json.member("counts_as")
                    .or_null(self.expect.counts_as, code);
                json.member("advice")
                    .record(|json| self.expect.advice.print(json));
                json.member("further")
                    .list_of(&self.expect.further, |json, it| {
                        json.object(|json| it.print(json));
                    });
            });
        });
    }
}

impl Response {
    fn print(&self, json: &mut Json, catalog: &Catalog) {
        json.member("status").integer(self.status);
        json.member("headers").record(|json| {
            let kind = match self.body {
                Body::Json(_) => catalog.media_type.as_str(),
                Body::Text(_) => "text/html",
            };
            json.member("content-type").string(kind);
            for (name, value) in &self.headers {
                json.named(name).string(value);
            }
        });
        json.member("body").on_one_line(|json| match &self.body {
            Body::Json(body) => value(json, body),
            Body::Text(text) => json.string(text),
        });
    }
}

impl Seen<'_> {
    fn print(&self, json: &mut Json) {
        let outcome = match self.code {
            SeenCode::Known(_) => "known",
            SeenCode::Unknown(_) => "unknown",
            SeenCode::Broken => "broken",
        };
        json.member("outcome").string(outcome);
        match &self.code {
            SeenCode::Known(it) => code(json.member("code"), it),
            SeenCode::Unknown(it) => json.member("code").or_null(it.as_ref(), value),
            SeenCode::Broken => json.member("code").null(),
        }
        json.member("message")
            .or_null(self.message.as_deref(), Json::string);
        json.member("field")
            .or_null(self.field.as_deref(), Json::string);
        self.details.print(json);
    }
}

/// A code as the catalog writes it.
fn code(json: &mut Json, code: &Code) {
    match code {
        Code::Integer(number) => json.integer(*number),
        Code::Text(_) | Code::Pattern(_) => json.string(&code.spelt()),
    }
}

/// A value that has no slots left.
pub(super) fn value(json: &mut Json, value: &Shape) {
    let no_slots = |_: &mut Json, _: &Slot| unreachable!("`body` fills every slot");
    json.shape(value, &no_slots);
}
