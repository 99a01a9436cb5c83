//! A document's data by name: every table and every list of facts, flat, one value a cell.

use super::{Block, Cell, Column, Document, Facts, Holds, Shown, Table, Value};
use crate::text::{self, Lang, Say};

/// The facts that every document begins with.
const HEAD: &str = "head";

/// What each row of a table that stands alone says of the figures.
const MARKS: [&str; 4] = ["as-of", "made-up", "incomplete", "assumed"];

/// A table of data as a spreadsheet takes it: heads that do not depend on the figures, and a value for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flat {
    /// A head for each column.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}

impl Document {
    /// Returns every list of facts and every table with its key, those of outlines too.
    fn data(&self) -> impl Iterator<Item = (&'static str, Data<'_>)> {
        let tables = |list: &'static str, table| (list, Data::Table(table));
        self.blocks.iter().flat_map(move |block| -> Vec<(&'static str, Data<'_>)> {
            match block {
                Block::Facts(facts) if facts.key.is_empty() => Vec::new(),
                Block::Facts(facts) => vec![(facts.key, Data::Facts(facts))],
                Block::Table(table) => vec![tables(table.key, table)],
                Block::Outline(outline) => outline.tables.iter().map(|own| tables(own.key, own)).collect(),
                Block::Heading(_)
                | Block::Section(..)
                | Block::Para(_)
                | Block::Item(_)
                | Block::Note(_)
                | Block::Letterhead(_)
                | Block::Signature(_)
                | Block::Appendix(_)
                | Block::Chart(_) => Vec::new(),
            }
        })
    }

    /// Returns the keys of its tables and facts, in order, each once.
    pub fn names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for (name, _) in self.data() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Returns a table by its key; facts are a table of one row. Tables of one key are put together: a column that one of them
    /// lacks is null in its rows.
    pub fn flat(&self, name: &str) -> Option<Flat> {
        let mut whole: Option<Flat> = None;
        for (_, data) in self.data().filter(|(own, _)| *own == name) {
            let part = match data {
                Data::Facts(facts) => of_facts(facts),
                Data::Table(table) => of_table(table),
            };
            whole = Some(match whole {
                Some(before) => before.with(part),
                None => part,
            });
        }
        whole
    }

    /// Returns the main table for a reader that sees nothing else: each row also says of which day it is, and whether its figures
    /// may be made up or incomplete.
    pub fn sheet(&self) -> Flat {
        let mut flat = self.flat(self.main).unwrap_or_default();
        if self.main == HEAD {
            return flat;
        }
        let head = self.flat(HEAD).unwrap_or_default();
        let values = head.rows.into_iter().next().unwrap_or_default();
        for (key, value) in head.heads.into_iter().zip(values).filter(|(key, _)| MARKS.contains(&key.as_str())) {
            flat.heads.push(key);
            flat.rows.iter_mut().for_each(|row| row.push(value.clone()));
        }
        flat
    }

    /// Returns the document with nothing but its head, the notes on all figures, and one table, which then is the main one; none
    /// if there is no such table. What no screen shows otherwise is shown here, headed by its keys.
    #[must_use]
    pub fn only(&self, name: &str) -> Option<Self> {
        let main = self.names().into_iter().find(|own| *own == name)?;
        let blocks = self.blocks.iter().flat_map(|block| match block {
            Block::Note(_) => vec![block.clone()],
            Block::Facts(facts) if facts.key == name => vec![Block::Facts(labelled(facts))],
            Block::Facts(facts) if facts.key == HEAD => vec![block.clone()],
            Block::Table(table) => alone(table, name, self.lang),
            Block::Outline(outline) => outline.tables.iter().flat_map(|table| alone(table, name, self.lang)).collect(),
            Block::Heading(_)
            | Block::Section(..)
            | Block::Para(_)
            | Block::Item(_)
            | Block::Facts(_)
            | Block::Letterhead(_)
            | Block::Signature(_)
            | Block::Appendix(_)
            | Block::Chart(_) => Vec::new(),
        });
        let blocks = blocks.collect();
        Some(Self { main, blocks, ..*self })
    }
}

