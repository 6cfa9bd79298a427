//! `errcat check -`: a catalog that no file holds, or not yet.

use std::io::Write as _;
use std::process::Stdio;

use crate::support::{BROKEN, PARCEL, PICKUP, Project, Ran};

/// Runs the program with these bytes on its standard input.
fn run(project: &Project, arguments: &[&str], bytes: impl AsRef<[u8]>) -> Ran {
    let mut command = project.command(arguments);
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program can be started");
    let mut input = child.stdin.take().expect("it is piped");
    // A run that refuses its arguments does not read.
    let _ = input.write_all(bytes.as_ref());
    drop(input);
    Ran::from(child.wait_with_output().expect("it ends"))
}

#[test]
fn a_catalog_from_a_pipe_has_no_name_to_agree_with() {
    let project = Project::empty();
    let ran = run(&project, &["check", "-v", "-"], PARCEL);
    let read = "no `errcat.yaml`: defaults are used\nread     <stdin>\n";
    ran.expect(0, "", &format!("{read}1 catalog, 2 entries: no errors\n"));
    let reserved = PARCEL.replace("catalog: parcel", "catalog: index");
    let ran = run(&project, &["check", "--format=short", "-"], reserved);
    assert!(
        ran.err.starts_with("<stdin>:2:10: error[EC0017]: "),
        "{ran:?}"
    );
}

#[test]
fn findings_name_it() {
    let project = Project::empty();
    let ran = run(&project, &["check", "-"], BROKEN);
    assert!(ran.err.contains(" --> <stdin>:3:1\n"), "{ran:?}");
    assert_eq!(ran.last_line(), "error: 2 errors in 1 catalog");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
}

#[test]
fn its_file_may_be_said() {
    let project = Project::empty();
    let arguments = [
        "check",
        "--format=short",
        "--stdin-path",
        "api/pickup.yaml",
        "-",
    ];
    let ran = run(&project, &arguments, PARCEL);
    let name = "api/pickup.yaml:2:10: error[EC0017]: the catalog `parcel` stands in the file";
    assert!(ran.err.starts_with(name), "{ran:?}");
    run(&project, &arguments, PICKUP).expect(0, "", "1 catalog, 1 entry: no errors\n");
}

#[test]
fn it_stands_for_the_file_on_the_disk() {
    let project = Project::with(&[BROKEN, PICKUP]);
    let mended = PARCEL.replace("parcel", "broken");
    let arguments = [
        "check",
        "-v",
        "--stdin-path",
        "./catalogs/broken.yaml",
        "-",
        "catalogs",
    ];
    let ran = run(&project, &arguments, mended);
    ran.expect(
        0,
        "",
        "no `errcat.yaml`: defaults are used\n\
         read     ./catalogs/broken.yaml\n\
         read     catalogs/pickup.yaml\n\
         2 catalogs, 3 entries: no errors\n",
    );
}

#[test]
fn the_configuration_of_the_root_holds() {
    let project = Project::empty();
    project.put("errcat.yaml", "errcat: 1\nlints: {missing-message: deny}\n");
    let ran = run(&project, &["check", "-"], crate::support::SILENT);
    assert!(ran.err.starts_with("error[EC0301]: "), "{ran:?}");
    assert_eq!(ran.code, Some(1));
}

#[test]
fn no_bytes_make_it_panic() {
    let project = Project::empty();
    for (bytes, id) in [
        (b"".as_slice(), "EC0006"),
        (b"\xff\xfee\0r\0r\0", "EC0005"),
        (b"\xfe\xff\0e\0r\0r", "EC0005"),
        (b"errcat: 1\ncatalog: \xe4\n", "EC0005"),
        (b"\0", "EC0002"),
    ] {
        let ran = run(&project, &["check", "--format", "short", "-"], bytes);
        assert!(ran.err.contains(&format!("error[{id}]: ")), "{ran:?}");
        assert!(ran.err.starts_with("<stdin>:"), "{ran:?}");
        assert_eq!(ran.code, Some(1));
    }
}

#[test]
fn more_than_a_catalog_can_be_is_refused() {
    let project = Project::empty();
    let comment = vec![b'#'; 64 * 1024 * 1024 + 1];
    run(&project, &["check", "-"], comment)
        .expect_failure("`<stdin>`: this file is larger than 64 MiB; split the catalog");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let project = Project::with(&[PARCEL]);
    for (arguments, line) in [
        (
            ["check", "-", "-"].as_slice(),
            "standard input can be read once; leave out the second `-`",
        ),
        (
            &["check", "--stdin-path", "parcel.yaml"],
            "`--stdin-path` names what `-` reads; add `-`",
        ),
        (
            &["check", "-", "--stdin-path", "parcel.yml"],
            "`parcel.yml`: catalogs end in `.yaml`; rename the file",
        ),
        (
            &["check", "-", "--stdin-path", "api/errcat.yaml"],
            "`api/errcat.yaml`: this is the configuration, not a catalog; leave it out: it is \
             read from the project's folder",
        ),
    ] {
        run(&project, arguments, PARCEL).expect_failure(line);
    }
}

#[test]
fn the_advice_to_mend_is_one_that_a_pipe_can_follow() {
    let slip = PARCEL.replacen("errcat: 1", "errcat: \"1\"", 1);
    let project = Project::empty();
    let ran = run(&project, &["check", "-"], &slip);
    assert_eq!(ran.last_line(), "it can be mended; `--diff` shows how");
    assert_eq!(
        run(&project, &["check", "--diff", "-"], &slip).code,
        Some(1)
    );
}
