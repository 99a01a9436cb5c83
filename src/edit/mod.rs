//! Changes to files, planned and returned; nothing here writes.

mod new_plan;

pub use new_plan::{NewFile, new_plan};
