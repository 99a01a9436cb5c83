//! A recipe as it is proposed from a file: what is understood, what is only likely, and what the user must say.

use super::{Contents, FormId, Mark, Period, RowsAre, UnitId};

/// A column of the file. Columns are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedColumn {
    /// Which one.
    pub at: usize,
    /// The same as a spreadsheet shows it.
    pub letters: String,
    /// What its head says.
    pub head: String,
    /// What it holds, if its head is what the plan calls it.
    pub contents: Option<Contents>,
    /// Whether it probably holds the figures of whatever measures the rows are.
    pub is_likely_figures: bool,
    /// A measure with a like name, which only the user can tell to be the same.
    pub near: Option<u16>,
    /// Whose figures it holds.
    pub unit: Option<UnitId>,
    /// For when.
    pub period: Option<Period>,
    /// Whether it holds numbers.
    pub has_numbers: bool,
}

/// A row whose name the plan does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedRow {
    /// Which one, from 0 on.
    pub at: usize,
    /// What its label says.
    pub name: String,
    /// A unit with a like name.
    pub unit: Option<UnitId>,
    /// A measure with a like name.
    pub measure: Option<u16>,
    /// Whether other rows have the same name.
    pub is_repeated: bool,
}

/// A text in a cell, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// As a spreadsheet shows it.
    pub address: String,
    /// What it says.
    pub text: String,
}

/// A proposed recipe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The sheet; none if the file has only one.
    pub sheet: Option<String>,
    /// The form, if it can be told.
    pub form: Option<FormId>,
    /// Whether the form is only likely.
    pub is_form_likely: bool,
    /// The forms that it may be, if it is not certain.
    pub forms: Vec<FormId>,
    /// The first and last row of the head.
    pub header: Option<(usize, usize)>,
    /// What each row is.
    pub rows: Option<RowsAre>,
    /// How many rows have figures.
    pub labelled: usize,
    /// The columns with a head or with numbers.
    pub columns: Vec<ProposedColumn>,
    /// The rows that the plan does not know, with figures in them.
    pub lines: Vec<ProposedRow>,
    /// Rows with totals.
    pub leave_out: Vec<String>,
    /// The year of periods that name none.
    pub year: Option<i32>,
    /// Whether that is only the plan's.
    pub is_year_likely: bool,
    /// How decimals are written in texts.
    pub decimal: Option<Mark>,
    /// A number in text that can be read in two ways, where nothing in the file tells which.
    pub undecided: Option<Sighting>,
    /// The first cell with nothing but a dash.
    pub dash: Option<Sighting>,
    /// The first figure with more decimals than its measure has.
    pub long: Option<Sighting>,
    /// What the sheet says that its figures are in.
    pub printed_unit: Option<Sighting>,
    /// What the sheet says instead, where that is thousands of it.
    pub printed_other: Option<String>,
    /// The cell that names the period, and the period.
    pub period_cell: Option<(Sighting, Period)>,
    /// The cell that names the unit, and the unit.
    pub unit_cell: Option<(Sighting, UnitId)>,
}

impl Proposal {
    /// Tells whether some column holds what is asked for.
    pub fn has(&self, contents: Contents) -> bool {
        self.columns.iter().any(|own| own.contents == Some(contents))
    }

    /// Tells whether the file says whose figures these are.
    pub fn has_unit(&self) -> bool {
        let by_column = self.has(Contents::Unit) || self.columns.iter().any(|own| own.unit.is_some());
        self.rows == Some(RowsAre::Units) || by_column || self.unit_cell.is_some()
    }

    /// Tells whether the file says for when the figures are.
    pub fn has_period(&self) -> bool {
        let by_column = self.has(Contents::Period) || self.columns.iter().any(|own| own.period.is_some());
        self.rows == Some(RowsAre::Periods) || by_column || self.period_cell.is_some()
    }

    /// Tells whether some column is read for its figures.
    pub fn has_figures(&self) -> bool {
        let is_figure = |own: &Contents| matches!(own, Contents::Figures | Contents::Measure(_));
        self.columns.iter().any(|own| own.contents.as_ref().is_some_and(is_figure))
    }
}
