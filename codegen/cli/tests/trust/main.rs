//! The list of `codegen/SECURITY.md`, as far as it takes a process of the tool:
//! one test for each case, named after its number.

#[path = "../../../tests/support/hostile_yaml.rs"]
mod hostile_yaml;
#[expect(dead_code, reason = "the tests of the command line need more of it")]
#[path = "../cli/support.rs"]
mod support;
#[path = "../../../tests/support/trust.rs"]
mod table;

mod a_yaml;
