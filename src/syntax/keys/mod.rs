//! The one table of the keys of plan.toml: names, types, what is required, meaning in both languages.
//!
//! It drives the checks, the JSON Schema and the reference, so nothing about a key is said elsewhere.

mod criterion;
mod form;
mod indicator;
mod plan;
mod recipe;
mod register;
mod register_recipe;
mod report;
mod root;
mod schema;
mod severity;
mod spec;
mod target;
mod task;
mod unit;

pub use criterion::{CRITERIA, RULES};
pub use recipe::RECIPE;
pub use register_recipe::REGISTER_RECIPE;
pub use root::ROOT;
pub use schema::json_schema;
pub use spec::{Choice, Key, Kind, Need, Preset, TableSpec, Ways};
