//! The list of `codegen/SECURITY.md`, as far as the library goes: one test for
//! each case, named after its number. What takes a process of the tool is tested
//! in `codegen/cli/tests/trust`.

#[path = "../support/hostile_yaml.rs"]
mod hostile_yaml;
#[path = "../support/oracle.rs"]
mod oracle;
#[path = "../outputs/scratch.rs"]
mod scratch;
#[path = "../support/trust.rs"]
mod table;

mod a_yaml;
mod b_identifiers;
mod c_generated;
mod c_injection;
mod complete;
mod g_cargo;
mod h_runtime;
mod injection;
mod input;
mod the_oracle;
