//! What html5ever makes of a page, as a browser would. The tests of sinks and
//! the fuzzed properties read with it.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// One line for each node, in the order of the document; a document itself and
/// its type are none.
pub(crate) fn nodes(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut found = Vec::new();
    collect(&dom.document, &mut found);
    found
}

fn collect(node: &Handle, found: &mut Vec<String>) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let attributes: Vec<String> = attrs
                .borrow()
                .iter()
                .map(|it| format!(" {}={}", it.name.local, it.value))
                .collect();
            found.push(format!("<{}{}>", name.local, attributes.concat()));
        }
        NodeData::Text { contents } => found.push(contents.borrow().to_string()),
        NodeData::Comment { contents } => found.push(format!("comment {contents}")),
        NodeData::ProcessingInstruction { target, contents } => {
            found.push(format!("instruction {target} {contents}"));
        }
        NodeData::Document | NodeData::Doctype { .. } => {}
    }
    node.children
        .borrow()
        .iter()
        .for_each(|child| collect(child, found));
}
