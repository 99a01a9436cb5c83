//! The rows of a printed table, its pieces joined, and the text around it.

use chrono::{Days, NaiveDate};

use super::heads::{Column, Columns, numbers_columns};
use super::letters::plain;
use crate::syntax::names::{fold, kept};
use crate::syntax::table::{Block, Cell, Grid, Merge};

/// A row of a task, each cell as its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) number: String,
    pub(super) content: String,
    pub(super) lead: String,
    pub(super) support: String,
    pub(super) when: String,
    pub(super) result: String,
    /// What other columns say: their heads, and the text.
    pub(super) others: Vec<(String, String)>,
    /// Whether a row under it that has neither number nor content was taken for a part of it.
    pub(super) has_more: bool,
    /// Whether the table has a column of leads, and one of deadlines.
    pub(super) has_columns: (bool, bool),
    /// The heads of its columns that were not understood.
    pub(super) unknown: Vec<String>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Task(Row),
    Line(String),
}

/// A table that was looked at, for who asks why it is none of tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The sheet's name, if it is one.
    pub sheet: String,
    pub rows: usize,
    pub columns: usize,
    /// Its row that is most like a head.
    pub nearest: Vec<String>,
}

/// Everything found in a document.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) items: Vec<Item>,
    pub(super) heads: Vec<String>,
    /// Text outside the table, line by line.
    pub(super) outside: Vec<String>,
    /// Heads of columns that were not understood, each wording once.
    pub(super) unknown: Vec<String>,
    /// How many of those lines stand before the table.
    pub(super) before: usize,
    pub(super) seen: Vec<Seen>,
    /// The columns of the piece before, and how many it had.
    columns: Option<(Columns, usize)>,
    /// How many items there were after the last task, and lines outside.
    last_task: (usize, usize),
}

/// Tells whether nothing can be seen in a text.
pub(super) fn is_blank(text: &str) -> bool {
    fold(text).is_empty()
}

/// Returns what a cell shows. A day may come as the number that a workbook has for it: days since the end of 1899.
fn shown(cell: &Cell) -> String {
    let day = |number: &str| {
        let days = number.parse::<u64>().ok().filter(|days| *days > 60)?;
        NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
    };
    match cell {
        Cell::Date(text) => day(text).map_or_else(|| text.clone(), |day| day.to_string()),
        cell => cell.text().to_owned(),
    }
}

/// Writes the cells of a row as one line.
fn joined(row: &[Cell]) -> String {
    let texts: Vec<String> = row.iter().map(|cell| kept(&shown(cell))).filter(|text| !text.is_empty()).collect();
    texts.join(" | ")
}

/// Returns the width of a table without its blank columns at the end.
fn width(grid: &Grid) -> usize {
    let used = |row: &Vec<Cell>| row.iter().rposition(|cell| !cell.text().is_empty()).map_or(0, |at| at + 1);
    grid.rows.iter().map(used).max().unwrap_or(0)
}

/// Tells whether a text is a plain number, as of a row: `7`, `7.`, `07`.
pub(super) fn plain_number(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches(['.', ')']);
    let is_plain = !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| is_plain && *number > 0)
}

/// Tells whether a text numbers a section: a Roman numeral, a letter.
fn numbers_section(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ')', '/']);
    let is_roman = text.bytes().all(|b| b"IVXLC".contains(&b));
    !text.is_empty() && (is_roman || (text.chars().count() == 1 && text.chars().all(char::is_alphabetic)))
}

/// Returns a row with what is merged down into it, as tables of Word have it; not from the side, where it would be in a wrong column.
fn whole(grid: &Grid, row: usize, width: usize, is_taken: impl Fn(usize, &Merge) -> bool) -> Vec<Cell> {
    let mut cells = grid.rows[row].clone();
    if !grid.rows.has_merges() {
        return cells;
    }
    cells.resize(width.max(cells.len()), Cell::Empty);
    for (column, cell) in cells.iter_mut().enumerate().filter(|(_, cell)| **cell == Cell::Empty) {
        let merge = grid.rows.merge(row, column).filter(|own| own.first_column == column && own.first_row < row);
        if merge.is_some_and(|own| is_taken(column, &own)) {
            *cell = grid.shown(row, column).clone();
        }
    }
    cells
}

