//! Files made for the tests, of what a text has.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

/// A line of text, or the rows of a table.
pub(crate) enum Piece {
    Line(String),
    Table(Vec<Vec<String>>),
}

/// Parts a text at its tables, by its tabs.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut list: Vec<Piece> = Vec::new();
    let mut is_table = false;
    for line in text.lines() {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        match list.last_mut() {
            Some(Piece::Table(rows)) if is_table && cells.len() > 1 => rows.push(cells),
            _ if cells.len() > 1 => list.push(Piece::Table(vec![cells])),
            _ if line.trim().is_empty() => {}
            _ => list.push(Piece::Line(line.to_owned())),
        }
        is_table = line.contains('\t');
    }
    list
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Writes a paragraph, its words in runs of their own as Word has them.
fn paragraph(text: &str) -> String {
    let runs =
        text.split_inclusive(' ').map(|word| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(word)));
    format!("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>{}</w:p>", runs.collect::<String>())
}

/// Makes a document of Word out of what stands in its body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    word_of(around(body).as_bytes())
}

fn around(body: &str) -> String {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>")
}

/// Makes a document of Word out of its part of text.
pub(crate) fn word_of(xml: &[u8]) -> Vec<u8> {
    word_at("word/document.xml", xml)
}

/// Makes a document of Word whose part of text has a name.
pub(crate) fn word_at(name: &str, xml: &[u8]) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let list = format!("<Relationships><Relationship Id=\"rId1\" Type=\"{kind}\" Target=\"{name}\"/></Relationships>");
    package(|zip| {
        let types = &b"<Types/>"[..];
        for (name, text) in [("[Content_Types].xml", types), ("_rels/.rels", list.as_bytes()), (name, xml)] {
            zip.start_file(name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(text).expect("its text");
        }
    })
}

fn package(write: impl FnOnce(&mut zip::ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    write(&mut zip);
    zip.finish().expect("a package").into_inner()
}

/// Makes a document of Word.
pub(crate) fn docx(pieces: &[Piece]) -> Vec<u8> {
    word_of(body(pieces).as_bytes())
}

/// Writes the part of text of a document of Word.
pub(crate) fn body(pieces: &[Piece]) -> String {
    let row = |row: &Vec<String>| {
        let cells =
            row.iter().map(|text| format!("<w:tc><w:tcPr><w:tcW w:w=\"900\"/></w:tcPr>{}</w:tc>", paragraph(text)));
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    };
    let body = pieces.iter().map(|piece| match piece {
        Piece::Line(text) => paragraph(text),
        Piece::Table(rows) => format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.iter().map(row).collect::<String>()),
    });
    around(&body.collect::<String>())
}

/// Makes a document of Word whose text unpacks to more than can be held.
pub(crate) fn bomb() -> Vec<u8> {
    let chunk = vec![b' '; 1024 * 1024];
    package(|zip| {
        let fast = SimpleFileOptions::default().compression_level(Some(1));
        zip.start_file("word/document.xml", fast).expect("a part");
        (0..101).for_each(|_| zip.write_all(&chunk).expect("a megabyte"));
    })
}

fn rows(pieces: &[Piece]) -> Vec<Vec<String>> {
    let of = |piece: &Piece| match piece {
        Piece::Line(text) => vec![vec![text.clone()]],
        Piece::Table(rows) => rows.clone(),
    };
    pieces.iter().flat_map(of).collect()
}

/// Makes a workbook of one sheet; numbers are numbers.
pub(crate) fn workbook(pieces: &[Piece]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in rows(pieces).iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let at = (u32::try_from(row).expect("a row"), u16::try_from(column).expect("a column"));
            let _ = match text.parse::<u32>() {
                Ok(number) => sheet.write_number(at.0, at.1, number),
                Err(_) => sheet.write_string(at.0, at.1, text),
            }
            .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Makes a workbook of one sheet, some of its cells merged: first row, first column, last row, last column.
pub(crate) fn merged(text: &str, merges: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = rust_xlsxwriter::Format::new();
    for (first_row, first_column, last_row, last_column) in merges {
        sheet.merge_range(*first_row, *first_column, *last_row, *last_column, "", &format).expect("a range");
    }
    for (row, cells) in rows(&pieces(text)).iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let at = (u32::try_from(row).expect("a row"), u16::try_from(column).expect("a column"));
            sheet.write_string(at.0, at.1, text).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Makes csv with commas and quotes.
pub(crate) fn csv(pieces: &[Piece]) -> String {
    let cell = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\r\n";
    rows(pieces).iter().map(line).collect()
}
