//! A recipe proposed from a file: what its words mean is found in the plan; what is only alike is left for the user to say.

use std::collections::{BTreeMap, BTreeSet};

use super::above::above;
use super::alike::{alike, meant};
use super::columns::columns;
use super::guess::{Labels, Sheet, best_labels, likely_period};
use super::head::heads;
use super::header::header;
use super::place::{Untaken, is_word, old_letters, sheet};
use super::says::period_of;
use super::signs::{decimal, first_dash, first_long};
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::model::{Contents, FormId, Measure, Period, Proposal, ProposedColumn, ProposedRow, RowsAre, UnitId};
use crate::syntax::loose;
use crate::syntax::names::{fold, kept, nearest_folded};
use crate::syntax::table::{Cell, Grid};

/// What the command line says of a recipe to be made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The form.
    pub form: Option<FormId>,
    /// The sheet.
    pub sheet: Option<&'a str>,
}

/// Proposes a recipe for a file.
///
/// # Errors
/// Returns why no sheet of the file can be read.
pub fn propose(loaded: &Loaded, grids: &[Grid], wanted: Wanted<'_>) -> Result<Proposal, Untaken> {
    let grid = sheet(grids, wanted.sheet)?;
    let is_named = wanted.sheet.is_some() || grids.iter().filter(|own| !own.is_hidden).count() > 1;
    let header = header(loaded, grid);
    if let Some(why) = old(grid, header) {
        return Err(why);
    }
    let heads = header.map(|rows| heads(grid, rows)).unwrap_or_default();
    let named = title_year(grid, header.map_or(0, |(first, _)| first));
    // A plan of one year is about that year.
    let (from, to) = loaded.plan.years;
    let year = named.or((from == to).then_some(from));
    let sheet = Sheet::new(grid, header.map_or(0, |(_, last)| last + 1), heads, year);
    let labels = best_labels(loaded, &sheet, wanted.form);
    let mut proposal = Proposal {
        sheet: is_named.then(|| grid.name.clone()).filter(|name| !name.is_empty()),
        header,
        rows: labels.rows,
        ..Proposal::default()
    };
    let certain = wanted.form.or(labels.form).or_else(|| by_heads(loaded, &sheet, &labels, false));
    let form = certain.or_else(|| by_heads(loaded, &sheet, &labels, true));
    (proposal.form, proposal.is_form_likely) = (form, certain.is_none());
    if certain.is_none() {
        proposal.forms.clone_from(&labels.forms);
    }
    let measures: &[Measure] = form.map_or(&[], |form| &loaded.plan.form(form).measures);
    proposal.columns = columns(loaded, &sheet, &labels, form, measures);
    let read: Vec<usize> = proposal.columns.iter().filter(|own| own.has_numbers).map(|own| own.at).collect();
    rows(loaded, &sheet, &labels, measures, &read, &mut proposal);
    (proposal.decimal, proposal.undecided) = decimal(&sheet, &read);
    proposal.dash = first_dash(&sheet, &read);
    proposal.long = first_long(&sheet, &proposal.columns, measures);
    if needs_year(&sheet, &labels, &proposal) {
        (proposal.year, proposal.is_year_likely) = (year, named.is_none());
    }
    above(loaded, grid, form, &mut proposal);
    Ok(proposal)
}

/// Finds the one year that the cells above a table name.
fn title_year(grid: &Grid, before: usize) -> Option<i32> {
    let texts = grid.rows.iter().take(before).flatten().map(|cell| kept(cell.text()));
    let mut years: Vec<i32> = texts.filter_map(|text| Some(Period::parse(&loose::period_in(&text)?)?.year())).collect();
    years.dedup();
    if let [only] = years[..] { Some(only) } else { None }
}

/// Tells whether some name of a row or head is a period only with a year added.
fn needs_year(sheet: &Sheet<'_>, labels: &Labels, proposal: &Proposal) -> bool {
    let lacks = |cell: &Cell| period_of(cell, None).is_none() && likely_period(cell, sheet.year).is_some();
    let by_row = labels.rows == Some(RowsAre::Periods) && labels.column.is_some_and(|at| sheet.cells(at).any(lacks));
    let column = |own: &ProposedColumn| own.contents == Some(Contents::Period) && sheet.cells(own.at).any(lacks);
    by_row || proposal.columns.iter().any(column)
}

