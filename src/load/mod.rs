//! Syntax to model: every problem is reported, none stops the reading.

mod bounds;
mod counted;
mod criteria;
mod detail;
mod dossiers;
mod figure;
mod figures;
mod filled;
mod forms;
mod frozen;
mod head;
mod names;
mod on_the_way;
mod overlay;
mod plan;
mod printed;
mod recipe;
mod records;
mod report;
mod row;
mod rules;
mod scores;
mod second_look;
mod sense;
mod severity;
mod tasks;
mod units;
mod unused;
mod watch;
mod whole;
mod within_row;

pub use detail::details;
pub use dossiers::{Known, Shown, counted, dossiers, is_personal, known, register_ends};
pub use figure::figure;
pub use filled::{Entered, Filled, MARK, NotFilled, Refusal, filled, is_form};
pub use frozen::{frozen_row, seal_of};
pub use plan::{Loaded, language};
pub use printed::{NoTasks, PRINTED_HEADS, printed_plan};
pub use recipe::{
    Given, GivenRegister, Taken, TakenDossier, TakenRegister, Untaken, Wanted, is_of_register, propose,
    propose_register, recipe, register_recipe, taken, taken_register,
};
pub use unused::unused;
pub use whole::{Context, DataSet, figures, plan, texts};
