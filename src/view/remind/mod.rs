//! `plan remind`: an official letter to each unit that owes something.

mod debts;
mod letter;
mod parts;

pub use debts::{Debts, Reminding, debts};
pub use letter::{letter, nothing_owed, summary};
