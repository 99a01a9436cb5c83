//! A document as a file of Word: `WordprocessingML` in an archive.

mod cells;
mod letter;
mod measure;
mod package;
mod pages;
mod parts;
mod styles;
mod table;
mod text;
mod write;

pub use write::docx;
