//! What a recipe makes of a sheet: reports of units, each figure with the cell it stands in.
//!
//! Nothing is guessed here: a column must have the head, a row the name that the recipe or the plan has for it.

use std::cell::{LazyCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::head::heads;
use super::place::{Columns, Untaken, columns, printed_unit, sheet};
use super::says::Says;
use super::whose::Whose;
use crate::load::filled::{Filled, Refusal};
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::model::{Measure, Period, Recipe, RecipeRow, RowsAre, Spot, Timetable, UnitId};
use crate::syntax::names::{fold, kept, nearest};
use crate::syntax::table::{Cell, Grid};
use crate::text::{Finding, Misread};

/// What the command line says of a file.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Whose figures it has.
    pub unit: Option<UnitId>,
    /// For when.
    pub period: Option<Period>,
    /// The sheet to read.
    pub sheet: Option<String>,
}

/// What was taken from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The reports, in the order of their first figures.
    pub reports: Vec<Filled>,
    /// What cannot be taken over and belongs to no report.
    pub refused: Vec<Refusal>,
    /// Heads of columns and names of rows that are left out, by their addresses.
    pub left_out: Vec<(String, String)>,
    /// The units of the form that the sheet has no figure of.
    pub missing: Vec<UnitId>,
}

/// Reads a sheet as a recipe says.
///
/// # Errors
/// Returns why no sheet can be read; what is wrong within it stands in the answer.
pub fn taken(
    loaded: &Loaded,
    times: &Timetable,
    recipe: &Recipe,
    grids: &[Grid],
    given: &Given,
) -> Result<Taken, Untaken> {
    let grid = sheet(grids, given.sheet.as_deref().or(recipe.sheet.as_deref()))?;
    let nearest = RefCell::new(Nearest::asked());
    let mut taking = Taking {
        says: Says { loaded, times, recipe, nearest: &nearest },
        grid,
        measures: &loaded.plan.form(recipe.form).measures,
        columns: Columns::default(),
        heads: None,
        fixed: Whose::default(),
        cells: BTreeMap::new(),
        reports: BTreeMap::new(),
        lines: HashMap::new(),
        leave_out: recipe.leave_out.iter().map(|own| fold(own)).collect(),
        until: recipe.until.as_deref().map(fold),
        taken: Taken::default(),
    };
    let heads = recipe.header.map(|rows| heads(grid, rows)).unwrap_or_default();
    for line in &recipe.lines {
        taking.lines.entry(fold(&line.name)).or_default().push(line);
    }
    taking.lines.values_mut().for_each(|lines| lines.sort_by_key(|own| own.at.is_none()));
    taking.columns = columns(recipe, &heads, &mut taking.taken.refused);
    if let Err(refusal) = printed_unit(grid, taking.says) {
        taking.taken.refused.push(refusal);
    }
    taking.fix(given);
    taking.heads = (!heads.is_empty()).then_some(heads.len());
    taking.name_left_out(&heads);
    // With a column elsewhere or another period than expected, every cell below would be refused for that.
    if !taking.taken.refused.is_empty() {
        return Ok(taking.taken);
    }
    let first = recipe.header.map_or(0, |(_, last)| last + 1);
    let end = (first..grid.rows.len()).find(|row| taking.is_end(*row)).unwrap_or(grid.rows.len());
    for row in first..end {
        taking.row(row);
    }
    for row in end..grid.rows.len() {
        taking.name_behind(row);
    }
    taking.lines_in_place();
    Ok(taking.finish())
}

/// What a row is about.
pub(super) struct Subject {
    pub(super) whose: Whose,
    pub(super) measures: Vec<u16>,
}

pub(super) struct Taking<'a> {
    pub(super) says: Says<'a>,
    pub(super) grid: &'a Grid,
    pub(super) measures: &'a [Measure],
    pub(super) columns: Columns<'a>,
    /// How many columns have a head; none if there is no head.
    pub(super) heads: Option<usize>,
    /// What holds for the whole sheet.
    pub(super) fixed: Whose,
    /// Where each figure stands.
    pub(super) cells: BTreeMap<(UnitId, Period, u16), String>,
    /// Where each report stands among those taken.
    pub(super) reports: BTreeMap<(UnitId, Period), usize>,
    /// The rows that the recipe names, by their names folded; those that it places before the others.
    pub(super) lines: HashMap<String, Vec<&'a RecipeRow>>,
    /// The names of rows to leave out, folded.
    pub(super) leave_out: BTreeSet<String>,
    /// How the row begins that ends the table, folded.
    pub(super) until: Option<String>,
    pub(super) taken: Taken,
}

