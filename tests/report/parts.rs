//! What is in a file of an office program: the parts of its archive, paragraphs and tables of a document, cells of a workbook.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use quick_xml::Reader;
use quick_xml::events::Event;

pub(crate) use crate::common::golden::unpacked;
use crate::common::{Ran, Scratch, ours};

/// Writes a report of this repository's plan to a file and returns its bytes.
pub(crate) fn written(args: &str, ending: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(format!("report.{ending}"));
    done(&ours(&format!("report {args} -o {}", path.display())), args);
    std::fs::read(path).expect("the report")
}

/// Does the same for a scratch plan.
pub(crate) fn written_by(plan: &Scratch, args: &str, ending: &str) -> Vec<u8> {
    let name = format!("report.{ending}");
    done(&plan.run(&format!("report {args} -o {name}")), args);
    std::fs::read(plan.path().join(name)).expect("the report")
}

fn done(ran: &Ran, args: &str) {
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""), "{args}");
}

/// A document: paragraphs outside tables, and tables as rows of cells.
#[derive(Debug, Default)]
pub(crate) struct Paper {
    pub(crate) paragraphs: Vec<String>,
    pub(crate) tables: Vec<Vec<Vec<String>>>,
}

impl Paper {
    /// Reads a document of Word.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let parts = unpacked(bytes);
        let mut reader = Reader::from_str(&parts["word/document.xml"]);
        let (mut paper, mut text, mut in_text, mut depth) = (Self::default(), String::new(), false, 0);
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(tag) => match tag.name().as_ref() {
                    "w:tbl" => {
                        depth += 1;
                        paper.tables.push(Vec::new());
                    }
                    "w:tr" => paper.tables.last_mut().expect("a table").push(Vec::new()),
                    "w:tc" => text.clear(),
                    "w:p" if depth == 0 => text.clear(),
                    "w:p" if !text.is_empty() => text.push('\n'),
                    "w:t" => in_text = true,
                    _ => {}
                },
                Event::Empty(tag) => match tag.name().as_ref() {
                    "w:br" => text.push('\n'),
                    "w:tab" => text.push('\t'),
                    _ => {}
                },
                Event::Text(own) if in_text => text.push_str(&own),
                Event::GeneralRef(own) if in_text => text.push_str(&entity(&own)),
                Event::End(tag) => match tag.name().as_ref() {
                    "w:tbl" => depth -= 1,
                    "w:tc" => {
                        let rows = paper.tables.last_mut().expect("a table");
                        rows.last_mut().expect("a row").push(std::mem::take(&mut text));
                    }
                    "w:p" if depth == 0 => paper.paragraphs.push(std::mem::take(&mut text)),
                    "w:t" => in_text = false,
                    _ => {}
                },
                Event::Eof => return paper,
                _ => {}
            }
        }
    }

    /// Returns everything that is written, a line each.
    pub(crate) fn text(&self) -> String {
        let cells = self.tables.iter().flatten().flatten();
        self.paragraphs.iter().chain(cells).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// Returns the table in which the first head row begins so.
    pub(crate) fn table(&self, first: &str) -> &[Vec<String>] {
        let found =
            self.tables.iter().find(|rows| rows.first().and_then(|row| row.first()).is_some_and(|own| own == first));
        found.unwrap_or_else(|| panic!("no table begins with {first}"))
    }
}

fn entity(name: &str) -> String {
    let code = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => {
            let digits = other.strip_prefix('#').expect("a character");
            let read = digits.strip_prefix('x').map_or_else(|| code(digits, 10), |hex| code(hex, 16));
            read.expect("a character").to_string()
        }
    }
}

/// A sheet: its name and its rows of cells.
pub(crate) type Sheet = (String, Vec<Vec<Data>>);

/// Reads every sheet of a workbook.
pub(crate) fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let read = |name: String| {
        let range = book.worksheet_range(&name).expect("a sheet");
        let (height, width) = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
        let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        let rows = (0..height).map(|row| (0..width).map(|column| cell(row, column)).collect()).collect();
        (name, rows)
    };
    names.into_iter().map(read).collect()
}

/// Returns the table of a sheet: its heads, and its rows as far as they go. The heads are the first row in which every cell is
/// filled, behind the title and the notes.
pub(crate) fn table(sheets: &[Sheet], name: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    let names: Vec<&str> = sheets.iter().map(|(own, _)| own.as_str()).collect();
    let (_, rows) = sheets.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("{name} is not in {names:?}"));
    let is_head = |row: &&Vec<Data>| row.iter().all(|cell| *cell != Data::Empty);
    let at = rows.iter().position(|row| is_head(&row)).expect("a head row");
    let heads = rows[at].iter().map(ToString::to_string).collect();
    (heads, rows[at + 1..].to_vec())
}
