//! A form that a unit filled in, read back: which form it is says the form itself, each figure stands beside its measure's id.

use chrono::NaiveDate;

use super::plan::Loaded;
use crate::model::{FormId, Measure, Party, Period, Timetable, UnitId};
use crate::syntax::cell::plain;
use crate::syntax::loose;
use crate::syntax::names::{fold, kept, whole};
use crate::syntax::table::{Cell, Grid, Unreadable};
use crate::text::{self, BadNumber, Finding, Lang, Misread, Noun, Word};

/// What stands in the first cell of the row that says which form it is.
pub const MARK: &str = "plan-form";

/// The sheet that says it too, where nobody sees it.
const HIDDEN: &str = "plan";

/// Keys in the place of a measure's id.
const NOTE: &str = "note";
const FILLED_BY: &str = "filled-by";

/// Something in a cell that cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where it stands, as a spreadsheet shows it.
    pub address: String,
    /// The column of the form, if it is known.
    pub column: Option<u16>,
    /// What is wrong.
    pub why: Misread,
}

/// A figure that a unit entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Where it stands.
    pub address: String,
    /// The column of the form.
    pub column: u16,
    /// The figure as a file of data/ has it.
    pub text: String,
    /// What the cell says, where that was rounded.
    pub rounded_from: Option<String>,
}

/// A form that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Which form.
    pub form: FormId,
    /// Who filled it in.
    pub unit: UnitId,
    /// For when.
    pub period: Period,
    /// The figures, in the order of the form.
    pub figures: Vec<Entered>,
    /// Measures without a figure, with the cell that is blank; none where the row is gone.
    pub blank: Vec<(u16, Option<String>)>,
    /// The day of receipt, where the file says it, and where that stands.
    pub reported: Option<(NaiveDate, String)>,
    /// The remark, with who filled it in, and where it stands.
    pub note: Option<(String, String)>,
    /// Cells with something in them that no measure asks for, by their addresses.
    pub left_out: Vec<(String, String)>,
    /// What cannot be taken over.
    pub refused: Vec<Refusal>,
}

impl Filled {
    /// Makes a report with nothing in it.
    pub(super) fn new(form: FormId, unit: UnitId, period: Period) -> Self {
        let (figures, blank, left_out, refused) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { form, unit, period, figures, blank, reported: None, note: None, left_out, refused }
    }

    fn is_blank(&self, column: u16) -> bool {
        self.blank.iter().any(|(own, _)| *own == column)
    }
}

/// Why a table is no form that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFilled {
    /// It does not say which form it is.
    NoForm,
    /// None of the sheets that can be read does, and one cannot be; with its name and why.
    Unread(String, Unreadable),
    /// It was made for another plan, with that one's number.
    OtherPlan(String),
    /// It says two different things of itself, in the sheet and in the hidden one.
    Torn,
    /// More than one of its sheets is a form.
    Several,
    /// What it says of itself is nothing in this plan.
    Unfit(Box<Refusal>),
    /// It has no row with the heads of the columns.
    NoHeads,
}

/// What a form says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Identity {
    form: String,
    period: String,
    unit: String,
    plan: String,
    address: String,
}

/// Reads a form that was filled in from the sheets of its file.
///
/// # Errors
/// Returns why it is none, or none of this plan.
pub fn filled(loaded: &Loaded, times: &Timetable, grids: &[Grid]) -> Result<Filled, NotFilled> {
    let hidden = grids.iter().find(|grid| grid.name == HIDDEN).and_then(hidden);
    let mut seen = grids.iter().filter(|grid| grid.name != HIDDEN).filter_map(|grid| Some((grid, identity(grid)?)));
    let (grid, own) = seen.next().ok_or_else(|| no_form(grids))?;
    // Somebody gathered sheets in one file; the others must not be lost without a word.
    if seen.next().is_some() {
        return Err(NotFilled::Several);
    }
    let says = |own: &Identity| (own.form.clone(), own.period.clone(), own.unit.clone(), own.plan.clone());
    if hidden.is_some_and(|hidden| says(&hidden) != says(&own)) {
        return Err(NotFilled::Torn);
    }
    if own.plan != loaded.plan.head.number {
        return Err(NotFilled::OtherPlan(own.plan));
    }
    let (form, unit, period) = resolved(loaded, times, &own)?;
    let (head, ids, now) = heads(grid).ok_or(NotFilled::NoHeads)?;
    let mut reading =
        Reading { grid, measures: &loaded.plan.form(form).measures, now, filled: Filled::new(form, unit, period) };
    for row in (head + 1)..grid.rows.len() {
        reading.row(row, ids);
    }
    Ok(reading.finish())
}

