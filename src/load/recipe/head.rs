//! What the head of each column says, where the head takes several rows and some of its cells are merged.

use crate::syntax::names::kept;
use crate::syntax::table::{Cell, Grid};

/// What stands between the heads that are one above the other.
pub(super) const BETWEEN: &str = " / ";

/// Returns the head of each column, from the first and last row of the head.
///
/// A blank cell beside a head belongs to it if there is another head below, and the same above: so look merged cells in every kind
/// of file, also where the file no longer says that they are merged. A row of column numbers (`A, B, 1, 2, 3=2/1`) says nothing.
pub(super) fn heads(grid: &Grid, (first, last): (usize, usize)) -> Vec<String> {
    let rows: Vec<usize> = (first..=last).filter(|row| !is_blank(grid, *row) && !is_numbers(grid, *row)).collect();
    let width = rows.iter().map(|row| grid.rows[*row].len()).max().unwrap_or_default();
    let mut heads: Vec<Vec<String>> = vec![Vec::new(); width];
    for (at, row) in rows.iter().enumerate() {
        let has_below = |column: usize| rows[at + 1..].iter().any(|below| *grid.cell(*below, column) != Cell::Empty);
        let mut before = String::new();
        let above = heads.clone();
        let is_below_same = |column: usize| column > 0 && above[column] == above[column - 1];
        for (column, parts) in heads.iter_mut().enumerate() {
            let own = kept(grid.cell(*row, column).text());
            // A head further to the left reaches only over columns that have something below it.
            before = if !own.is_empty() {
                own
            } else if has_below(column) && is_below_same(column) {
                before
            } else {
                String::new()
            };
            if !before.is_empty() && parts.last() != Some(&before) {
                parts.push(before.clone());
            }
        }
    }
    heads.into_iter().map(|parts| parts.join(BETWEEN)).collect()
}

fn is_blank(grid: &Grid, row: usize) -> bool {
    grid.rows.get(row).is_none_or(|cells| cells.iter().all(|cell| *cell == Cell::Empty))
}

/// Tells whether a row has column numbers alone: letters, numbers in their order, and how one is worked out from others.
pub(super) fn is_numbers(grid: &Grid, row: usize) -> bool {
    let Some(cells) = grid.rows.get(row) else { return false };
    let filled: Vec<&str> = cells.iter().map(Cell::text).filter(|text| !text.is_empty()).collect();
    let mut last = 0;
    let mut is_rising = |text: &str| {
        let digits = text.trim_start_matches('(');
        let end = digits.find(|own: char| !own.is_ascii_digit()).unwrap_or(digits.len());
        let number = digits[..end].parse::<u32>().ok();
        // Numbers of merged columns may lack, and a and b may stand behind them.
        let rises = number.is_some_and(|number| number >= last && number <= last + 20);
        last = number.unwrap_or(last);
        rises
    };
    filled.len() >= 2 && filled.iter().all(|text| is_letter(text) || (is_number(text) && is_rising(text)))
}

fn is_letter(text: &str) -> bool {
    let mut letters = text.trim_matches(['(', ')']).chars();
    letters.next().is_some_and(|own| own.is_ascii_uppercase()) && letters.next().is_none()
}

/// Tells whether a text is a column number, with or without its formula: `3`, `(3)`, `10a`, `3=2/1`, `1=2+..+6`.
fn is_number(text: &str) -> bool {
    let (number, formula) = text.split_once('=').map_or((text, None), |(number, rest)| (number, Some(rest)));
    let number = number.trim().trim_matches(['(', ')']);
    let number = number.trim_end_matches(|own: char| own.is_ascii_lowercase());
    let is_short = !number.is_empty() && number.len() <= 3 && number.bytes().all(|own| own.is_ascii_digit());
    let is_formula = |rest: &str| rest.chars().all(|own| own.is_ascii_digit() || " +-*/:().,…%abcx=".contains(own));
    is_short && formula.is_none_or(is_formula)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&str]) -> Grid {
        let cell = |text: &str| match text {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        };
        let rows = rows.iter().map(|row| row.split('|').map(cell).collect()).collect();
        Grid { name: String::new(), rows, has_decimal_comma: false, is_hidden: false, unread: None }
    }

    #[test]
    fn heads_over_several_rows_are_joined() {
        let grid = grid(&[
            "TT|Nội dung|Dự  toán|||Quyết toán||So sánh",
            "|||Cấp tỉnh|Cấp huyện||Cấp tỉnh|",
            "A|B|1|2|3|4|5|6=4/1",
        ]);
        let heads = heads(&grid, (0, 2));
        assert_eq!(
            heads,
            [
                "TT",
                "Nội dung",
                "Dự toán",
                "Dự toán / Cấp tỉnh",
                "Dự toán / Cấp huyện",
                "Quyết toán",
                "Quyết toán / Cấp tỉnh",
                "So sánh"
            ]
        );
    }

    #[test]
    fn a_head_does_not_reach_over_a_column_without_one() {
        let grid = grid(&["Tổng số|||Khác|", "|a|||b"]);
        assert_eq!(heads(&grid, (0, 1)), ["Tổng số", "Tổng số / a", "", "Khác", "Khác / b"]);
    }

    #[test]
    fn a_head_reaches_no_further_than_the_one_above_it() {
        // What stands in the second row are ids that were forgotten there.
        let grid = grid(&["PCI ID|Tỉnh|Chỉ số 8|Số hội chợ|Thuế||Phí", "pci_id|||c4|||", "||sub8|fair|vat|income|fee"]);
        assert_eq!(
            heads(&grid, (0, 2)),
            [
                "PCI ID / pci_id",
                "Tỉnh",
                "Chỉ số 8 / sub8",
                "Số hội chợ / c4 / fair",
                "Thuế / vat",
                "Thuế / income",
                "Phí / fee"
            ]
        );
    }

    #[test]
    fn column_numbers_are_told_from_figures() {
        for row in
            ["A|B|1|2|3=2/1", "A|B|1=2+..+6|2|3|4|5|6|6=7+8", "1|2|3", "(1)|(2)|(3)=(2)/(1)", "A|B|1|2|3|10a|10b"]
        {
            assert!(is_numbers(&grid(&[row]), 0), "{row}");
        }
        for row in ["", "A", "Sở A|1|2", "12|7|3", "1|120|95", "A|B|C1", "STT|Nội dung"] {
            assert!(!is_numbers(&grid(&[row]), 0), "{row}");
        }
    }
}
