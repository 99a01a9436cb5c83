//! What an import would do, cell by cell.

use super::{Block, Cell, Column, Document, Holds, Shown, Table, Tone, Value};
use crate::text::{self, Lang, Say, Track, Word};

/// What becomes of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It fills a blank, or a report that is not on file.
    #[default]
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
    /// It says who somebody is, and is left behind.
    Personal,
    /// It is blank, and what is on file stays.
    Blank,
    /// It is a later day of receipt than the one on file, which stays.
    FirstStays,
    /// Its row is gone, and what is on file stays.
    Gone,
}

/// A cell of a file that a unit sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The file.
    pub file: String,
    /// Whose report it belongs to and for when, as ids; none for a cell of no report.
    pub report: Option<[String; 2]>,
    /// The same in words.
    pub whose: String,
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
    /// What it said before it was rounded.
    pub rounded_from: Option<String>,
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
            Self::Personal => "personal",
            Self::Blank => "blank",
            Self::FirstStays => "first-stays",
            Self::Gone => "gone",
        }
    }

    /// Tells whether somebody should look at the cell.
    fn is_doubtful(&self) -> bool {
        !matches!(self, Self::New | Self::Same | Self::FirstStays)
    }

    /// Returns why it cannot be taken over.
    fn why(&self) -> Option<&str> {
        match self {
            Self::Refused(why) => Some(why),
            Self::New
            | Self::Same
            | Self::Replaces
            | Self::Differs
            | Self::LeftOut
            | Self::Personal
            | Self::Blank
            | Self::FirstStays
            | Self::Gone => None,
        }
    }

    fn cell(&self, rounded_from: Option<&str>, lang: Lang) -> Cell {
        let (word, tone) = match self {
            Self::New => (Word::FateNew, Tone::Good),
            Self::Same => (Word::FateSame, Tone::Quiet),
            Self::Replaces => (Word::FateReplaces, Tone::Warn),
            Self::Differs => (Word::FateDiffers, Tone::Bad),
            Self::Refused(_) => (Word::FateRefused, Tone::Bad),
            Self::LeftOut => (Word::FateLeftOut, Tone::Warn),
            Self::Personal => (Word::FatePersonal, Tone::Warn),
            Self::Blank => (Word::FateBlank, Tone::Warn),
            Self::FirstStays => (Word::FateFirstStays, Tone::Quiet),
            Self::Gone => (Word::FateGone, Tone::Warn),
        };
        let said = text::word(word, lang);
        let said = self.why().map_or_else(|| said.to_owned(), |why| format!("{said}: {why}"));
        let said = match rounded_from {
            Some(from) => format!("{said}; {}", text::say(Say::RoundedFrom { from: &text::number(from, lang) }, lang)),
            None => said,
        };
        Cell::toned(Value::Text(self.code().to_owned()), said, tone)
    }
}

/// So many cells are all shown on a screen; of more, those that somebody should look at.
const ALL_SHOWN: usize = 40;

