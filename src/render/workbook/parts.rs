//! What a workbook takes of a document.

use super::super::sheet_cells::harmless;
use super::cells::whole;
use crate::text::Lang;
use crate::view::{Block, Chart, Column, Document, Fact, Letterhead, Table};

/// The parts of a document that have a place in a workbook.
pub(super) struct Parts<'a> {
    pub(super) lang: Lang,
    /// What kind of document it is, or its first heading, or the command it answers.
    pub(super) kind: &'a str,
    pub(super) head: Option<&'a Letterhead>,
    /// What must be known of all figures.
    pub(super) notes: Vec<String>,
    /// The facts that have labels, list by list.
    pub(super) facts: Vec<Vec<&'a Fact>>,
    /// The tables that have a sheet, those of outlines too.
    pub(super) tables: Vec<&'a Table>,
    pub(super) charts: Vec<&'a Chart>,
}

impl<'a> Parts<'a> {
    /// Takes the parts of a document, in order.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut parts = Self {
            lang: document.lang,
            kind: document.command,
            head: None,
            notes: Vec::new(),
            facts: Vec::new(),
            tables: Vec::new(),
            charts: Vec::new(),
        };
        let mut heading = None;
        for block in &document.blocks {
            match block {
                Block::Heading(text) => heading = heading.or(Some(text)),
                Block::Letterhead(head) => parts.head = Some(head),
                Block::Note(shown) => parts.notes.push(harmless(whole(shown))),
                Block::Facts(facts) => {
                    parts.facts.push(facts.list.iter().filter(|fact| !fact.label.is_empty()).collect());
                }
                Block::Table(table) => parts.tables.push(table),
                Block::Outline(outline) => parts.tables.extend(&outline.tables),
                Block::Chart(chart) => parts.charts.push(chart),
                Block::Section(..) | Block::Para(_) | Block::Item(_) | Block::Signature(_) | Block::Appendix(_) => {}
            }
        }
        parts.notes.retain(|note| !note.is_empty());
        parts.facts.retain(|list| !list.is_empty());
        parts.tables.retain(|table| !table.sheet.is_empty() && table.columns.iter().any(Column::is_shown));
        parts.kind = parts.head.map(|head| &head.kind).or(heading).map_or(parts.kind, String::as_str);
        parts
    }
}
