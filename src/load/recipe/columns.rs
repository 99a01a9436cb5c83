//! What the columns of a sheet hold, found in their heads and in the cells below.

use super::alike::{alike, meant, says_other};
use super::guess::{Labels, Sheet, likely_period};
use super::head::BETWEEN;
use crate::load::plan::Loaded;
use crate::model::{Contents, FormId, Measure, Period, ProposedColumn, RowsAre};
use crate::syntax::loose;
use crate::syntax::names::{fold, kept};
use crate::syntax::table::{Cell, Grid};

/// Finds out what each column holds.
pub(super) fn columns(
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
pub(super) fn kind_of(loaded: &Loaded, form: Option<FormId>, period: Option<Period>) -> bool {
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
