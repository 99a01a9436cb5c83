//! Text to values with places: plan.toml and data/*.csv. Alone knows the libraries that parse them.
//!
//! What a value means for the plan is decided in `load/`; nothing here stops at the first mistake.

pub mod cell;
pub mod check;
pub mod csv;
pub mod fingerprint;
pub mod keys;
pub mod loose;
pub mod names;
pub mod patch;
pub mod table;
pub mod toml;

pub use check::check;
pub use toml::{Entry, Node, TableNode, Value, parse, point_at_comments, toml_comment, toml_text};
