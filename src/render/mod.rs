//! A document to bytes, one file a format. No sums, no dates, no sorting here.

mod cards;
pub mod diagnostics;
mod json;
mod layout;
mod terminal;

pub use json::json;
pub use terminal::{Screen, harmless, terminal};
