//! The records of an old workbook (xls), gone through before the library sees them.
//!
//! The library reads every sheet when it opens a file, makes room for the box that a sheet says it has, and then for the box around its
//! cells; it panics over some formulas that Excel writes. Nor does it tell which numbers are shown as percentages. Source: [MS-XLS].

use std::collections::BTreeMap;

use encoding_rs::{UTF_16LE, WINDOWS_1252};

use super::number::is_percent;
use super::sheet::{CELLS, COLUMNS, MERGED as MOST_MERGED, ROWS, Room, SHEETS, TEXT};
use super::unreadable::Unreadable;

const EOF: u16 = 0x000a;
const FORMULA: u16 = 0x0006;
const DEFINED_NAME: u16 = 0x0018;
const FILE_PASS: u16 = 0x002f;
const CONTINUE: u16 = 0x003c;
const BOUND_SHEET: u16 = 0x0085;
const MUL_RK: u16 = 0x00bd;
const RICH_LABEL: u16 = 0x00d6;
const MERGED: u16 = 0x00e5;
const XF: u16 = 0x00e0;
const SHARED_STRINGS: u16 = 0x00fc;
const SHARED_LABEL: u16 = 0x00fd;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const RK: u16 = 0x027e;
const FORMAT: u16 = 0x041e;
const BOF: u16 = 0x0809;

/// A record that the library takes no notice of.
const BLANK: u16 = 0x0201;

/// What a sheet is, as far as the library does not tell.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// Why the library must not read it.
    pub(super) unread: Option<Unreadable>,
    /// Which numbers are shown as percentages, by row and column, in order.
    pub(super) percents: Vec<(u16, u16)>,
    /// Which cells are merged: first and last row, first and last column.
    pub(super) merges: Vec<[u16; 4]>,
}

/// A record: its kind, where its content begins, and how long it is.
type Record = (u16, usize, usize);

/// Goes through a workbook, and takes out of it what would lead the library astray.
///
/// # Errors
/// Fails if it is locked, cut off, or its cells are more than are read.
pub(super) fn scan(stream: &mut [u8]) -> Result<Vec<Scanned>, Unreadable> {
    let globals = records(stream, 0).take_while(|(kind, ..)| *kind != EOF).take(CELLS).collect::<Vec<_>>();
    if globals.iter().any(|(kind, ..)| *kind == FILE_PASS) {
        return Err(Unreadable::Locked);
    }
    for (_, at, _) in globals.iter().filter(|(kind, ..)| *kind == DEFINED_NAME) {
        // Names stand for formulas, which are not asked for.
        rename(stream, *at, BLANK);
    }
    let mut begins = Vec::new();
    for (_, at, length) in globals.iter().filter(|(kind, ..)| *kind == BOUND_SHEET) {
        let begin = (*length >= 4).then(|| u32::from_le_bytes([0, 1, 2, 3].map(|byte| stream[at + byte])));
        let begin = begin.and_then(|own| usize::try_from(own).ok()).filter(|own| *own < stream.len());
        begins.push(begin.ok_or_else(|| Unreadable::Broken("a sheet begins behind the end of the file".to_owned()))?);
    }
    if begins.len() > SHEETS {
        return Err(Unreadable::TooManySheets(SHEETS));
    }
    let mut scanning = Scanning {
        styles: percent_styles(stream, &globals),
        shared: shared_lengths(stream, &globals),
        room: Room::new(),
        text: TEXT,
        merged: MOST_MERGED,
        seen: 0,
        extent: None,
    };
    begins.into_iter().map(|begin| scanning.sheet(stream, begin)).collect()
}

/// Names a record otherwise, so that the library takes it for another.
fn rename(stream: &mut [u8], content: usize, kind: u16) {
    stream[content - 4..content - 2].copy_from_slice(&kind.to_le_bytes());
}

struct Scanning {
    /// Which cell styles show a percentage.
    styles: Vec<bool>,
    /// How long the shared texts are.
    shared: Vec<usize>,
    /// What is left for boxes, in cells, and for texts, in letters.
    room: Room,
    text: usize,
    /// How many merges may still be noted.
    merged: usize,
    /// How many records have been gone through.
    seen: usize,
    /// The first and last row and column with a value in this sheet.
    extent: Option<[u16; 4]>,
}

