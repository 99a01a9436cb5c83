//! A document to bytes, one file a format. No sums, no dates, no sorting here.

mod calendar;
mod cards;
mod csv;
pub mod diagnostics;
mod diff;
mod docx;
mod entry_csv;
mod entry_xlsx;
mod fold;
mod html;
mod json;
mod layout;
mod letters;
mod markdown;
mod no_workbook;
mod sheet_cells;
mod tables;
mod terminal;
mod workbook;

pub use calendar::calendar;
pub use csv::csv;
pub use diff::diff;
pub use docx::docx;
pub use entry_csv::entry_csv;
pub use entry_xlsx::entry_xlsx;
pub use fold::fold;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use no_workbook::NoWorkbook;
pub use terminal::{Screen, harmless, terminal};
pub use workbook::workbook;
