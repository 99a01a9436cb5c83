//! A document as a workbook: a cover, then a sheet for each table that has a name for one, and behind it a sheet of its charts.
//!
//! Each sheet says by itself of which day its figures are and whether they are made up; below its head nothing is merged, so that
//! rows can be sorted and filtered.

mod book;
mod cells;
mod chart_sheet;
mod charts;
mod columns;
mod cover;
mod looks;
mod measure;
mod names;
mod page;
mod parts;
mod plotted;
mod table_sheet;
mod widths;

pub use book::workbook;
