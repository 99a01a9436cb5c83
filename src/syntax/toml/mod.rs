//! plan.toml as a tree of values, each with the place it stands at.

mod commented;
mod fault;
mod getters;
mod lines;
mod node;
mod parse;
mod repair;
mod written;

pub use commented::point_at_comments;
pub use node::{Entry, Node, TableNode, Value};
pub use parse::parse;
pub use written::{toml_comment, toml_text};
