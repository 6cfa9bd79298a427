//! The committed Rust compiles as plain files too, without a build script: as
//! it does for those who commit what the command line tool writes.

/// The files of `generated/rust`.
mod plain {
    include!("../generated/rust/mod.rs");
}

#[test]
fn plain_files_hold_what_the_build_script_made() {
    let compiled = errcat_catalogs::remno::ErrorCode::ALL
        .iter()
        .map(|code| code.as_str());
    let committed = plain::remno::ErrorCode::ALL
        .iter()
        .map(|code| code.as_str());
    assert_eq!(compiled.collect::<Vec<_>>(), committed.collect::<Vec<_>>());
    assert_eq!(
        plain::remno::ErrorCode::RateLimited.to_string(),
        "RATE_LIMITED"
    );
}