impl Scanning {
    /// Goes through one sheet, which begins at a place in the stream.
    fn sheet(&mut self, stream: &mut [u8], begin: usize) -> Result<Scanned, Unreadable> {
        let mut own = Scanned::default();
        let (mut at, mut depth, mut first) = (begin, 0_usize, None);
        self.extent = None;
        while let Some((kind, content, length)) = record(stream, at) {
            at = content + length;
            first = first.or((kind != BOF).then_some(content));
            // Sheets may lie in one another, and the same records be read again and again.
            self.seen += 1;
            if self.seen > 8 * CELLS {
                return Err(Unreadable::TooManyCells(CELLS));
            }
            match kind {
                BOF => depth += 1,
                // A chart within the sheet has an end of its own.
                EOF if depth > 1 => depth -= 1,
                EOF => break,
                MERGED => {
                    if depth < 2 {
                        self.merges(&stream[content..content + length], &mut own.merges);
                    }
                    // The library counts on as many as it is told of.
                    rename(stream, content, BLANK);
                }
                // What it says of the size is not to be trusted, and the library makes room for it.
                DIMENSIONS => rename(stream, content, BLANK),
                _ if depth > 1 => {}
                STRING => self.claim(&stream[content..content + length])?,
                FORMULA if length < 22 => return Err(Unreadable::Broken("a formula cut off".to_owned())),
                FORMULA | NUMBER | LABEL | RICH_LABEL | BOOL_ERR | RK | SHARED_LABEL | MUL_RK if length >= 6 => {
                    if kind == FORMULA {
                        // Only its value is asked for, which stands before it.
                        stream[content + 20..content + 22].fill(0);
                    }
                    self.cell(kind, &stream[content..content + length], &mut own.percents)?;
                }
                _ => {}
            }
        }
        own.percents.sort_unstable();
        own.unread = self.extent.and_then(|extent| self.fit(extent).err());
        if let (Some(_), Some(first)) = (&own.unread, first) {
            // The library finds a sheet that ends where it begins.
            rename(stream, first, EOF);
        }
        Ok(own)
    }

    /// Takes note of merged cells, as many as there are and not as there are said to be.
    fn merges(&mut self, content: &[u8], merges: &mut Vec<[u16; 4]>) {
        for own in content.get(2..).unwrap_or_default().chunks_exact(8).take(self.merged) {
            merges.push([0, 2, 4, 6].map(|at| u16::from_le_bytes([own[at], own[at + 1]])));
            self.merged = self.merged.saturating_sub(1);
        }
    }

