//! HTML, read by html5ever as a browser would.

use errcat_codegen::sink::{Attribute, Href, Html, Json};

use crate::html_nodes::nodes;
use crate::texts::texts;

/// The document around what is tested, as [`nodes`] tells it.
const HEAD: &str = "<!doctype html><html><head></head><body>";

fn within_body(inner: &[String]) -> Vec<String> {
    let around = ["<html>", "<head>", "<body>"].map(str::to_owned);
    around.iter().chain(inner).cloned().collect()
}

/// As HTML can hold it.
fn held(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

#[test]
fn text_is_text() {
    for text in texts().iter().filter(|text| !text.is_empty()) {
        let mut html = Html::default();
        html.raw(HEAD).raw("<p>").text(text).raw("</p><i></i>");
        let expected = ["<p>".to_owned(), held(text), "<i>".to_owned()];
        assert_eq!(nodes(&html.finish()), within_body(&expected), "{text:?}");
    }
}

#[test]
fn text_is_text_where_a_parser_knows_no_tags() {
    for text in texts().iter().filter(|text| !text.is_empty()) {
        let mut html = Html::default();
        html.raw("<!doctype html><html><head><title>").text(text);
        html.raw("</title></head><body><textarea>\n").text(text);
        html.raw("</textarea>");
        let text = held(text);
        let expected = [
            "<html>",
            "<head>",
            "<title>",
            &text,
            "<body>",
            "<textarea>",
            &text,
        ];
        assert_eq!(nodes(&html.finish()), expected, "{text:?}");
    }
}

#[test]
fn a_value_stays_within_its_quotes() {
    for text in texts() {
        let mut html = Html::default();
        html.raw(HEAD)
            .raw("<p")
            .attribute(Attribute::Title, &text)
            .attribute(Attribute::Data("x"), &text)
            .raw("></p>");
        let text = held(&text);
        let expected = [format!("<p title={text} data-x={text}>")];
        assert_eq!(nodes(&html.finish()), within_body(&expected), "{text:?}");
    }
}

#[test]
fn each_attribute_has_the_name_that_it_says() {
    let attributes = [
        (Attribute::AriaLabel, "aria-label"),
        (Attribute::Class, "class"),
        (Attribute::Content, "content"),
        (Attribute::Id, "id"),
        (Attribute::Lang, "lang"),
        (Attribute::Title, "title"),
        (Attribute::Data("code"), "data-code"),
    ];
    for (attribute, name) in attributes {
        let mut html = Html::default();
        html.raw(HEAD)
            .raw("<p")
            .attribute(attribute, "a")
            .raw("></p>");
        let expected = [format!("<p {name}=a>")];
        assert_eq!(nodes(&html.finish()), within_body(&expected));
    }
}

#[test]
fn a_link_leads_where_it_says_or_is_none() {
    let mut links = 0;
    for text in texts() {
        for text in [text.clone(), format!("https://a.example/{text}")] {
            let Some(href) = Href::new(&text) else {
                assert!(!text.starts_with("https://"), "{text:?}");
                continue;
            };
            links += 1;
            let mut html = Html::default();
            html.raw(HEAD).raw("<a").href(&href).raw("></a>");
            let expected = [format!("<a href={}>", href.as_str())];
            assert_eq!(nodes(&html.finish()), within_body(&expected), "{text:?}");
        }
    }
    assert!(links > 3_000, "{links} links");
}

#[test]
fn data_for_scripts_is_data() {
    let texts = texts();
    let mut json = Json::default();
    json.list(|json| texts.iter().for_each(|text| json.item().string(text)));
    let mut html = Html::default();
    html.raw(HEAD).json("errors", json).raw("<i></i>");
    let nodes = nodes(&html.finish());
    let [_, _, _, script, data, last] = nodes.as_slice() else {
        panic!("{} nodes", nodes.len());
    };
    assert_eq!(script, "<script type=application/json id=errors>");
    assert_eq!(last, "<i>");
    let back: Vec<String> = serde_json::from_str(data).expect("valid JSON");
    assert_eq!(back, texts);
    let markup = ['<', '>', '&'];
    assert!(!data.contains(markup), "no parser can find markup");
}
