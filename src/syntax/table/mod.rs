//! Tables that units send back: workbooks and their csv, as grids of cells with the addresses that a spreadsheet shows.

mod csv;
mod encoding;
mod grid;
mod legacy;
mod package;
mod workbook;

pub use encoding::decode;
pub use grid::{Cell, Grid, LARGEST, Unreadable, grids};
pub use legacy::{Legacy, legacy};
