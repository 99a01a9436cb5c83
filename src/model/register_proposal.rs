//! A recipe of a register as it is proposed from a file: what is understood, what is only likely, and what the user must say.

use super::DayOrder;

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedRegisterColumn {
    /// Its letters, as a spreadsheet shows them.
    pub letters: String,
    /// What its head says.
    pub head: String,
    /// What it is.
    pub meaning: ColumnMeaning,
}

/// What a column of a file is to a register, by its place in [`super::DOSSIER_COLUMNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnMeaning {
    /// Its head says so.
    Is(usize),
    /// Its head is like one that says so.
    Like(usize),
    /// Its head says so too, but another column is read for it.
    Also(usize),
    /// It says who somebody is.
    Personal,
    /// Nothing that a register has.
    Other,
}

/// A word of the file that the register has otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedWord {
    /// The column of the register, by its place in [`super::DOSSIER_COLUMNS`].
    pub is: usize,
    /// As the file has it.
    pub says: String,
    /// As the register has it, if that can be told.
    pub means: Option<String>,
    /// How a person calls what it means, if that is something else.
    pub name: Option<String>,
    /// Whether what it means is only alike.
    pub is_likely: bool,
}

/// A proposed recipe of a register. Rows are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterProposal {
    /// The sheet; none if the file has only one.
    pub sheet: Option<String>,
    /// The first and last row of the head.
    pub header: (usize, usize),
    /// How days are written, where they are text and do not begin with the day.
    pub dates: DayOrder,
    /// What the row below the table begins with.
    pub until: Option<String>,
    /// How many rows are dossiers.
    pub dossiers: usize,
    /// The columns.
    pub columns: Vec<ProposedRegisterColumn>,
    /// Columns that every dossier needs and no head names, by their places in [`super::DOSSIER_COLUMNS`].
    pub missing: Vec<usize>,
    /// The words.
    pub words: Vec<ProposedWord>,
}

impl RegisterProposal {
    /// Returns the columns that are probably of one kind.
    pub fn read(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().filter_map(|own| match own.meaning {
            ColumnMeaning::Is(is) | ColumnMeaning::Like(is) => Some(is),
            ColumnMeaning::Also(_) | ColumnMeaning::Personal | ColumnMeaning::Other => None,
        })
    }
}
