//! A document as JSON: its facts and tables under their keys, numbers exact, nothing worded for one language but titles and names.

use std::fmt::Write;

use serde_json::{Map, Number, Value as Json};

use super::terminal::is_harmful;
use crate::view::{Block, Document, Facts, Holds, Table, Value};

/// The version of the layout; it rises when a key changes its meaning or goes.
pub(super) const VERSION: u32 = 1;

/// Writes a document, keys in a fixed order, ending with a new line.
pub fn json(document: &Document) -> String {
    let mut root = Map::new();
    root.insert("version".to_owned(), Json::from(VERSION));
    root.insert("command".to_owned(), Json::from(document.command));
    root.insert("language".to_owned(), Json::from(document.lang.code()));
    for block in &document.blocks {
        match block {
            Block::Facts(list) if list.key.is_empty() => {}
            Block::Facts(list) => {
                root.insert(list.key.to_owned(), facts(list));
            }
            Block::Table(own) => insert(&mut root, own),
            Block::Outline(outline) => outline.tables.iter().for_each(|own| insert(&mut root, own)),
            Block::Heading(_)
            | Block::Section(..)
            | Block::Para(_)
            | Block::Item(_)
            | Block::Note(_)
            | Block::Letterhead(_)
            | Block::Signature(_)
            | Block::Appendix(_)
            | Block::Chart(_) => {}
        }
    }
    // Serializing a tree of strings and numbers cannot fail.
    let mut text = escaped(&serde_json::to_string_pretty(&Json::Object(root)).unwrap_or_default());
    text.push('\n');
    text
}

// JSON may hold these as they are, but a terminal would obey them or be misled; they can only stand in strings.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_harmful(c) {
            // All of them lie below U+FFFF.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

fn insert(root: &mut Map<String, Json>, own: &Table) {
    // The one row of a table of totals is an object by itself.
    let value = if own.key == "completion" {
        rows(own).into_iter().next().unwrap_or(Json::Null)
    } else {
        Json::Array(rows(own))
    };
    match (root.get_mut(own.key), value) {
        // Several forms' rows are one list.
        (Some(Json::Array(before)), Json::Array(mut more)) => before.append(&mut more),
        (_, value) => {
            root.insert(own.key.to_owned(), value);
        }
    }
}

fn rows(table: &Table) -> Vec<Json> {
    let object = |row: &Vec<crate::view::Cell>| {
        let cells = table.columns.iter().zip(row).filter(|(column, _)| column.holds != Holds::Nothing);
        Json::Object(cells.map(|(column, cell)| (column.key.clone().into_owned(), value(&cell.value))).collect())
    };
    table.rows.iter().map(object).collect()
}

fn facts(facts: &Facts) -> Json {
    Json::Object(facts.list.iter().map(|fact| (fact.key.to_owned(), value(&fact.cell.value))).collect())
}

fn value(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Text(text) => Json::from(text.as_str()),
        Value::Bool(flag) => Json::from(*flag),
        Value::Int(number) => exact(&number.to_string()),
        Value::Number(number) | Value::Percent(number) => exact(&number.to_string()),
        Value::Date(day) => Json::from(day.to_string()),
        Value::List(list) => Json::Array(list.iter().map(self::value).collect()),
        Value::Rate { numerator, denominator, percent } => {
            let mut rate = Map::new();
            rate.insert("numerator".to_owned(), exact(&numerator.to_string()));
            rate.insert("denominator".to_owned(), exact(&denominator.to_string()));
            rate.insert("percent".to_owned(), percent.map_or(Json::Null, |percent| exact(&percent.to_string())));
            Json::Object(rate)
        }
    }
}

// Digits stay as they are: no float comes between.
fn exact(digits: &str) -> Json {
    digits.parse::<Number>().map_or_else(|_| Json::from(digits), Json::Number)
}