    /// Takes note of a cell, or of several side by side.
    fn cell(&mut self, kind: u16, content: &[u8], percents: &mut Vec<(u16, u16)>) -> Result<(), Unreadable> {
        let field = |at: usize| u16::from_le_bytes([content[at], content[at + 1]]);
        let (row, first, last_field) = (field(0), field(2), content.len() - 2);
        let last = if kind == MUL_RK { field(last_field).max(first) } else { first };
        let [top, bottom, left, right] = self.extent.unwrap_or([row, row, first, last]);
        self.extent = Some([top.min(row), bottom.max(row), left.min(first), right.max(last)]);
        let is_percent = |style: u16| self.styles.get(usize::from(style)).copied().unwrap_or_default();
        match kind {
            NUMBER | RK | FORMULA if is_percent(field(4)) => percents.push((row, first)),
            MUL_RK => {
                let places = (4..last_field).step_by(6).filter(|at| at + 6 <= last_field).zip(first..=last);
                percents.extend(places.filter(|(at, _)| is_percent(field(*at))).map(|(_, column)| (row, column)));
            }
            LABEL | RICH_LABEL => self.claim(&content[6..])?,
            SHARED_LABEL if content.len() >= 10 => {
                let at = usize::from(field(6)) + (usize::from(field(8)) << 16);
                self.spend(self.shared.get(at).copied().unwrap_or_default())?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Tells whether the box around a sheet can be made.
    fn fit(&mut self, [top, bottom, left, right]: [u16; 4]) -> Result<(), Unreadable> {
        if usize::from(bottom) >= ROWS {
            return Err(Unreadable::TooManyRows(ROWS));
        }
        if usize::from(right) >= COLUMNS {
            return Err(Unreadable::TooManyColumns(COLUMNS));
        }
        self.room.take((usize::from(bottom - top) + 1) * (usize::from(right - left) + 1))
    }

    /// Takes note of a text by the length that it says it has: the library makes room for it before it looks.
    fn claim(&mut self, content: &[u8]) -> Result<(), Unreadable> {
        self.spend(content.first_chunk().map_or(0, |own| usize::from(u16::from_le_bytes(*own))))
    }

    fn spend(&mut self, length: usize) -> Result<(), Unreadable> {
        self.text = self.text.checked_sub(length).ok_or(Unreadable::TooMuchText(TEXT))?;
        Ok(())
    }
}

/// Returns the record at a place, if it is whole.
fn record(stream: &[u8], at: usize) -> Option<Record> {
    let head = stream.get(at..at + 4)?;
    let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
    (at + 4 + length <= stream.len()).then_some((u16::from_le_bytes([head[0], head[1]]), at + 4, length))
}

/// Returns the records from a place on, as far as they are whole.
fn records(stream: &[u8], begin: usize) -> impl Iterator<Item = Record> {
    let mut at = begin;
    std::iter::from_fn(move || {
        let own = record(stream, at)?;
        at = own.1 + own.2;
        Some(own)
    })
}

/// Tells of each cell style whether it shows a percentage.
fn percent_styles(stream: &[u8], globals: &[Record]) -> Vec<bool> {
    let is_old = globals.first().is_some_and(|(_, at, length)| *length >= 2 && stream[at + 1] < 6);
    let mut formats: BTreeMap<u16, bool> = BTreeMap::from([(9, true), (10, true)]);
    let mut styles = Vec::new();
    for (kind, at, length) in globals {
        let own = &stream[*at..at + length];
        match (kind, own) {
            (&FORMAT, [low, high, rest @ ..]) => {
                let text = match rest {
                    [_, text @ ..] if is_old => WINDOWS_1252.decode_without_bom_handling(text).0,
                    [_, _, flags, text @ ..] if flags & 1 == 1 => UTF_16LE.decode_without_bom_handling(text).0,
                    [_, _, _, text @ ..] => WINDOWS_1252.decode_without_bom_handling(text).0,
                    _ => continue,
                };
                formats.insert(u16::from_le_bytes([*low, *high]), is_percent(&text));
            }
            (&XF, [_, _, low, high, ..]) => styles.push(u16::from_le_bytes([*low, *high])),
            _ => {}
        }
    }
    styles.into_iter().map(|format| formats.get(&format).copied().unwrap_or_default()).collect()
}

/// Returns how long each shared text is, in letters: one that is kept once may stand in a million cells.
fn shared_lengths(stream: &[u8], globals: &[Record]) -> Vec<usize> {
    let Some(first) = globals.iter().position(|(kind, ..)| *kind == SHARED_STRINGS) else { return Vec::new() };
    let parts = globals[first..].iter().enumerate().take_while(|(at, (kind, ..))| *at == 0 || *kind == CONTINUE);
    let list = parts.map(|(_, (_, at, length))| &stream[*at..at + length]).collect();
    let mut reading = Parts { list, part: 0, at: 8 };
    let mut lengths = Vec::new();
    while let Some(length) = reading.length() {
        lengths.push(length);
    }
    lengths
}

/// A record and those that continue it.
struct Parts<'a> {
    list: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl Parts<'_> {
    /// Goes over one text and returns how many letters it has. None at the end, and where it is cut off.
    fn length(&mut self) -> Option<usize> {
        while self.at >= self.list.get(self.part)?.len() {
            (self.part, self.at) = (self.part + 1, 0);
        }
        let length = usize::from(u16::from_le_bytes([self.byte()?, self.byte()?]));
        let flags = self.byte()?;
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += 4 * usize::from(u16::from_le_bytes([self.byte()?, self.byte()?]));
        }
        if flags & 4 != 0 {
            let more = u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]);
            behind += usize::try_from(more).ok()?;
        }
        let (mut left, mut width) = (length, 1 + usize::from(flags & 1));
        loop {
            let taken = left.min((self.list[self.part].len() - self.at) / width);
            self.at += taken * width;
            left -= taken;
            if left == 0 {
                break;
            }
            // Each part says anew how wide its letters are.
            (self.part, self.at) = (self.part + 1, 0);
            width = 1 + usize::from(self.list.get(self.part)?.first()? & 1);
            self.at = 1;
        }
        while behind > 0 {
            let taken = behind.min(self.list.get(self.part)?.len() - self.at);
            self.at += taken;
            behind -= taken;
            if behind > 0 {
                (self.part, self.at) = (self.part + 1, 0);
            }
        }
        Some(length)
    }

    fn byte(&mut self) -> Option<u8> {
        let own = self.list.get(self.part)?.get(self.at).copied();
        self.at += 1;
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(kind: u16, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
    }

    fn cell(kind: u16, fields: [u16; 3], rest: &[u8]) -> Vec<u8> {
        made(kind, &[&fields.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<_>>()[..], rest].concat())
    }

    /// A workbook of one sheet with two cell styles, the second a percentage.
    pub(in super::super) fn book(records: &[Vec<u8>]) -> Vec<u8> {
        let bof = |kind: u8| made(BOF, &[0, 6, kind, 0, 0, 0, 0, 0]);
        let style = |format: u8| made(XF, &[0, 0, format, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let mut stream = [bof(5), style(0), style(10)].concat();
        let begin = stream.len() + 4 + 10 + 4;
        let name = [&u32::try_from(begin).unwrap().to_le_bytes()[..], &[0, 0, 2, 0, b'A', b'B']].concat();
        stream.extend(made(BOUND_SHEET, &name));
        stream.extend(made(EOF, &[]));
        stream.extend([bof(16), records.concat(), made(EOF, &[])].concat());
        stream
    }

    pub(in super::super) fn number(row: u16, column: u16, style: u16, value: f64) -> Vec<u8> {
        cell(NUMBER, [row, column, style], &value.to_le_bytes())
    }

    #[test]
    fn percentages_are_told_by_the_style() {
        let many = [&[1, 0, 0, 0, 0, 0][..], &[0, 0, 0, 0, 0, 0], &[3, 0]].concat();
        let many = made(MUL_RK, &[&[4, 0, 2, 0][..], &many].concat());
        let mut stream = book(&[number(0, 0, 0, 1.0), number(0, 1, 1, 0.5), many]);
        let scanned = scan(&mut stream).unwrap();
        assert_eq!(scanned.len(), 1);
        assert_eq!(scanned[0].percents, [(0, 1), (4, 2)]);
        assert_eq!(scanned[0].unread, None);
    }

    #[test]
    fn merges_are_as_many_as_there_are() {
        let merges = [0xffff_u16, 7, 8, 2, 2, 1, 1, 0, 3].into_iter().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let mut stream = book(&[number(0, 0, 0, 1.0), made(MERGED, &merges), made(MERGED, &[9])]);
        let scanned = scan(&mut stream).unwrap();
        assert_eq!(scanned[0].merges, [[7, 8, 2, 2], [1, 1, 0, 3]]);
        assert!(records(&stream, 0).all(|(kind, ..)| kind != MERGED));
    }

    #[test]
    fn a_box_that_is_too_large_is_never_made() {
        let size =
            [0_u32, u32::MAX].into_iter().flat_map(u32::to_le_bytes).chain([0, 0, 0, 1, 0, 0]).collect::<Vec<u8>>();
        let mut stream = book(&[made(DIMENSIONS, &size), number(0, 0, 0, 1.0), number(65_535, 255, 0, 1.0)]);
        let scanned = scan(&mut stream).unwrap();
        assert_eq!(scanned[0].unread, Some(Unreadable::TooManyCells(CELLS)));
        assert!(records(&stream, 0).all(|(kind, ..)| kind != DIMENSIONS));
        let mut stream = book(&[number(0, 0, 0, 1.0), number(0, 9_999, 0, 1.0)]);
        assert_eq!(scan(&mut stream).unwrap()[0].unread, Some(Unreadable::TooManyColumns(COLUMNS)));
    }

    #[test]
    fn locked_and_cut_off_workbooks_are_reasons() {
        let mut stream = book(&[]);
        stream.splice(0..0, made(FILE_PASS, &[0, 0, 1, 2, 3, 4]));
        assert_eq!(scan(&mut stream).map(|list| list.len()), Err(Unreadable::Locked));
        let mut stream = book(&[]);
        stream.truncate(stream.len() - 20);
        assert!(matches!(scan(&mut stream), Err(Unreadable::Broken(_))));
    }

    #[test]
    fn texts_may_go_on_in_the_next_made() {
        let shared = [&[0; 8][..], &[2, 0, 0, b'a', b'b'], &[3, 0, 1 | 8, 1, 0, b'c', 0]].concat();
        let rest = [&[0][..], b"de", &[9; 4], &[1, 0, 0, b'f']].concat();
        let stream = [made(SHARED_STRINGS, &shared), made(CONTINUE, &rest)].concat();
        let globals: Vec<Record> = records(&stream, 0).collect();
        assert_eq!(shared_lengths(&stream, &globals), [2, 3, 1]);
    }
}
