//! Tables: ruled, heads over several columns, a row of column numbers, head rows on every page.

use super::cells::{Across, cell, head};
use super::measure::{Need, longest_word, shared, width};
use super::text::{Look, run, styled, whole};
use crate::view::{Align, Column, Outline, PaperHead, Shown, Table, Tone};

/// Twips between a cell's edges and its text, both sides together.
const PADDING: u32 = 170;
/// Half points of heads, and of cells in tables of few and of many columns.
const HEAD: u32 = 24;
const FEW: u32 = 24;
const MANY: u32 = 22;
/// From so many columns on there are many.
const MANY_FROM: usize = 8;
/// A row of more letters may be torn over two pages, else it could leave a page empty.
const TORN_FROM: usize = 1200;
/// Cells of no more letters stand in the middle.
const SHORT: usize = 4;

/// The paragraph that Word wants between two tables.
pub(super) const BEHIND_TABLE: &str = "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>";

/// A column as it is drawn.
#[derive(Clone)]
struct Drawn<'a> {
    head: PaperHead,
    align: Align,
    cells: Vec<&'a Shown>,
}

impl Drawn<'_> {
    /// Returns the longest of its cells, in letters.
    fn letters(&self) -> usize {
        self.cells.iter().map(|shown| whole(shown).chars().count()).max().unwrap_or(0)
    }

    /// Returns what the column needs. Its own head counts, not one that it shares.
    fn need(&self, size: u32) -> Need {
        let heads = [width(&self.head.title, HEAD, true), width(&self.head.number, HEAD, false)];
        let least = longest_word(&self.head.title, HEAD, true).max(heads[1]);
        let is_bold = |shown: &Shown| Look::default().toned(shown.tone).bold;
        let words = self.cells.iter().map(|shown| longest_word(whole(shown), size, is_bold(shown)));
        let texts = self.cells.iter().map(|shown| width(whole(shown), size, is_bold(shown)));
        Need { least: words.max().unwrap_or(0).max(least), texts: heads[..1].iter().copied().chain(texts).collect() }
    }
}

/// Draws a table across a width in twips.
pub(super) fn table(own: &Table, across: u32) -> String {
    if !own.on_screen {
        return String::new();
    }
    let has_text = |at: usize| own.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.shown.text.is_empty()));
    let is_numbered = |column: &Column| column.paper.as_ref().is_some_and(|head| !head.number.is_empty());
    let is_drawn = |(at, column): &(usize, &Column)| column.is_shown() && (is_numbered(column) || has_text(*at));
    let columns = own.columns.iter().enumerate().filter(is_drawn).map(|(at, column)| Drawn {
        head: column.paper.clone().unwrap_or_else(|| PaperHead { title: column.title.clone(), ..PaperHead::default() }),
        align: column.align,
        cells: own.rows.iter().filter_map(|row| row.get(at)).map(|cell| &cell.shown).collect(),
    });
    drawn(&own.title, &columns.collect::<Vec<_>>(), across)
}

/// Draws an outline, rows and rows under them alike.
pub(super) fn outline(own: &Outline, across: u32) -> String {
    let columns = own.heads.iter().enumerate().map(|(at, head)| Drawn {
        head: PaperHead { title: head.title.clone(), ..PaperHead::default() },
        align: head.align,
        cells: own.lines.iter().filter_map(|line| line.cells.get(at)).collect(),
    });
    drawn("", &columns.collect::<Vec<_>>(), across)
}

fn drawn(title: &str, columns: &[Drawn<'_>], across: u32) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let title = if title.is_empty() { String::new() } else { styled("TableTitle", "", &run(title, Look::default())) };
    let tables = parted(columns, across).into_iter().map(|part| one(&part, across) + BEHIND_TABLE);
    std::iter::once(title).chain(tables).collect()
}

fn size(columns: usize) -> u32 {
    if columns < MANY_FROM { FEW } else { MANY }
}

/// Parts columns over several tables where their words and numbers would not fit beside each other. Each begins with the first
/// column, which names the rows; columns under one head stay together if they can.
fn parted<'a>(columns: &[Drawn<'a>], across: u32) -> Vec<Vec<Drawn<'a>>> {
    let least = |own: &Drawn<'_>| own.need(size(columns.len())).least + PADDING;
    if columns.iter().map(least).sum::<u32>() <= across {
        return vec![columns.to_vec()];
    }
    let Some((first, rest)) = columns.split_first() else { return Vec::new() };
    let room = across.saturating_sub(least(first));
    let (mut parts, mut used) = (vec![vec![first.clone()]], 0);
    for same in rest.chunk_by(|one, next| !one.head.group.is_empty() && one.head.group == next.head.group) {
        let all: u32 = same.iter().map(least).sum();
        for (at, own) in same.iter().enumerate() {
            let wanted = if at == 0 && all <= room { all } else { least(own) };
            let is_new = at == 0 || all > room;
            if is_new && used > 0 && used + wanted > room {
                parts.push(vec![first.clone()]);
                used = 0;
            }
            used += least(own);
            parts.last_mut().into_iter().for_each(|part| part.push(own.clone()));
        }
    }
    parts
}

