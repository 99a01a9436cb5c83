//! What xlsx, ods and docx are: parts in a zip file, of which none may unpack to more than can be held.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::grid::Unreadable;

/// The most that a file may unpack to, in bytes.
pub(super) const UNPACKED: u64 = 100 * 1024 * 1024;

/// Unpacks one part of a file by its name; none if it has no such part.
///
/// # Errors
/// Fails if the file is no package, is damaged, or the part is larger than may be held.
pub(super) fn part(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    let broken = |error: &dyn std::fmt::Display| Unreadable::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let Some(at) = archive.index_for_name(name) else { return Ok(None) };
    let file = archive.by_index(at).map_err(|error| broken(&error))?;
    let mut held = Vec::new();
    // What a file says of its size is not to be trusted.
    file.take(UNPACKED + 1).read_to_end(&mut held).map_err(|error| broken(&error))?;
    let is_too_large = u64::try_from(held.len()).is_ok_and(|length| length > UNPACKED);
    if is_too_large { Err(Unreadable::Unpacked(UNPACKED)) } else { Ok(Some(held)) }
}
