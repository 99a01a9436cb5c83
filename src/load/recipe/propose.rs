//! A recipe proposed from a file: what its words mean is found in the plan; what is only alike is left for the user to say.

use std::collections::{BTreeMap, BTreeSet};

use super::guess::{Labels, Sheet, best_labels, is_year, likely_period};
use super::head::{BETWEEN, heads, is_numbers};
use super::place::{Untaken, old_letters, period, period_of, printed_units, sheet};
use super::signs::{decimal, first_dash, first_long};
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::model::{Contents, FormId, Measure, Period, Proposal, ProposedColumn, ProposedRow, RowsAre, Sighting};
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
    let header = header(grid);
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

/// How far down a head is looked for.
const DEEPEST: usize = 60;

/// Finds the rows of the head: those above the first row with figures, or down to the row of column numbers.
fn header(grid: &Grid) -> Option<(usize, usize)> {
    let filled = |row: usize| grid.rows[row].iter().filter(|cell| **cell != Cell::Empty).count();
    let near = 0..grid.rows.len().min(DEEPEST);
    let numbered = near.clone().find(|row| filled(*row) >= 3 && is_numbers(grid, *row));
    let last = numbered.or_else(|| last_head(grid, near.clone().find(|row| has_figures(grid, *row))?))?;
    let mut first = last;
    for row in (0..last).rev() {
        let above = row.checked_sub(1).map_or(0, filled);
        match filled(row) {
            0 => {}
            // A head of one cell alone, below wider ones.
            1 if above >= 3 => first = row,
            1 => break,
            _ if printed_units(grid, row + 1).iter().any(|(spot, _)| spot.0 == row) || has_figures(grid, row) => break,
            _ => first = row,
        }
    }
    Some((first, last))
}

/// Finds the last row of the head above the first row with figures. The title of a group of rows is no head: it stands beside columns
/// of figures, never above one.
fn last_head(grid: &Grid, first: usize) -> Option<usize> {
    let cells = |row: usize| grid.rows[row].iter().enumerate();
    // Numbers before the name count rows.
    let name = grid.rows[first].iter().position(|cell| matches!(cell, Cell::Text(_)) && !is_number(cell));
    let is_figure = |at: usize| is_number(grid.cell(first, at)) && name.is_none_or(|name| at > name);
    (0..first).rev().find(|row| cells(*row).any(|(at, cell)| *cell != Cell::Empty && is_figure(at)))
}

/// Tells whether a row has figures and a name: years alone are heads.
fn has_figures(grid: &Grid, row: usize) -> bool {
    let cells = &grid.rows[row];
    let numbers: Vec<&str> = cells.iter().filter(|cell| is_number(cell)).map(Cell::text).collect();
    let has_text = cells.iter().any(|cell| matches!(cell, Cell::Text(_)) && !is_number(cell));
    !numbers.is_empty() && has_text && !numbers.iter().all(|text| is_year(text))
}

/// Tells whether a cell holds a number, also one in text.
pub(super) fn is_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Percent(_) => true,
        Cell::Text(text) => {
            let text = text.trim_start_matches('-').trim_end_matches('%').trim_end();
            text.starts_with(|own: char| own.is_ascii_digit())
                && text.chars().all(|own| own.is_ascii_digit() || own == '.' || own == ',')
        }
        Cell::Empty | Cell::Error(_) | Cell::Date(_) | Cell::Formula(_) | Cell::Other(_) => false,
    }
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

/// Finds the one measure that a head names: all of it, or its last part.
fn meant(head: &str, measures: &[Measure]) -> Option<u16> {
    let parts = [head, head.rsplit(BETWEEN).next().unwrap_or(head)];
    parts.iter().find_map(|part| {
        let folded = fold(part);
        let is_named = |own: &&(usize, &Measure)| fold(&own.1.name) == folded || own.1.id.value == folded;
        let mut found = measures.iter().enumerate().collect::<Vec<_>>().into_iter();
        let found: Vec<usize> = found.by_ref().filter(|own| is_named(&own)).map(|(at, _)| at).collect();
        match found[..] {
            [only] => u16::try_from(only).ok(),
            _ => None,
        }
    })
}

