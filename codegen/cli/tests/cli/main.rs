//! The program as its users run it: arguments in; streams, exit code and files
//! out. Each promise of the command line has a test of its name.

mod actions;
mod check;
mod colour;
mod completions;
mod configurations;
mod documents;
mod drift;
mod examples;
mod explain;
mod fix;
mod fix_bounds;
mod formats;
mod generate;
mod help;
mod init;
mod list;
mod man;
mod readme;
mod refusals;
mod schema;
mod stdin;
mod stdout;
mod support;
mod usage;
