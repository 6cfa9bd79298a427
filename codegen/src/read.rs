//! A folder to the sources of its catalogs, and the documents that they name:
//! the only reading of the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::diag::Report;
use crate::error::Error;
use crate::lint::not_utf8;
use crate::source::{Source, SourceId, Span};

/// Largest file that is read: spans are 32-bit, and no error table is larger.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The catalogs of `folder`, its `*.yaml` files, sorted by name.
///
/// # Errors
///
/// [`Error::Io`] if the folder or a file can't be read; [`Error::Path`] if the
/// folder is missing, or something in it is no file that errcat reads.
pub(crate) fn catalogs(folder: &Path, report: &mut Report) -> Result<Vec<Source>, Error> {
    if !folder.is_dir() {
        let help = "create it, or name another one as `catalogs:` in errcat.yaml";
        return Err(Error::path(
            folder,
            "there is no such folder of catalogs",
            help,
        ));
    }
    files(list(folder)?, report)
}

/// The catalogs at `paths`, each a file or a folder of them, sorted by path;
/// a file that is named twice is read once.
///
/// # Errors
///
/// Those of [`catalogs`], and [`Error::Path`] for a file of another ending: a
/// folder's reading would pass it over.
pub(crate) fn given(paths: &[PathBuf], report: &mut Report) -> Result<Vec<Source>, Error> {
    let mut found = BTreeMap::new();
    for path in paths {
        let listed = if path.is_dir() {
            list(path)?
        } else {
            vec![path.clone()]
        };
        for file in listed {
            let place = file.canonicalize().map_err(Error::io("read", &file))?;
            refuse_other_ending(&file)?;
            found.entry(place).or_insert(file);
        }
    }
    files(found.into_values().collect(), report)
}

/// The paths of the catalogs in `folder`.
fn list(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for item in fs::read_dir(folder).map_err(Error::io("list", folder))? {
        let path = item.map_err(Error::io("list", folder))?.path();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("yaml") => paths.push(path),
            Some("yml") => refuse_other_ending(&path)?,
            _ => {}
        }
    }
    Ok(paths)
}

fn refuse_other_ending(path: &Path) -> Result<(), Error> {
    if path.extension().is_some_and(|ending| ending == "yaml") {
        return Ok(());
    }
    Err(Error::path(
        path,
        "catalogs end in `.yaml`",
        "rename the file",
    ))
}

/// The files at `paths`, sorted.
fn files(mut paths: Vec<PathBuf>, report: &mut Report) -> Result<Vec<Source>, Error> {
    paths.sort();
    let mut sources = Vec::with_capacity(paths.len());
    for path in paths {
        sources.push(file(&path, sources.len(), report)?);
    }
    Ok(sources)
}

/// One file, which is the `at`th source of the run.
pub(crate) fn file(path: &Path, at: usize, report: &mut Report) -> Result<Source, Error> {
    let bytes = bytes(path, &CATALOG)?;
    Ok(source(shown(path), bytes, at, report))
}

/// The text of a document in `folder`, as `source.document` names it. It may
/// have been saved in any way: what is not UTF-8 is replaced.
pub(crate) fn document(folder: &Path, name: &str) -> Result<String, Error> {
    let path = folder.join(name);
    let parts = Path::new(name).components();
    if !parts
        .clone()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return Err(Error::path(
            &path,
            "this document lies outside the folder of documents",
            "write its name alone as `source.document`",
        ));
    }
    if fs::metadata(&path).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Err(Error::path(
            &path,
            "there is no such document",
            "put it there, name its folder as `--documents`, or mend `source.document`",
        ));
    }
    let bytes = bytes(&path, &DOCUMENT)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What to do about a file that can't be read whole.
struct Advice {
    irregular: &'static str,
    large: &'static str,
}

const CATALOG: Advice = Advice {
    irregular: "move it out of the folder",
    large: "split the catalog",
};
const DOCUMENT: Advice = Advice {
    irregular: "put the document there as a file",
    large: "save the document as plain text",
};

/// The bytes of a file of bearable size.
fn bytes(path: &Path, advice: &Advice) -> Result<Vec<u8>, Error> {
    let facts = fs::metadata(path).map_err(Error::io("read", path))?;
    if !facts.is_file() {
        return Err(Error::path(
            path,
            "this is no regular file",
            advice.irregular,
        ));
    }
    if facts.len() > LARGEST {
        return Err(Error::path(
            path,
            "this file is larger than 64 MiB",
            advice.large,
        ));
    }
    let bytes = fs::read(path).map_err(Error::io("read", path))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::path(
            path,
            "this file grew beyond 64 MiB",
            advice.large,
        ));
    }
    Ok(bytes)
}

/// A source of bytes that may not be UTF-8, which is then reported.
pub(crate) fn source(path: String, bytes: Vec<u8>, at: usize, report: &mut Report) -> Source {
    let id = SourceId(u32::try_from(at).expect("a folder holds fewer files than that"));
    match String::from_utf8(bytes) {
        Ok(text) => Source::new(path, text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let start = u32::try_from(good).expect("sources are at most 64 MiB");
            let span = Span {
                source: id,
                start,
                end: start,
            };
            not_utf8::raise(report, span, good);
            // What can be shown of it; it is not parsed.
            let text = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
            Source::unreadable(path, text)
        }
    }
}

/// A path as diagnostics print it: with `/`, on every system.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
