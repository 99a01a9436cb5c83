//! What the program is given from outside: arguments, clock, environment, streams.

use std::ffi::OsString;
use std::io::{BufRead, Write};

use chrono::NaiveDate;

use super::args::Common;
use super::failure::Failure;
use super::session::complaint_columns;
use crate::render;

/// What a shell asks for when it completes a line.
#[derive(Clone, Debug)]
pub struct Completing {
    /// The shell.
    pub shell: String,
    /// Which word it is about, the program's name being the first.
    pub index: usize,
    /// Whether the candidates are only listed, not put in the line.
    pub is_listing: bool,
    /// What it wants between two candidates.
    pub separator: String,
}

/// Everything from outside, so that a test can give another world.
pub struct World<'a> {
    /// The arguments, the program's name first.
    pub args: Vec<OsString>,
    /// Today by the system's clock.
    pub clock: NaiveDate,
    /// `SOURCE_DATE_EPOCH`, which stands in for the clock.
    pub epoch: Option<String>,
    /// What a shell asks, if it does.
    pub completing: Option<Completing>,
    /// The locale, such as `vi_VN.UTF-8`.
    pub locale: Option<String>,
    /// Whether `NO_COLOR` is set to anything.
    pub no_color: bool,
    /// Columns of the terminal that stdout is; none in a pipe.
    pub columns: Option<usize>,
    /// Whether stderr is a terminal.
    pub stderr_is_terminal: bool,
    /// Columns of the terminal that stderr is.
    pub stderr_columns: Option<usize>,
    /// What is typed.
    pub stdin: &'a mut dyn BufRead,
    /// Whether somebody sits before it who can be asked.
    pub stdin_is_terminal: bool,
    /// For the result.
    pub stdout: &'a mut dyn Write,
    /// For everything else.
    pub stderr: &'a mut dyn Write,
}

impl World<'_> {
    /// Says a sentence on stderr, folded if it is a terminal.
    pub(super) fn complain(&mut self, text: &str, common: &Common) -> Result<(), Failure> {
        let columns = complaint_columns(common, self);
        let line = format!("{}\n", render::fold(text, columns));
        self.stderr.write_all(line.as_bytes()).map_err(Failure::Write)
    }
}
