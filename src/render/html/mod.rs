//! A page that is one file: nothing is fetched, a strict policy says so, and all is there to be read without the script.

mod write;

pub use write::html;