/// What stands under a key.
enum Data<'a> {
    Facts(&'a Facts),
    Table(&'a Table),
}

impl Flat {
    /// Puts two tables together.
    fn with(mut self, other: Self) -> Self {
        let mut places = Vec::new();
        for head in other.heads {
            let at = self.heads.iter().position(|own| *own == head).unwrap_or_else(|| {
                self.heads.push(head);
                self.heads.len() - 1
            });
            places.push(at);
        }
        let width = self.heads.len();
        self.rows.iter_mut().for_each(|row| row.resize(width, Value::Null));
        for row in other.rows {
            let mut wide = vec![Value::Null; width];
            for (at, value) in places.iter().zip(row) {
                wide[*at] = value;
            }
            self.rows.push(wide);
        }
        self
    }
}

fn of_facts(facts: &Facts) -> Flat {
    let heads = facts.list.iter().map(|fact| fact.key.to_owned()).collect();
    Flat { heads, rows: vec![facts.list.iter().map(|fact| fact.cell.value.clone()).collect()] }
}

fn of_table(table: &Table) -> Flat {
    let heads = table.columns.iter().flat_map(|column| {
        let of = |end: &str| format!("{}-{end}", column.key);
        match column.holds {
            Holds::One => vec![column.key.clone().into_owned()],
            Holds::Rate => vec![of("numerator"), of("denominator"), of("percent")],
            Holds::Amount => vec![of("numerator"), of("denominator"), of("percent"), of("value")],
            Holds::Nothing => Vec::new(),
        }
    });
    let row = |row: &Vec<Cell>| {
        let cells = table.columns.iter().zip(row);
        cells.flat_map(|(column, cell)| values(column.holds, &cell.value)).collect()
    };
    Flat { heads: heads.collect(), rows: table.rows.iter().map(row).collect() }
}

/// Parts the value of a cell into a value for each of its column's heads.
fn values(holds: Holds, value: &Value) -> Vec<Value> {
    let (fraction, rest) = match value {
        Value::Rate { numerator, denominator, percent } => {
            ([Value::Number(*numerator), Value::Number(*denominator), Value::number(*percent)], Value::Null)
        }
        other => ([Value::Null, Value::Null, Value::Null], other.clone()),
    };
    match holds {
        Holds::One => vec![value.clone()],
        Holds::Rate => fraction.to_vec(),
        Holds::Amount => fraction.into_iter().chain([rest]).collect(),
        Holds::Nothing => Vec::new(),
    }
}

impl Value {
    /// Writes the value as data, the same in every language: ISO days, a decimal point, lists parted by `;`, nothing for null.
    pub fn plain(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Text(text) => text.clone(),
            Self::Bool(flag) => flag.to_string(),
            Self::Int(number) => number.to_string(),
            Self::Number(number) | Self::Percent(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
            Self::List(list) => list.iter().map(Self::plain).collect::<Vec<_>>().join(";"),
            Self::Rate { numerator, denominator, percent } => {
                let percent = percent.map_or_else(String::new, |percent| format!("{percent} "));
                format!("{percent}({numerator}/{denominator})")
            }
        }
    }
}

/// Gives facts that no screen shows their keys as labels.
fn labelled(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    if facts.list.iter().all(|fact| fact.label.is_empty()) {
        for fact in &mut facts.list {
            fact.label = fact.key.to_owned();
            fact.cell.shown = Shown::plain(fact.cell.value.plain());
        }
    }
    facts
}

/// Makes a table of that name stand by itself: on every screen, whole, and said to be empty where it is.
fn alone(table: &Table, name: &str, lang: Lang) -> Vec<Block> {
    if table.key != name {
        return Vec::new();
    }
    let mut table = table.clone();
    table.on_screen = !table.rows.is_empty();
    table.cap = None;
    if table.columns.iter().all(|column| !column.is_shown()) {
        show_data(&mut table);
    }
    if table.on_screen {
        return vec![Block::Table(table)];
    }
    let heading = (!table.title.is_empty()).then(|| Block::Heading(table.title.clone()));
    let none = Block::Para(Shown::plain(text::say(Say::NoRows, lang)));
    heading.into_iter().chain([none, Block::Table(table)]).collect()
}

/// Heads a table of data by its keys and writes its values as data.
fn show_data(table: &mut Table) {
    table.title = table.key.to_owned();
    for row in &mut table.rows {
        for cell in row {
            cell.shown = Shown::plain(cell.value.plain());
        }
    }
    let rows = &table.rows;
    for (at, column) in table.columns.iter_mut().enumerate() {
        let is_number = |row: &Vec<Cell>| {
            row.get(at).is_some_and(|cell| matches!(cell.value, Value::Int(_) | Value::Number(_) | Value::Percent(_)))
        };
        let is_free = |row: &Vec<Cell>| row.get(at).is_none_or(|cell| cell.value == Value::Null);
        let numbers = rows.iter().any(is_number) && rows.iter().all(|row| is_number(row) || is_free(row));
        let title = column.key.clone().into_owned();
        *column =
            if numbers { Column::right(column.key.clone(), title) } else { Column::new(column.key.clone(), title) }
                .holding(column.holds);
    }
}
