//! Why the program cannot go on.

use std::io;
use std::path::PathBuf;

/// A failure to find or read what was asked for; the exit code is 2.
#[derive(Debug)]
pub enum Failure {
    /// No plan.toml in the folder or above it.
    NoPlan {
        /// Where the search began.
        from: PathBuf,
    },
    /// The folder to look in does not exist, or is none.
    NoFolder {
        /// Which.
        path: PathBuf,
    },
    /// A data file that is no file, such as a pipe or a device.
    Irregular {
        /// Which.
        path: PathBuf,
    },
    /// A file or folder cannot be read.
    Read {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}
