//! One thin file per command; what they share is the session.

mod args;
mod ask;
mod candidates;
mod changing;
mod check;
mod complete;
mod dialogue;
mod failure;
mod fmt;
mod form;
mod freeze;
mod help;
mod import;
mod importing;
mod init;
mod man;
mod meaning;
mod no_change;
mod no_form;
mod no_table;
mod output;
mod progress;
mod record;
mod record_figure;
mod resolve;
mod run;
mod schema;
mod session;
mod show;
mod status;
mod unreadable;
mod usage;
mod world;

pub use complete::VARIABLE as COMPLETE;
pub use run::run;
pub use world::{Completing, World};
