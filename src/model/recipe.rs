//! A recipe: how a table that is no form of the plan is to be read, as the user declares it.

use super::{FormId, Period, Place, UnitId};

/// What each row of a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowsAre {
    /// A unit; columns are measures.
    Units,
    /// A measure; columns are units, periods, or several measures of one line.
    Measures,
    /// A period; columns are measures.
    Periods,
}

impl RowsAre {
    /// Returns the word in the recipe.
    pub fn word(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Measures => "measures",
            Self::Periods => "periods",
        }
    }

    /// Returns what a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Units, Self::Measures, Self::Periods].into_iter().find(|own| own.word() == word)
    }
}

/// What stands before the decimals of numbers that are written as text; the other mark parts thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `1.234,5`.
    Comma,
    /// `1,234.5`.
    Point,
}

impl Mark {
    /// Returns the word in the recipe.
    pub fn word(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Point => "point",
        }
    }

    /// Shows a number so written.
    pub fn example(self) -> &'static str {
        match self {
            Self::Comma => "1.234,5",
            Self::Point => "1,234.5",
        }
    }

    /// Returns the mark before decimals and the one between thousands.
    pub fn letters(self) -> (char, char) {
        match self {
            Self::Comma => (',', '.'),
            Self::Point => ('.', ','),
        }
    }
}

/// What a dash in a cell for a figure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// 0, as spreadsheets show it in accounts.
    Zero,
    /// Not reported.
    Blank,
}

/// How percentages are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// As a fraction of one: 0.85.
    Fraction,
    /// As the number: 85.
    Number,
}

/// In which order a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// `31/01/2019`.
    DayFirst,
    /// `01/31/2019`.
    MonthFirst,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// What its row is about: the name of a unit or measure, or a period.
    Label,
    /// The unit.
    Unit,
    /// The period.
    Period,
    /// The day of receipt.
    Reported,
    /// A remark.
    Note,
    /// Figures of whatever measures the rows are.
    Figures,
    /// Figures of a measure, by its column of the form.
    Measure(u16),
}

/// A cell by row and column, from 0 on.
pub type Spot = (usize, usize);

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipeColumn {
    /// Which one, from 0 on; none if it is to be found by its head.
    pub at: Option<usize>,
    /// What its head says.
    pub head: Option<String>,
    /// What it holds.
    pub contents: Contents,
    /// Whose figures it holds.
    pub unit: Option<UnitId>,
    /// For when.
    pub period: Option<Period>,
    /// How its percentages are stored.
    pub percent: Option<Percent>,
    /// Where it is declared.
    pub place: Place,
}

/// A row of the table that its name alone does not explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipeRow {
    /// What its label says.
    pub name: String,
    /// Which one, from 0 on; none if its name alone tells.
    pub at: Option<usize>,
    /// The unit it is about.
    pub unit: Option<UnitId>,
    /// The period it is about.
    pub period: Option<Period>,
    /// The measures it is about, by their columns of the form: one, or one for each column of figures.
    pub measures: Vec<u16>,
    /// Where it is declared.
    pub place: Place,
}

/// A recipe. Rows and columns are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Its name: that of its file.
    pub name: String,
    /// Whose figures the table has.
    pub form: FormId,
    /// The sheet; none if the file has only one.
    pub sheet: Option<String>,
    /// The first and last row of the head; none if there is no head.
    pub header: Option<(usize, usize)>,
    /// What each row is about.
    pub rows: RowsAre,
    /// How decimals are written in texts.
    pub decimal: Option<Mark>,
    /// What a dash means.
    pub dash: Option<Dash>,
    /// How percentages are stored.
    pub percent: Option<Percent>,
    /// How days are written.
    pub dates: DayOrder,
    /// Whether figures with more decimals than their measure has are rounded, half up.
    pub round: bool,
    /// The year of periods that name none.
    pub year: Option<i32>,
    /// The unit of all figures.
    pub unit: Option<UnitId>,
    /// The cell that names the unit.
    pub unit_cell: Option<Spot>,
    /// The period of all figures.
    pub period: Option<Period>,
    /// The cell that names the period.
    pub period_cell: Option<Spot>,
    /// What the sheet says above the table that its figures are in, such as millions of đồng.
    pub printed_unit: Option<String>,
    /// Labels of rows that are left out.
    pub leave_out: Vec<String>,
    /// Rows that are left out, first and last.
    pub leave_out_rows: Vec<(usize, usize)>,
    /// What the first cell says of the row that is no longer of the table.
    pub until: Option<String>,
    /// The columns.
    pub columns: Vec<RecipeColumn>,
    /// The rows whose labels the plan does not know.
    pub lines: Vec<RecipeRow>,
}
