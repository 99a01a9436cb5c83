//! Workbooks of Excel since 2007: xlsx, xlsm, xlsb.

use std::cell;
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsb, Xlsx, XlsxCellReader, XlsxError, XlsxFormulaMetadata};

use super::grid::{Cell, Grid};
use super::number;
use super::package::Package;
use super::rows::Rows;
use super::sheet::{self, MERGED, Room, SHEETS, Sheet, is_of_one_sheet};
use super::unreadable::Unreadable;
use super::xlsb;

type Source<'a> = Cursor<&'a [u8]>;

/// The most elements that the part with the cell styles may have. Excel has 65,490 styles at most; the library makes a large one of each.
const STYLE_ELEMENTS: usize = 500_000;

/// The most elements that the part with the shared texts may have: two for each text and more where letters differ.
const TEXT_ELEMENTS: usize = 6_000_000;

/// Reads the sheets of an xlsx or xlsm, in order.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let merges = cell::Cell::new(Some(0));
    Package::open(bytes)?.check(|name, content| {
        harmless(name, content)?;
        let own = if name.to_lowercase().ends_with("sharedstrings.xml") { Some(0) } else { merged(content) };
        merges.set(merges.get().zip(own).map(|(before, own)| before + own));
        Ok(())
    })?;
    let has_merges = merges.get().is_some_and(|count| (1..=MERGED).contains(&count));
    let mut book: Xlsx<Source<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| Unreadable::said(&error))?;
    let sheets = book.sheets_metadata().to_vec();
    grids(sheets, |name, room| rows(&mut book, name, has_merges, room))
}

/// Makes a grid of each sheet, in order; where only one cannot be read, it says so and the others are read.
fn grids(
    sheets: Vec<calamine::Sheet>,
    mut rows: impl FnMut(&str, &mut Room) -> Result<Option<Rows>, Unreadable>,
) -> Result<Vec<Grid>, Unreadable> {
    if sheets.len() > SHEETS {
        return Err(Unreadable::TooManySheets(SHEETS));
    }
    let mut room = Room::new();
    let mut grids = Vec::new();
    for own in sheets.into_iter().filter(|own| own.typ == SheetType::WorkSheet) {
        let is_hidden = own.visible != SheetVisible::Visible;
        grids.push(match rows(&own.name, &mut room) {
            Ok(Some(rows)) => Grid { name: own.name, rows, has_decimal_comma: false, is_hidden, unread: None },
            Ok(None) => continue,
            Err(why) if is_of_one_sheet(&why) => Grid::unread(own.name, is_hidden, why),
            Err(why) => return Err(why),
        });
    }
    Ok(grids)
}

