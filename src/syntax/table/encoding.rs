//! The letters of a text file, whatever they are encoded in.

use super::grid::Unreadable;

/// Returns the text of a file.
///
/// # Errors
/// Returns why it is no text that can be read.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::Unknown)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(Unreadable::Unknown);
    }
    Ok(text.to_owned())
}
