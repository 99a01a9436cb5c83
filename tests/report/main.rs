//! The periodic report: what it says, in each format, and that every figure in it is one of the JSON's.
#![expect(clippy::disallowed_methods, reason = "the tests read the files that the program writes")]

#[path = "../common/mod.rs"]
mod common;

mod asked;
mod facts;
mod figures;
mod golden;
mod naughty;
mod numbers;
mod office;
mod page;
mod parts;
mod scores;
mod words;
