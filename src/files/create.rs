//! New files, all or none of them, and never over old ones.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why new files are not there. Whatever had been made of them is gone again.
#[derive(Debug)]
pub enum Uncreated {
    /// Something has the name already.
    Exists(PathBuf),
    /// The system refuses.
    System(PathBuf, io::Error),
}

/// Writes new files into a folder, by their paths within it with `/`; makes the folders that are missing.
///
/// # Errors
/// Fails if one of them is there already, or cannot be made; then none is left behind.
pub fn create(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Uncreated> {
    let paths: Vec<PathBuf> =
        files.iter().map(|(name, _)| name.split('/').fold(folder.to_owned(), |at, part| at.join(part))).collect();
    if folder.symlink_metadata().is_ok() && !folder.is_dir() {
        return Err(Uncreated::Exists(folder.to_owned()));
    }
    if let Some(there) = paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        return Err(Uncreated::Exists(there.clone()));
    }
    let mut made: Vec<PathBuf> = Vec::new();
    for (path, (_, bytes)) in paths.iter().zip(files) {
        let done = path.parent().map_or(Ok(()), |parent| folders(parent, &mut made)).and_then(|()| {
            let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
            made.push(path.clone());
            file.write_all(bytes)?;
            file.sync_all()
        });
        if let Err(error) = done {
            take_back(&made);
            return Err(Uncreated::System(path.clone(), error));
        }
    }
    Ok(())
}

/// Does the same, but leaves files that are there with the same bytes.
///
/// # Errors
/// Fails if one of them is there with other bytes, or cannot be made; then none is left behind.
pub fn create_or_same(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Uncreated> {
    let is_same = |name: &str, bytes: &[u8]| fs::read(folder.join(name)).is_ok_and(|there| there == bytes);
    let new: Vec<(&str, &[u8])> = files.iter().copied().filter(|(name, bytes)| !is_same(name, bytes)).collect();
    create(folder, &new)
}

/// Makes a folder and those above it, and remembers which were not there.
fn folders(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        folders(parent, made)?;
    }
    fs::create_dir(folder)?;
    made.push(folder.to_owned());
    Ok(())
}

/// Removes what was made, the last first. What cannot be removed stays: there is nothing better to do about it.
fn take_back(made: &[PathBuf]) {
    for path in made.iter().rev() {
        let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
    }
}
