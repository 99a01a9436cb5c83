//! Lines of the files, read again for the findings that are shown.

use std::collections::BTreeMap;
use std::io::{self, Read, SeekFrom};
use std::ops::Range;

use crate::diag::{Place, SourceId, Sources};
use crate::render::terminal::harmless;

/// How much of a line is read; what is marked further to the right is marked at the end.
const LONGEST: u64 = 64 * 1024;

/// How much of a file is read at once: findings come in the order of their places, so the next line is mostly there.
const WINDOW: u64 = 1024 * 1024;

/// Reads lines.
pub(super) struct Excerpts<'a> {
    sources: &'a Sources,
    windows: BTreeMap<SourceId, Window>,
}

/// A stretch of a file.
struct Window {
    start: u64,
    bytes: Vec<u8>,
    /// Whether the file ends with it.
    is_end: bool,
}

impl<'a> Excerpts<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, windows: BTreeMap::new() }
    }

    /// Returns the line of a place; none if the file cannot be read again.
    pub(super) fn line(&mut self, place: Place) -> Option<Line> {
        if !self.windows.get(&place.source).is_some_and(|window| window.has_line(place)) {
            self.windows.remove(&place.source);
            self.windows.insert(place.source, read(self.sources, place).ok().flatten()?);
        }
        let bytes = self.windows.get(&place.source)?.from(place)?;
        let bytes = bytes.get(..usize::try_from(LONGEST).ok()?).unwrap_or(bytes);
        let mark = '\u{feff}'.len_utf8();
        if place.line_start == 0 && bytes.starts_with("\u{feff}".as_bytes()) {
            return Some(Line::new(&bytes[mark..], mark as u64));
        }
        Some(Line::new(bytes, place.line_start))
    }
}

impl Window {
    fn from(&self, place: Place) -> Option<&[u8]> {
        let at = usize::try_from(place.line_start.checked_sub(self.start)?).ok()?;
        self.bytes.get(at..)
    }

    /// Tells whether as much of the line as is ever shown is there.
    fn has_line(&self, place: Place) -> bool {
        self.from(place).is_some_and(|rest| self.is_end || rest.len() as u64 >= LONGEST)
    }
}

fn read(sources: &Sources, place: Place) -> io::Result<Option<Window>> {
    let Some(source) = sources.get(place.source) else {
        return Ok(None);
    };
    let mut reader = source.open.open()?;
    reader.seek(SeekFrom::Start(place.line_start))?;
    let mut bytes = Vec::new();
    reader.take(WINDOW).read_to_end(&mut bytes)?;
    let is_end = (bytes.len() as u64) < WINDOW;
    Ok(Some(Window { start: place.line_start, bytes, is_end }))
}

/// One line as it is shown.
pub(super) struct Line {
    bytes: Vec<u8>,
    /// Place in the file of the first byte.
    start: u64,
    text: String,
}

impl Line {
    fn new(rest: &[u8], start: u64) -> Self {
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let bytes = rest[..end].to_vec();
        let text = shown(&bytes);
        Self { bytes, start, text }
    }

    /// Returns the text of the line, harmless.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the bytes of [`Self::text`] that a place stands for, as far as it is on this line.
    pub(super) fn span(&self, place: Place) -> Range<usize> {
        let start = self.offset(place.start);
        start..self.offset(place.end).max(start)
    }

    /// Returns the column of a place, which is the characters before it and one, and that of its end.
    pub(super) fn columns(&self, place: Place) -> (usize, usize) {
        let before = |at: u64| self.text.get(..self.offset(at)).unwrap_or_default().chars().count() + 1;
        let column = before(place.start);
        (column, before(place.end).max(column))
    }

    /// Turns a place in the file into one in the text, which differs from the bytes where they are no text or not harmless.
    fn offset(&self, at: u64) -> usize {
        let at = usize::try_from(at.saturating_sub(self.start)).unwrap_or(usize::MAX);
        let before = self.bytes.get(..at).unwrap_or(&self.bytes);
        let mut offset = shown(before).len().min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// Returns bytes as text that a terminal can be given. Tabs stay, since they are drawn as spaces.
fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let cells: Vec<String> = text.split('\t').map(harmless).collect();
    cells.join("\t")
}
