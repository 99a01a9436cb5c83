//! A file of data/ read whole, for whoever changes it: its rows with their bytes, and how its lines end.

use std::io::Cursor;
use std::ops::Range;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Next, Rows};
use crate::diag::{Diagnostic, Place, SourceId};

/// A row and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The bytes of the row, without its line end.
    pub span: Range<usize>,
    /// The cells without quotes.
    pub cells: Vec<String>,
    /// The bytes of each cell, quotes included.
    pub places: Vec<Range<usize>>,
}

/// A file of data/ in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The text, its byte order mark included.
    pub text: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// The bytes of the header, without its line end.
    pub header: Range<usize>,
    /// Its rows.
    pub rows: Vec<SheetRow>,
}

impl Sheet {
    /// Reads a text; none if its header or one of its rows cannot be read, which is then among the findings.
    pub fn read(text: &str, source: SourceId, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let before = found.len();
        // Reading from memory cannot fail.
        let mut rows = Rows::open(Box::new(Cursor::new(text.as_bytes().to_vec())), source, found).ok().flatten()?;
        let columns: Vec<_> = rows.columns().iter().map(|column| column.name.clone()).collect();
        let (first, last) = (rows.columns().first()?.place, rows.columns().last()?.place);
        let header = bytes(Place { end: last.end, ..first });
        let mut kept = Vec::new();
        loop {
            match rows.next(found).ok()? {
                Next::End => break,
                Next::Skipped => {}
                Next::Row(record) => kept.push(SheetRow {
                    span: bytes(record.place()),
                    cells: (0..record.len()).map(|at| record.get(at).to_owned()).collect(),
                    places: (0..record.len()).map(|at| bytes(record.cell(at))).collect(),
                }),
            }
        }
        let is_whole = found[before..].iter().all(|own| own.code() == crate::diag::Code::BlankRow);
        is_whole.then(|| Self { text: text.to_owned(), columns, header, rows: kept })
    }

    /// Returns where a column stands.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// Returns how its lines end: as the first one does.
    pub fn line_end(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            Some(_) | None => "\n",
        }
    }
}

fn bytes(place: Place) -> Range<usize> {
    // A file that is in memory has no more bytes than fit.
    usize::try_from(place.start).unwrap_or_default()..usize::try_from(place.end).unwrap_or_default()
}

/// Writes cells as one row without a line end, with the quotes that RFC 4180 asks for and no others.
pub fn written<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    // Writing to memory cannot fail, and what was written is text.
    let _ = writer.write_record(cells);
    let mut row = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    row.pop();
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Sheet> {
        Sheet::read(text, SourceId(0), &mut Vec::new())
    }

    #[test]
    fn rows_and_cells_have_their_bytes() {
        let text = "\u{feff}a,b\r\n\"x, y\",2\r\n\r\n3,\"\"\"4\"\"\"";
        let sheet = read(text).unwrap();
        assert_eq!(sheet.columns, ["a", "b"]);
        assert_eq!(&text[sheet.header.clone()], "a,b");
        assert_eq!(sheet.line_end(), "\r\n");
        let rows: Vec<_> = sheet.rows.iter().map(|row| (&text[row.span.clone()], row.cells.join("|"))).collect();
        assert_eq!(rows, [("\"x, y\",2", "x, y|2".to_owned()), ("3,\"\"\"4\"\"\"", "3|\"4\"".to_owned())]);
        assert_eq!(&text[sheet.rows[0].places[0].clone()], "\"x, y\"");
    }

    #[test]
    fn a_file_with_mistakes_of_form_is_none() {
        for text in ["", "a,b\n1\n", "a\n\"x\n", "a;b\n1;2\n"] {
            assert_eq!(read(text), None, "{text:?}");
        }
        assert_eq!(read("a,b\n,\n1,2\n").unwrap().rows.len(), 1, "a row of commas is passed over");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(written(["a", "b c", "x,y", "\"q\"", ""]), "a,b c,\"x,y\",\"\"\"q\"\"\",");
        assert_eq!(written([""]), "\"\"");
    }
}
