//! G. Cargo. What it takes a package to be vendored, read-only or packaged for is
//! tried in `codegen/cli/tests/trust`.

mod deprecated;
mod reruns;
mod scratch;
mod script;