impl Taking<'_> {
    pub(super) fn refuse(&mut self, (row, column): Spot, why: impl Into<Misread>) {
        let address = Grid::address(row, column);
        self.taken.refused.push(Refusal { address, column: None, why: why.into() });
    }

    /// Finds out what holds for the whole sheet: from the command line, the recipe, and cells above the table.
    fn fix(&mut self, given: &Given) {
        let recipe = self.says.recipe;
        let unit = |unit: UnitId| (unit, self.says.unit_name(unit));
        let period = |period: Period| (period, period.to_string());
        let typed = Whose {
            unit: given.unit.map(|own| (own, format!("--unit {}", self.says.unit_name(own)))),
            period: given.period.map(|own| (own, format!("--period {own}"))),
        };
        let declared = Whose { unit: recipe.unit.map(unit), period: recipe.period.map(period) };
        let mut fixed = typed.with(&declared);
        if let Some(spot) = recipe.unit_cell {
            match self.says.unit_in(self.grid.cell(spot.0, spot.1)) {
                Ok(unit) => {
                    let found = Whose { unit: Some((unit, self.says.unit_name(unit))), period: None };
                    fixed = fixed.and_then(|own| own.with(&found));
                }
                Err(why) => self.refuse(spot, why),
            }
        }
        if let Some(spot) = recipe.period_cell {
            match self.says.period_in(self.grid.cell(spot.0, spot.1)) {
                Ok(period) => {
                    let found = Whose { unit: None, period: Some((period, period.to_string())) };
                    fixed = fixed.and_then(|own| own.with(&found));
                }
                Err(why) => self.refuse(spot, why),
            }
        }
        match fixed {
            Ok(fixed) => self.fixed = fixed,
            Err(why) => self.refuse(recipe.period_cell.or(recipe.unit_cell).unwrap_or_default(), why),
        }
    }

    /// Names the columns that nothing is read of.
    fn name_left_out(&mut self, heads: &[String]) {
        let header = self.says.recipe.header;
        let (row, below) = header.map_or((0, 0), |(first, last)| (first, last + 1));
        let width = self.grid.rows.iter().map(Vec::len).max().unwrap_or_default();
        for column in (0..width).filter(|column| !self.columns.read.contains_key(column)) {
            let head = heads.get(column).filter(|head| !head.is_empty());
            if let Some(head) = head {
                self.taken.left_out.push((Grid::address(row, column), head.clone()));
                continue;
            }
            // Without a head, the first thing that stands there names it.
            let mut rows = below..self.grid.rows.len();
            if let Some(row) = rows.find(|row| *self.grid.cell(*row, column) != Cell::Empty) {
                let text = kept(self.grid.cell(row, column).text());
                self.taken.left_out.push((Grid::address(row, column), text));
            }
        }
    }

    /// Refuses rows that the recipe places and that have another name there.
    fn lines_in_place(&mut self) {
        let Some(column) = self.columns.label else { return };
        let grid = self.grid;
        // The first row of each name, folded; made when the first one is not in its place.
        let rows = LazyCell::new(|| {
            let name = |row: usize| (fold(grid.cell(row, column).text()), row);
            (0..grid.rows.len()).rev().map(name).collect::<HashMap<String, usize>>()
        });
        for line in &self.says.recipe.lines {
            let Some(at) = line.at else { continue };
            let is = kept(self.label(at).text());
            let wanted = fold(&line.name);
            if fold(&is) == wanted {
                continue;
            }
            let elsewhere = rows.get(&wanted).map(|row| (row + 1).to_string());
            self.refuse((at, column), Misread::RowDiffers { wanted: line.name.clone(), is, elsewhere });
        }
    }

    fn finish(mut self) -> Taken {
        let form = self.says.loaded.plan.form(self.says.recipe.form);
        for filled in &mut self.taken.reports {
            filled.figures.sort_by_key(|own| own.column);
            filled.blank.sort_unstable();
            filled.blank.dedup_by_key(|own| own.0);
            let has = |column: u16| filled.figures.iter().any(|own| own.column == column);
            let blank: Vec<_> = filled.blank.iter().filter(|(column, _)| !has(*column)).cloned().collect();
            filled.blank = blank;
        }
        if form.units.len() > 1 && self.fixed.unit.is_none() {
            let has_figures = |own: &&Filled| !own.figures.is_empty() || !own.refused.is_empty();
            let known: BTreeSet<UnitId> = self.taken.reports.iter().filter(has_figures).map(|own| own.unit).collect();
            self.taken.missing = form.units.iter().filter(|unit| !known.contains(unit)).copied().collect();
        }
        self.taken
    }
}

/// Says that a name is unknown, with the nearest of some.
pub(super) fn unknown<'a>(name: &str, rows: RowsAre, known: impl Iterator<Item = &'a str>) -> Misread {
    let near = nearest(name, known);
    Misread::UnknownRow { name: name.to_owned(), rows: rows.word().to_owned(), near }
}

/// Says why a period is none of a form.
pub(super) fn outside(text: &str) -> Misread {
    Misread::from(Finding::PeriodOutsidePlan { text: text.to_owned() })
}
