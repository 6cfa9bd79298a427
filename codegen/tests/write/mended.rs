//! `rewrite`: mended catalogs, back in their files or not at all.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use errcat_codegen::{
    Config, Diagnostics, Error, Fixed, Source, analyze_paths, analyze_sources, fix, rewrite,
};

use crate::support::Place;

/// A catalog with a mistake that has one right answer.
const SLIP: &str = "errcat: \"1\"\ncatalog: parcel\n";

fn check(source: Source) -> Diagnostics {
    analyze_sources(vec![source], &Config::default()).into_diagnostics()
}

/// The catalog in a file, mended.
fn mended(file: &Path) -> Fixed {
    let paths = [file.to_owned()];
    let found = analyze_paths(&paths, &Config::default()).expect("it can be read");
    let found = found.into_diagnostics();
    fix(&found.sources()[0], check).expect("there is something to mend")
}

fn refused(fixed: &[&Fixed], words: &str) {
    let error = rewrite(fixed).expect_err("it must not be written");
    assert!(matches!(error, Error::Path { .. }), "{error}");
    assert!(error.to_string().contains(words), "{error}");
}

#[test]
fn the_file_keeps_its_mark_its_line_breaks_and_its_mode() {
    let place = Place::new();
    for (before, after) in [
        (SLIP.to_owned(), SLIP.replace('"', "")),
        (
            SLIP.replace('\n', "\r\n"),
            SLIP.replace('"', "").replace('\n', "\r\n"),
        ),
        (
            format!("\u{feff}{SLIP}"),
            format!("\u{feff}{}", SLIP.replace('"', "")),
        ),
    ] {
        let file = place.put("parcel.yaml", before);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("it is ours");
        rewrite(&[&mended(&file)]).expect("it is as it was read");
        assert_eq!(place.read("parcel.yaml"), after);
        let mode = fs::metadata(&file)
            .expect("it is there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}

#[test]
fn a_file_that_was_changed_is_left_alone_and_so_are_the_others() {
    let place = Place::new();
    let (one, other) = (place.put("a.yaml", SLIP), place.put("b.yaml", SLIP));
    let fixed = [mended(&one), mended(&other)];
    let newer = place.put("b.yaml", format!("{SLIP}# More\n"));
    refused(&[&fixed[0], &fixed[1]], "was changed since it was read");
    assert_eq!(place.read("a.yaml"), SLIP);
    fs::remove_file(newer).expect("it is there");
    refused(&[&fixed[0], &fixed[1]], "is gone since it was read");
    assert_eq!(place.read("a.yaml"), SLIP);
}

#[test]
fn a_file_that_nobody_may_write_is_left_alone() {
    let place = Place::new();
    let file = place.put("a.yaml", SLIP);
    let fixed = mended(&file);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("it is ours");
    refused(&[&fixed], "is read-only, so it can't be mended");
    assert_eq!(place.read("a.yaml"), SLIP);
}

#[test]
fn a_link_is_left_alone() {
    let place = Place::new();
    let (file, link) = (place.put("a.yaml", SLIP), place.at("b.yaml"));
    symlink(&file, &link).expect("a link can be made");
    refused(&[&mended(&link)], "pass the path of the file itself");
    assert_eq!(place.read("a.yaml"), SLIP);
}
