//! Workbooks: xlsx, xls and ods.

use std::io::Cursor;

use calamine::{Data, Ods, OdsError, Reader, Sheets, Xls, XlsError, Xlsx, XlsxError, open_workbook_auto_from_rs};

use super::grid::{CELLS, Cell, Grid, Unreadable};

/// Reads every sheet of a workbook, in order.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let mut book: Sheets<Cursor<&[u8]>> = open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|error| if is_locked(bytes) { Unreadable::Locked } else { broken(&error) })?;
    let names = book.sheet_names();
    let mut grids = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).map_err(|error| broken(&error))?;
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        let (height, width) = range.get_size();
        if height.saturating_mul(width) > CELLS || first_row as usize > CELLS || first_column as usize > CELLS {
            return Err(Unreadable::TooLarge(CELLS));
        }
        // Rows and columns before the first that is used are there all the same, or addresses would be wrong.
        let mut rows: Vec<Vec<Cell>> = vec![Vec::new(); first_row as usize];
        rows.extend(range.rows().map(|row| {
            let before = std::iter::repeat_n(Cell::Empty, first_column as usize);
            before.chain(row.iter().map(cell)).collect()
        }));
        grids.push(Grid { name, rows, has_decimal_comma: false });
    }
    Ok(grids)
}

/// Tells whether a password keeps a workbook shut: whoever tries all kinds of workbook learns only that it is none that opens.
fn is_locked(bytes: &[u8]) -> bool {
    let book = || Cursor::new(bytes);
    matches!(Xlsx::new(book()), Err(XlsxError::Password))
        || matches!(Xls::new(book()), Err(XlsError::Password))
        || matches!(Ods::new(book()), Err(OdsError::Password))
}

fn broken(error: &calamine::Error) -> Unreadable {
    let said = error.to_string();
    let lower = said.to_lowercase();
    if lower.contains("password") || lower.contains("encrypt") { Unreadable::Locked } else { Unreadable::Broken(said) }
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(number.to_string()),
        Data::Float(number) => Cell::Number(number.to_string()),
        Data::String(text) => match text.trim() {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        },
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::Bool(flag) => Cell::Other(flag.to_string()),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => Cell::Other(data.to_string()),
    }
}