fn one(columns: &[Drawn<'_>], across: u32) -> String {
    let size = size(columns.len());
    let needs: Vec<Need> = columns.iter().map(|own| own.need(size)).collect();
    let widths = shared(&needs, across, PADDING);
    let grid = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect::<Vec<_>>().concat();
    let begin = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{across}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
         <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    );
    [begin, heads(columns, &widths), rows(columns, &widths, size), "</w:tbl>".to_owned()].concat()
}

/// Writes the rows of the body.
fn rows(columns: &[Drawn<'_>], widths: &[u32], size: u32) -> String {
    let mut out = String::new();
    let height = columns.iter().map(|own| own.cells.len()).max().unwrap_or(0);
    let looks: Vec<Align> = columns.iter().map(|own| own.align).collect();
    let is_short: Vec<bool> = columns.iter().map(|own| own.letters() <= SHORT && own.align == Align::Left).collect();
    for row in 0..height {
        let texts: Vec<&Shown> = columns.iter().filter_map(|own| own.cells.get(row).copied()).collect();
        let letters: usize = texts.iter().map(|shown| whole(shown).chars().count()).max().unwrap_or(0);
        // What stands over other rows is on the page of the first of them.
        let is_over = |row: usize| columns[0].cells.get(row).is_some_and(|shown| shown.tone == Tone::Strong);
        let is_kept = is_over(row) && row + 1 < height && !is_over(row + 1);
        out.push_str("<w:tr>");
        out.push_str(if letters < TORN_FROM { "<w:trPr><w:cantSplit/></w:trPr>" } else { "" });
        for (at, shown) in texts.iter().enumerate() {
            let align = match looks[at] {
                _ if is_short[at] => "center",
                Align::Left => "left",
                Align::Right => "right",
            };
            let look = Look::sized(size).toned(shown.tone);
            out.push_str(&cell(whole(shown), widths[at], (align, is_kept), look));
        }
        out.push_str("</w:tr>");
    }
    out
}

/// Writes the head rows: heads over several columns, the columns' own, their numbers. All of them come again on each page.
fn heads(columns: &[Drawn<'_>], widths: &[u32]) -> String {
    let is_grouped = columns.iter().any(|own| !own.head.group.is_empty());
    let is_numbered = columns.iter().any(|own| !own.head.number.is_empty());
    let title = Look::sized(HEAD).bold();
    let mut rows = Vec::new();
    if is_grouped {
        let mut row = String::new();
        let mut at = 0;
        for same in columns.chunk_by(|one, next| !one.head.group.is_empty() && one.head.group == next.head.group) {
            let width = widths[at..at + same.len()].iter().sum();
            let own = &same[0].head;
            row.push_str(&if own.group.is_empty() {
                head(&own.title, width, Across::Begins, title)
            } else {
                head(&own.group, width, Across::Spans(same.len()), title)
            });
            at += same.len();
        }
        rows.push(row);
    }
    let own = |(column, width): (&Drawn<'_>, &u32)| {
        let is_begun = is_grouped && column.head.group.is_empty();
        if is_begun {
            head("", *width, Across::Goes, title)
        } else {
            head(&column.head.title, *width, Across::One, title)
        }
    };
    rows.push(columns.iter().zip(widths).map(own).collect());
    if is_numbered {
        let number = Look::sized(HEAD).italic();
        let numbers = columns.iter().zip(widths);
        rows.push(numbers.map(|(own, width)| head(&own.head.number, *width, Across::One, number)).collect());
    }
    let rows = rows.iter().map(|row| format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{row}</w:tr>"));
    rows.collect::<Vec<_>>().concat()
}
