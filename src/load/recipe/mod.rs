//! Tables that are no forms of the plan: recipes, what they make of a sheet, and how one is proposed.

mod above;
mod alike;
mod called;
mod cells;
mod columns;
mod declared;
mod dossiers;
mod figure;
mod guess;
mod head;
mod header;
mod place;
mod propose;
mod propose_register;
mod register;
mod register_heads;
mod rows;
mod says;
mod signs;
mod taken;
mod whose;

pub use declared::recipe;
pub use dossiers::{GivenRegister, TakenDossier, TakenRegister, taken_register};
pub use place::Untaken;
pub use propose::{Wanted, propose};
pub use propose_register::propose_register;
pub use register::{is_of_register, register_recipe};
pub use taken::{Given, Taken, taken};
