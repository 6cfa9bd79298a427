//! What is written, exactly; what is text, read back by `syn`.

use quote::quote;

use super::*;

#[test]
fn any_text_becomes_the_literal_that_means_it() {
    let hostile = "\"#\\ {} \n\t\u{0}\u{7f}\u{202e}\u{2028}é\u{1f600}*/ //";
    for text in ["plain text", "", "\"", "\\", "say \"a\\\"", "é", hostile] {
        let mut rust = Rust::default();
        rust.string(text);
        let literal: syn::LitStr = syn::parse_str(&rust.finish()).expect("one literal");
        assert_eq!(literal.value(), text);
    }
}

#[test]
fn docs_stay_with_their_item() {
    let source = "fn a() {}\n/// It ends like an item; }\n#[must_use]\nfn b() {}\n";
    let (first, rest) = source.split_at(source.find("///").expect("docs"));
    assert_eq!(spaced(source), format!("{first}\n{rest}"));
}

#[test]
fn what_is_written_stands_in_its_order() {
    let mut rust = Rust::default();
    rust.raw("a ")
        .number(-7)
        .raw(" ")
        .boolean(true)
        .boolean(false)
        .raw(" ");
    rust.optional_string(Some("b"))
        .optional_string(None)
        .raw(" ");
    rust.optional_number(Some(1))
        .optional_number(None::<i64>)
        .raw(" // ");
    rust.comment("*/\n#[c] d");
    assert_eq!(
        rust.finish(),
        "a -7 truefalse Some(\"b\")None Some(1)None // _____c_ d"
    );
}

#[test]
fn lines_and_docs_stand_behind_their_indent() {
    let mut rust = Rust::default();
    rust.lines("  ", "a\n\n b");
    rust.doc("  ///", |doc| {
        doc.text("c").raw("\n\n").text("# d");
    });
    rust.doc("///", |doc| {
        doc.fence("text", "e  \n ");
    });
    assert_eq!(
        rust.finish(),
        "  a\n\n   b\n  /// c\n  ///\n  /// \\# d\n/// ```text\n/// e\n///\n/// ```\n"
    );
}

#[test]
fn prose_is_a_string_of_markdown() {
    let mut rust = Rust::default();
    for text in ["*a* \"b\"", "c"] {
        rust.prose(&crate::prose::parse(text, |problem, _| {
            panic!("{problem:?}")
        }));
    }
    assert_eq!(rust.finish(), "\"*a* \\\"b\\\"\"\"c\"");
}

#[test]
fn lines_of_docs_begin_with_a_blank() {
    let mut doc = Markdown::new(Place::Doc);
    doc.text("a").raw("\n\n").text("b");
    assert_eq!(doc_lines(doc), [" a", "", " b"]);
}

#[test]
fn items_stand_apart_and_uses_together() {
    let item = Rust::item(quote! {
        mod a {
            //! A.
            use b::c;
            use d::e;
            const F: u8 = 1;
            const G: u8 = 2;
            struct H { i: u8 }
            /// J.
            #[k]
            fn l() {
                let m = { 1 };
                const N: u8 = 1;
                if m { return; }
                loop {}
            }
            #[o]
            impl H {}
        }
    });
    assert_eq!(
        item.finish(),
        "mod a {
    //! A.

    use b::c;
    use d::e;

    const F: u8 = 1;
    const G: u8 = 2;

    struct H {
        i: u8,
    }

    /// J.
    #[k]
    fn l() {
        let m = { 1 };

        const N: u8 = 1;
        if m {
            return;
        }
        loop {}
    }

    #[o]
    impl H {}
}
"
    );
}

#[test]
fn a_line_is_apart_from_what_ends_before_it() {
    for (before, line, apart) in [
        ("//! a", "use b;", true),
        ("//! a", "//! b", false),
        ("}", "fn a() {}", true),
        ("};", "pub fn a() {}", true),
        ("    }", "    impl a {", true),
        ("    }", "impl a {", false),
        ("  }", "    impl a {", false),
        ("}", "a();", false),
        ("{", "fn a() {}", false),
        ("use a;", "use b;", false),
        ("use a;", "pub use b;", true),
        ("pub use a;", "pub use b;", false),
        ("type A = B;", "type C = D;", false),
        ("const A: B = C;", "const D: E = F;", false),
        ("const A: B = C;", "static D: E = F;", true),
    ] {
        assert_eq!(is_apart(before, line), apart, "{before:?} {line:?}");
    }
}

fn source(text: &'static str) -> Rust {
    let mut source = Rust::default();
    source.raw(text);
    source
}

/// The source with `A` and `B` put in the place of markers.
fn filled(text: &'static str, [a, b]: [(&str, Extent); 2]) -> Option<String> {
    let writes: [Writing; 2] = [&|out| _ = out.raw("A\n"), &|out| _ = out.raw("B")];
    let place = |(marker, extent): (&str, Extent), write| Filling {
        marker: marker.to_owned(),
        extent,
        write,
    };
    let mut out = Rust::default();
    source(text).fill(&[place(a, writes[0]), place(b, writes[1])], &mut out)?;
    Some(out.finish())
}

#[test]
fn markers_give_way_to_texts() {
    let filled =
        |text, extents: [Extent; 2]| filled(text, [("<a>", extents[0]), ("<b>", extents[1])]);
    let each = [Extent::Line, Extent::Marker];
    assert_eq!(
        filled("0\n  <a>;\n1 <b> 2\n", each).as_deref(),
        Some("0\nA\n1 B 2\n")
    );
    assert_eq!(filled("<b>\n <a>", each).as_deref(), Some("B\nA\n"));
    assert_eq!(filled("<a>\n<b>", each).as_deref(), Some("A\nB"));
    assert_eq!(
        filled("é <a> <b>é", [Extent::Marker; 2]).as_deref(),
        Some("é A\n Bé")
    );
}

#[test]
fn a_marker_that_is_not_there_once_is_refused() {
    let each = [("<a>", Extent::Line), ("<b>", Extent::Marker)];
    for text in ["<a>", "<b>", "<a> <a> <b>", "<a>\n<b>\n<b>"] {
        assert_eq!(filled(text, each), None, "{text}");
    }
}

#[test]
fn sources_are_put_together() {
    let mut part = Rust::default();
    part.ident(&Ident("Lost".into())).raw(",");
    let mut whole = Rust::default();
    whole.reserve(16);
    whole.raw("[").append(&part).append(&part).raw("]");
    assert_eq!(whole.finish(), "[Lost,Lost,]");
}
