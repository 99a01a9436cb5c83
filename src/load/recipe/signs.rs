//! How numbers are written in a file, as far as the file itself shows it beyond doubt.

use super::figure::{grouped, is_dash};
use super::guess::Sheet;
use super::header::is_number;
use crate::model::{Contents, Mark, Measure, ProposedColumn, Sighting};
use crate::syntax::table::{Cell, Grid};

/// What the marks in a number show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    Nothing,
    /// Both ways are possible.
    Either,
    Only(Mark),
    /// No way is possible.
    Neither,
}

fn shows(text: &str) -> Shows {
    let text = text.trim_start_matches('-').trim_end_matches('%').trim_end();
    if !text.contains(['.', ',']) {
        return Shows::Nothing;
    }
    let fits = |mark: Mark| grouped(text, mark).is_some();
    match (fits(Mark::Comma), fits(Mark::Point)) {
        (true, true) => Shows::Either,
        (true, false) => Shows::Only(Mark::Comma),
        (false, true) => Shows::Only(Mark::Point),
        (false, false) => Shows::Neither,
    }
}

/// Returns the cells below the head in some columns, with their addresses.
fn cells<'a>(sheet: &'a Sheet<'_>, columns: &'a [usize]) -> impl Iterator<Item = (String, &'a Cell)> {
    (sheet.first..sheet.grid.rows.len()).flat_map(move |row| {
        columns.iter().map(move |column| (Grid::address(row, *column), sheet.grid.cell(row, *column)))
    })
}

/// Finds how decimals are written in texts, or the first number that may be read in two ways.
pub(super) fn decimal(sheet: &Sheet<'_>, columns: &[usize]) -> (Option<Mark>, Option<Sighting>) {
    let (mut marks, mut doubtful, mut other): (Vec<Mark>, Option<Sighting>, Option<Sighting>) =
        (Vec::new(), None, None);
    for (address, cell) in cells(sheet, columns) {
        let Cell::Text(text) = cell else { continue };
        if !is_number(cell) {
            continue;
        }
        match shows(text) {
            Shows::Only(mark) if marks.is_empty() => marks.push(mark),
            Shows::Only(mark) if !marks.contains(&mark) => {
                marks.push(mark);
                other = Some(Sighting { address, text: text.clone() });
            }
            Shows::Either => doubtful = doubtful.or_else(|| Some(Sighting { address, text: text.clone() })),
            Shows::Nothing | Shows::Only(_) | Shows::Neither => {}
        }
    }
    match marks[..] {
        [only] => (Some(only), None),
        // Both ways in one file.
        _ => (None, other.or(doubtful)),
    }
}

/// Finds the first cell with nothing but a dash.
pub(super) fn first_dash(sheet: &Sheet<'_>, columns: &[usize]) -> Option<Sighting> {
    let mut found = cells(sheet, columns).filter(|(_, cell)| is_dash(cell.text()));
    found.next().map(|(address, cell)| Sighting { address, text: cell.text().to_owned() })
}

/// Finds the first number with more decimals than its measure has.
pub(super) fn first_long(sheet: &Sheet<'_>, columns: &[ProposedColumn], measures: &[Measure]) -> Option<Sighting> {
    for column in columns {
        let most = match column.contents {
            Some(Contents::Measure(measure)) => measures.get(usize::from(measure)).map(|own| own.decimals),
            Some(Contents::Figures) => measures.iter().map(|own| own.decimals).max(),
            _ => None,
        };
        let Some(most) = most else { continue };
        for (address, cell) in cells(sheet, &[column.at]) {
            let Cell::Number(text) = cell else { continue };
            let decimals = text.split_once('.').map_or(0, |(_, rest)| rest.len());
            if decimals > usize::from(most) {
                return Some(Sighting { address, text: text.clone() });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_show_what_they_can() {
        for (text, meant) in [
            ("7.034.100", Shows::Only(Mark::Comma)),
            ("142,61", Shows::Only(Mark::Comma)),
            ("1.234,567", Shows::Only(Mark::Comma)),
            ("1,234.5", Shows::Only(Mark::Point)),
            ("12.5", Shows::Only(Mark::Point)),
            ("2.596", Shows::Either),
            ("2,596", Shows::Either),
            ("0.857", Shows::Only(Mark::Point)),
            ("2596", Shows::Nothing),
            ("1.2.3", Shows::Neither),
            ("1,2.3,4", Shows::Neither),
        ] {
            assert_eq!(shows(text), meant, "{text}");
        }
    }
}
