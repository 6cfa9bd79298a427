//! The build script of the README.

fn main() -> std::process::ExitCode {
    errcat_codegen::build()
}
