//! One thin file per command; what they share is the session.

mod args;
mod check;
mod failure;
mod help;
mod output;
mod run;
mod schema;
mod session;
mod show;
mod status;
mod usage;
mod world;

pub use run::run;
pub use world::World;