/// Tells whether a row sums up others: "Tổng kinh phí", "Tổng cộng", "Cộng".
fn is_total(own: &Row) -> bool {
    let content = plain(&own.content);
    let content = content.trim_end_matches([':', '.', ' ']);
    let is_sum = matches!(content, "cong" | "tong" | "tong so") || content.starts_with("tong cong");
    own.number.is_empty() && (is_sum || content.starts_with("tong kinh phi"))
}

/// Finds the rows in a document.
pub(super) fn find(blocks: &[Block]) -> Found {
    let mut found = Found::default();
    for block in blocks {
        match block {
            Block::Text(text) => found.line(text),
            Block::Table(grid) => found.table(grid),
        }
    }
    found.give_back_the_end();
    found.titles();
    found
}

impl Found {
    fn line(&mut self, text: &str) {
        self.outside.extend(text.lines().map(kept).filter(|line| !line.is_empty()));
    }

    /// Takes cells that are no part of the table.
    fn cells(&mut self, row: &[Cell]) {
        for cell in row {
            self.line(&shown(cell));
        }
    }

    fn table(&mut self, grid: &Grid) {
        let width = width(grid);
        let mut columns = self.continued(grid, width);
        let mut is_under_head = false;
        // The first row under the head.
        let mut first = 0;
        for (at, row) in grid.rows.iter().enumerate() {
            if row.iter().all(|cell| is_blank(cell.text())) {
                self.cells(row);
                continue;
            }
            if let Some(own) = Columns::of(row).filter(|_| !grid.is_hidden && !is_under_head) {
                if self.items.is_empty() && self.heads.is_empty() {
                    self.before = self.outside.len();
                }
                self.head(row);
                (columns, is_under_head, first) = (Some(own), true, at + 1);
                continue;
            }
            let Some(own) = &mut columns else {
                self.cells(row);
                continue;
            };
            if is_under_head && own.add(&whole(grid, at, width, |_, _| true)) {
                self.head(row);
                first = at + 1;
                continue;
            }
            if is_under_head && numbers_columns(row) {
                self.head(row);
                is_under_head = false;
                continue;
            }
            is_under_head = false;
            let own = own.clone();
            let is_text = |column: usize| matches!(own.kinds.get(column), Some(Some(_)));
            let cells = whole(grid, at, width, |column, merge| is_text(column) && merge.first_row >= first);
            let content = own.at(Column::Content).filter(|content| cells.get(*content) != row.get(*content));
            self.row(&own, &cells, content.is_some());
        }
        self.see(grid, width, columns.is_some());
        if let Some(columns) = columns {
            self.columns = Some((columns, width));
        }
    }

    /// Returns the columns of the piece before, if a table without a head goes on with it: as wide, its first row numbered.
    fn continued(&self, grid: &Grid, own: usize) -> Option<Columns> {
        let (columns, width) = self.columns.as_ref()?;
        let number = columns.at(Column::Number)?;
        let first = grid.rows.iter().find(|row| row.iter().any(|cell| !is_blank(cell.text())))?;
        let is_numbered = first.get(number).is_some_and(|cell| plain_number(cell.text()).is_some());
        (own == *width && own > 2 && is_numbered && !grid.is_hidden).then(|| columns.clone())
    }

    fn head(&mut self, row: &[Cell]) {
        let text = joined(row);
        if !self.heads.contains(&text) {
            self.heads.push(text);
        }
    }

    fn see(&mut self, grid: &Grid, columns: usize, is_one: bool) {
        const LOOKED_AT: usize = 200;
        if is_one || columns < 2 {
            return;
        }
        let nearest = grid.rows.iter().take(LOOKED_AT).rev().max_by_key(|row| {
            let filled = row.iter().filter(|cell| !cell.text().is_empty()).count();
            (Columns::read(row).known(), filled.min(2))
        });
        let nearest = nearest.map(|row| row.iter().map(|cell| kept(&shown(cell))).collect()).unwrap_or_default();
        self.seen.push(Seen { sheet: grid.name.clone(), rows: grid.rows.len(), columns, nearest });
    }

