//! What goes wrong when such a plan is judged by hand or by a careless program, each case through the program's JSON.

#[path = "../common/mod.rs"]
mod common;

mod bounds;
mod compare;
mod completion;
mod days;
mod files;
mod reach;
mod runs;
mod schedules;
mod sums;
mod units;
mod windows;
mod work;
