//! The two streams: data to standard output, reports to standard error.
//!
//! Every subcommand prints through a [`Console`], the only place that does. A
//! reader that goes away (`errcat .. | head`) ends the data quietly and leaves
//! the exit code as it is. Nothing is done about a standard error that can't
//! be written: there is nobody left to tell.

use std::io::{self, IsTerminal as _, StderrLock, StdoutLock, Write as _};

use errcat_codegen::sink::Terminal;
pub(crate) use errcat_codegen::visible;
use errcat_codegen::{Diagnostics, Look};

use crate::colour::{self, Paint, When};
use crate::format::{self, Channel, Format, Report};
use crate::verdict::Failure;

/// How much is reported to standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Volume {
    /// Findings and failures.
    Quiet,
    /// And what was done.
    Normal,
    /// And what was looked at.
    Verbose,
}

/// What is behind standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// A person.
    Terminal,
    /// A file or another program.
    Other,
}

/// Whether somebody still reads standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    Present,
    Gone,
}

/// Where a run prints.
pub(crate) struct Console {
    data: StdoutLock<'static>,
    data_look: Look,
    reader: Reader,
    report: StderrLock<'static>,
    report_look: Look,
    volume: Volume,
    /// How findings are printed.
    formats: Vec<Format>,
    /// Why findings could not be printed.
    unprinted: Option<Failure>,
}

impl Console {
    /// The streams of this process.
    pub(crate) fn new(volume: Volume, colour: When) -> Self {
        let (data, report) = (io::stdout().lock(), io::stderr().lock());
        Self {
            data_look: colour::look(colour, data.is_terminal()),
            report_look: colour::look(colour, report.is_terminal()),
            data,
            report,
            reader: Reader::Present,
            volume,
            formats: vec![Format::Human],
            unprinted: None,
        }
    }

    /// The same, with findings in other formats.
    pub(crate) fn with_formats(self, formats: Vec<Format>) -> Self {
        Self { formats, ..self }
    }

    /// How data may look.
    pub(crate) fn data_look(&self) -> Look {
        self.data_look
    }

    /// What is behind standard output.
    pub(crate) fn data_stream(&self) -> Stream {
        if self.data.is_terminal() {
            Stream::Terminal
        } else {
            Stream::Other
        }
    }

    /// How many characters a line of data may hold, where lines are wrapped.
    pub(crate) fn data_width(&self) -> usize {
        let size = terminal_size::terminal_size_of(&self.data);
        columns(size.map(|(width, _)| width.0))
    }

    /// Prints what was asked for.
    pub(crate) fn data(&mut self, text: &str) -> Result<(), Failure> {
        if self.reader == Reader::Gone {
            return Ok(());
        }
        let done = self.data.write_all(text.as_bytes());
        self.unless_gone(done)
    }

    /// Hands over what the system holds back: only then is all data printed.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        if let Some(failure) = self.unprinted.take() {
            return Err(failure);
        }
        let done = self.data.flush();
        self.unless_gone(done)
    }

    /// One line on what was looked at.
    pub(crate) fn detail(&mut self, line: &str) {
        if self.volume >= Volume::Verbose {
            self.line(None, line);
        }
    }

    /// One line on what was done.
    pub(crate) fn note(&mut self, line: &str) {
        if self.volume >= Volume::Normal {
            self.line(None, line);
        }
    }

    /// One line on what may be wrong.
    pub(crate) fn warning(&mut self, line: &str) {
        self.line(Some((Paint::Warning, "warning")), line);
    }

    /// One line on what is wrong.
    pub(crate) fn error(&mut self, line: &str) {
        self.line(Some((Paint::Error, "error")), line);
    }

    /// What was found. Where it can't be printed, [`flush`](Self::flush) fails.
    pub(crate) fn findings(&mut self, found: &Diagnostics) {
        let failure = None;
        self.print(Report { found, failure });
    }

    /// What was found on the way to a failure, and the failure in one line.
    pub(crate) fn failure(&mut self, found: &Diagnostics, reason: &str) {
        let failure = Some(reason);
        self.print(Report { found, failure });
        self.error(reason);
    }

    fn print(&mut self, report: Report<'_>) {
        let mut formats = std::mem::take(&mut self.formats);
        for format in &formats {
            if format.channel() == Channel::Report {
                let text = format.render(report, self.report_look);
                self.log(&text);
            } else if let Err(failure) = self.data(&format.render(report, Look::Plain)) {
                self.unprinted = Some(failure);
            }
        }
        // A document is whole: another behind it would break it.
        formats.retain(|format| format.channel() == Channel::Report);
        self.formats = formats;
    }

    fn line(&mut self, head: Option<(Paint, &str)>, text: &str) {
        let mut line = String::new();
        if let Some((paint, word)) = head {
            line = colour::paint(self.report_look, paint, word) + ": ";
        }
        line.push_str(&visible(text));
        line.push('\n');
        self.log(&line);
    }

    fn log(&mut self, text: &str) {
        let text = format::for_log(text.to_owned());
        let _ = self.report.write_all(text.as_bytes());
    }

    fn unless_gone(&mut self, done: io::Result<()>) -> Result<(), Failure> {
        match done {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.reader = Reader::Gone;
                Ok(())
            }
            done => done.map_err(Failure::Output),
        }
    }
}

/// A line of a file, as [`visible`] shows text: but tabs stay.
pub(crate) fn visible_line(line: &str) -> String {
    let mut shown = Terminal::default();
    shown.source(line);
    shown.finish()
}

/// Prints help, or what is wrong with the arguments. Those are repeated there,
/// and may be names of files that a shell has found: where one holds what would
/// steer a terminal, it is spelt out, and nothing is coloured.
pub(crate) fn print_help(help: &clap::Error) {
    let text = help.render().to_string();
    let shown: Vec<String> = text.lines().map(visible_line).collect();
    let shown = format::for_log(shown.join("\n") + "\n");
    // A reader that is gone needs no help.
    let _ = if shown.trim_end() == text.trim_end() {
        help.print()
    } else {
        io::stderr().write_all(shown.as_bytes())
    };
}

/// The width of lines for a terminal with so many columns; `None` is a file or
/// a pipe. Long lines are hard to read.
fn columns(terminal: Option<u16>) -> usize {
    usize::from(terminal.unwrap_or(80)).clamp(40, 100)
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn lines_are_as_wide_as_a_terminal_within_reason() {
        assert_eq!(columns(None), 80);
        for (terminal, width) in [(0, 40), (60, 60), (99, 99), (100, 100), (300, 100)] {
            assert_eq!(columns(Some(terminal)), width, "{terminal}");
        }
    }
}