/// Says that there is no form, or that it may be in a sheet that cannot be read.
fn no_form(grids: &[Grid]) -> NotFilled {
    let unread = grids.iter().find_map(|grid| grid.unread.as_ref().map(|why| (grid.name.clone(), why.clone())));
    unread.map_or(NotFilled::NoForm, |(name, why)| NotFilled::Unread(name, why))
}

/// Tells whether a file is a form that was made here.
pub fn is_form(grids: &[Grid]) -> bool {
    grids.iter().any(|grid| grid.rows.iter().flatten().any(|cell| cell.text() == MARK))
}

/// Finds what a form says of itself in the sheet that people see.
fn identity(grid: &Grid) -> Option<Identity> {
    let is_mark = |row: &usize| grid.rows[*row].iter().any(|cell| cell.text() == MARK);
    let row = (0..grid.rows.len()).find(is_mark)?;
    let at = grid.rows[row].iter().position(|cell| cell.text() == MARK)?;
    let text = |column: usize| grid.cell(row, at + column).text().to_owned();
    let address = Grid::address(row, at);
    Some(Identity { form: text(1), period: text(2), unit: text(3), plan: text(4), address })
}

fn hidden(grid: &Grid) -> Option<Identity> {
    let value = |key: &str| {
        let row = grid.rows.iter().position(|row| row.first().is_some_and(|cell| cell.text() == key))?;
        Some(grid.cell(row, 1).text().to_owned())
    };
    let address = String::new();
    Some(Identity {
        form: value("form")?,
        period: value("period")?,
        unit: value("unit")?,
        plan: value("plan")?,
        address,
    })
}

fn resolved(loaded: &Loaded, times: &Timetable, own: &Identity) -> Result<(FormId, UnitId, Period), NotFilled> {
    let refused = |finding: Finding| {
        let why = Misread::from(finding);
        NotFilled::Unfit(Box::new(Refusal { address: own.address.clone(), column: None, why }))
    };
    let plan = &loaded.plan;
    let form = plan.forms.iter().position(|form| form.id.value == own.form).map(FormId::at).ok_or_else(|| {
        refused(Finding::UnknownId { id: own.form.clone(), wanted: Noun::Form, near: None, is_name: false })
    })?;
    let unit = loaded.unit_called(&own.unit).ok_or_else(|| {
        refused(Finding::UnknownUnit { name: own.unit.clone(), near: loaded.nearest_name(&own.unit) })
    })?;
    let declared = plan.form(form);
    if !declared.units.contains(&unit) {
        let unit = plan.party_name(Party::Unit(unit)).to_owned();
        return Err(refused(Finding::UnitNotListed { unit, form: own.form.clone() }));
    }
    let near = loose::period(&own.period);
    let period =
        Period::parse(&own.period).ok_or_else(|| refused(Finding::BadPeriod { text: own.period.clone(), near }))?;
    if period.kind() != declared.every || (times.form(form).index(period).is_none() && !declared.history) {
        return Err(refused(Finding::PeriodOutsidePlan { text: own.period.clone() }));
    }
    Ok((form, unit, period))
}

/// Finds the heads: the row, the column of ids, the column of figures. They may be in either language.
fn heads(grid: &Grid) -> Option<(usize, usize, usize)> {
    let is = |cell: &Cell, word: Word| {
        let text = fold(cell.text());
        [Lang::Vi, Lang::En].into_iter().any(|lang| fold(text::word(word, lang)) == text)
    };
    (0..grid.rows.len()).find_map(|row| {
        let at = |word: Word| grid.rows[row].iter().position(|cell| is(cell, word));
        Some((row, at(Word::EntryId)?, at(Word::EntryNow)?))
    })
}

struct Reading<'a> {
    grid: &'a Grid,
    measures: &'a [Measure],
    now: usize,
    filled: Filled,
}

