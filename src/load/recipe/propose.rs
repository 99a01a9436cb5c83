//! A recipe proposed from a file: what its words mean is found in the plan; what is only alike is left for the user to say.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{alike, meant, says_other};
use super::guess::{Labels, Sheet, best_labels, likely_period};
use super::head::{BETWEEN, heads};
use super::header::header;
use super::place::{Untaken, is_word, old_letters, period_of, printed_units, sheet};
use super::signs::{decimal, first_dash, first_long};
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::model::{
    Contents, FormId, Measure, Period, Proposal, ProposedColumn, ProposedRow, RowsAre, Sighting, UnitId,
};
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
            is_likely_figures: false,
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
    let is_period = |cell: &Cell| kind_of(loaded, form, likely_period(cell, sheet.year));
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
            likely_period(&Cell::Text(kept(&last)), sheet.year).filter(|own| kind_of(loaded, form, Some(*own)));
        column.contents = (column.unit.is_some() || column.period.is_some()).then_some(Contents::Figures);
    } else if let Some(measure) = meant(&column.head, measures) {
        column.contents = Some(Contents::Measure(measure));
    } else {
        column.near = alike(&column.head, sheet.number(column.at), measures);
    }
}

/// Tells whether the form is due for periods like this, or some form is where it is not known yet.
fn kind_of(loaded: &Loaded, form: Option<FormId>, period: Option<Period>) -> bool {
    let Some(period) = period else { return false };
    match form {
        Some(form) => loaded.plan.form(form).every == period.kind(),
        None => loaded.plan.forms.iter().any(|own| own.every == period.kind()),
    }
}

/// What the head of a column says that holds the figures of this period.
const FIGURES: [&str; 12] = [
    "số liệu",
    "số lượng",
    "giá trị",
    "kết quả",
    "thực hiện",
    "kỳ này",
    "trong kỳ",
    "số",
    "kết quả thực hiện",
    "figures",
    "value",
    "this period",
];

/// Takes the only column of numbers for the figures, where rows are measures; and no measure for two columns.
fn alone(labels: &Labels, columns: &mut [ProposedColumn]) {
    if labels.rows == Some(RowsAre::Measures) {
        let mut numbers = columns.iter_mut().filter(|own| own.has_numbers);
        if let (Some(only), None) = (numbers.next(), numbers.next())
            && only.contents.is_none()
        {
            let head = fold(&only.head);
            only.contents = FIGURES.contains(&head.as_str()).then_some(Contents::Figures);
            let is_other = says_other(&only.head, "") || loose::period_in(&only.head).is_some();
            only.is_likely_figures = only.contents.is_none() && !is_other && !head.is_empty();
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
    // A measure that several columns are like is like none of them.
    let taken: Vec<Option<Contents>> = columns.iter().map(|own| own.contents).collect();
    let near: Vec<Option<u16>> = columns.iter().map(|own| own.near).collect();
    let is_alone = |measure: u16| near.iter().filter(|own| **own == Some(measure)).count() == 1;
    for own in columns.iter_mut() {
        own.near = own.near.filter(|near| is_alone(*near) && !taken.contains(&Some(Contents::Measure(*near))));
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

/// Words beside a period that make it another one than the figures are for.
const OTHER_TIMES: [&str; 8] =
    ["lũy kế", "luỹ kế", "phương hướng", "so với", "cùng kỳ", "đến hết", "dự kiến", "từ đầu năm"];

/// What stands before the colon where a cell names who reports.
const REPORTERS: [&str; 9] = [
    "đơn vị",
    "đơn vị báo cáo",
    "đơn vị gửi",
    "đơn vị lập",
    "đơn vị lập báo cáo",
    "tên đơn vị",
    "cơ quan báo cáo",
    "unit",
    "reported by",
];

/// Finds what cells above the table say of all of it.
fn above(loaded: &Loaded, grid: &Grid, form: Option<FormId>, proposal: &mut Proposal) {
    let before = proposal.header.map_or(0, |(first, _)| first);
    printed(loaded, grid, form, proposal);
    let (mut periods, mut units, mut strangers, mut strange_periods) = (Vec::new(), Vec::new(), 0, 0);
    for (row, cells) in grid.rows.iter().enumerate().take(before) {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Empty) {
            let text = kept(cell.text());
            let folded = fold(&text);
            let seen = || Sighting { address: Grid::address(row, column), text: text.clone() };
            let named = period_of(cell, None).or_else(|| Period::parse(&loose::period_in(&text)?));
            let is_other = OTHER_TIMES.iter().any(|own| folded.contains(own));
            let fits = |own: &Period| kind_of(loaded, form, Some(*own));
            match named.filter(fits) {
                // What the figures are compared with, or go up to, is not what they are for; nor is the other cell sure then.
                Some(_) if is_other => strange_periods += 1,
                Some(named) => periods.push((seen(), named)),
                None => {}
            }
            let (word, name) = text.split_once(':').unwrap_or(("", &text));
            let is_reporter = word.is_empty() || REPORTERS.contains(&fold(word).as_str());
            match loaded.unit_called(name) {
                Some(unit) if is_reporter => units.push((seen(), unit)),
                // Whoever reports here goes by a name that nobody knows.
                None if is_reporter && fold(word).contains("báo cáo") => strangers += 1,
                Some(_) | None => {}
            }
        }
    }
    // Two cells that say different things say nothing.
    if strange_periods == 0 && periods.iter().all(|own| own.1 == periods[0].1) && !proposal.has_period() {
        proposal.period_cell = periods.into_iter().next();
    }
    if strangers == 0 && units.iter().all(|own| own.1 == units[0].1) && !proposal.has_unit() {
        proposal.unit_cell = units.into_iter().next();
    }
}

/// Words that make a thousand or more of one.
const SCALES: [&str; 9] = ["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "trăm", "thousand", "million", "billion"];

/// Finds what the sheet says that its figures are in. Thousands of what the plan counts one by one are not taken for what it counts.
fn printed(loaded: &Loaded, grid: &Grid, form: Option<FormId>, proposal: &mut Proposal) {
    let mut printed = printed_units(grid, proposal.header.map_or(0, |(first, _)| first));
    printed.retain(|(_, text)| loaded.unit_called(text).is_none());
    let [((row, column), text), ..] = &printed[..] else { return };
    if printed.iter().any(|(_, other)| fold(other) != fold(text)) {
        return;
    }
    let address = Grid::address(*row, *column);
    let measures: &[Measure] = form.map_or(&[], |form| &loaded.plan.form(form).measures);
    let counted: Vec<&String> = measures.iter().filter_map(|own| own.unit.as_ref()).collect();
    let has = |text: &str, word: &str| fold(text).split(' ').any(|own| own == word);
    let is_scaled = |word: &str| has(text, word) && !counted.iter().any(|own| has(own, word));
    match counted.first() {
        Some(wanted) if SCALES.iter().any(|word| is_scaled(word)) => {
            proposal.printed_unit = Some(Sighting { address, text: (*wanted).clone() });
            proposal.printed_other = Some(text.clone());
        }
        _ => proposal.printed_unit = Some(Sighting { address, text: text.clone() }),
    }
}
