//! The list of `codegen/SECURITY.md`, as far as it takes a process of the tool:
//! one test for each case, named after its number. What needs only the library
//! is tested in `codegen/tests/trust`.
//!
//! These tests need Linux: they look at links, modes, signals and mounts.

#![cfg(target_os = "linux")]

#[path = "../../../tests/support/hostile_yaml.rs"]
mod hostile_yaml;
#[expect(dead_code, reason = "the tests of the command line need more of it")]
#[path = "../cli/support.rs"]
mod support;
#[path = "../../../tests/support/trust.rs"]
mod table;

mod a_yaml;
mod c_terminal;
mod d_files;
mod e_crashes;
mod f_determinism;
mod g_cargo;
mod release;
mod shell;
