//! data/*.csv as rows with exact places, read once from front to back in bounded memory.

mod columns;
mod core;
mod input;
mod record;
mod rows;
mod sheet;

pub use columns::{Wanted, columns_by_name};
pub use record::Record;
pub use rows::{Column, Next, Rows};
pub use sheet::{Sheet, SheetRow, written};
