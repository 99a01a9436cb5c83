//! Changes to files, planned and returned; nothing here writes.

mod canonical;
mod change;
mod freeze;
mod insert;
mod list;
mod new_plan;
mod printed;
mod recipe;
mod recipe_text;
mod register;
mod register_recipe;
mod report;

pub use canonical::{DOSSIERS, Known, canonical_form, canonical_list, deliverable, score, update};
pub use change::{CellEdit, Change, Edited, TextFile, Unreadable};
pub use freeze::{FreezeFiles, freeze, lift};
pub use list::{DELIVERABLES, List, SCORES, UPDATES, add_row, set_row};
pub use new_plan::{NewFile, new_plan};
pub use printed::printed_plan;
pub use recipe::{Origin, recipe};
pub use recipe_text::DOUBT;
pub use register::{Placed, set_dossiers};
pub use register_recipe::register_recipe;
pub use report::{Around, NewReport, set_reports};