/// Makes the document: the files, then every cell that says something, then the units that the files say nothing of.
pub fn import(files: &[ImportedFile], cells: &[Imported], missing: &[[String; 3]], lang: Lang) -> Document {
    let mut blocks = vec![Block::Table(of_files(files, lang)), Block::Table(of_cells(files, cells, lang))];
    if cells.is_empty() {
        blocks.push(Block::Para(Shown::toned(text::say(Say::NoCells, lang), Tone::Quiet)));
    }
    let mut table = Table::data("missing", &["file", "unit"]);
    table.rows =
        missing.iter().map(|[file, unit, _]| vec![Cell::text(file.clone()), Cell::text(unit.clone())]).collect();
    blocks.push(Block::Table(table));
    // What one file lacks another may have.
    let is_there = |id: &String| files.iter().any(|own| own.report.as_ref().is_some_and(|report| report[1] == *id));
    let mut names: Vec<&str> =
        missing.iter().filter(|[_, id, _]| !is_there(id)).map(|[_, _, name]| name.as_str()).collect();
    let mut told = std::collections::BTreeSet::new();
    names.retain(|name| told.insert(*name));
    if !names.is_empty() {
        let said = text::say(Say::NoRowOf { units: &names.join("; ") }, lang);
        blocks.push(Block::Para(Shown::toned(said, Tone::Warn)));
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
    let mut files: Vec<&ImportedFile> = files.iter().collect();
    if files.len() > ALL_SHOWN {
        files.sort_by_key(|own| own.refused.is_none());
        let shown = files.iter().filter(|own| own.refused.is_some()).count().max(ALL_SHOWN / 4);
        let rest = (files.len() - shown.min(files.len())).to_string();
        table.cap = Some((shown, text::say(Say::MoreReports { count: &text::number(&rest, lang) }, lang)));
    }
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

fn of_cells(files: &[ImportedFile], cells: &[Imported], lang: Lang) -> Table {
    let word = |word| text::word(word, lang);
    let of = |is_shown: bool, key: &'static str, head: Word| {
        if is_shown { Column::new(key, word(head)) } else { Column::hidden(key) }
    };
    let is_several = files.iter().any(|own| own.file != files[0].file);
    let has_reports =
        files.iter().any(|own| files.iter().any(|other| own.file == other.file && own.report != other.report));
    // A dossier is named in each row, since there are many in a file.
    let is_register = cells.iter().any(|own| own.report.is_none() && !own.whose.is_empty());
    let columns = vec![
        of(is_several, "file", Word::FileHead),
        of(has_reports || is_register, "whose", if is_register { Word::DossierHead } else { Word::ReportHead })
            .holding(Holds::Nothing),
        Column::hidden("unit"),
        Column::hidden("period"),
        Column::hidden("dossier"),
        Column::new("cell", word(Word::CellHead)),
        Column::hidden("column"),
        Column::new("name", word(Word::MeasureHead)),
        Column::right("old", word(Word::OldHead)),
        Column::right("new", word(Word::NewHead)),
        Column::new("fate", word(Word::FateHead)),
        Column::hidden("rounded-from"),
        Column::hidden("why"),
    ];
    let mut table = Table::new("cells", "", columns);
    let mut cells: Vec<(&Imported, bool)> = cells.iter().zip(repeated(cells)).collect();
    let doubtful = |(own, _): &&(&Imported, bool)| own.fate.is_doubtful() || own.rounded_from.is_some();
    if cells.len() > ALL_SHOWN {
        let doubtful = cells.iter().filter(doubtful).count();
        let alike = cells.iter().filter(|(_, is_repeated)| *is_repeated).count();
        cells.sort_by_key(|(own, is_repeated)| (!own.fate.is_doubtful(), *is_repeated, own.rounded_from.is_none()));
        let shown = if alike > 0 { doubtful - alike } else { doubtful.max(ALL_SHOWN / 4) };
        let rest = cells.len().saturating_sub(shown);
        let number = |count: usize| text::number(&count.to_string(), lang);
        table.cap = (rest > 0).then(|| {
            let said = match alike {
                0 => text::say(Say::MoreCells { count: &number(rest) }, lang),
                _ => text::track(Track::MoreCellsAlike { count: &number(rest), alike: &number(alike) }, lang),
            };
            (shown, said)
        });
    }
    table.rows = cells.into_iter().map(|(own, _)| row(own, lang)).collect();
    table.on_screen = !table.rows.is_empty();
    table
}

/// Tells which cells are refused for what another one before them is refused for, where those refused are many.
fn repeated(cells: &[Imported]) -> Vec<bool> {
    if cells.iter().filter(|own| own.fate.why().is_some()).count() <= ALL_SHOWN {
        return vec![false; cells.len()];
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut is_repeated = |own: &Imported| {
        own.fate.why().is_some_and(|why| !seen.insert((own.file.clone(), own.column.clone(), why.to_owned())))
    };
    cells.iter().map(&mut is_repeated).collect()
}

/// Shows what is on file or in the cell: a day as everywhere, anything else as it is written there.
fn said(own: &Imported, text: &str, lang: Lang) -> Cell {
    let day = Some(text).filter(|_| own.column == "reported").and_then(|text| text.parse().ok());
    day.map_or_else(|| Cell::text(text), |day| Cell::new(Value::Text(text.to_owned()), text::day(day, lang)))
}

fn row(own: &Imported, lang: Lang) -> Vec<Cell> {
    let why = Value::text(own.fate.why());
    let part = |at: usize| Cell::data(Value::text(own.report.as_ref().map(|report| report[at].clone())));
    vec![
        Cell::text(own.file.clone()),
        Cell::text(own.whose.clone()),
        part(0),
        part(1),
        Cell::data(Value::text(own.report.is_none().then_some(&own.whose).filter(|own| !own.is_empty()).cloned())),
        Cell::new(Value::text(Some(own.address.clone()).filter(|own| !own.is_empty())), own.address.clone()),
        Cell::data(Value::text(Some(own.column.clone()).filter(|column| !column.is_empty()))),
        Cell::text(own.name.clone()),
        said(own, &own.old, lang),
        said(own, &own.new, lang),
        own.fate.cell(own.rounded_from.as_deref(), lang),
        Cell::data(Value::text(own.rounded_from.clone())),
        Cell::data(why),
    ]
}
