//! Tables that are no forms of the plan: recipes, what they make of a sheet, and how one is proposed.

mod declared;
mod figure;
mod head;
mod place;
mod propose;
mod taken;

pub use declared::recipe;
pub use place::Untaken;
pub use propose::propose;
pub use taken::{Given, Taken, taken};
