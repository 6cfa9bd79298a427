//! The permission bits of what is written.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};

use errcat_codegen::{Mode, Overwrite, write};

use crate::support::{Place, artifact, child, child_out, marked};

#[test]
fn a_replaced_file_keeps_its_permission_bits() {
    let place = Place::new();
    for mode in [0o600, 0o640, 0o755, 0o666] {
        place.run(&[artifact("a.md", "old")]);
        fs::set_permissions(place.at("a.md"), Permissions::from_mode(mode)).expect("it is ours");
        place.run(&[artifact("a.md", "new")]);
        let file = fs::metadata(place.at("a.md")).expect("it was written");
        assert_eq!(file.mode() & 0o7777, mode, "{mode:o}");
        assert_eq!(place.read("a.md"), marked("new"));
    }
}

#[test]
fn a_new_file_gets_the_mode_that_the_umask_leaves() {
    for (umask, mode) in [("022", 0o644), ("027", 0o640), ("000", 0o666)] {
        let place = Place::new();
        let script = format!("umask {umask}; exec \"$@\"");
        let output = child(&script, "modes::child_with_an_umask", place.out())
            .output()
            .expect("there is a shell");
        assert!(output.status.success(), "{output:?}");
        for path in ["a/b.md", "manifest.txt"] {
            let file = fs::metadata(place.at(path)).expect("the child wrote it");
            assert_eq!(file.mode() & 0o7777, mode, "{path} under {umask}");
        }
    }
}

#[test]
#[ignore = "the child process of the test above"]
fn child_with_an_umask() {
    if let Some(out) = child_out() {
        let artifacts = [artifact("a/b.md", "")];
        write(&out, &artifacts, Mode::Write, Overwrite::OnlyGenerated)
            .expect("nothing is in the way");
    }
}
