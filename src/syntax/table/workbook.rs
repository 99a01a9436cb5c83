//! Workbooks: xlsx, xls and ods.

use std::io::Cursor;

use calamine::{
    Data, Ods, OdsError, Range, Reader, Sheets, Xls, XlsError, Xlsx, XlsxError, open_workbook_auto_from_rs,
};

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
        name_unworked(&mut rows, &book.worksheet_formula(&name).map_err(|error| broken(&error))?);
        grids.push(Grid { name, rows, has_decimal_comma: false, is_hidden: false, unread: None });
    }
    Ok(grids)
}

/// Puts formulas into the cells that have one and no value, as programs that do not work formulas out leave them: they are not blank.
fn name_unworked(rows: &mut Vec<Vec<Cell>>, formulas: &Range<String>) {
    let (first_row, first_column) = formulas.start().unwrap_or((0, 0));
    for (row, column, formula) in formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()) {
        let (row, column) = (first_row as usize + row, first_column as usize + column);
        if row > CELLS || column > CELLS {
            continue;
        }
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, Cell::Empty);
        }
        if rows[row][column] == Cell::Empty {
            rows[row][column] =
                Cell::Formula(format!("={}", formula.trim_start_matches("of:").trim_start_matches('=')));
        }
    }
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
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => Cell::Date(data.to_string()),
    }
}
