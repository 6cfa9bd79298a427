//! Vectors of bodies that are not JSON, or not JSON of this shape.

use super::Subject;
use super::advice;
use super::details::Details;
use super::stated::Stated;
use super::unknown::some_status;
use super::vector::{Body, Expect, Response, Seen, SeenCode, Vector};
use crate::model::{Constant, Shape};

/// Bodies that are not JSON.
const TEXTS: &[(&str, &str)] = &[
    ("empty", ""),
    ("blank", " \n"),
    ("text", "Bad Gateway"),
    (
        "HTML",
        "<html><head><title>502 Bad Gateway</title></head></html>\n",
    ),
    ("cut short", "{\"error\": {\"code\": \"NOT_IN_THE_CA"),
    ("something behind its end", "{} {}"),
    ("a comma before its end", "{\"error\": {},}"),
    ("single quotes", "{'error': {}}"),
    ("a bare word", "{\"error\": NaN}"),
    ("a line break in a text", "{\"error\": \"\n\"}"),
    ("XML", "<?xml version=\"1.0\"?><error/>"),
];

static NOTHING: Shape = Shape::Constant(Constant::Null);

/// All of them.
pub(super) fn all<'a>(subject: Subject<'a>, write: &mut dyn FnMut(Vector)) {
    for (what, text) in TEXTS {
        write(vector(
            subject,
            format!("a body that is not JSON: {what}"),
            Body::Text(text),
        ));
    }
    let shapes = [
        ("null", Shape::Constant(Constant::Null)),
        ("a truth value", Shape::Constant(Constant::Boolean(false))),
        (
            "a number",
            Shape::Constant(Constant::Number("0".to_owned())),
        ),
        ("an empty object", Shape::Object(Vec::new())),
        ("an empty list", Shape::List(Vec::new())),
        (
            "a list of an object",
            Shape::List(vec![Shape::Object(Vec::new())]),
        ),
    ];
    for (what, shape) in shapes {
        write(vector(
            subject,
            format!("a body of another shape: {what}"),
            Body::Json(shape),
        ));
    }
}

/// A response of which nothing but its status is understood.
fn vector(subject: Subject<'_>, name: String, body: Body) -> Vector<'_> {
    // No slot has a value that advice could point at.
    let subject = Subject {
        envelope: &NOTHING,
        ..subject
    };
    let status = some_status(subject.catalog);
    let nothing = Stated::unknown(None);
    let code = match body {
        Body::Json(_) => SeenCode::Unknown(None),
        Body::Text(_) => SeenCode::Broken,
    };
    let counts_as = advice::counts_as(subject, &nothing, status);
    Vector {
        name,
        expect: Expect {
            first: Seen {
                code,
                message: None,
                field: None,
                details: Details::None,
            },
            counts_as: counts_as.map(|(_, code)| code),
            request_id: None,
            advice: advice::expected(subject, &nothing, status, &[]),
            further: Vec::new(),
        },
        response: Response {
            status: status.number(),
            headers: Vec::new(),
            body,
        },
    }
}
