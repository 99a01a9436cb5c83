//! Tables that units send back: workbooks and their csv, as grids of cells with the addresses that a spreadsheet shows. And
//! documents with tables in them, as pieces in their order.

mod csv;
mod document;
mod encoding;
mod grid;
mod package;
mod prose;
mod word;
mod workbook;

pub use document::{Block, NoDocument, OtherKind, document};
pub use encoding::decode;
pub use grid::{Cell, Grid, LARGEST, Unreadable, grids};
