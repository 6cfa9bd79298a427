//! The first catalog: the template under a name of its own.

use std::path::{self, Path, PathBuf};

use errcat_codegen::{Config, Source, analyze_sources};

/// A catalog itself, so that editors check it; its id and title are replaced.
const TEMPLATE: &str = include_str!("my_api.yaml");
const ID: &str = "my_api";
const TITLE: &str = "My API errors";

/// A catalog to start from.
pub(super) struct First {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) named: Named,
}

/// What a first catalog is named after.
pub(super) enum Named {
    Folder,
    /// The folder's name is none for a catalog, so the template's stands in.
    Template,
}

/// A catalog that is named after `folder`, or `my_api` where the folder's name
/// is none for a catalog.
pub(super) fn catalog(folder: &Path) -> First {
    if let Some(id) = name(folder).and_then(|name| id(&name)) {
        let title = format!("{} errors", title(&id));
        let text = TEMPLATE.replacen(ID, &id, 1).replacen(TITLE, &title, 1);
        if is_sound(&id, &text) {
            let named = Named::Folder;
            return First { id, text, named };
        }
    }
    First {
        id: ID.to_owned(),
        text: TEMPLATE.to_owned(),
        named: Named::Template,
    }
}

/// The last part of a path, also where it is written as `.` or `..`.
fn name(folder: &Path) -> Option<String> {
    let here = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let whole: PathBuf = here.canonicalize().or_else(|_| path::absolute(here)).ok()?;
    Some(whole.file_name()?.to_str()?.to_owned())
}

/// A name as a catalog's id: words of ASCII letters and digits, joined by `_`.
fn id(name: &str) -> Option<String> {
    if !name.is_ascii() {
        return None;
    }
    let words: Vec<String> = name
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    (!words.is_empty()).then(|| words.join("_"))
}

/// An id as a title: `parcel_api` is `Parcel api`.
fn title(id: &str) -> String {
    let words = id.replace('_', " ");
    let (first, rest) = words.split_at(1);
    first.to_ascii_uppercase() + rest
}

/// The library's rules decide which ids are good: reserved words are not.
fn is_sound(id: &str, text: &str) -> bool {
    let source = Source::new(format!("{id}.yaml"), text);
    analyze_sources(vec![source], &Config::default())
        .diagnostics()
        .is_empty()
}
