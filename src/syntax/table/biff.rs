//! The records of an old workbook (xls), gone through before the library sees them.
//!
//! The library reads every sheet when it opens a file, makes room for the box that a sheet says it has, and then for the box around its
//! cells. Nor does it tell which numbers are shown as percentages. Source: [MS-XLS].

use std::collections::BTreeMap;

use encoding_rs::{UTF_16LE, WINDOWS_1252};

use super::number::is_percent;
use super::sheet::{CELLS, COLUMNS, ROWS, Room, SHEETS, TEXT};
use super::unreadable::Unreadable;

const EOF: u16 = 0x000a;
const FORMULA: u16 = 0x0006;
const FILE_PASS: u16 = 0x002f;
const CONTINUE: u16 = 0x003c;
const BOUND_SHEET: u16 = 0x0085;
const MUL_RK: u16 = 0x00bd;
const RICH_LABEL: u16 = 0x00d6;
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
}

/// A record: its kind, where its content begins, and how long it is.
type Record = (u16, usize, usize);

/// Goes through a workbook, and takes out of it what would lead the library astray.
///
/// # Errors
/// Fails if it is locked, cut off, or its cells are more than are read.
pub(super) fn scan(stream: &mut [u8]) -> Result<Vec<Scanned>, Unreadable> {
    let globals = records(stream, 0).take_while(|(kind, ..)| *kind != EOF).collect::<Vec<_>>();
    if globals.iter().any(|(kind, ..)| *kind == FILE_PASS) {
        return Err(Unreadable::Locked);
    }
    let styles = percent_styles(stream, &globals);
    let shared = shared_lengths(stream, &globals);
    let mut begins = Vec::new();
    for (_, at, length) in globals.iter().filter(|(kind, ..)| *kind == BOUND_SHEET) {
        let begin = (*length >= 4).then(|| u32::from_le_bytes([0, 1, 2, 3].map(|byte| stream[at + byte])));
        let begin = begin.and_then(|own| usize::try_from(own).ok()).filter(|own| *own < stream.len());
        begins.push(begin.ok_or_else(|| Unreadable::Broken("a sheet begins behind the end of the file".to_owned()))?);
    }
    if begins.len() > SHEETS {
        return Err(Unreadable::TooManySheets(SHEETS));
    }
    let (mut room, mut text) = (Room::new(), TEXT);
    let mut sheets = Vec::new();
    for begin in begins {
        sheets.push(sheet(stream, begin, (&styles, &shared), (&mut room, &mut text))?);
    }
    Ok(sheets)
}

