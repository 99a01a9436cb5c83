//! The register of dossiers: each row checked, then counted and let go.

mod count;
mod known;
mod personal;
mod read;
mod row;
mod second;
mod twice;

pub use count::counted;
pub(super) use count::{Register, register};
pub use known::{Known, known};
pub(in crate::load) use personal::holds_telephone;
pub use personal::is_personal;
pub use read::{Shown, dossiers, register_ends};