/// Finds a measure with a like name: by the number of the column that both print, by the words of the head, by its letters.
fn alike(head: &str, number: &str, measures: &[Measure]) -> Option<u16> {
    let number = number.split('=').next().unwrap_or_default().trim().trim_matches(['(', ')']);
    let ending = format!("({number})");
    let mut numbered = (0..measures.len()).filter(|at| !number.is_empty() && measures[*at].name.ends_with(&ending));
    if let (Some(at), None) = (numbered.next(), numbered.next()) {
        return u16::try_from(at).ok();
    }
    let own = words(head);
    let shared = |at: &usize| {
        let name = words(&measures[*at].name);
        let both = in_both(&own, &name);
        // In hundredths of all the words of both.
        both * 100 / (own.len() + name.len() - both).max(1)
    };
    let most = (0..measures.len()).map(|at| shared(&at)).max().unwrap_or_default();
    let mut first = (0..measures.len()).filter(|at| most >= 60 && shared(at) == most);
    if let (Some(at), None) = (first.next(), first.next()) {
        return u16::try_from(at).ok();
    }
    // One says all that the other says.
    let is_part = |at: &usize| {
        let name = words(&measures[*at].name);
        let both = in_both(&own, &name);
        !name.is_empty() && (both == name.len() || both == own.len())
    };
    let mut parts = (0..measures.len()).filter(is_part);
    if let (Some(at), None, false) = (parts.next(), parts.next(), own.is_empty()) {
        return u16::try_from(at).ok();
    }
    let names: Vec<(String, String)> = measures.iter().map(|own| (own.id.value.clone(), fold(&own.name))).collect();
    let last = head.rsplit(BETWEEN).next().unwrap_or(head);
    let id = nearest_folded(head, &names).or_else(|| nearest_folded(last, &names))?;
    measures.iter().position(|own| own.id.value == id).and_then(|at| u16::try_from(at).ok())
}

/// Returns the words of a name, numbers of columns left out.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|own: char| !own.is_alphanumeric());
    words.filter(|word| word.chars().any(char::is_alphabetic)).map(str::to_owned).collect()
}

/// Counts the words that two names share, one that stands twice in both of them twice.
fn in_both(one: &[String], other: &[String]) -> usize {
    let mut rest: Vec<&String> = other.iter().collect();
    let has = |word: &&String| rest.iter().position(|own| own == word).map(|at| rest.swap_remove(at)).is_some();
    one.iter().filter(has).count()
}

fn columns(
    loaded: &Loaded,
    sheet: &Sheet<'_>,
    labels: &Labels,
    form: Option<FormId>,
    measures: &[Measure],
) -> Vec<ProposedColumn> {
    let mut list = Vec::new();
    for at in 0..sheet.width {
        let head = sheet.heads.get(at).cloned().unwrap_or_default();
        let has_numbers = sheet.has_numbers(at) && !sheet.is_ordinal(at);
        if head.is_empty() && !has_numbers && labels.column != Some(at) {
            continue;
        }
        let mut column = ProposedColumn {
            at,
            letters: Grid::letters(at),
            head,
            contents: None,
            near: None,
            unit: None,
            period: None,
            has_numbers,
        };
        if labels.column == Some(at) {
            (column.contents, column.has_numbers) = (Some(Contents::Label), false);
        } else if !sheet.is_ordinal(at) {
            meaning(loaded, sheet, labels, (form, measures), &mut column);
        }
        list.push(column);
    }
    alone(labels, &mut list);
    list
}