    /// Takes a row under a head; one whose content is merged with that above goes on with it.
    fn row(&mut self, columns: &Columns, row: &[Cell], is_covered: bool) {
        let text = |column| {
            let cell = columns.at(column).and_then(|at| row.get(at));
            cell.map(shown).filter(|text| !is_blank(text)).unwrap_or_default()
        };
        let own = Row {
            number: kept(&text(Column::Number)),
            content: kept(&text(Column::Content)),
            lead: text(Column::Lead),
            support: text(Column::Support),
            when: text(Column::When),
            result: text(Column::Result),
            others: others(columns, row),
            has_more: false,
            has_columns: (columns.at(Column::Lead).is_some(), columns.at(Column::When).is_some()),
            unknown: columns.unknown(),
        };
        let filled = row.iter().filter(|cell| !is_blank(cell.text())).count();
        let says_more = [&own.lead, &own.support, &own.when, &own.result].into_iter().any(|text| !text.is_empty());
        let is_title = !says_more && (own.number.is_empty() || numbers_section(&own.number)) && columns.tells_more();
        let is_lone = filled == 1 && (own.content.is_empty() || columns.tells_more());
        if self.goes_on(&own, is_covered) {
            return self.go_on(own);
        }
        if own.content.is_empty() || is_lone || (is_title && own.others.is_empty()) || (!says_more && is_total(&own)) {
            self.items.push(Item::Line(joined(row)));
            return;
        }
        for head in own.unknown.iter().filter(|head| !self.unknown.contains(head)).cloned().collect::<Vec<_>>() {
            self.unknown.push(head);
        }
        self.items.push(Item::Task(own));
        self.last_task = (self.items.len(), self.outside.len());
    }

    /// Tells whether a row goes on with the one before: nothing but more of what it says, or its number and content again, as where
    /// these are merged over several rows.
    fn goes_on(&self, own: &Row, is_covered: bool) -> bool {
        let Some(Item::Task(before)) = self.items.last() else { return false };
        let says_more = [&own.lead, &own.support, &own.when, &own.result].into_iter().any(|text| !text.is_empty());
        let is_rest = own.number.is_empty() && own.content.is_empty() && says_more;
        let is_same = own.number == before.number && own.content == before.content;
        let is_again = is_same && (is_covered || !own.number.is_empty());
        is_rest || is_again
    }

    fn go_on(&mut self, own: Row) {
        let Some(Item::Task(before)) = self.items.last_mut() else { return };
        before.has_more |= own.number.is_empty() && own.content.is_empty();
        let add = |to: &mut String, more: &str| {
            if !more.is_empty() && to.as_str() != more {
                to.push_str(if to.is_empty() { "" } else { "\n" });
                to.push_str(more);
            }
        };
        add(&mut before.lead, &own.lead);
        add(&mut before.support, &own.support);
        add(&mut before.when, &own.when);
        add(&mut before.result, &own.result);
        for other in own.others {
            if !before.others.contains(&other) {
                before.others.push(other);
            }
        }
    }

    /// Takes a row without more than number and content for a title where the next is a part of it: 1 above 1.1.
    fn titles(&mut self) {
        for at in 0..self.items.len().saturating_sub(1) {
            let (Item::Task(own), Some(Item::Task(next))) = (&self.items[at], self.items.get(at + 1)) else { continue };
            let says_more = [&own.lead, &own.support, &own.when, &own.result].into_iter().any(|text| !text.is_empty());
            let number = own.number.trim_end_matches(['.', ')']);
            let is_part = next.number.strip_prefix(number).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1);
            if !number.is_empty() && is_part && !says_more && own.others.is_empty() {
                self.items[at] = Item::Line(format!("{} | {}", own.number, own.content));
            }
        }
    }

    /// Gives what stands under the last task back to the text outside: in a sheet all text stands in cells.
    fn give_back_the_end(&mut self) {
        let (tasks, at) = self.last_task;
        let lines: Vec<String> = self
            .items
            .split_off(tasks)
            .into_iter()
            .map(|item| match item {
                Item::Line(line) => line,
                // There is none behind the last.
                Item::Task(row) => row.content,
            })
            .collect();
        self.outside.splice(at..at, lines);
        self.before = self.before.min(self.outside.len());
    }
}

