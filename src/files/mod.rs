//! Finding, reading and writing files: the only room that touches the disk.
#![expect(clippy::disallowed_methods, reason = "this is the room that reads and writes files")]

mod change;
mod create;
mod failure;
mod folder;
mod lock;
mod outside;
mod write;

pub use change::{Replacing, Unchanged};
pub use create::{Uncreated, create, create_or_same};
pub use failure::Failure;
pub use folder::{DataFile, DataFolder, Folder};
pub use lock::{Lock, Unlocked};
pub use outside::{Unread, read};
pub use write::{Unwritten, real, write};
