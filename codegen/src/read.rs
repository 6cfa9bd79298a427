//! A folder to the sources of its catalogs, and the documents that they name:
//! the only reading of the disk.

mod unsaved;

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

pub use self::unsaved::Unsaved;
use crate::config;
use crate::diag::Report;
use crate::error::Error;
use crate::limits;
use crate::lint::not_utf8;
use crate::map::Map;
use crate::order::sort_by;
use crate::source::{Source, SourceId, Span};

/// The catalogs of `folder`, its `*.yaml` files, sorted by name.
///
/// # Errors
///
/// [`Error::Io`] if the folder or a file can't be read; [`Error::Path`] if the
/// folder is missing, or something in it is no file that errcat reads.
pub(crate) fn catalogs(folder: &Path, report: &mut Report) -> Result<Vec<Source>, Error> {
    if !folder.is_dir() {
        let (problem, help) = if folder.is_file() {
            (
                "this is a file, and `catalogs:` in errcat.yaml names a folder",
                "name the folder that the file is in",
            )
        } else {
            (
                "there is no such folder of catalogs",
                "create it, or name another one as `catalogs:` in errcat.yaml",
            )
        };
        return Err(Error::path(folder, problem, help));
    }
    files(list(folder)?, None, report)
}

/// The catalogs at `paths`, each a file or a folder of them, and the unsaved
/// one, sorted by path; a file that is named twice is read once, and not at
/// all where the unsaved catalog stands for it.
///
/// # Errors
///
/// Those of [`catalogs`], and [`Error::Path`] for a file of another ending: a
/// folder's reading would pass it over.
pub(crate) fn given(
    paths: &[PathBuf],
    unsaved: Option<Unsaved>,
    report: &mut Report,
) -> Result<Vec<Source>, Error> {
    let mut found = Map::new();
    if let Some(path) = unsaved.as_ref().and_then(Unsaved::path) {
        refuse_other_files(path)?;
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        found.insert(place, path.to_owned());
    }
    for path in paths {
        let listed = if path.is_dir() {
            list(path)?
        } else {
            vec![path.clone()]
        };
        for file in listed {
            let place = file.canonicalize().map_err(Error::io("read", &file))?;
            refuse_other_files(&file)?;
            found.or_insert(place, file);
        }
    }
    let found = found.iter().map(|(_, path)| path.clone()).collect();
    files(found, unsaved, report)
}

/// The paths of the catalogs in `folder`. A configuration may lie beside them.
fn list(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for item in fs::read_dir(folder).map_err(Error::io("list", folder))? {
        let path = item.map_err(Error::io("list", folder))?.path();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("yaml") if !is_configuration(&path) => paths.push(path),
            Some("yml") => refuse_other_files(&path)?,
            _ => {}
        }
    }
    Ok(paths)
}

fn refuse_other_files(path: &Path) -> Result<(), Error> {
    let (problem, help) = if is_configuration(path) {
        (
            "this is the configuration, not a catalog",
            "leave it out: it is read from the project's folder",
        )
    } else if path.extension().is_some_and(|ending| ending == "yaml") {
        return Ok(());
    } else {
        ("catalogs end in `.yaml`", "rename the file")
    };
    Err(Error::path(path, problem, help))
}

fn is_configuration(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == config::FILE)
}

/// The files at `paths` and the unsaved one, sorted.
fn files(
    mut paths: Vec<PathBuf>,
    unsaved: Option<Unsaved>,
    report: &mut Report,
) -> Result<Vec<Source>, Error> {
    if let Some(path) = paths.get(limits::CATALOGS) {
        let help = "check them in several runs, or join those that belong together";
        return Err(Error::path(path, limits::BEYOND_CATALOGS, help));
    }
    sort_by(&mut paths, Ord::cmp);
    let mut sources = Vec::with_capacity(paths.len() + 1);
    let mut unsaved = unsaved;
    // What has no path comes first.
    if let Some(nameless) = unsaved.take_if(|it| it.path().is_none()) {
        sources.push(nameless.source(0, report));
    }
    for path in paths {
        let at = sources.len();
        sources.push(match unsaved.take_if(|it| it.path() == Some(&path)) {
            Some(unsaved) => unsaved.source(at, report),
            None => file(&path, at, report)?,
        });
    }
    Ok(sources)
}

/// One file, which is the `at`th source of the run.
pub(crate) fn file(path: &Path, at: usize, report: &mut Report) -> Result<Source, Error> {
    let bytes = bytes(path, &CATALOG)?;
    Ok(source(shown(path), bytes, at, report).read_from(path))
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
    let file = fs::File::open(path).map_err(Error::io("read", path))?;
    whole(file, path, advice)
}

/// All that `from` gives, if it is of bearable size: a file may grow while it
/// is read.
fn whole(from: impl Read, path: &Path, advice: &Advice) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    from.take(limits::FILE as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(Error::io("read", path))?;
    if bytes.len() > limits::FILE {
        return Err(Error::path(path, limits::BEYOND_FILE, advice.large));
    }
    Ok(bytes)
}

/// The byte order mark.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A source of bytes that may not be UTF-8, which is then reported.
pub(crate) fn source(path: String, bytes: Vec<u8>, at: usize, report: &mut Report) -> Source {
    let id = SourceId(u32::try_from(at).expect("a folder holds fewer files than that"));
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes.as_slice() {
        not_utf8::utf16(report, Span::start_of(id));
        return Source::unreadable(path, String::new());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Source::new(path, text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            // A source leaves out a byte order mark, so its places do.
            let mark = if error.as_bytes().starts_with(MARK) {
                MARK.len()
            } else {
                0
            };
            let start =
                u32::try_from(good - mark).expect("a file has at most `limits::FILE` bytes");
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
    let path = path.to_string_lossy();
    // Elsewhere than on Windows, `\` is a letter of a name.
    path.replace(std::path::MAIN_SEPARATOR, "/")
}
