//! Syntax to model: every problem is reported, none stops the reading.

mod detail;
mod figures;
mod forms;
mod head;
mod names;
mod plan;
mod records;
mod row;
mod second_look;
mod tasks;
mod units;
mod watch;
mod whole;

pub use detail::details;
pub use plan::{Loaded, language};
pub use whole::{Context, DataSet, figures, plan};
