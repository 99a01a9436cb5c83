//! The rows of one file, one after the other.

use std::collections::HashMap;
use std::io;

use csv_core::ReadRecordResult;

use super::core::Core;
use super::input::{Input, LONGEST};
use super::record::{Record, cells, line_ends, place};
use crate::diag::{Diagnostic, Place, ReadSeek, SourceId};
use crate::text::Finding;

/// A column of the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, without spaces around it.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// A file that is being read.
pub struct Rows {
    source: SourceId,
    input: Input,
    core: Core,
    /// The cells of the current row without quotes, and where each ends.
    text: Vec<u8>,
    ends: Vec<usize>,
    text_len: usize,
    ends_len: usize,
    /// Bytes of the current row without its line end.
    raw_len: usize,
    /// Line of the current row; then of what follows it.
    line: u32,
    next_line: u32,
    columns: Vec<Column>,
}

/// How many columns a table may have.
const WIDEST: usize = 2000;

/// What comes next in a file.
pub enum Next<'a> {
    /// A row.
    Row(Record<'a>),
    /// A row that cannot be used, which has been reported.
    Skipped,
    /// Nothing.
    End,
}

/// What became of an attempt to read a row.
enum Step {
    Row,
    Skipped,
    End,
}

/// Tells whether a text has control codes, old or those from U+0080 on; line ends and tabs may stand in a quoted cell.
fn has_control(text: &[u8]) -> bool {
    let is_old = |byte: u8| (byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t')) || byte == 0x7f;
    text.iter().any(|byte| is_old(*byte))
        || memchr::memchr_iter(0xc2, text).any(|at| text.get(at + 1).is_some_and(|next| (0x80..=0x9f).contains(next)))
}

impl Rows {
    /// Reads the header of a file; returns nothing, and reports why, when the file has none that can be used.
    ///
    /// # Errors
    /// Whatever the system says when the file cannot be read.
    pub fn open(reader: Box<dyn ReadSeek>, source: SourceId, found: &mut Vec<Diagnostic>) -> io::Result<Option<Self>> {
        let mut rows = Self {
            source,
            input: Input::new(reader),
            core: Core::borrow(),
            text: vec![0; 1024],
            ends: vec![0; 64],
            text_len: 0,
            ends_len: 0,
            raw_len: 0,
            line: 1,
            next_line: 1,
            columns: Vec::new(),
        };
        rows.skip_mark()?;
        match rows.step(found)? {
            Step::Row => {}
            Step::Skipped => return Ok(None),
            Step::End => {
                let start = Place { source, start: 0, end: 0, line: 1, line_start: 0 };
                found.push(Diagnostic::new(Finding::EmptyFile, start));
                return Ok(None);
            }
        }
        Ok(rows.read_header(found).then_some(rows))
    }

    /// Returns the columns of the header.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Reads the next row; one that cannot be used is reported and skipped.
    ///
    /// # Errors
    /// Whatever the system says when the file cannot be read.
    pub fn next(&mut self, found: &mut Vec<Diagnostic>) -> io::Result<Next<'_>> {
        match self.step(found)? {
            Step::End => Ok(Next::End),
            Step::Skipped => Ok(Next::Skipped),
            Step::Row if self.ends_len != self.columns.len() => {
                found.push(self.wrong_count());
                Ok(Next::Skipped)
            }
            // What a spreadsheet leaves of an empty line.
            Step::Row if self.text_len == 0 && self.ends_len > 1 => {
                found.push(Diagnostic::new(Finding::BlankRow, self.record().place()));
                Ok(Next::Skipped)
            }
            Step::Row if has_control(&self.text[..self.text_len]) => {
                self.report_control(found);
                Ok(Next::Skipped)
            }
            Step::Row => Ok(Next::Row(self.record())),
        }
    }

    /// Words that a row has more or fewer cells than the header.
    fn wrong_count(&self) -> Diagnostic {
        let record = self.record();
        let expected = self.columns.len();
        // A row pasted from another file: its one cell holds all of them.
        let mark = [';', '\t'].into_iter().find(|mark| record.get(0).matches(*mark).count() + 1 >= expected);
        let finding = match mark.filter(|_| record.len() == 1) {
            Some(mark) => Finding::WrongDelimiter { found: mark },
            None => Finding::CellCount { expected, found: record.len() },
        };
        Diagnostic::new(finding, record.place())
    }

    /// Reports the cells that hold what no text holds.
    fn report_control(&self, found: &mut Vec<Diagnostic>) {
        let record = self.record();
        for (at, column) in self.columns.iter().enumerate() {
            if has_control(record.get(at).as_bytes()) {
                let finding = Finding::ControlCharacter { column: column.name.clone() };
                found.push(Diagnostic::new(finding, record.cell(at)));
            }
        }
    }

    fn record(&self) -> Record<'_> {
        Record {
            source: self.source,
            text: std::str::from_utf8(&self.text[..self.text_len]).unwrap_or_default(),
            ends: &self.ends[..self.ends_len],
            raw: self.raw(),
            offset: self.input.offset(),
            line: self.line,
        }
    }

    fn raw(&self) -> &[u8] {
        &self.input.record()[..self.raw_len]
    }

    fn place(&self, span: std::ops::Range<usize>) -> Place {
        place(self.source, self.raw(), self.input.offset(), self.line, span)
    }

    /// Skips a byte order mark.
    fn skip_mark(&mut self) -> io::Result<()> {
        let mark = "\u{feff}".as_bytes();
        while self.input.len() < mark.len() {
            if !self.input.more()? || self.input.rest().first() != mark.get(self.input.len()) {
                self.input.at = self.input.start;
                return Ok(());
            }
            self.input.at += 1;
        }
        self.input.start = self.input.at;
        Ok(())
    }

    fn read_header(&mut self, found: &mut Vec<Diagnostic>) -> bool {
        let record = self.record();
        let only = if record.len() == 1 { record.get(0) } else { "" };
        if let Some(mark) = [';', '\t', '|'].into_iter().find(|mark| only.contains(*mark)) {
            found.push(Diagnostic::new(Finding::WrongDelimiter { found: mark }, record.place()));
            return false;
        }
        // Text of two bytes a letter, without the mark that says so.
        if record.get(0).contains('\0') {
            found.push(Diagnostic::new(Finding::NotUtf8 { plan: false }, record.place()));
            return false;
        }
        if record.len() > WIDEST {
            let finding = Finding::TooMany { key: "header".to_owned(), found: record.len(), most: WIDEST };
            found.push(Diagnostic::new(finding, record.place()));
            return false;
        }
        let mut columns: Vec<Column> = Vec::with_capacity(record.len());
        let mut first: HashMap<String, Place> = HashMap::new();
        for index in 0..record.len() {
            let column = Column { name: record.get(index).trim().to_owned(), place: record.cell(index) };
            match first.get(&column.name).filter(|_| !column.name.is_empty()) {
                Some(first) => {
                    let finding = Finding::DuplicateColumn { column: column.name.clone() };
                    let why = crate::text::Related::FirstHere;
                    found.push(Diagnostic::new(finding, column.place).with(*first, why));
                }
                None => drop(first.insert(column.name.clone(), column.place)),
            }
            columns.push(column);
        }
        self.columns = columns;
        true
    }

    /// Reads one row into the window and checks that it can be used.
    fn step(&mut self, found: &mut Vec<Diagnostic>) -> io::Result<Step> {
        self.skip_blank_lines()?;
        self.line = self.next_line;
        (self.text_len, self.ends_len, self.raw_len) = (0, 0, 0);
        loop {
            let at_end = !self.input.more()?;
            match self.feed() {
                ReadRecordResult::InputEmpty if !at_end && self.input.len() > LONGEST => {
                    return self.give_up(found);
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return Ok(self.finish(!at_end, found)),
                ReadRecordResult::End => return Ok(Step::End),
            }
        }
    }

    fn feed(&mut self) -> ReadRecordResult {
        let text = &mut self.text[self.text_len..];
        let ends = &mut self.ends[self.ends_len..];
        let (result, read, written, cells) = self.core.reader().read_record(self.input.rest(), text, ends);
        self.input.at += read;
        self.text_len += written;
        self.ends_len += cells;
        result
    }

    /// Moves to the first byte of the next row, and counts lines.
    fn skip_blank_lines(&mut self) -> io::Result<()> {
        // The line end of the row before is the last byte that was read, or its first half.
        let mut before = self.input.record().last().copied();
        while self.input.more()? {
            let byte = self.input.rest()[0];
            if byte != b'\n' && byte != b'\r' {
                break;
            }
            // The second half of CRLF is no line of its own.
            if !(byte == b'\n' && before == Some(b'\r')) {
                self.next_line = self.next_line.saturating_add(1);
            }
            before = Some(byte);
            self.input.at += 1;
        }
        self.input.start = self.input.at;
        Ok(())
    }

    /// Checks a row that is read; `ended` says whether a line end closes it, not the end of the file.
    fn finish(&mut self, ended: bool, found: &mut Vec<Diagnostic>) -> Step {
        self.raw_len = self.input.len() - usize::from(ended);
        // Each cell is as long as in the file, but for quotes: only then can a line end or a mistake be inside.
        if self.raw_len != self.text_len + self.ends_len - 1 {
            if let Some(quote) = self.open_quote() {
                return self.unclosed(quote, found);
            }
            let lines = line_ends(self.raw()).count();
            self.next_line = self.next_line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        }
        self.next_line = self.next_line.saturating_add(u32::from(ended));
        if self.is_text(found) { Step::Row } else { Step::Skipped }
    }

    /// Finds a quote that is not closed, or closed in the middle of a cell.
    fn open_quote(&self) -> Option<usize> {
        cells(self.raw()).find(|cell| !cell.closed).map(|cell| cell.span.start)
    }

    /// Checks that the row is UTF-8, cell by cell.
    fn is_text(&self, found: &mut Vec<Diagnostic>) -> bool {
        let cells = &self.ends[..self.ends_len];
        let whole = std::str::from_utf8(&self.text[..self.text_len]);
        if whole.is_ok_and(|text| cells.iter().all(|end| text.is_char_boundary(*end))) {
            return true;
        }
        let span = match std::str::from_utf8(self.raw()) {
            Ok(_) => 0..self.raw_len,
            Err(bad) => bad.valid_up_to()..bad.error_len().map_or(self.raw_len, |length| bad.valid_up_to() + length),
        };
        found.push(Diagnostic::new(Finding::NotUtf8 { plan: false }, self.place(span)));
        false
    }

    /// Reports a quote that is not closed where it should be, and goes on with the line after it: the rows that the
    /// quote would have swallowed are read.
    fn unclosed(&mut self, quote: usize, found: &mut Vec<Diagnostic>) -> Step {
        let line = line_ends(&self.raw()[quote..]).next().map(|end| quote + end);
        let shown = self.raw()[quote..line.unwrap_or(self.raw_len)].trim_ascii_end().len();
        let place = self.place(quote..quote + shown);
        found.push(Diagnostic::new(Finding::UnclosedQuote, place));
        let through = line.unwrap_or(self.input.len());
        self.input.at = self.input.start + through;
        let lines = line_ends(self.input.record()).count();
        self.next_line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.core.reader().reset();
        Step::Skipped
    }

    /// Reports a row that is too long, and goes on with the next line.
    fn give_up(&mut self, found: &mut Vec<Diagnostic>) -> io::Result<Step> {
        self.raw_len = self.input.len();
        if let Some(quote) = self.open_quote() {
            return Ok(self.unclosed(quote, found));
        }
        let first = line_ends(self.raw()).next().map_or(self.raw_len, |end| end - 1);
        found.push(Diagnostic::new(Finding::RecordTooLong, self.place(0..first)));
        let lines = line_ends(self.raw()).count();
        self.next_line = self.next_line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        while self.input.more()? {
            let end = memchr::memchr2(b'\n', b'\r', self.input.rest());
            self.input.at += end.unwrap_or(self.input.rest().len());
            self.input.start = self.input.at;
            if end.is_some() {
                break;
            }
        }
        self.core.reader().reset();
        Ok(Step::Skipped)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read, Result, Seek, SeekFrom};

    use super::*;
    use crate::syntax::csv::{Wanted, columns_by_name};

    /// Gives a few bytes at a time, so that every row crosses the end of a read.
    struct Drip(Cursor<Vec<u8>>, usize);

    impl Read for Drip {
        fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
            let most = self.1.min(buffer.len());
            self.0.read(&mut buffer[..most])
        }
    }

    impl Seek for Drip {
        fn seek(&mut self, to: SeekFrom) -> Result<u64> {
            self.0.seek(to)
        }
    }

    /// Reads all, and returns each row as `line: cells`, and the code and text of each finding.
    fn read_by(text: &[u8], step: usize) -> (Vec<String>, Vec<String>) {
        let mut found = Vec::new();
        let reader = Box::new(Drip(Cursor::new(text.to_vec()), step));
        let mut seen = Vec::new();
        if let Some(mut rows) = Rows::open(reader, SourceId(0), &mut found).unwrap() {
            loop {
                let row = match rows.next(&mut found).unwrap() {
                    Next::End => break,
                    Next::Skipped => continue,
                    Next::Row(row) => row,
                };
                let cells: Vec<_> = (0..row.len()).map(|index| row.get(index)).collect();
                seen.push(format!("{}: {}", row.line(), cells.join("|")));
                for index in 0..row.len() {
                    let place = row.cell(index);
                    let written = &text[bytes(place)];
                    let bare = String::from_utf8_lossy(written);
                    let bare = bare.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&bare);
                    assert_eq!(bare.replace("\"\"", "\""), row.get(index));
                    check_line(text, place);
                }
                check_line(text, row.place());
            }
        }
        let found = found.iter().map(|one| {
            let place = one.place.unwrap();
            check_line(text, place);
            let at = String::from_utf8_lossy(&text[bytes(place)]).into_owned();
            format!("{} {}: {}", place.line, one.code().name(), at.chars().take(40).collect::<String>())
        });
        (seen, found.collect())
    }

    fn bytes(place: Place) -> std::ops::Range<usize> {
        usize::try_from(place.start).unwrap()..usize::try_from(place.end).unwrap()
    }

    /// Checks line and line start of a place against a plain count.
    fn check_line(text: &[u8], place: Place) {
        if text.len() > 10_000 {
            return;
        }
        let before = &text[..usize::try_from(place.start).unwrap()];
        let ends: Vec<_> = line_ends(before).collect();
        let mark = if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        assert_eq!(place.line as usize, ends.len() + 1);
        if place.start > 0 {
            assert_eq!(place.line_start, ends.last().map_or(mark, |end| *end as u64));
        }
    }

    fn read(text: impl AsRef<[u8]>) -> (Vec<String>, Vec<String>) {
        let text = text.as_ref();
        let whole = read_by(text, usize::MAX);
        if text.len() < 10_000 {
            for step in [1, 2, 7] {
                assert_eq!(read_by(text, step), whole, "in steps of {step}");
            }
        }
        whole
    }

    #[test]
    fn line_ends_marks_and_blank_lines_make_no_difference() {
        for text in [
            "a,b\n1,2\n3,4\n",
            "a,b\n1,2\n3,4",
            "a,b\r\n1,2\r\n3,4\r\n",
            "\u{feff}a,b\r\n1,2\r\n3,4",
            "a,b\r1,2\r3,4\r",
            "a,b\r1,2\n3,4\r\n",
        ] {
            let (rows, found) = read(text);
            assert_eq!(rows, ["2: 1|2", "3: 3|4"], "{text:?}");
            assert!(found.is_empty(), "{found:?}");
        }
        assert_eq!(read("\n\na,b\r\n\r\n\n1,2\n\n").0, ["6: 1|2"]);
        assert_eq!(read("a,b\r\r1,2\r").0, ["3: 1|2"]);
    }

    #[test]
    fn quoted_cells_may_hold_anything() {
        let (rows, found) = read("a,b\n\"x\ny\r\nz\",\"say \"\"hi\"\", ok\"\nm,n\n");
        assert_eq!(rows, ["2: x\ny\r\nz|say \"hi\", ok", "5: m|n"]);
        assert!(found.is_empty());
        assert_eq!(read("a,b\n\"1\",\"\"\n5\" tube,2").0, ["2: 1|", "3: 5\" tube|2"]);
    }

    #[test]
    fn an_open_quote_swallows_nothing() {
        let (rows, found) = read("a,b\n1,\"two\n3,4\n5,\"six\"\n7,8\n");
        assert_eq!(rows, ["3: 3|4", "4: 5|six", "5: 7|8"]);
        assert_eq!(found, ["2 unclosed-quote: \"two"]);
        let (rows, found) = read("a,b\r\n1,\"two\r\n3,4\r\n");
        assert_eq!(rows, ["3: 3|4"]);
        assert_eq!(found, ["2 unclosed-quote: \"two"]);
        let (rows, found) = read("a,b\n3,4\n1,\"two");
        assert_eq!((rows.len(), found), (1, vec!["3 unclosed-quote: \"two".to_owned()]));
        let (rows, found) = read("a,b\n\"x\"y,2\n3,4\n");
        assert_eq!((rows.len(), found), (1, vec!["2 unclosed-quote: \"x\"y,2".to_owned()]));
        let (_, found) = read("a,b\n1,\"");
        assert_eq!(found, ["2 unclosed-quote: \""]);
        let (_, found) = read("a,b\n1,\"\n");
        assert_eq!(found, ["2 unclosed-quote: \""]);
    }

    #[test]
    fn an_open_quote_in_a_long_file_is_told_where_it_opens() {
        let text = format!("a,b\n1,\"two\n{}", "3,4\n".repeat(400_000));
        let (rows, found) = read(&text);
        assert_eq!(rows.len(), 400_000);
        assert_eq!(rows[0], "3: 3|4");
        assert_eq!(found, ["2 unclosed-quote: \"two"]);
    }

    #[test]
    fn bytes_that_are_not_utf8_are_skipped_row_by_row() {
        let (rows, found) = read(b"a,b\n1,\xe1x\n3,4\n\xc3,\xa9\n5,6\n");
        assert_eq!(rows, ["3: 3|4", "5: 5|6"]);
        assert_eq!(found, ["2 not-utf8: \u{fffd}", "4 not-utf8: \u{fffd}"]);
        assert_eq!(read(b"\xff\xfea\0,\0").1, ["1 not-utf8: \u{fffd}"]);
    }

    #[test]
    fn rows_too_long_are_skipped() {
        let text = format!("a,b\n1,{}\n3,4\n", "x".repeat(3 * LONGEST));
        let (rows, found) = read(&text);
        assert_eq!(rows, ["3: 3|4"]);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("2 record-too-long"));
    }

    #[test]
    fn rows_with_other_counts_are_reported_and_skipped() {
        let (rows, found) = read("a,b\n1\n1,2,3\n3,4\n");
        assert_eq!(rows, ["4: 3|4"]);
        assert_eq!(found, ["2 cell-count: 1", "3 cell-count: 1,2,3"]);
    }

    #[test]
    fn headers_that_cannot_be_used_are_reported() {
        assert_eq!(read("").1, ["1 empty-file: "]);
        assert_eq!(read("\u{feff}\r\n\r\n").1.len(), 1);
        assert_eq!(read("a;b;c\n1;2;3\n").1, ["1 wrong-delimiter: a;b;c"]);
        assert_eq!(read("a, b ,a\n1,2,3\n").1, ["1 duplicate-column: a"]);
    }

    #[test]
    fn columns_are_found_by_name() {
        let mut found = Vec::new();
        let open = |text: &str, found: &mut Vec<Diagnostic>| {
            Rows::open(Box::new(Cursor::new(text.as_bytes().to_vec())), SourceId(0), found).unwrap().unwrap()
        };
        let wanted = [Wanted { name: "period", called: "Kỳ" }, Wanted::named("unit")];
        let rows = open("unit,period,note\n", &mut found);
        assert_eq!(columns_by_name(&rows, &wanted, &mut found), Some(vec![1, 0]));
        let rows = open("unit,perod\n", &mut found);
        found.clear();
        assert_eq!(columns_by_name(&rows, &wanted, &mut found), None);
        let near = Some("period".to_owned());
        assert_eq!(found[0].finding, Finding::UnknownColumn { column: "perod".into(), near: near.clone() });
        assert_eq!(found.len(), 1, "one column with one wrong letter is one mistake");
        let rows = open("KỲ,unit\n", &mut found);
        found.clear();
        assert_eq!(columns_by_name(&rows, &wanted, &mut found), None);
        assert_eq!(found[0].finding, Finding::UnknownColumn { column: "KỲ".into(), near });
        let rows = open("2019-01,mot-cua\n", &mut found);
        found.clear();
        assert_eq!(columns_by_name(&rows, &wanted, &mut found), None);
        let columns = vec!["period".to_owned(), "unit".to_owned()];
        assert_eq!(found[0].finding, Finding::NoHeader { columns });
        assert_eq!(found.len(), 1, "a file without a header is one mistake");
    }
}