/// Returns what stands in cells of columns that are not known.
fn others(columns: &Columns, row: &[Cell]) -> Vec<(String, String)> {
    let is_other = |at: usize| matches!(columns.kinds.get(at), None | Some(None | Some(Column::Start)));
    let cells = row.iter().enumerate().filter(|(at, cell)| is_other(*at) && !is_blank(cell.text()));
    cells.map(|(at, cell)| (columns.names.get(at).cloned().unwrap_or_default(), kept(&shown(cell)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::table::document;

    fn found(text: &str) -> Found {
        find(&document(text.as_bytes()).unwrap())
    }

    fn shown(found: &Found) -> Vec<String> {
        let own = |item: &Item| match item {
            Item::Task(row) => format!("{}:{}:{}:{}", row.number, row.content, row.lead.replace('\n', "+"), row.when),
            Item::Line(line) => format!("# {line}"),
        };
        found.items.iter().map(own).collect()
    }

    const HEAD: &str = "TT\tNội dung\tChủ trì\tThời gian\tGhi chú\n";

    #[test]
    fn pieces_are_joined_with_and_without_a_head() {
        let own =
            found(&format!("Lời đầu\n{HEAD}1\ta\tX\tp\t\n\n{HEAD}2\tb\tX\tp\tn\n\n3\tc\tY\tq\t.\nLời cuối\nA\tB\tC\n"));
        assert_eq!(shown(&own), ["1:a:X:p", "2:b:X:p", "3:c:Y:q"]);
        assert_eq!(
            (own.outside.as_slice(), own.before),
            (&["Lời đầu", "Lời cuối", "A", "B", "C"].map(String::from)[..], 1)
        );
        assert_eq!(own.heads, ["TT | Nội dung | Chủ trì | Thời gian | Ghi chú"]);
        let Item::Task(second) = &own.items[1] else { panic!() };
        assert_eq!(second.others, [("Ghi chú".to_owned(), "n".to_owned())]);
    }

    #[test]
    fn titles_of_sections_and_rows_without_content_are_lines() {
        let own = found(&format!(
            "{HEAD}(1)\t(2)\t(3)\t(4)\t(5)\nI\tPhần một\t\t\t\n\tPhần phụ\t\t\t\n1\ta\tX\tp\t\n\t\tY\t\t\n2\t\tX\tp\t\nII. Phần hai\t\t\t\t\n3\tb\t\t\t\n"
        ));
        assert_eq!(
            shown(&own),
            ["# I | Phần một", "# Phần phụ", "1:a:X+Y:p", "# 2 | X | p", "# II. Phần hai", "3:b::"]
        );
    }

    #[test]
    fn a_row_above_its_parts_is_a_title() {
        let own = found(&format!("{HEAD}1\ta\t\t\t\n1.1\tb\tX\tp\t\n2\tc\t\t\t\n3\td\tX\tp\t\n3.1\te\tX\tp\t\n"));
        assert_eq!(shown(&own), ["# 1 | a", "1.1:b:X:p", "2:c::", "3:d:X:p", "3.1:e:X:p"]);
    }

    #[test]
    fn columns_stand_in_any_order_and_may_lack() {
        let own = found("Thời hạn,Nhiệm vụ\nQuý I,a\n,b\nQuý II,c\n");
        assert_eq!(shown(&own), [":a::Quý I", "# b", ":c::Quý II"]);
        let own = found("Số TT;Nội dung\n1;a\n;b\n");
        assert_eq!(shown(&own), ["1:a::", ":b::"]);
    }

    #[test]
    fn what_sums_up_is_no_task() {
        let own =
            found(&format!("{HEAD}1\ta\tX\tp\t\n\tCộng:\t\t\t5\n2\tTổng kinh phí\tX\tp\t\n\tTổng cộng (A+B)\t\t\t5\n"));
        assert_eq!(shown(&own), ["1:a:X:p", "# Cộng: | 5", "2:Tổng kinh phí:X:p"]);
        assert_eq!(own.outside, ["Tổng cộng (A+B) | 5"]);
    }

    #[test]
    fn merged_number_and_content_go_on() {
        let own = found(&format!("{HEAD}1\ta\tX\tp\t\n1\ta\tY\tp\t\n2\ta\tY\tp\t\n"));
        assert_eq!(shown(&own), ["1:a:X+Y:p", "2:a:Y:p"]);
    }

    #[test]
    fn a_day_of_a_workbook_is_a_day() {
        let date = |text: &str| super::shown(&Cell::Date(text.to_owned()));
        assert_eq!(
            [date("46162"), date("2026-05-20"), date("0.5"), date("7")],
            ["2026-05-20", "2026-05-20", "0.5", "7"]
        );
    }

    #[test]
    fn what_was_seen_is_told() {
        let own = found("x\ty\tz\nTT\tTên\tSố\n");
        assert!(own.items.is_empty());
        assert_eq!(own.seen[0].nearest, ["TT", "Tên", "Số"]);
        assert_eq!((own.seen[0].rows, own.seen[0].columns), (2, 3));
    }
}
