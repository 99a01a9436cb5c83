//! `plan report`: the periodic report as an official document, with its appendices.

mod about;
mod ahead;
mod amounts;
mod appendix;
mod assessment;
mod charts;
mod direction;
mod discipline;
mod figures;
mod heads;
mod letter;
mod levels;
mod lists;
mod page;
mod results;
mod scores;
mod write;

pub use about::{Grouping, Reporting, report_queries};
pub use page::page;
pub use write::report;
