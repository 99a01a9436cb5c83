//! Lines of the files, read again for the findings that are shown.

use std::collections::BTreeMap;
use std::io::{self, Read, SeekFrom};
use std::ops::Range;
use std::rc::Rc;

use crate::diag::{Place, SourceId, Sources};
use crate::render::terminal::harmless;

/// How much of a line is read; what is marked further to the right is marked at the end.
const LONGEST: u64 = 64 * 1024;

/// Reads lines, each once.
pub(super) struct Excerpts<'a> {
    sources: &'a Sources,
    lines: BTreeMap<(SourceId, u64), Option<Line>>,
}

impl<'a> Excerpts<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, lines: BTreeMap::new() }
    }

    /// Returns the line of a place; none if the file cannot be read again.
    pub(super) fn line(&mut self, place: Place) -> Option<Line> {
        let sources = self.sources;
        let read = || read(sources, place).ok().flatten();
        self.lines.entry((place.source, place.line_start)).or_insert_with(read).clone()
    }
}

fn read(sources: &Sources, place: Place) -> io::Result<Option<Line>> {
    let Some(source) = sources.get(place.source) else {
        return Ok(None);
    };
    let mut reader = source.open.open()?;
    reader.seek(SeekFrom::Start(place.line_start))?;
    let mut bytes = Vec::new();
    reader.take(LONGEST).read_to_end(&mut bytes)?;
    if place.line_start == 0 && bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(..'\u{feff}'.len_utf8());
        return Ok(Some(Line::new(bytes, '\u{feff}'.len_utf8() as u64)));
    }
    Ok(Some(Line::new(bytes, place.line_start)))
}

/// One line as it is shown.
#[derive(Clone)]
pub(super) struct Line {
    inner: Rc<Inner>,
}

struct Inner {
    bytes: Vec<u8>,
    /// Place in the file of the first byte.
    start: u64,
    text: String,
}

impl Line {
    fn new(mut bytes: Vec<u8>, start: u64) -> Self {
        let end = memchr::memchr2(b'\n', b'\r', &bytes).unwrap_or(bytes.len());
        bytes.truncate(end);
        let text = shown(&bytes);
        Self { inner: Rc::new(Inner { bytes, start, text }) }
    }

    /// Returns the text of the line, harmless.
    pub(super) fn text(&self) -> &str {
        &self.inner.text
    }

    /// Returns the bytes of [`Self::text`] that a place stands for, as far as it is on this line.
    pub(super) fn span(&self, place: Place) -> Range<usize> {
        let start = self.offset(place.start);
        start..self.offset(place.end).max(start)
    }

    /// Returns the column of a place: the characters before it, and one.
    pub(super) fn column(&self, place: Place) -> usize {
        let before = self.inner.text.get(..self.offset(place.start)).unwrap_or_default();
        before.chars().count() + 1
    }

    /// Turns a place in the file into one in the text, which differs from the bytes where they are no text or not harmless.
    fn offset(&self, at: u64) -> usize {
        let at = usize::try_from(at.saturating_sub(self.inner.start)).unwrap_or(usize::MAX);
        let before = self.inner.bytes.get(..at).unwrap_or(&self.inner.bytes);
        let mut offset = shown(before).len().min(self.inner.text.len());
        while !self.inner.text.is_char_boundary(offset) {
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
