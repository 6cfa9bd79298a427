//! A lint: what it means, how much it weighs, and how to silence it.

use errcat_codegen::model::Block;
use errcat_codegen::{Level, RULES, Rule};

use super::page::{Line, Page};

pub(super) fn print(page: &mut Page, rule: &Rule) {
    page.title(Line::default().raw(rule.id).raw(" · ").raw(rule.name));
    page.body(|cell| cell.line(&level(rule)));
    // The first example shows what is found, the second what to write instead.
    let mut heads = ["Reported:", "Right:"].into_iter();
    for block in rule.explanation().blocks() {
        page.gap();
        if matches!(block, Block::Code(_))
            && let Some(head) = heads.next()
        {
            page.body(|cell| cell.line(&Line::of(head)));
        }
        page.body(|cell| cell.block(block));
    }
}

/// Every lint, in the order of the ids.
pub(super) fn print_all(page: &mut Page) {
    page.title(&Line::of("Lints"));
    for (level, head) in [
        (Level::Deny, "Errors, which can't be silenced:"),
        (Level::Warn, "Warnings:"),
        (Level::Allow, "Looked for where `errcat.yaml` asks for it:"),
    ] {
        let rules: Vec<&Rule> = RULES
            .iter()
            .copied()
            .filter(|it| it.level == level)
            .collect();
        if rules.is_empty() {
            continue;
        }
        page.gap();
        page.body(|cell| {
            cell.line(&Line::of(head));
            for rule in rules {
                cell.line(Line::default().raw(rule.id).raw("  ").raw(rule.name));
            }
        });
    }
}

fn level(rule: &Rule) -> Line {
    let mut line = Line::of(match rule.level {
        Level::Deny => "An error: nothing is written, and it can't be silenced.",
        Level::Warn => "A warning.",
        Level::Allow => "Not looked for, unless it is asked for.",
    });
    let (other, verb) = match rule.level {
        Level::Deny => return line,
        Level::Warn => ("allow", "silence"),
        Level::Allow => ("warn", "ask for"),
    };
    line.raw(" In `errcat.yaml`, `lints: {").raw(rule.name);
    line.raw(": ").raw(other).raw("}` would ").raw(verb);
    line.raw(" it, and `deny` makes it an error; on an entry, `allow: [");
    line.raw(rule.id).raw("]` silences it there.");
    line
}
