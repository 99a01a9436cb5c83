//! Tables that units send back: workbooks and their csv, as grids of cells with the addresses that a spreadsheet shows. And
//! documents with tables in them, as pieces in their order.

mod biff;
mod csv;
mod document;
mod encoding;
mod grid;
mod kind;
mod legacy;
mod number;
mod ods;
mod ole;
mod package;
mod prose;
mod rows;
mod sheet;
mod unreadable;
mod word;
mod xls;
mod xlsb;
mod xlsx;

pub use document::{Block, NoDocument, document};
pub use encoding::decode;
pub use grid::{Cell, Grid, LARGEST, grids};
pub use legacy::{Legacy, legacy};
pub use rows::{Merge, Rows};
pub use unreadable::{Foreign, Unreadable};
