//! A recipe that reads an export of a register, as the user declares it.

use super::{Channel, DayOrder, Place, UnitId};

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterColumn {
    /// Which one, from 0 on; none if it is to be found by its head.
    pub at: Option<usize>,
    /// What its head says.
    pub head: Option<String>,
    /// Which column of the register it is for, by its place in [`super::DOSSIER_COLUMNS`].
    pub is: usize,
    /// Where it is declared.
    pub place: Place,
}

/// A word of the table, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterWord {
    /// The column of the register that it stands in.
    pub is: usize,
    /// As the table has it.
    pub says: String,
    /// As the register has it.
    pub means: String,
}

/// A recipe of a register. Rows and columns are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRecipe {
    /// Its name: that of its file.
    pub name: String,
    /// The file below `data/dossiers` that new dossiers are put in, without the ending.
    pub file: String,
    /// The sheet; none if the file has only one.
    pub sheet: Option<String>,
    /// The first and last row of the head.
    pub header: (usize, usize),
    /// How days are written.
    pub dates: DayOrder,
    /// The unit of dossiers whose row names none.
    pub unit: Option<UnitId>,
    /// How dossiers came in whose row does not say.
    pub channel: Option<Channel>,
    /// What a cell says of the row that is no longer of the table.
    pub until: Option<String>,
    /// Words that stand for a blank cell.
    pub blank: Vec<String>,
    /// What a cell says of a row that is left out.
    pub leave_out: Vec<String>,
    /// The columns.
    pub columns: Vec<RegisterColumn>,
    /// The words.
    pub words: Vec<RegisterWord>,
}
