//! Compiles the catalogs: the very call that a user's build script makes.

fn main() -> std::process::ExitCode {
    errcat_codegen::build()
}
