//! `--fix` and `--diff`: what is certain is mended, or shown.
//!
//! What to mend, and whether it helps, is the library's to say; here it is told
//! and handed to the disk or to standard output.

use clap::Args;
use errcat_codegen::{
    Analysis, Config, Diagnostics, Documents, Error, Fixed, Mended, Rest, Source, analyze_sources,
    check_documents, fix, rewrite,
};

use crate::console::Console;
use crate::diff;
use crate::findings::mendable;
use crate::interrupt;
use crate::verdict::Failure;

/// Whether mistakes are mended.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Fixing {
    /// Mend what is certain, and report what is left
    #[arg(long, conflicts_with = "diff")]
    fix: bool,
    /// Print what --fix would change, and write nothing
    #[arg(long)]
    diff: bool,
}

/// What becomes of a mended text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It replaces the file.
    Written,
    /// It is compared with the file.
    Shown,
}

impl Fixing {
    pub(super) fn fate(self) -> Option<Fate> {
        match (self.fix, self.diff) {
            (true, _) => Some(Fate::Written),
            (false, true) => Some(Fate::Shown),
            (false, false) => None,
        }
    }
}

/// The configuration that `load` reads, mended first if that is asked for:
/// without it, no catalog can be read.
pub(super) fn configuration(
    fate: Option<Fate>,
    console: &mut Console,
    load: impl Fn(&mut Console) -> Result<Config, Failure>,
) -> Result<Config, Failure> {
    match (load(console), fate) {
        (Err(Failure::Library(Error::Config(found))), Some(fate)) => {
            let fixed = mended(&found, Config::check);
            carry_out(fate, &fixed, console)?;
            load(console)
        }
        (config, _) => config,
    }
}

/// The catalogs that can be mended.
pub(super) fn catalogs(analysis: &Analysis, config: &Config, documents: &Documents) -> Vec<Fixed> {
    mended(analysis.diagnostics(), |source| {
        let analysis = analyze_sources(vec![source], config);
        check_documents(analysis, documents).into_diagnostics()
    })
}

fn mended(found: &Diagnostics, check: impl Fn(Source) -> Diagnostics) -> Vec<Fixed> {
    let sources = found.sources().iter();
    sources.filter_map(|source| fix(source, &check)).collect()
}

/// Writes what was mended, and says so, and where more may be; or prints the
/// difference.
pub(super) fn carry_out(fate: Fate, fixed: &[Fixed], console: &mut Console) -> Result<(), Failure> {
    match fate {
        Fate::Written => {
            interrupt::finish_writing_first();
            let changed = fixed.iter().filter(|it| changes(it));
            rewrite(&changed.collect::<Vec<_>>())?;
            for fixed in fixed {
                for mended in fixed.mended() {
                    console.note(&line(fixed.source().path(), mended));
                }
            }
        }
        Fate::Shown => {
            for fixed in fixed.iter().filter(|it| changes(it)) {
                let texts = [fixed.source().text(), fixed.text()];
                let look = console.data_look();
                console.data(&diff::unified(fixed.source().path(), texts, look))?;
            }
        }
    }
    for fixed in fixed.iter().filter(|it| it.rest() == Rest::Untried) {
        console.warning(&untried(fixed));
    }
    Ok(())
}

/// Whether anything was mended.
pub(super) fn changes(fixed: &Fixed) -> bool {
    !fixed.mended().is_empty()
}

/// Says that not all was tried, and what to do.
fn untried(fixed: &Fixed) -> String {
    let path = fixed.source().path();
    let next = if changes(fixed) {
        "run it again for what is left"
    } else {
        "mend one of the mistakes by hand, and run it again"
    };
    let most = errcat_codegen::MOST_TRIES;
    format!("mending `{path}` ended after {most} tries, and not all was tried; {next}")
}

/// Says how much of what was found can be mended, if it is any, and `how`.
pub(super) fn hint(found: &Diagnostics, how: &str, console: &mut Console) {
    let Some(what) = mendable(found) else { return };
    console.note(&format!("{what} can be mended{how}"));
}

/// `fixed catalogs/parcel.yaml:9:5: `detials` -> `details` [EC0010]`.
fn line(path: &str, mended: &Mended) -> String {
    let place = mended.position();
    let edits: Vec<String> = mended.edits().iter().map(edit).collect();
    let (line, column) = (place.line, place.column);
    let (edits, id) = (edits.join(", "), mended.rule().id);
    format!("fixed {path}:{line}:{column}: {edits} [{id}]")
}

fn edit((old, new): &(String, String)) -> String {
    let (old, new) = (one_line(old), one_line(new));
    let (bare, blank) = ((old.trim(), new.trim()), old.trim() == new.trim());
    match if blank { (&*old, &*new) } else { bare } {
        ("", new) => format!("added `{}`", short(new)),
        (old, "") => format!("deleted `{}`", short(old)),
        (old, new) => format!("{} -> `{}`", named(old), short(new)),
    }
}

/// A text as it is told; a blank that looks like a space by its number.
fn named(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(blank), None) if blank != ' ' && blank.is_whitespace() => {
            format!("U+{:04X}", u32::from(blank))
        }
        _ => format!("`{}`", short(text)),
    }
}

/// A text with a blank for each line break and the indentation behind it.
fn one_line(text: &str) -> String {
    let mut lines = text.split('\n');
    let mut line = lines.next().unwrap_or_default().to_owned();
    for next in lines {
        line.truncate(line.trim_end().len());
        line.push(' ');
        line.push_str(next.trim_start());
    }
    line
}

/// Most characters of a text that are told.
const LONGEST: usize = 40;

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}..", &text[..end]),
        None => text.to_owned(),
    }
}