/// Finds out what a column holds.
fn meaning(
    loaded: &Loaded,
    sheet: &Sheet<'_>,
    labels: &Labels,
    (form, measures): (Option<FormId>, &[Measure]),
    column: &mut ProposedColumn,
) {
    let last = fold(column.head.rsplit(BETWEEN).next().unwrap_or_default());
    let is_one_of = |words: &[&str]| words.contains(&last.as_str());
    if is_one_of(&["ghi chú", "note", "remarks"]) {
        (column.contents, column.has_numbers) = (Some(Contents::Note), false);
        return;
    }
    if is_one_of(&["ngày nhận", "ngày gửi", "ngày báo cáo", "reported"]) {
        (column.contents, column.has_numbers) = (Some(Contents::Reported), false);
        return;
    }
    let all = |is: &dyn Fn(&Cell) -> bool| sheet.cells(column.at).next().is_some() && sheet.cells(column.at).all(is);
    let is_unit = |cell: &Cell| loaded.unit_called(cell.text()).is_some();
    if labels.rows != Some(RowsAre::Units) && all(&is_unit) {
        (column.contents, column.has_numbers) = (Some(Contents::Unit), false);
        return;
    }
    let is_period = |cell: &Cell| form.is_some_and(|form| kind_of(loaded, form, likely_period(cell, sheet.year)));
    if labels.rows != Some(RowsAre::Periods) && all(&is_period) {
        (column.contents, column.has_numbers) = (Some(Contents::Period), false);
        return;
    }
    if !column.has_numbers {
        return;
    }
    if labels.rows == Some(RowsAre::Measures) {
        column.unit = loaded.unit_called(&last);
        column.period =
            form.and_then(|form| period(&kept(&last), sheet.year).filter(|own| kind_of(loaded, form, Some(*own))));
        column.contents = (column.unit.is_some() || column.period.is_some()).then_some(Contents::Figures);
    } else if let Some(measure) = meant(&column.head, measures) {
        column.contents = Some(Contents::Measure(measure));
    } else {
        column.near = alike(&column.head, sheet.number(column.at), measures);
    }
}

fn kind_of(loaded: &Loaded, form: FormId, period: Option<Period>) -> bool {
    period.is_some_and(|period| period.kind() == loaded.plan.form(form).every)
}

/// Takes the only column of numbers for the figures, where rows are measures; and no measure for two columns.
fn alone(labels: &Labels, columns: &mut [ProposedColumn]) {
    if labels.rows == Some(RowsAre::Measures) {
        let mut numbers = columns.iter_mut().filter(|own| own.has_numbers);
        if let (Some(only), None) = (numbers.next(), numbers.next()) {
            only.contents = Some(Contents::Figures);
        }
    }
    for at in 0..columns.len() {
        let Some(Contents::Measure(measure)) = columns[at].contents else { continue };
        let is_same = |own: &ProposedColumn| own.contents == Some(Contents::Measure(measure));
        if columns.iter().filter(|own| is_same(own)).count() > 1 {
            for own in columns.iter_mut().filter(|own| is_same(own)) {
                (own.contents, own.near) = (None, Some(measure));
            }
        }
    }
    let taken: Vec<Option<Contents>> = columns.iter().map(|own| own.contents).collect();
    for own in columns.iter_mut() {
        own.near = own.near.filter(|near| !taken.contains(&Some(Contents::Measure(*near))));
    }
}