/// Counts the merges that a part names; none if one of them is no range of cells, for the library would not bear it.
fn merged(content: &[u8]) -> Option<usize> {
    let mut count = 0;
    for at in memchr::memmem::find_iter(content, b"mergeCell ") {
        let rest = &content[at..];
        let element = std::str::from_utf8(&rest[..memchr::memchr(b'>', rest)?]).ok()?;
        let range = element.split_once("ref=\"")?.1.split('"').next()?;
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        let (first, last) = (Grid::spot(first)?, Grid::spot(last)?);
        if first.0 > last.0 || first.1 > last.1 {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Refuses parts for which the library would make more room than they need.
fn harmless(name: &str, content: &[u8]) -> Result<(), Unreadable> {
    let name = name.to_lowercase();
    let elements = || memchr::memchr_iter(b'<', content).count();
    if name.ends_with("sharedstrings.xml") {
        // It says how many texts there are, wherever that stands, and the library makes room for them before it sees one. Only in UTF-8,
        // which all programs write, can that be found.
        let is_plain = memchr::memchr2(0, 0x1b, content).is_none();
        let is_fair = memchr::memmem::find_iter(content, b"uniqueCount").all(|at| {
            let digits =
                content[at..].iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
            let claimed =
                digits.fold(0_usize, |sum, digit| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0')));
            claimed <= content.len()
        });
        if !is_plain || !is_fair || elements() > TEXT_ELEMENTS {
            return Err(Unreadable::Broken("shared texts without end".to_owned()));
        }
    }
    if name.ends_with("styles.xml") && elements() > STYLE_ELEMENTS {
        return Err(Unreadable::Broken("cell styles without end".to_owned()));
    }
    Ok(())
}

/// Reads the rows of a sheet; none if it is a chart.
fn rows(
    book: &mut Xlsx<Source<'_>>,
    name: &str,
    has_merges: bool,
    room: &mut Room,
) -> Result<Option<Rows>, Unreadable> {
    let mut sheet = Sheet::new(room);
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(kind)) if kind.contains("chart") || kind.contains("dialog") => return Ok(None),
        Err(error) => return Err(Unreadable::said(&error)),
    };
    let percents = percents(&reader);
    // An empty text is a value that a formula has.
    let mut blanks = Vec::new();
    while let Some((own, style)) = reader.next_cell_with_style_id().map_err(|error| Unreadable::said(&error))? {
        let (row, column) = place(own.get_position());
        let own = own.get_value();
        if matches!(own, DataRef::String(text) if text.trim().is_empty()) {
            blanks.push((row, column));
        }
        sheet.put(row, column, cell(own, percents.get(style).copied().unwrap_or_default()))?;
    }
    drop(reader);
    formulas(book, name, &mut sheet, &mut blanks)?;
    if has_merges {
        for own in book.merge_cells_by_sheet_name(name).map_err(|error| Unreadable::said(&error))? {
            sheet.merge(place(own.start), place(own.end));
        }
    }
    Ok(Some(sheet.rows()))
}

/// Tells of each cell style whether it shows a percentage.
fn percents(reader: &XlsxCellReader<'_, Source<'_>>) -> Vec<bool> {
    let format =
        |own: &calamine::Style| own.number_format.as_ref().is_some_and(|own| number::is_percent(&own.format_code));
    reader.styles().iter().map(format).collect()
}

/// Puts formulas into the cells that have one and no value, as programs that do not work formulas out leave them: they are not blank.
fn formulas(
    book: &mut Xlsx<Source<'_>>,
    name: &str,
    sheet: &mut Sheet<'_>,
    blanks: &mut [(usize, usize)],
) -> Result<(), Unreadable> {
    blanks.sort_unstable();
    let mut shared: BTreeMap<usize, String> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| Unreadable::said(&error))?;
    // Not the call that writes each shared formula out: it makes room for as many as a number in the file says.
    while let Some(own) = reader.next_cell_with_formula_metadata().map_err(|error| Unreadable::said(&error))? {
        let (row, column) = place(own.pos);
        let formula = match own.formula {
            None => continue,
            Some(XlsxFormulaMetadata::Shared { shared_index, formula, .. }) => {
                shared.insert(shared_index, formula.clone());
                formula
            }
            Some(XlsxFormulaMetadata::SharedDerived { shared_index }) => {
                shared.get(&shared_index).cloned().unwrap_or_default()
            }
            Some(XlsxFormulaMetadata::Normal { formula }) => formula,
            // The library may come to know other kinds.
            Some(_) => String::new(),
        };
        if own.value == DataRef::Empty && sheet.is_empty(row, column) && blanks.binary_search(&(row, column)).is_err() {
            sheet.put(row, column, Cell::Formula(format!("={}", formula.trim_start_matches('='))))?;
        }
    }
    Ok(())
}

fn place((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}

/// Makes a cell of what the library read.
pub(super) fn cell(data: &DataRef<'_>, is_percent: bool) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(own) if is_percent => Cell::Percent(own.to_string()),
        DataRef::Int(own) => Cell::Number(own.to_string()),
        DataRef::Float(own) => number::cell(*own, is_percent),
        DataRef::String(own) => sheet::text(own),
        DataRef::SharedString(own) => sheet::text(own),
        DataRef::Bool(own) => Cell::Other(own.to_string()),
        DataRef::DateTime(own) => number::date(own),
        DataRef::DateTimeIso(own) | DataRef::DurationIso(own) => number::iso(own),
        DataRef::Error(own) => Cell::Error(own.to_string()),
    }
}

/// Reads the sheets of an xlsb, in order.
pub(super) fn read_binary(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let mut package = Package::open(bytes)?;
    package.check(|_, _| Ok(()))?;
    let mut notes = xlsb::notes(&mut package)?;
    let mut book: Xlsb<Source<'_>> = Xlsb::new(Cursor::new(bytes)).map_err(|error| Unreadable::said(&error))?;
    let sheets = book.sheets_metadata().to_vec();
    grids(sheets, |name, room| {
        let notes = notes.remove(name).unwrap_or_default();
        binary_rows(&mut book, name, &notes, room).map(Some)
    })
}

fn binary_rows(
    book: &mut Xlsb<Source<'_>>,
    name: &str,
    notes: &xlsb::Notes,
    room: &mut Room,
) -> Result<Rows, Unreadable> {
    let mut sheet = Sheet::new(room);
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| Unreadable::said(&error))?;
    // Each formula has a value in this kind of file, so none is asked for.
    while let Some(own) = reader.next_cell().map_err(|error| Unreadable::said(&error))? {
        let is_percent = notes.percents.binary_search(&own.get_position()).is_ok();
        let (row, column) = place(own.get_position());
        sheet.put(row, column, cell(own.get_value(), is_percent))?;
    }
    for (at, error) in &notes.errors {
        let (row, column) = place(*at);
        sheet.put(row, column, Cell::Error((*error).to_owned()))?;
    }
    Ok(sheet.rows())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merges_are_counted_where_each_is_a_range() {
        let part = |refs: &[&str]| {
            let cells = refs.iter().map(|own| format!("<mergeCell ref=\"{own}\"/>")).collect::<Vec<_>>().concat();
            merged(format!("<worksheet><mergeCells count=\"9\">{cells}</mergeCells></worksheet>").as_bytes())
        };
        assert_eq!((part(&[]), part(&["A1:B2", "C8:C9", "D1"])), (Some(0), Some(3)));
        for odd in ["B2:A1", "A2:A1", "", "A:B", "A1:B2:C3", "&#65;1:B2", "A1:AAAA9", "A0:A1"] {
            assert_eq!(part(&["A1:B2", odd]), None, "{odd}");
        }
        assert_eq!(merged(b"<mergeCell ref=\"A1"), None);
    }
}
