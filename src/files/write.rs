//! Writing a file whole: whoever reads it finds the old one or the new one, never a part.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file is not written. The old one, if there was one, is as it was.
#[derive(Debug)]
pub enum Unwritten {
    /// The folder it would stand in does not exist.
    NoFolder,
    /// A folder has its name.
    IsFolder,
    /// It is no regular file, such as a pipe or a device; writing would put a file in its place.
    Irregular,
    /// It is a link to something that does not exist.
    DanglingLink,
    /// It is marked as not to be written to.
    ReadOnly,
    /// The system refuses.
    System(io::Error),
}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Writes a file in one step: into a new file in the same folder, made safe on disk, then renamed over the old one, whose mode and
/// group are kept.
///
/// A symbolic link stays, and the file that it leads to is replaced: so a link such as `latest.csv` goes on leading where it did.
/// A file under several names (hard links) is replaced under this name alone.
///
/// # Errors
/// Fails if the file cannot be written; then nothing has changed.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
    stage(path, bytes)?.put()
}

/// How the name of a new file begins and ends until it is put in its place.
const STAGED: (&str, &str) = (".plan-", ".new");

/// Tells whether a file is a new one that was not put in its place.
pub(super) fn is_staged(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.strip_prefix(STAGED.0).is_some_and(|rest| rest.ends_with(STAGED.1)))
}

/// A new file, safe on disk beside the one it is to replace. It goes away unless it is put in its place.
#[derive(Debug)]
pub(super) struct Staged {
    file: tempfile::NamedTempFile,
    target: PathBuf,
}

/// Makes a new file ready to take the place of another one, so that all that can fail has been tried.
///
/// # Errors
/// Fails if the file could not be written; then nothing has changed.
pub(super) fn stage(path: &Path, bytes: &[u8]) -> Result<Staged, Unwritten> {
    let target = real(path)?;
    let old = old(&target)?;
    let folder = target.parent().ok_or(Unwritten::IsFolder)?;
    let mut file = new_file(folder)?;
    file.write_all(bytes)?;
    if let Some(old) = &old {
        keep(file.as_file(), old)?;
    }
    file.as_file().sync_all()?;
    Ok(Staged { file, target })
}

impl Staged {
    /// Puts the file in its place.
    ///
    /// # Errors
    /// Fails if the system refuses; then the old one is as it was.
    pub(super) fn put(self) -> Result<(), Unwritten> {
        self.file.persist(&self.target).map_err(|error| error.error)?;
        // The file is there whole. Where a folder cannot be made safe on disk, the system does it in its own time.
        let _ = self.target.parent().map(|folder| File::open(folder).and_then(|folder| folder.sync_all()));
        Ok(())
    }
}

/// Returns where a path leads: every link followed, the last name kept if nothing has it yet.
///
/// # Errors
/// Fails if the folder does not exist, or a link leads nowhere.
pub fn real(path: &Path) -> Result<PathBuf, Unwritten> {
    // `x.csv/` asks for a folder.
    if path.as_os_str().to_string_lossy().ends_with(std::path::is_separator) {
        return Err(Unwritten::IsFolder);
    }
    match fs::canonicalize(path) {
        Ok(path) => return Ok(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    if fs::symlink_metadata(path).is_ok() {
        return Err(Unwritten::DanglingLink);
    }
    let path = std::path::absolute(path)?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Err(Unwritten::IsFolder) };
    match fs::canonicalize(folder) {
        Ok(folder) => Ok(folder.join(name)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Unwritten::NoFolder),
        Err(error) => Err(error.into()),
    }
}

/// Returns what is known of the file to be replaced; none if there is none.
fn old(target: &Path) -> Result<Option<Metadata>, Unwritten> {
    let old = match fs::metadata(target) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    match () {
        () if old.is_dir() => Err(Unwritten::IsFolder),
        () if !old.is_file() => Err(Unwritten::Irregular),
        // A rename would not ask; whoever marked the file would not expect it.
        () if old.permissions().readonly() => Err(Unwritten::ReadOnly),
        () => {
            // Nor would it ask whose the file is: only who may write to it may replace it.
            File::options().append(true).open(target)?;
            Ok(Some(old))
        }
    }
}

/// Makes a file in a folder, hidden, so that it is no data even in a folder of data. It goes away unless it is renamed.
fn new_file(folder: &Path) -> Result<tempfile::NamedTempFile, Unwritten> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED.0).suffix(STAGED.1);
    // As any program's new file: what the user's mask leaves of reading and writing for all.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    Ok(builder.tempfile_in(folder)?)
}

/// Gives the new file the owner, group and mode of the old one.
#[cfg(unix)]
fn keep(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    // Only an administrator may give a file away, and only a member may give it to a group; else it is the writer's.
    let _ = fchown(file, Some(old.uid()), Some(old.gid())).or_else(|_| fchown(file, None, Some(old.gid())));
    file.set_permissions(old.permissions())
}

/// Gives the new file the mode of the old one.
#[cfg(not(unix))]
fn keep(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_or_replaced_and_nothing_else_is_left() {
        let folder = folder();
        let path = folder.path().join("Báo cáo.csv");
        for text in ["dài hơn nhiều", "ngắn", ""] {
            write(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            assert_eq!(names(folder.path()), ["Báo cáo.csv"]);
        }
    }

    #[test]
    fn what_is_no_file_stays() {
        let folder = folder();
        fs::create_dir(folder.path().join("inner")).unwrap();
        assert!(matches!(write(&folder.path().join("inner"), b"x"), Err(Unwritten::IsFolder)));
        assert!(matches!(write(&folder.path().join("none/x.csv"), b"x"), Err(Unwritten::NoFolder)));
        assert!(matches!(write(Path::new("/"), b"x"), Err(Unwritten::IsFolder)));
        assert_eq!(names(folder.path()), ["inner"]);
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_links_that_lead_nowhere_are_refused() {
        assert!(matches!(write(Path::new("/dev/null"), b"x"), Err(Unwritten::Irregular)));
        let folder = folder();
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(folder.path().join("gone.csv"), &link).unwrap();
        assert!(matches!(write(&link, b"x"), Err(Unwritten::DanglingLink)));
        assert_eq!(names(folder.path()), ["link.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_its_file_is_replaced() {
        let folder = folder();
        let (file, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink("real.csv", &link).unwrap();
        write(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn the_mode_is_kept_and_a_marked_file_too() {
        use std::os::unix::fs::PermissionsExt;

        let folder = folder();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").unwrap();
        for mode in [0o640, 0o604, 0o777] {
            fs::set_permissions(&path, PermissionsExt::from_mode(mode)).unwrap();
            write(&path, b"new").unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
        }
        fs::set_permissions(&path, PermissionsExt::from_mode(0o444)).unwrap();
        assert!(matches!(write(&path, b"newer"), Err(Unwritten::ReadOnly)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }
}