/// Goes through one sheet, which begins at a place in the stream.
fn sheet(
    stream: &mut [u8],
    begin: usize,
    (styles, shared): (&[bool], &[usize]),
    (room, text): (&mut Room, &mut usize),
) -> Result<Scanned, Unreadable> {
    let mut own = Scanned::default();
    let mut extent: Option<[u16; 4]> = None;
    let mut depth = 0_usize;
    let list: Vec<Record> = records(stream, begin).collect();
    for (at, (kind, content, length)) in list.iter().copied().enumerate() {
        match kind {
            BOF => depth += 1,
            // A chart within the sheet has an end of its own.
            EOF if depth > 1 => depth -= 1,
            EOF => break,
            // What it says of the size is not to be trusted, and the library makes room for it.
            DIMENSIONS => stream[content - 4..content - 2].copy_from_slice(&BLANK.to_le_bytes()),
            _ if depth > 1 => {}
            STRING => claim(stream, content, length, text)?,
            FORMULA | NUMBER | LABEL | RICH_LABEL | BOOL_ERR | RK | SHARED_LABEL | MUL_RK if length >= 6 => {
                let field = |at: usize| u16::from_le_bytes([stream[content + at], stream[content + at + 1]]);
                let (row, first) = (field(0), field(2));
                let last = if kind == MUL_RK { field(length - 2) } else { first };
                let seen = extent.get_or_insert([row, row, first, last]);
                *seen = [seen[0].min(row), seen[1].max(row), seen[2].min(first), seen[3].max(last)];
                let is_percent = |style: u16| styles.get(usize::from(style)).copied().unwrap_or_default();
                match kind {
                    NUMBER | RK | FORMULA if is_percent(field(4)) => own.percents.push((row, first)),
                    MUL_RK => {
                        let places = (4..length - 2).step_by(6).filter(|at| at + 6 <= length - 2).zip(first..=last);
                        own.percents
                            .extend(places.filter(|(at, _)| is_percent(field(*at))).map(|(_, column)| (row, column)));
                    }
                    LABEL | RICH_LABEL => claim(stream, content + 6, length - 6, text)?,
                    SHARED_LABEL if length >= 10 => {
                        let at = usize::from(field(6)) + (usize::from(field(8)) << 16);
                        spend(text, shared.get(at).copied().unwrap_or_default())?;
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        // Whoever goes on for so long reads the same records again and again.
        if at > 4 * CELLS {
            return Err(Unreadable::TooManyCells(CELLS));
        }
    }
    own.percents.sort_unstable();
    own.unread = extent.and_then(|[top, bottom, left, right]| {
        let (rows, columns) = (usize::from(bottom), usize::from(right));
        let count = (rows + 1 - usize::from(top)) * (columns + 1 - usize::from(left));
        if rows >= ROWS {
            Some(Unreadable::TooManyRows(ROWS))
        } else if columns >= COLUMNS {
            Some(Unreadable::TooManyColumns(COLUMNS))
        } else {
            room.take(count).err()
        }
    });
    if own.unread.is_some() {
        // The library finds a sheet that ends where it begins.
        if let Some((_, content, _)) = list.iter().find(|(kind, ..)| *kind != BOF) {
            stream[content - 4..content - 2].copy_from_slice(&EOF.to_le_bytes());
        }
    }
    Ok(own)
}

/// Takes note of a text by the length that it says it has: the library makes room for it before it looks.
fn claim(stream: &[u8], content: usize, length: usize, text: &mut usize) -> Result<(), Unreadable> {
    if length < 2 {
        return Ok(());
    }
    spend(text, usize::from(u16::from_le_bytes([stream[content], stream[content + 1]])))
}

fn spend(text: &mut usize, length: usize) -> Result<(), Unreadable> {
    *text = text.checked_sub(length).ok_or(Unreadable::TooMuchText(TEXT))?;
    Ok(())
}

/// Returns the records from a place on, as far as they are whole.
fn records(stream: &[u8], begin: usize) -> impl Iterator<Item = Record> {
    let mut at = begin;
    std::iter::from_fn(move || {
        let head = stream.get(at..at + 4)?;
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let own = (u16::from_le_bytes([head[0], head[1]]), at + 4, length);
        at += 4 + length;
        (at <= stream.len()).then_some(own)
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
    let parts = parts.map(|(_, (_, at, length))| &stream[*at..at + length]).collect();
    let mut reading = Parts { parts, part: 0, at: 8 };
    let mut lengths = Vec::new();
    while let Some(length) = reading.length() {
        lengths.push(length);
    }
    lengths
}

/// A record and those that continue it.
struct Parts<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl Parts<'_> {
    /// Goes over one text and returns how many letters it has. None at the end, and where it is cut off.
    fn length(&mut self) -> Option<usize> {
        while self.at >= self.parts.get(self.part)?.len() {
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
            let taken = left.min((self.parts[self.part].len() - self.at) / width);
            self.at += taken * width;
            left -= taken;
            if left == 0 {
                break;
            }
            // Each part says anew how wide its letters are.
            (self.part, self.at) = (self.part + 1, 0);
            width = 1 + usize::from(self.parts.get(self.part)?.first()? & 1);
            self.at = 1;
        }
        while behind > 0 {
            let taken = behind.min(self.parts.get(self.part)?.len() - self.at);
            self.at += taken;
            behind -= taken;
            if behind > 0 {
                (self.part, self.at) = (self.part + 1, 0);
            }
        }
        Some(length)
    }

    fn byte(&mut self) -> Option<u8> {
        let own = self.parts.get(self.part)?.get(self.at).copied();
        self.at += 1;
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
    }

    fn cell(kind: u16, fields: [u16; 3], rest: &[u8]) -> Vec<u8> {
        record(kind, &[&fields.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<_>>()[..], rest].concat())
    }

    /// A workbook of one sheet with two cell styles, the second a percentage.
    pub(in super::super) fn book(records: &[Vec<u8>]) -> Vec<u8> {
        let bof = |kind: u8| record(BOF, &[0, 6, kind, 0, 0, 0, 0, 0]);
        let style = |format: u8| record(XF, &[0, 0, format, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let mut stream = [bof(5), style(0), style(10)].concat();
        let begin = stream.len() + 4 + 10 + 4;
        let name = [&u32::try_from(begin).unwrap().to_le_bytes()[..], &[0, 0, 2, 0, b'A', b'B']].concat();
        stream.extend(record(BOUND_SHEET, &name));
        stream.extend(record(EOF, &[]));
        stream.extend([bof(16), records.concat(), record(EOF, &[])].concat());
        stream
    }

    pub(in super::super) fn number(row: u16, column: u16, style: u16, value: f64) -> Vec<u8> {
        cell(NUMBER, [row, column, style], &value.to_le_bytes())
    }

    #[test]
    fn percentages_are_told_by_the_style() {
        let many = [&[1, 0, 0, 0, 0, 0][..], &[0, 0, 0, 0, 0, 0], &[3, 0]].concat();
        let many = record(MUL_RK, &[&[4, 0, 2, 0][..], &many].concat());
        let mut stream = book(&[number(0, 0, 0, 1.0), number(0, 1, 1, 0.5), many]);
        let scanned = scan(&mut stream).unwrap();
        assert_eq!(scanned.len(), 1);
        assert_eq!(scanned[0].percents, [(0, 1), (4, 2)]);
        assert_eq!(scanned[0].unread, None);
    }

    #[test]
    fn a_box_that_is_too_large_is_never_made() {
        let size =
            [0_u32, u32::MAX].into_iter().flat_map(u32::to_le_bytes).chain([0, 0, 0, 1, 0, 0]).collect::<Vec<u8>>();
        let mut stream = book(&[record(DIMENSIONS, &size), number(0, 0, 0, 1.0), number(65_535, 255, 0, 1.0)]);
        let scanned = scan(&mut stream).unwrap();
        assert_eq!(scanned[0].unread, Some(Unreadable::TooManyCells(CELLS)));
        assert!(records(&stream, 0).all(|(kind, ..)| kind != DIMENSIONS));
        let mut stream = book(&[number(0, 0, 0, 1.0), number(0, 9_999, 0, 1.0)]);
        assert_eq!(scan(&mut stream).unwrap()[0].unread, Some(Unreadable::TooManyColumns(COLUMNS)));
    }

    #[test]
    fn locked_and_cut_off_workbooks_are_reasons() {
        let mut stream = book(&[]);
        stream.splice(0..0, record(FILE_PASS, &[0, 0, 1, 2, 3, 4]));
        assert_eq!(scan(&mut stream).map(|list| list.len()), Err(Unreadable::Locked));
        let mut stream = book(&[]);
        stream.truncate(stream.len() - 20);
        assert!(matches!(scan(&mut stream), Err(Unreadable::Broken(_))));
    }

    #[test]
    fn texts_may_go_on_in_the_next_record() {
        let shared = [&[0; 8][..], &[2, 0, 0, b'a', b'b'], &[3, 0, 1 | 8, 1, 0, b'c', 0]].concat();
        let rest = [&[0][..], b"de", &[9; 4], &[1, 0, 0, b'f']].concat();
        let stream = [record(SHARED_STRINGS, &shared), record(CONTINUE, &rest)].concat();
        let globals: Vec<Record> = records(&stream, 0).collect();
        assert_eq!(shared_lengths(&stream, &globals), [2, 3, 1]);
    }
}
