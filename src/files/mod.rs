//! Finding and reading files: the only room that touches the disk.
#![expect(clippy::disallowed_methods, reason = "this is the room that reads files")]

mod failure;
mod folder;

pub use failure::Failure;
pub use folder::{DataFile, DataFolder, Folder};