/// Finds text in the letters of an old font among heads and the cells below.
fn old(grid: &Grid, header: Option<(usize, usize)>) -> Option<Untaken> {
    let first = header.map_or(0, |(first, _)| first);
    let rows = grid.rows.iter().enumerate().skip(first);
    let texts = rows.flat_map(|(row, cells)| cells.iter().enumerate().map(move |(column, cell)| ((row, column), cell)));
    let mut texts = texts.filter(|(_, cell)| matches!(cell, Cell::Text(_)));
    texts.find_map(|((row, column), cell)| Some(Untaken::At(Grid::address(row, column), old_letters(cell.text())?)))
}

/// Finds the form whose measures the heads name most, by their names or by names like them.
fn by_heads(loaded: &Loaded, sheet: &Sheet<'_>, labels: &Labels, is_alike: bool) -> Option<FormId> {
    let among = |form: &FormId| labels.forms.is_empty() || labels.forms.contains(form);
    let count = |form: FormId| {
        let measures = &loaded.plan.form(form).measures;
        let is_named = |(at, head): &(usize, &String)| {
            !head.is_empty()
                && (meant(head, measures).is_some()
                    || (is_alike && sheet.has_numbers(*at) && alike(head, sheet.number(*at), measures).is_some()))
        };
        sheet.heads.iter().enumerate().filter(is_named).count()
    };
    let mut counts: Vec<(usize, FormId)> =
        (0..loaded.plan.forms.len()).map(FormId::at).filter(among).map(|form| (count(form), form)).collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    // One name that is like one of a form says nothing.
    let least = if is_alike { 2 } else { 1 };
    match counts[..] {
        [(count, form)] if count >= least => Some(form),
        [(most, form), (next, _), ..] if most > next && most >= least => Some(form),
        _ => None,
    }
}

/// What a row with a total is called.
const TOTALS: [&str; 5] = ["tổng số", "tổng cộng", "cộng", "tổng", "total"];

/// Finds the rows that the plan does not know, and those with totals.
fn rows(
    loaded: &Loaded,
    sheet: &Sheet<'_>,
    labels: &Labels,
    measures: &[Measure],
    read: &[usize],
    proposal: &mut Proposal,
) {
    let Some(column) = labels.column else { return };
    let names: Vec<(String, String)> = measures.iter().map(|own| (own.id.value.clone(), fold(&own.name))).collect();
    let mut seen: Vec<String> = Vec::new();
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    for row in sheet.first..sheet.grid.rows.len() {
        *all.entry(fold(&sheet.label(row, column))).or_default() += 1;
    }
    let (mut nearest, mut first) = (Nearest::asked(), BTreeSet::new());
    for row in sheet.first..sheet.grid.rows.len() {
        let name = sheet.label(row, column);
        let has_figure =
            read.iter().map(|at| sheet.grid.cell(row, *at)).any(|cell| *cell != Cell::Empty && !is_word(cell));
        if name.is_empty() || !has_figure {
            continue;
        }
        proposal.labelled += 1;
        let folded = fold(&name);
        let is_repeated = all.get(&folded).is_some_and(|count| *count > 1);
        // The second row of one name is not known, whatever the first one is.
        let is_known = labels.knows(loaded, sheet.grid.shown(row, column), measures, sheet.year);
        let has_more = proposal.has(Contents::Period) || proposal.has(Contents::Unit);
        if is_known && (!is_repeated || has_more || first.insert(folded.clone())) {
            continue;
        }
        let is_total = TOTALS.contains(&folded.trim_end_matches([':', '.']).trim_end());
        if labels.rows == Some(RowsAre::Units) && is_total {
            if !seen.contains(&folded) {
                proposal.leave_out.push(name);
                seen.push(folded);
            }
            continue;
        }
        let is_unit = labels.rows == Some(RowsAre::Units) && !is_known;
        let near = is_unit.then(|| nearest.name(&name, &loaded.names)).flatten();
        let owes = |unit: &UnitId| proposal.form.is_none_or(|form| loaded.plan.form(form).units.contains(unit));
        let unit = near.and_then(|near| loaded.unit_called(&near)).filter(owes);
        let measure =
            (labels.rows == Some(RowsAre::Measures) && !is_known).then(|| nearest_folded(&name, &names)).flatten();
        let measure = measure.and_then(|id| measures.iter().position(|own| own.id.value == id));
        let measure = measure.and_then(|at| u16::try_from(at).ok());
        proposal.lines.push(ProposedRow { at: row, name, unit, measure, is_repeated });
    }
}
