//! One thin file per command; what they share is the session.

mod args;
mod candidates;
mod check;
mod complete;
mod failure;
mod form;
mod help;
mod init;
mod man;
mod no_form;
mod output;
mod run;
mod schema;
mod session;
mod show;
mod status;
mod usage;
mod world;

pub use complete::VARIABLE as COMPLETE;
pub use run::run;
pub use world::{Completing, World};
