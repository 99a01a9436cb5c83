//! Tables that units send back: workbooks and their csv, as grids of cells with the addresses that a spreadsheet shows.

mod biff;
mod csv;
mod encoding;
mod grid;
mod kind;
mod legacy;
mod number;
mod ods;
mod ole;
mod package;
mod sheet;
mod unreadable;
mod xls;
mod xlsb;
mod xlsx;

pub use encoding::decode;
pub use grid::{Cell, Grid, LARGEST, grids};
pub use legacy::{Legacy, legacy};
pub use unreadable::{Foreign, Unreadable};
