//! A plan as a document prints it: which table it is, and what its words mean. What is not sure is marked, never guessed.

mod appendix;
mod bounds;
mod deliverables;
mod heads;
mod letterhead;
mod letters;
mod names;
mod numbers;
mod plan;
mod rows;
mod when;

pub use heads::PRINTED_HEADS;
pub use plan::{NoTasks, printed_plan};
