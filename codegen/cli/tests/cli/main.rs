//! The program as its users run it: arguments in; streams, exit code and files
//! out. Each promise of the command line has a test of its name.

mod check;
mod colour;
mod completions;
mod documents;
mod drift;
mod examples;
mod generate;
mod help;
mod init;
mod list;
mod man;
mod readme;
mod refusals;
mod schema;
mod stdout;
mod support;
mod usage;
