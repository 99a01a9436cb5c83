//! Tables that units send back: workbooks and their csv, as grids of cells with the addresses that a spreadsheet shows.

mod csv;
mod grid;
mod workbook;

pub use grid::{Cell, Grid, LARGEST, Unreadable, grids};
