//! The indexes of a page: field by field, criterion by criterion, and who answers for what is lost.

use crate::eval::IndexScore;
use crate::model::{Adds, Index, Ratio};
use crate::view::page::{PageCriterion, PageLost, PageScore};
use crate::view::report::about::Report;
use crate::view::report::scores::{remark, told};
use crate::view::score;
use crate::view::wording::count;
use crate::view::{Cell, Shown, Table, Value};

/// Returns every index that has criteria for the year of the report.
pub(super) fn scores(report: &Report<'_>) -> Vec<PageScore> {
    report.scores.iter().map(|scored| index(report, scored)).collect()
}

fn index(report: &Report<'_>, scored: &IndexScore) -> PageScore {
    let lang = report.lang();
    let own = &report.plan().indexes[scored.index.0 as usize];
    let criteria = criteria(report, own, scored);
    let mut owners: Vec<String> = Vec::new();
    for owner in criteria.iter().flat_map(|(_, own)| &own.owners) {
        if !owners.contains(owner) {
            owners.push(owner.clone());
        }
    }
    let leaves = criteria.iter().filter(|(_, own)| !own.is_sum).count();
    let of = |field: usize| criteria.iter().filter(move |(own, _)| *own == field).map(|(_, own)| own.clone()).collect();
    PageScore {
        id: own.id.value.clone(),
        name: score::named(own, lang),
        notes: score::cautions(own, lang),
        said: told(report, scored),
        lost: lost(report, scored),
        fields: own.parts(None).map(of).collect(),
        count: count(leaves, lang),
        owners,
        remark: remark(scored, report),
    }
}

/// Returns the criteria in their order, each with its field. What is shown of them is what a table of them shows.
fn criteria(report: &Report<'_>, own: &Index, scored: &IndexScore) -> Vec<(usize, PageCriterion)> {
    let table = score::whole_table(report.made_from.judged, scored);
    let shown = |row: usize, key: &str| cell(&table, row, key).map_or_else(Shown::default, |own| own.shown.clone());
    let text = |row: usize, key: &str| shown(row, key).text;
    let criterion = |at: usize| {
        let declared = &own.criteria[at];
        let lost = scored.lines[at].sums.stands.lost();
        let owners = declared.owners.iter().map(|party| report.plan().party_name(*party).to_owned());
        let page = PageCriterion {
            no: text(at, "no"),
            name: text(at, "name"),
            is_sum: declared.rule.is_none(),
            max: text(at, "max"),
            points: text(at, "points"),
            // Beside the maximum nothing is lost.
            loses: declared.adds == Adds::Within && lost.is_some_and(|lost| lost > Ratio::ZERO),
            lost: shown(at, "lost"),
            why: text(at, "why"),
            owners: owners.collect(),
        };
        (own.field(at), page)
    };
    (0..own.criteria.len()).map(criterion).collect()
}

fn lost(report: &Report<'_>, scored: &IndexScore) -> Vec<PageLost> {
    let table = score::owner_table(report.made_from.judged, scored);
    let text = |row: usize, key: &str| cell(&table, row, key).map_or_else(String::new, |own| own.shown.text.clone());
    let numbers = |row: usize| {
        let list = match cell(&table, row, "criteria").map(|own| &own.value) {
            Some(Value::List(list)) => list.as_slice(),
            _ => &[],
        };
        let number = |own: &Value| if let Value::Text(no) = own { Some(no.clone()) } else { None };
        list.iter().filter_map(number).collect()
    };
    let owner = |row: usize| PageLost {
        name: text(row, "name"),
        lost: text(row, "lost"),
        open: text(row, "open"),
        criteria: numbers(row),
    };
    (0..table.rows.len()).map(owner).collect()
}

/// Returns a cell by the key of its column.
fn cell<'a>(table: &'a Table, row: usize, key: &str) -> Option<&'a Cell> {
    let at = table.columns.iter().position(|column| column.key == key)?;
    table.rows.get(row)?.get(at)
}
