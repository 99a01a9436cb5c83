//! A table on a screen: with all its columns, else without those that can be spared, else as cards.

use unicode_width::UnicodeWidthStr;

use super::cards;
use super::layout::{is_nearly_flat, is_shorter, least_head, longest_word, widths};
use super::terminal::{Screen, TABLE_FROM, blank, draw, paragraph};
use crate::text::{self, Lang, Say};
use crate::view::{Align, Column, Shown, Table, Tone};

/// The columns that are drawn, and what stands in them.
struct Picked<'a> {
    columns: Vec<&'a Column>,
    rows: Vec<Vec<&'a Shown>>,
}

/// Draws a table.
pub(super) fn table(out: &mut String, table: &Table, lang: Lang, screen: Screen) {
    blank(out);
    if !table.title.is_empty() {
        paragraph(out, &Shown::toned(table.title.clone(), Tone::Strong), screen);
    }
    let all = Picked::of(table, 0);
    let most = all.columns.iter().map(|column| column.spare).max().unwrap_or(0);
    let mut fitting = (0..=most).filter_map(|spared| {
        let picked = Picked::of(table, spared);
        picked.widths(screen).map(|widths| (picked, widths))
    });
    // A line a row is worth a column that can be spared.
    let flat = fitting.clone().find(|(picked, widths)| is_nearly_flat(widths, &picked.rows));
    let fitting = flat.or_else(|| fitting.next());
    match fitting {
        None => cards::rows(out, &all.titles(), &all.rows, screen),
        Some((picked, widths)) => {
            let heads: Vec<(&str, Align)> =
                picked.columns.iter().map(|column| (column.title.as_str(), column.align)).collect();
            draw(out, &heads, &picked.rows, &widths, screen);
            left_off(out, &all, &picked, lang, screen);
        }
    }
    if let Some((_, rest)) = &table.cap {
        paragraph(out, &Shown::toned(rest.clone(), Tone::Quiet), screen);
    }
}

/// Names the columns that the screen has no room for.
fn left_off(out: &mut String, all: &Picked<'_>, picked: &Picked<'_>, lang: Lang, screen: Screen) {
    let titles = picked.titles();
    let off: Vec<&str> = all.titles().into_iter().filter(|title| !titles.contains(title)).collect();
    if !off.is_empty() {
        let said = text::say(Say::ColumnsLeftOff { columns: &off.join(", ") }, lang);
        paragraph(out, &Shown::toned(said, Tone::Quiet), screen);
    }
}

impl<'a> Picked<'a> {
    /// Picks the columns that have something to show and cannot be spared before others.
    fn of(table: &'a Table, spared: u8) -> Self {
        let has_text =
            |at: usize| table.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.shown.text.is_empty()));
        let is_picked = |at: usize, column: &Column| {
            column.is_shown() && has_text(at) && (column.spare == 0 || column.spare > spared)
        };
        let columns: Vec<(usize, &Column)> =
            table.columns.iter().enumerate().filter(|(at, column)| is_picked(*at, column)).collect();
        let most = table.cap.as_ref().map_or(usize::MAX, |(most, _)| *most);
        let rows = table.rows.iter().take(most);
        let rows = rows.map(|row| columns.iter().filter_map(|(at, _)| row.get(*at)).map(|cell| &cell.shown).collect());
        Self { rows: rows.collect(), columns: columns.into_iter().map(|(_, column)| column).collect() }
    }

    fn titles(&self) -> Vec<&'a str> {
        self.columns.iter().map(|column| column.title.as_str()).collect()
    }

    /// Returns how wide the columns are; none if cards are easier to read on the screen.
    fn widths(&self, screen: Screen) -> Option<Vec<usize>> {
        let least: Vec<usize> = self.columns.iter().enumerate().map(|(at, column)| self.least(at, column)).collect();
        let widths = widths(&least, &self.titles(), &self.rows, screen.width)?;
        // A table whose lines fit, or nearly all of them, is easier to read than cards, however narrow the screen.
        let is_table = screen.width >= TABLE_FROM
            || is_nearly_flat(&widths, &self.rows)
            || is_shorter(&widths, &self.rows, self.columns.len());
        is_table.then_some(widths)
    }

    /// Returns the least width of a column.
    fn least(&self, at: usize, column: &Column) -> usize {
        let texts = self.rows.iter().filter_map(|row| row.get(at)).map(|shown| shown.text.as_str());
        let words = if is_kept_whole(column) {
            texts.map(UnicodeWidthStr::width).max().unwrap_or(0)
        } else {
            longest_word(texts)
        };
        words.max(least_head(&column.title))
    }
}

// Places, days and periods are looked up by eye: they are not broken over lines.
fn is_kept_whole(column: &Column) -> bool {
    matches!(column.key.as_ref(), "where" | "period" | "due" | "received" | "task" | "id" | "bar")
}
