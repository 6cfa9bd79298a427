//! What is written is parsed again: made trees, and trees of made sources.

use super::super::{Place, Table};
use super::*;
use crate::model::{Block, Inline, Link, Prose, Url};

/// What a text is made of: all that marks look at, from either side.
const CHARACTERS: &[char] = &[
    'a', 'é', '1', 'Ⓐ', '€', '“', '"', '_', '*', '.', '&', '\\', ' ', '\u{a0}', '\u{301}',
];

/// Numbers that look random, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        let factor = 6_364_136_223_846_793_005;
        self.0 = self.0.wrapping_mul(factor).wrapping_add(1);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn text(&mut self) -> String {
        let length = 1 + self.below(3);
        let character = |_| CHARACTERS[self.below(CHARACTERS.len())];
        (0..length).map(character).collect()
    }

    /// A run of inlines as `prose` builds them.
    fn inlines(&mut self, around: &[Weight]) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::new();
        let is_open = |weight: fn(&Weight) -> bool| around.iter().any(weight);
        for _ in 0..=self.below(3) {
            let inside = |weight| [around, &[weight]].concat();
            let next = match (self.below(8), inlines.last()) {
                (0, Some(Inline::Code(_))) => continue,
                (0, _) => Inline::Code("c".to_owned()),
                (1, _) => Inline::Link(Box::new(Link {
                    url: Url::new("https://a.example/").expect("a link"),
                    text: vec![Inline::Text("l".to_owned())],
                })),
                (2 | 3, before)
                    if !matches!(before, Some(Inline::Emphasis(_)))
                        && !is_open(|it| matches!(it, Weight::Emphasis)) =>
                {
                    Inline::Emphasis(self.inlines(&inside(Weight::Emphasis)))
                }
                (4 | 5, before)
                    if !matches!(before, Some(Inline::Strong(_)))
                        && !is_open(|it| matches!(it, Weight::Strong)) =>
                {
                    Inline::Strong(self.inlines(&inside(Weight::Strong)))
                }
                (_, Some(Inline::Text(_))) => continue,
                _ => Inline::Text(self.text()),
            };
            inlines.push(next);
        }
        inlines
    }
}

/// What a reader of each place sees of a paragraph.
fn seen(prose: &Prose) -> Vec<(String, Prose)> {
    let places = [Place::Page, Place::Doc, Place::TsDoc, Place::Value];
    let alone = places.map(|place| {
        let mut markdown = Markdown::new(place);
        markdown.prose(prose);
        markdown.finish()
    });
    let mut table = Table::new(Place::Page, &["A"]);
    table.row().cell(|cell| {
        cell.prose(prose);
    });
    let mut page = Markdown::new(Place::Page);
    page.table(&table);
    let row = page.finish().lines().nth(2).unwrap_or_default().to_owned();
    let cell = row.trim_matches(['|', ' ']).to_owned();
    let written = alone.into_iter().chain([cell]);
    let read = |written: String| {
        let read = crate::prose::parse(&written, |it, _| panic!("{it:?} in {written}"));
        (written, read)
    };
    written.map(read).collect()
}

#[test]
fn any_emphasis_reads_back() {
    let mut numbers = Numbers(1);
    let mut nested = 0;
    for _ in 0..4_000 {
        let mut inlines = numbers.inlines(&[]);
        // Markdown keeps no blanks at the edges of a paragraph.
        let edge = Inline::Text("x".to_owned());
        if matches!(&inlines[0], Inline::Text(it) if it.starts_with(' ')) {
            inlines[0] = edge.clone();
        }
        match inlines.last_mut() {
            Some(Inline::Text(last)) if last.ends_with(' ') => last.push('x'),
            _ => {}
        }
        let prose = Prose {
            blocks: vec![Block::Paragraph(inlines)].into(),
        };
        for (written, read) in seen(&prose) {
            assert_eq!(read, prose, "{written}");
            nested += usize::from(written.contains("**_") || written.contains("*__"));
        }
    }
    assert!(nested > 1_000, "{nested}");
}

#[test]
fn any_source_is_printed_as_it_is_read() {
    let pieces = [
        "*",
        "**",
        "_",
        "__",
        "a",
        " ",
        "\"",
        "é",
        "€",
        "`c`",
        "[",
        "](https://a.example/)",
        "&#97;",
        "&quot;",
        "&nbsp;",
        "\\*",
        "\\_",
        "\\\n",
        "b c",
    ];
    let mut numbers = Numbers(7);
    let mut emphasized = 0;
    for _ in 0..10_000 {
        let piece = |_| pieces[numbers.below(pieces.len())];
        let source: String = (0..12).map(piece).collect();
        let mut fits = true;
        let prose = crate::prose::parse(&source, |_, _| fits = false);
        let is_paragraph = matches!(prose.blocks(), [Block::Paragraph(_)]);
        if !fits || !is_paragraph || source.contains('\n') {
            continue;
        }
        for (written, read) in seen(&prose) {
            assert_eq!(read, prose, "{written:?} of {source:?}");
        }
        let is_marked = |it: &Inline| matches!(it, Inline::Emphasis(_) | Inline::Strong(_));
        let [Block::Paragraph(inlines)] = prose.blocks() else {
            continue;
        };
        emphasized += usize::from(inlines.iter().any(is_marked));
    }
    assert!(emphasized > 1_000, "{emphasized}");
}

#[test]
fn numbers_stand_only_where_they_must() {
    for (source, expected) in [
        ("a*b*c", "a*b*c"),
        ("a **b** c", "a **b** c"),
        ("(*a*, __b__)", "(*a*, **b**)"),
        ("**a *b* c**", "**a _b_ c**"),
        ("*a**b***", "*&#97;__b__*"),
        ("***a***", "*__a__*"),
        ("*a*__b__", "*a*__b__"),
        ("*a*_b_", "*ab*"),
        ("*`a`*_`b`_", "*`ab`*"),
        ("**a **b** c**", "**a b c**"),
        (
            "a_&#98;*&quot;c&quot;*&#100;_e",
            "a\\_&#98;*\"c\"*&#100;\\_e",
        ),
        ("*&#32;a&#32;*", "*&#32;a&#32;*"),
    ] {
        let prose = crate::prose::parse(source, |it, _| panic!("{it:?}"));
        let mut page = Markdown::new(Place::Page);
        page.prose(&prose);
        assert_eq!(page.finish(), expected, "{source}");
    }
}
