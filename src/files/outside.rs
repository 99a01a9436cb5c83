//! Reading a file that somebody named, wherever it lies.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Why a file is not read.
#[derive(Debug)]
pub enum Unread {
    /// It is a folder, a pipe or a device.
    Irregular,
    /// The system refuses.
    System(io::Error),
}

/// Reads a file, but no more than so many bytes and one: whoever gets more knows that it is too large.
///
/// # Errors
/// Fails if it is no regular file, or cannot be read.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>, Unread> {
    if !fs::metadata(path).map_err(Unread::System)?.is_file() {
        return Err(Unread::Irregular);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Unread::System)?;
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(Unread::System)?;
    Ok(bytes)
}
