//! One row: its cells, and where they stand.

use std::ops::Range;

use crate::diag::{Place, SourceId};

/// One row of a file.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub(super) source: SourceId,
    /// The cells without quotes, one after the other.
    pub(super) text: &'a str,
    /// Where each cell ends in the text.
    pub(super) ends: &'a [usize],
    /// The row as it stands in the file.
    pub(super) raw: &'a [u8],
    /// Place in the file of its first byte.
    pub(super) offset: u64,
    pub(super) line: u32,
}

impl<'a> Record<'a> {
    /// Returns how many cells the row has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Says whether the row has no cells, which no row has.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns a cell without its quotes; empty for a cell that is not there.
    pub fn get(&self, index: usize) -> &'a str {
        let Some(end) = self.ends.get(index) else {
            return "";
        };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..*end).unwrap_or_default()
    }

    /// Returns the line of the row's first byte, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Returns the place of the whole row, without its line end.
    pub fn place(&self) -> Place {
        self.within(0..self.raw.len())
    }

    /// Returns the place of a cell, quotes included; of the row's end for a cell that is not there.
    pub fn cell(&self, index: usize) -> Place {
        let end = self.raw.len();
        self.within(cells(self.raw).nth(index).map_or(end..end, |cell| cell.span))
    }

    /// Returns the place of some bytes of the row.
    pub(super) fn within(&self, span: Range<usize>) -> Place {
        place(self.source, self.raw, self.offset, self.line, span)
    }
}

/// Returns the place of some bytes of a row that begins a line.
pub(super) fn place(source: SourceId, raw: &[u8], offset: u64, line: u32, span: Range<usize>) -> Place {
    let before = raw.get(..span.start).unwrap_or(raw);
    let (mut lines, mut line_start) = (0, 0);
    for end in line_ends(before) {
        lines += 1;
        line_start = end;
    }
    Place {
        source,
        start: offset + span.start as u64,
        end: offset + span.end as u64,
        line: line.saturating_add(lines),
        line_start: offset + line_start as u64,
    }
}

/// Finds where lines end: after LF, CRLF, or a CR alone.
pub(super) fn line_ends(text: &[u8]) -> impl Iterator<Item = usize> {
    memchr::memchr2_iter(b'\n', b'\r', text)
        .filter(|at| text[*at] == b'\n' || text.get(at + 1) != Some(&b'\n'))
        .map(|at| at + 1)
}

/// A cell as it stands in a row.
pub(super) struct Cell {
    /// Its bytes, quotes included.
    pub(super) span: Range<usize>,
    /// Whether its quote is closed, and nothing follows the closing one.
    pub(super) closed: bool,
}

/// Splits a row at its commas, in the way csv-core does.
pub(super) fn cells(raw: &[u8]) -> impl Iterator<Item = Cell> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = raw.get(start..)?;
        let (quoted, shut) = if rest.first() == Some(&b'"') { closing_quote(rest) } else { (0, true) };
        let length = memchr::memchr(b',', &rest[quoted..]).map(|comma| quoted + comma);
        let end = start + length.unwrap_or(rest.len());
        next = length.map(|_| end + 1);
        Some(Cell { span: start..end, closed: shut && (quoted == 0 || end == start + quoted) })
    })
}

/// Returns one past the quote that closes the first one, and whether there is one.
fn closing_quote(text: &[u8]) -> (usize, bool) {
    let mut at = 1;
    while let Some(quote) = memchr::memchr(b'"', text.get(at..).unwrap_or_default()) {
        at += quote + 1;
        if text.get(at) != Some(&b'"') {
            return (at, true);
        }
        at += 1;
    }
    (text.len(), false)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    fn split(raw: &str) -> Vec<(&str, bool)> {
        cells(raw.as_bytes()).map(|cell| (&raw[cell.span], cell.closed)).collect()
    }

    #[test]
    fn cells_are_split_at_commas_outside_quotes() {
        assert_eq!(split("a,b,"), [("a", true), ("b", true), ("", true)]);
        assert_eq!(split(""), [("", true)]);
        assert_eq!(split("\"a,\"\"b\",c"), [("\"a,\"\"b\"", true), ("c", true)]);
        assert_eq!(split("a\"b,c"), [("a\"b", true), ("c", true)]);
        assert_eq!(split("x,\"a,b"), [("x", true), ("\"a,b", false)]);
        assert_eq!(split("\"a\"b,c"), [("\"a\"b", false), ("c", true)]);
    }

    proptest! {
        #[test]
        fn cells_agree_with_csv_core(raw in "[a\",]{0,14}") {
            let mut core = csv_core::Reader::new();
            let (mut out, mut ends) = ([0; 64], [0; 64]);
            let (_, _, written, first) = core.read_record(raw.as_bytes(), &mut out, &mut ends);
            let (_, _, _, last) = core.read_record(&[], &mut out[written..], &mut ends[first..]);
            if !raw.is_empty() {
                prop_assert_eq!(cells(raw.as_bytes()).count(), first + last);
            }
        }
    }
}
