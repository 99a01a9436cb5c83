//! Workbooks of Excel 5 to 2003.

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls};

use super::biff::{Scanned, scan};
use super::grid::{Cell, Grid};
use super::number;
use super::ole::{Ole, wrapped};
use super::rows::Rows;
use super::sheet::{self, Room, Sheet, is_of_one_sheet};
use super::unreadable::Unreadable;

/// Reads the sheets of a workbook, in order.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let ole = Ole::open(bytes)?;
    let stream = ole.stream("Workbook").or_else(|| ole.stream("Book"));
    let mut stream = stream.ok_or_else(|| Unreadable::Broken("no workbook within".to_owned()))?;
    let scanned = scan(&mut stream)?;
    let mut book = Xls::new(Cursor::new(wrapped(stream))).map_err(|error| Unreadable::said(&error))?;
    let sheets = book.sheets_metadata().to_vec();
    let mut room = Room::new();
    let mut grids = Vec::new();
    for (own, scanned) in sheets.into_iter().zip(scanned) {
        if own.typ != SheetType::WorkSheet {
            continue;
        }
        let is_hidden = own.visible != SheetVisible::Visible;
        let read = match &scanned.unread {
            Some(why) => Err(why.clone()),
            None => rows(&mut book, &own.name, &scanned, &mut room),
        };
        grids.push(match read {
            Ok(rows) => Grid { name: own.name, rows, has_decimal_comma: false, is_hidden, unread: None },
            Err(why) if is_of_one_sheet(&why) || scanned.unread.is_some() => Grid::unread(own.name, is_hidden, why),
            Err(why) => return Err(why),
        });
    }
    Ok(grids)
}

fn rows(book: &mut Xls<Cursor<Vec<u8>>>, name: &str, scanned: &Scanned, room: &mut Room) -> Result<Rows, Unreadable> {
    let mut sheet = Sheet::new(room);
    let range = book.worksheet_range(name).map_err(|error| Unreadable::said(&error))?;
    let (top, left) = range.start().unwrap_or_default();
    let mut has_text = Vec::new();
    for (row, column, data) in range.used_cells() {
        let (row, column) = (row + top as usize, column + left as usize);
        let place = (u16::try_from(row).unwrap_or(u16::MAX), u16::try_from(column).unwrap_or(u16::MAX));
        if matches!(data, Data::String(text) if text.trim().is_empty()) {
            has_text.push(place);
        }
        sheet.put(row, column, cell(data, scanned.percents.binary_search(&place).is_ok()))?;
    }
    // A formula that comes to a blank text has a value; one without any is no blank cell. What it says is not told: see `biff`.
    let formulas = book.worksheet_formula(name).map_err(|error| Unreadable::said(&error))?;
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, _) in formulas.used_cells() {
        let (row, column) = (row + top as usize, column + left as usize);
        let place = (u16::try_from(row).unwrap_or(u16::MAX), u16::try_from(column).unwrap_or(u16::MAX));
        if sheet.is_empty(row, column) && has_text.binary_search(&place).is_err() {
            sheet.put(row, column, Cell::Formula("=".to_owned()))?;
        }
    }
    for [top, bottom, left, right] in scanned.merges.iter().map(|own| own.map(usize::from)) {
        sheet.merge((top, left), (bottom, right));
    }
    Ok(sheet.rows())
}

/// Makes a cell of what the library read.
fn cell(data: &Data, is_percent: bool) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(own) if is_percent => Cell::Percent(own.to_string()),
        Data::Int(own) => Cell::Number(own.to_string()),
        Data::Float(own) => number::cell(*own, is_percent),
        Data::String(own) => sheet::text(own),
        Data::Bool(own) => Cell::Other(own.to_string()),
        Data::DateTime(own) => number::date(own),
        Data::DateTimeIso(own) | Data::DurationIso(own) => number::iso(own),
        Data::Error(own) => Cell::Error(own.to_string()),
    }
}
