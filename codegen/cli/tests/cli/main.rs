//! The program as its users run it: arguments in; streams, exit code and files
//! out. Each promise of the command line has a test of its name.

mod check;
mod colour;
mod documents;
mod drift;
mod generate;
mod init;
mod list;
mod refusals;
mod stdout;
mod support;
mod usage;
