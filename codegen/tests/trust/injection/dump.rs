// Prints each text that a catalog's module gives, a literal a line.

fn text(text: &str) {
    println!("{text:?}");
}

fn maybe(text: Option<&str>) {
    println!("{:?}", text.unwrap_or("none"));
}

fn retry(retry: Option<errcat::Retry>) {
    maybe(retry.and_then(|it| it.note));
    maybe(retry.and_then(|it| match it.delay {
        Some(errcat::Delay::Header(name) | errcat::Delay::Detail(name)) => Some(name),
        _ => None,
    }));
}

fn end(end: Option<errcat::Deprecation>) {
    maybe(end.and_then(|it| it.since));
    maybe(end.and_then(|it| it.successor));
    maybe(end.and_then(|it| it.note));
}

fn example(example: &errcat::Example) {
    text(example.title);
    text(example.language);
    text(example.text);
}

fn dump<C: errcat::Catalogued>() {
    let info = C::catalog();
    text(info.title);
    maybe(info.description);
    maybe(info.document);
    maybe(info.url);
    maybe(info.envelope);
    info.notes.iter().for_each(|it| text(it));
    for header in info.headers {
        text(header.name);
        maybe(header.unit);
        maybe(header.description);
    }
    info.tags.iter().for_each(|(_, it)| text(it));
    info.examples.iter().for_each(example);
    for code in C::ALL {
        entry(*code);
    }
}

fn bodies<C: errcat::Catalogued, E: From<C> + serde::Serialize>() {
    for code in C::ALL {
        text(&serde_json::to_string(&E::from(*code)).unwrap());
    }
}

fn entry<C: errcat::Catalogued>(code: C) {
    let entry = code.entry();
    text(&code.code().to_string());
    text(code.message());
    assert!(C::from_wire(::core::borrow::Borrow::borrow(&code.code())) == Some(code));
    maybe(entry.user_message());
    maybe(entry.description());
    entry.causes().iter().for_each(|it| text(it));
    maybe(entry.fix());
    maybe(entry.since());
    maybe(entry.phrase());
    maybe(entry.reason());
    maybe(entry.doc_url());
    maybe(entry.client_class());
    retry(entry.retry());
    end(entry.deprecated());
    end(entry.retired());
    entry.headers().for_each(text);
    entry.tags().for_each(text);
    entry.candidates().for_each(|it| text(&it.to_string()));
    entry.examples().for_each(example);
    for detail in entry.details() {
        text(detail.path);
        maybe(detail.unit);
        maybe(detail.description);
    }
    for variant in entry.variants() {
        maybe(variant.name);
        maybe(variant.message);
        maybe(variant.when.map(|it| it.0));
        maybe(variant.when.map(|it| it.1));
        maybe(variant.description);
        variant.causes.iter().for_each(|it| text(it));
        maybe(variant.fix);
        retry(variant.retry);
    }
    if let Some(section) = entry.section() {
        text(section.title);
        maybe(section.description);
        maybe(section.base_path);
        retry(section.retry);
        end(section.deprecated);
    }
    if let Some(parent) = entry.parent() {
        text(parent.id);
        maybe(parent.description);
        retry(parent.retry);
        maybe(parent.default_code);
    }
    for listing in entry.listings() {
        maybe(listing.description);
        listing.causes.iter().for_each(|it| text(it));
        maybe(listing.fix);
    }
}
