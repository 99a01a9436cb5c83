//! Why a workbook cannot be written.

use rust_xlsxwriter::XlsxError;

/// Why there is no workbook, in the words of the library: a text is too long for a cell, or a form for a sheet.
#[derive(Debug)]
pub struct NoWorkbook(pub String);

impl From<XlsxError> for NoWorkbook {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}
