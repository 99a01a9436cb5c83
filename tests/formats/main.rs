//! csv, Markdown and files: what is written, what stays text, what is never overwritten.
#![expect(clippy::disallowed_methods, reason = "the tests read and make the files that the program writes beside")]

#[path = "../common/mod.rs"]
mod common;

mod csv;
mod golden;
mod markdown;
mod output;
mod table;
