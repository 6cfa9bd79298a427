//! Catalogs of any size in the shape of AI City's: nine sections, a table of
//! statuses that holds the advice, entries of about 340 bytes with causes, a fix
//! and a line. The same number of entries always gives the same text.

use std::fmt::Write as _;

use crate::codes::{MOST, code};

const STATUSES: [u16; 10] = [400, 401, 402, 403, 404, 409, 410, 429, 500, 503];
const SECTIONS: [&str; 9] = [
    "Global",
    "Embassy",
    "Exchange",
    "Courthouse",
    "Newswire",
    "Workshop",
    "Arena",
    "Archive",
    "Harbour",
];

const HEAD: &str = "\
errcat: 1
catalog: city
title: City API error codes
description: Every error code of the City API, by district.
source: {document: errors.html, url: https://city.example/errors, retrieved: 2026-11-21}
notes:
  - \"`code` is the machine-readable identifier to match on.\"
envelope:
  success: false
  error: {code: $code, message: $message, details: $details}
headers:
  Retry-After: {unit: seconds, description: How long to wait.}
statuses:
  400: {phrase: Bad Request, retry: {do: change, note: Fix the request}}
  401: {phrase: Unauthorized, retry: {do: change, note: Fix authentication}}
  402: {phrase: Payment Required, client-class: PaymentRequiredError}
  403: {phrase: Forbidden, retry: {do: act, note: Fix permissions}}
  404: {phrase: Not Found, retry: {do: change, note: Verify the ID}}
  409: {phrase: Conflict, client-class: ConflictError, retry: {do: change, note: Re-fetch the state}}
  410: {phrase: Gone, retry: {do: stop, note: The window has passed}}
  429: {phrase: Too Many Requests, retry: {do: wait, delay: {header: Retry-After}}}
  500: {phrase: Internal Server Error}
  503: {phrase: Service Unavailable}
  5xx: {description: Server Error, retry: {do: backoff, attempts: 3, note: Exponential backoff}}
  other: {client-class: CityError}
sections:
";

/// The text of a catalog named `city` with this many entries.
///
/// # Panics
///
/// If there are more than [`MOST`] of them.
pub(crate) fn catalog(entries: usize) -> String {
    assert!(entries <= MOST, "there are codes for {MOST} entries");
    let mut text = HEAD.to_owned();
    let each = entries.div_ceil(SECTIONS.len());
    for number in 0..entries {
        if number % each == 0 {
            section(&mut text, SECTIONS[number / each]);
        }
        entry(&mut text, number);
    }
    text
}

fn section(text: &mut String, name: &str) {
    let id = name.to_lowercase();
    put(text, format_args!("  {id}:\n    title: {name} Errors\n"));
    put(
        text,
        format_args!("    description: What the {name} district answers with.\n"),
    );
    put(
        text,
        format_args!("    base-path: /api/v1/{id}\n    errors:\n"),
    );
}

fn entry(text: &mut String, number: usize) {
    let code = code(number);
    let words = code.to_lowercase().replace('_', " ");
    let status = STATUSES[number % STATUSES.len()];
    put(
        text,
        format_args!("      - code: {code}\n        status: {status}\n"),
    );
    put(
        text,
        format_args!("        message: This request stopped because of {words}.\n"),
    );
    if number.is_multiple_of(3) {
        text.push_str(
            "        description: Sent where the owner has not agreed to the *terms* of it.\n",
        );
    }
    text.push_str("        causes:\n          - Typo in the ID.\n");
    if number.is_multiple_of(2) {
        put(
            text,
            format_args!("          - Another agent changed the {words} meanwhile.\n"),
        );
    }
    put(
        text,
        format_args!(
            "        fix: Fetch it again with `GET /api/v1/{number}`, then correct the request.\n"
        ),
    );
    if number.is_multiple_of(5) {
        text.push_str(
            "        details:\n          id: {type: string, description: The ID as sent.}\n",
        );
    }
    let line = number + 15;
    match number % 4 {
        0 => put(
            text,
            format_args!("        source: {{line: {line}, code: inferred}}\n"),
        ),
        _ => put(text, format_args!("        source: {{line: {line}}}\n")),
    }
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    text.write_fmt(what).expect("a String takes all text");
}
