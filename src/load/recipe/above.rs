//! What stands above a table: for when its figures are, whose they are, and what they are counted in.

use super::columns::kind_of;
use super::place::printed_units;
use super::says::period_of;
use crate::load::plan::Loaded;
use crate::model::{FormId, Measure, Period, Proposal, Sighting};
use crate::syntax::loose;
use crate::syntax::names::{fold, kept};
use crate::syntax::table::{Cell, Grid};

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
pub(super) fn above(loaded: &Loaded, grid: &Grid, form: Option<FormId>, proposal: &mut Proposal) {
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