/// Words that a row with a total begins with.
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
    let (mut nearest, mut first) = (Nearest::default(), BTreeSet::new());
    for row in sheet.first..sheet.grid.rows.len() {
        let name = sheet.label(row, column);
        let has_figure = read.iter().any(|at| *sheet.grid.cell(row, *at) != Cell::Empty);
        if name.is_empty() || !has_figure {
            continue;
        }
        proposal.labelled += 1;
        let folded = fold(&name);
        let is_repeated = all.get(&folded).is_some_and(|count| *count > 1);
        // The second row of one name is not known, whatever the first one is.
        let is_known = labels.knows(loaded, sheet.grid.cell(row, column), measures, sheet.year);
        let has_more = proposal.has(Contents::Period) || proposal.has(Contents::Unit);
        if is_known && (!is_repeated || has_more || first.insert(folded.clone())) {
            continue;
        }
        let is_total = TOTALS.iter().any(|own| folded == *own || folded.starts_with(&format!("{own} ")));
        if labels.rows == Some(RowsAre::Units) && is_total {
            if !seen.contains(&folded) {
                proposal.leave_out.push(name);
                seen.push(folded);
            }
            continue;
        }
        let is_unit = labels.rows == Some(RowsAre::Units) && !is_known;
        let near = is_unit.then(|| nearest.name(&name, &loaded.names)).flatten();
        let unit = near.and_then(|near| loaded.unit_called(&near));
        let measure =
            (labels.rows == Some(RowsAre::Measures) && !is_known).then(|| nearest_folded(&name, &names)).flatten();
        let measure = measure.and_then(|id| measures.iter().position(|own| own.id.value == id));
        let measure = measure.and_then(|at| u16::try_from(at).ok());
        proposal.lines.push(ProposedRow { at: row, name, unit, measure, is_repeated });
    }
}

/// Finds what cells above the table say of all of it.
fn above(loaded: &Loaded, grid: &Grid, form: Option<FormId>, proposal: &mut Proposal) {
    let before = proposal.header.map_or(0, |(first, _)| first);
    let printed = printed_units(grid, before);
    if let [((row, column), text), ..] = &printed[..]
        && printed.iter().all(|(_, other)| fold(other) == fold(text))
        && loaded.unit_called(text).is_none()
    {
        proposal.printed_unit = Some(Sighting { address: Grid::address(*row, *column), text: text.clone() });
    }
    let (mut periods, mut units) = (Vec::new(), Vec::new());
    for (row, cells) in grid.rows.iter().enumerate().take(before) {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Empty) {
            let text = kept(cell.text());
            let seen = || Sighting { address: Grid::address(row, column), text: text.clone() };
            let named = period(&text, None).or_else(|| Period::parse(&loose::period_in(&text)?));
            if let Some(named) = named.filter(|own| form.is_some_and(|form| kind_of(loaded, form, Some(*own)))) {
                periods.push((seen(), named));
            }
            let behind = text.split_once(':').map_or(text.as_str(), |(_, rest)| rest.trim());
            if let Some(unit) = loaded.unit_called(&text).or_else(|| loaded.unit_called(behind)) {
                units.push((seen(), unit));
            }
        }
    }
    // Two cells that say different things say nothing.
    if periods.iter().all(|own| own.1 == periods[0].1) && !proposal.has_period() {
        proposal.period_cell = periods.into_iter().next();
    }
    if units.iter().all(|own| own.1 == units[0].1) && !proposal.has_unit() {
        proposal.unit_cell = units.into_iter().next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, SourceId, Spanned};
    use crate::model::MeasureKind;

    fn measure(name: &str) -> Measure {
        let place = Place { source: SourceId(0), start: 0, end: 0, line: 1, line_start: 0 };
        let id = Spanned { value: loose_id(name), place };
        let name = name.to_owned();
        Measure { id, name, kind: MeasureKind::Flow, decimals: 0, unit: None, fixed: false, note: None }
    }

    fn loose_id(name: &str) -> String {
        name.chars().filter(char::is_ascii_lowercase).collect()
    }

    #[test]
    fn a_word_that_stands_twice_counts_twice() {
        let measures = ["Hồ sơ tiếp nhận", "Tiếp nhận trực tuyến", "Tiếp nhận trực tiếp"].map(measure);
        for (head, meant) in [
            ("Tiếp nhận trực tuyền", Some(1)),
            ("Tiếp nhận trực tiép", Some(2)),
            ("Số hồ sơ tiếp nhận", Some(0)),
            ("Tiếp nhận", None),
            ("Trực tiếp / Tiếp nhận", Some(2)),
        ] {
            assert_eq!(alike(head, "", &measures), meant, "{head}");
        }
    }
}
