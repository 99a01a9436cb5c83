//! `plan show`: everything about one thing, and why it is what it is.

mod counted;
mod criterion;
mod describe;
mod form;
mod history;
mod index;
mod indicator;
mod list;
mod period;
mod subject;
mod task;
mod unit;

pub(super) use history::key_of;
pub use period::indicators_of;
pub use subject::{Showing, Subject, show};
pub(super) use task::update_kind;
