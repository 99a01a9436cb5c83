//! What an import would do, cell by cell.

use super::{Block, Cell, Column, Document, Shown, Table, Tone, Value};
use crate::text::{self, Lang, Say, Word};

/// What becomes of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It fills a blank, or a report that is not on file.
    New,
    /// It says what is on file.
    Same,
    /// It differs from what is on file, and replaces it.
    Replaces,
    /// It differs from what is on file, and may not replace it.
    Differs,
    /// It cannot be taken over, for this reason.
    Refused(String),
    /// Nothing asks for it.
    LeftOut,
    /// It is blank, and what is on file stays.
    Blank,
    /// Its row is gone, and what is on file stays.
    Gone,
}

/// A cell of a file that a unit sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file.
    pub file: String,
    /// Where it stands, as a spreadsheet shows it; empty for a row that is gone.
    pub address: String,
    /// The column of data/ it is for; empty if there is none.
    pub column: String,
    /// What that is called.
    pub name: String,
    /// What is on file.
    pub old: String,
    /// What the cell says.
    pub new: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// A file that a unit sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// The file.
    pub file: String,
    /// The form's id, the unit's id and the period, if they could be told.
    pub report: Option<[String; 3]>,
    /// The form, the unit and the period in words.
    pub words: String,
    /// How many measures it leaves blank.
    pub blank: usize,
    /// Why nothing of it can be taken over.
    pub refused: Option<String>,
}

impl Fate {
    /// Returns its code.
    fn code(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Replaces => "replaces",
            Self::Differs => "differs",
            Self::Refused(_) => "refused",
            Self::LeftOut => "left-out",
            Self::Blank => "blank",
            Self::Gone => "gone",
        }
    }

    fn cell(&self, lang: Lang) -> Cell {
        let (word, tone) = match self {
            Self::New => (Word::FateNew, Tone::Good),
            Self::Same => (Word::FateSame, Tone::Quiet),
            Self::Replaces => (Word::FateReplaces, Tone::Warn),
            Self::Differs => (Word::FateDiffers, Tone::Bad),
            Self::Refused(_) => (Word::FateRefused, Tone::Bad),
            Self::LeftOut => (Word::FateLeftOut, Tone::Warn),
            Self::Blank => (Word::FateBlank, Tone::Warn),
            Self::Gone => (Word::FateGone, Tone::Warn),
        };
        let said = match self {
            Self::Refused(why) => format!("{}: {why}", text::word(word, lang)),
            Self::New | Self::Same | Self::Replaces | Self::Differs | Self::LeftOut | Self::Blank | Self::Gone => {
                text::word(word, lang).to_owned()
            }
        };
        Cell::toned(Value::Text(self.code().to_owned()), said, tone)
    }
}

/// Makes the document: the files, then every cell that says something.
pub fn import(files: &[ImportedFile], cells: &[Imported], lang: Lang) -> Document {
    let mut blocks = vec![Block::Table(of_files(files, lang)), Block::Table(of_cells(cells, files.len() > 1, lang))];
    if cells.is_empty() {
        blocks.push(Block::Para(Shown::toned(text::say(Say::NoCells, lang), Tone::Quiet)));
    }
    Document { command: "import", lang, main: "cells", blocks }
}

fn of_files(files: &[ImportedFile], lang: Lang) -> Table {
    let word = |word| text::word(word, lang);
    let columns = vec![
        Column::new("file", word(Word::FileHead)),
        Column::hidden("form"),
        Column::hidden("unit"),
        Column::hidden("period"),
        Column::new("report", word(Word::ReportHead)),
        Column::right("blank", word(Word::BlankHead)),
        Column::new("refused", ""),
    ];
    let mut table = Table::new("files", "", columns);
    for own in files {
        let part = |at: usize| {
            own.report
                .as_ref()
                .map_or_else(|| Cell::data(Value::Null), |report| Cell::data(Value::Text(report[at].clone())))
        };
        let report = match &own.refused {
            Some(why) => {
                Cell::toned(Value::text(Some(own.words.clone()).filter(|words| !words.is_empty())), why, Tone::Bad)
            }
            None => Cell::text(own.words.clone()),
        };
        table.rows.push(vec![
            Cell::text(own.file.clone()),
            part(0),
            part(1),
            part(2),
            report,
            Cell::new(Value::count(own.blank), own.blank.to_string()),
            Cell::data(Value::text(own.refused.clone())),
        ]);
    }
    table
}

fn of_cells(cells: &[Imported], several: bool, lang: Lang) -> Table {
    let word = |word| text::word(word, lang);
    let file = if several { Column::new("file", word(Word::FileHead)) } else { Column::hidden("file") };
    let columns = vec![
        file,
        Column::new("cell", word(Word::CellHead)),
        Column::hidden("column"),
        Column::new("name", word(Word::MeasureHead)),
        Column::right("old", word(Word::OldHead)),
        Column::right("new", word(Word::NewHead)),
        Column::new("fate", word(Word::FateHead)),
        Column::hidden("why"),
    ];
    let mut table = Table::new("cells", "", columns);
    for own in cells {
        let why = match &own.fate {
            Fate::Refused(why) => Value::Text(why.clone()),
            Fate::New | Fate::Same | Fate::Replaces | Fate::Differs | Fate::LeftOut | Fate::Blank | Fate::Gone => {
                Value::Null
            }
        };
        table.rows.push(vec![
            Cell::text(own.file.clone()),
            Cell::new(Value::text(Some(own.address.clone()).filter(|own| !own.is_empty())), own.address.clone()),
            Cell::data(Value::text(Some(own.column.clone()).filter(|column| !column.is_empty()))),
            Cell::text(own.name.clone()),
            Cell::text(own.old.clone()),
            Cell::text(own.new.clone()),
            own.fate.cell(lang),
            Cell::data(why),
        ]);
    }
    table.on_screen = !table.rows.is_empty();
    table
}
