//! A printed plan, put together from its table and the text around it.

use super::bounds::bounds;
use super::deliverables::deliverables;
use super::letterhead::{Letterhead, letterhead};
use super::names::Parties;
use super::numbers::numbered;
use super::rows::{Found, Item, Row, Seen, find};
use super::when::when;
use crate::model::{PrintedItem, PrintedNumber, PrintedPlan, PrintedTask};
use crate::syntax::names::kept;
use crate::syntax::table::Block;

/// Why a document has no plan in it: no table of tasks. With those that were looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoTasks {
    pub seen: Vec<Seen>,
    /// Whether a head was found, but no task under it.
    pub has_head: bool,
}

/// Reads a document as a printed plan.
///
/// # Errors
/// Fails if no table in it has tasks.
pub fn printed_plan(blocks: &[Block]) -> Result<PrintedPlan, NoTasks> {
    let Found { items, heads, outside, before, seen, unknown, .. } = find(blocks);
    let rows = || {
        items.iter().filter_map(|item| match item {
            Item::Task(row) => Some(row),
            Item::Line(_) => None,
        })
    };
    if rows().next().is_none() {
        return Err(NoTasks { seen, has_head: !heads.is_empty() });
    }
    let Letterhead { head, used } = letterhead(&outside, before);
    let year = head.years.filter(|(from, to)| from == to).map(|(year, _)| year);
    let mut parties = Parties::learn(rows().flat_map(|row| [row.lead.as_str(), row.support.as_str()]));
    let mut numbers = numbered(&rows().map(|row| row.number.as_str()).collect::<Vec<_>>()).into_iter();
    let items = items
        .iter()
        .map(|item| match item {
            Item::Line(line) => PrintedItem::Line(line.clone()),
            Item::Task(row) => {
                let number = numbers.next().unwrap_or_default();
                PrintedItem::Task(Box::new(task(row, number, year, &mut parties)))
            }
        })
        .collect();
    let rest = outside.into_iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, line)| line).collect();
    Ok(PrintedPlan { head, parties: parties.finish(), items, heads, unknown, rest })
}

fn task(row: &Row, (no, number): (u32, PrintedNumber), year: Option<i32>, parties: &mut Parties) -> PrintedTask {
    let (list, repeated) = deliverables(&row.result);
    PrintedTask {
        no,
        number,
        title: row.content.clone(),
        lead: parties.read(&row.lead),
        support: parties.read(&row.support),
        when: when(&row.when, year),
        deliverables: list,
        deliverables_printed: kept(&row.result),
        repeated,
        bounds: bounds(&row.content),
        others: row.others.clone(),
        has_more: row.has_more,
        has_lead_column: row.has_columns.0,
        has_when_column: row.has_columns.1,
        unknown: row.unknown.clone(),
    }
}
