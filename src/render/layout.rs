//! How wide the columns of a table are: no word is broken, and the width that is left goes where it saves lines.

use unicode_width::UnicodeWidthStr;

use crate::view::Shown;

/// Spaces between two columns.
pub(super) const GAP: u16 = 2;

/// How many rows are looked at; more would not change the picture.
const SAMPLE: usize = 200;

/// Returns the columns of the screen that the longest word takes.
pub(super) fn longest_word<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.flat_map(|text| text.split(' ')).map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Returns a width for each column, at least as given; none if not even those fit on the screen.
pub(super) fn widths(least: &[usize], heads: &[&str], rows: &[Vec<&Shown>], screen: usize) -> Option<Vec<usize>> {
    let gaps = usize::from(GAP) * least.len().saturating_sub(1);
    let mut spare = screen.checked_sub(least.iter().sum::<usize>() + gaps)?;
    let rows = rows.iter().take(SAMPLE).map(|row| row.iter().map(|shown| shown.text.width()).collect());
    let texts: Vec<Vec<usize>> = std::iter::once(heads.iter().map(|head| head.width()).collect()).chain(rows).collect();
    let mut widths = least.to_vec();
    while spare > 0 {
        let Some(tightest) = tightest(&widths, &texts) else { break };
        // Large steps first: the last columns are given out one by one.
        let step = (spare / 16).max(1);
        widths[tightest] += step;
        spare -= step;
    }
    Some(widths)
}

/// Returns the column that makes most rows higher than they need be; none if every text stands on one line.
fn tightest(widths: &[usize], texts: &[Vec<usize>]) -> Option<usize> {
    let mut pressure = vec![0usize; widths.len()];
    for row in texts {
        let lines: Vec<usize> = row.iter().zip(widths).map(|(text, width)| lines(*text, *width)).collect();
        let highest = lines.iter().copied().max().unwrap_or(0);
        for (own, pressure) in lines.iter().zip(&mut pressure) {
            if *own == highest && highest > 1 {
                *pressure += highest - 1;
            }
        }
    }
    let most = pressure.iter().copied().max().filter(|most| *most > 0)?;
    pressure.iter().position(|own| *own == most)
}

/// Returns how many lines a text takes, some room at each line's end being lost to the next word.
fn lines(text: usize, width: usize) -> usize {
    if text <= width { 1 } else { text.div_ceil(width.saturating_sub(2).max(1)) }
}

/// Returns how many lines all rows take.
fn height(widths: &[usize], rows: &[Vec<&Shown>]) -> usize {
    let height = |row: &Vec<&Shown>| {
        row.iter().zip(widths).map(|(shown, width)| lines(shown.text.width(), *width)).max().unwrap_or(1)
    };
    rows.iter().map(height).sum()
}

/// Tells whether at most one row in four takes a second line.
pub(super) fn is_nearly_flat(widths: &[usize], rows: &[Vec<&Shown>]) -> bool {
    height(widths, rows) * 4 <= rows.len() * 5
}

/// Tells whether a table takes at most half the lines that cards would take, a line a column.
pub(super) fn is_shorter(widths: &[usize], rows: &[Vec<&Shown>], columns: usize) -> bool {
    height(widths, rows) * 2 <= rows.len() * columns
}

/// Returns the columns that a head takes at least: a short one stays on one line.
pub(super) fn least_head(head: &str) -> usize {
    let whole = head.width();
    if whole <= 9 { whole } else { longest_word(std::iter::once(head)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_goes_to_the_longest_text() {
        let (short, long) = (Shown::plain("ngắn"), Shown::plain("một câu dài hơn nhiều so với cột bên cạnh"));
        let row = vec![&short, &long];
        assert_eq!(widths(&[4, 5], &["a", "b"], std::slice::from_ref(&row), 30), Some(vec![4, 24]));
        assert_eq!(widths(&[4, 5], &["a", "b"], std::slice::from_ref(&row), 60), Some(vec![4, 41]));
        assert_eq!(widths(&[20, 20], &["a", "b"], &[row], 30), None);
    }

    #[test]
    fn one_row_in_four_may_take_a_second_line() {
        let (short, long) = (Shown::plain("ngắn"), Shown::plain("hai dòng chữ"));
        let rows = |folded: usize| -> Vec<Vec<&Shown>> {
            (0..4).map(|at| vec![if at < folded { &long } else { &short }]).collect()
        };
        for (folded, is_flat) in [(0, true), (1, true), (2, false), (4, false)] {
            assert_eq!(is_nearly_flat(&[10], &rows(folded)), is_flat, "{folded}");
        }
        assert!(is_nearly_flat(&[12], &rows(4)));
    }
}
