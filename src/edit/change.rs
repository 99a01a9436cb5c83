//! A planned change of one file, with what it changes.

use crate::diag::Diagnostic;

/// A file of data/ as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Its name within the plan's folder, with `/`.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// A file as it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its name within the plan's folder, with `/`.
    pub name: String,
    /// What it held; none if it was not there.
    pub old: Option<String>,
    /// What it is to hold.
    pub new: String,
}

/// A cell that a change fills or replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    /// The column.
    pub column: String,
    /// What stood there; empty for a new row or a blank cell.
    pub old: String,
    /// What is to stand there.
    pub new: String,
}

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The change of the file; none if it says all of this already.
    pub change: Option<Change>,
    /// The cells that change.
    pub cells: Vec<CellEdit>,
    /// Whether the row is new.
    pub is_new: bool,
    /// The day of first receipt that stays, where what was sent says a later one.
    pub first_day: Option<String>,
}

/// Why nothing is planned: a file of the form has mistakes of form, which must be mended first.
pub type Unreadable = Vec<Diagnostic>;
