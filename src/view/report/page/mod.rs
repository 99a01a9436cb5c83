//! `plan report -o FILE.html`: the same judgement as a page for a telephone, a desk and a printer.

mod axis;
mod bullet;
mod course;
mod decide;
mod scores;
mod tasks;
mod write;

pub use write::page;