impl Reading<'_> {
    fn row(&mut self, row: usize, ids: usize) {
        let id = self.grid.cell(row, ids).text();
        let value = self.grid.cell(row, self.now);
        let address = Grid::address(row, self.now);
        match id {
            // The row that says which form it is, checks, and blank lines.
            MARK | "" => {}
            NOTE | FILLED_BY => self.remark(row, ids, id == NOTE),
            id => match self.measures.iter().position(|own| own.id.value == id) {
                Some(at) => self.figure(u16::try_from(at).unwrap_or(u16::MAX), value, address),
                None if *value == Cell::Empty => {}
                None => self.filled.left_out.push((address, value.text().to_owned())),
            },
        }
    }

    /// Takes a remark: the first cell behind the words that ask for it.
    fn remark(&mut self, row: usize, ids: usize, is_note: bool) {
        let cells = (ids + 2)..self.grid.rows[row].len();
        let found = cells.map(|at| (at, self.grid.cell(row, at))).find(|(_, cell)| **cell != Cell::Empty);
        let Some((at, cell)) = found else { return };
        let own = if is_note { whole(cell.text()) } else { kept(&format!("({})", cell.text())) };
        let address = Grid::address(row, at);
        self.filled.note = Some(match self.filled.note.take() {
            None => (own, address),
            // A form that was sent out again holds the remark with the name already.
            Some((before, first)) if before.ends_with(&own) => (before, first),
            Some((before, first)) if is_note && own.ends_with(&before) => (own, first),
            Some((before, first)) if is_note => (format!("{own} {before}"), first),
            Some((before, first)) => (format!("{before} {own}"), first),
        });
    }

    fn figure(&mut self, column: u16, value: &Cell, address: String) {
        let is_twice = self.filled.figures.iter().any(|own| own.column == column) || self.filled.is_blank(column);
        let measure = &self.measures[usize::from(column)];
        if is_twice {
            let finding = Finding::RepeatedId { id: measure.id.value.clone(), key: measure.name.clone() };
            let why = Misread::from(finding);
            self.filled.refused.push(Refusal { address, column: Some(column), why });
            return;
        }
        match entered(value, measure, self.grid.has_decimal_comma) {
            Ok(None) => self.filled.blank.push((column, Some(address))),
            Ok(Some(text)) => self.filled.figures.push(Entered { address, column, text, rounded_from: None }),
            Err(finding) => {
                let why = Misread::from(finding);
                self.filled.refused.push(Refusal { address, column: Some(column), why });
            }
        }
    }

    fn finish(mut self) -> Filled {
        let all = 0..u16::try_from(self.measures.len()).unwrap_or(u16::MAX);
        let seen = |filled: &Filled, column: u16| {
            let is_refused = filled.refused.iter().any(|own| own.column == Some(column));
            is_refused || filled.is_blank(column) || filled.figures.iter().any(|own| own.column == column)
        };
        let lost: Vec<u16> = all.filter(|column| !seen(&self.filled, *column)).collect();
        self.filled.blank.extend(lost.into_iter().map(|column| (column, None)));
        self.filled.figures.sort_by_key(|own| own.column);
        self.filled.blank.sort_unstable();
        self.filled
    }
}

/// Reads a figure; none if the cell is blank.
fn entered(value: &Cell, measure: &Measure, has_decimal_comma: bool) -> Result<Option<String>, Finding> {
    let text = match value {
        Cell::Empty => return Ok(None),
        // The comma belongs to the file, never to the cell.
        Cell::Text(text) if has_decimal_comma && text.matches(',').count() == 1 && measure.decimals > 0 => {
            text.replace(',', ".")
        }
        Cell::Number(text) | Cell::Text(text) => text.clone(),
        Cell::Percent(text) => return Err(Finding::BadNumber { text: text.clone(), why: BadNumber::Percent }),
        Cell::Date(text) => return Err(Finding::BadNumber { text: text.clone(), why: BadNumber::IsDate }),
        Cell::Formula(text) => return Err(Finding::BadNumber { text: text.clone(), why: BadNumber::NoValue }),
        Cell::Error(text) | Cell::Other(text) => {
            return Err(Finding::BadNumber { text: text.clone(), why: BadNumber::NotANumber });
        }
    };
    super::figure::figure(&text, measure).map(|_| Some(plain(&text)))
}
