//! Changing the plan's own files: only where they are, only as they were read, whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Folder;
use super::lock::{Lock, Unlocked};
use super::write::{Staged, Unwritten, is_staged, stage};

/// Why a file of the plan is not changed; it is as it was.
#[derive(Debug)]
pub enum Unchanged {
    /// A link stands where the file or one of its folders should: it could lead anywhere.
    Link(PathBuf),
    /// The name leads out of the plan's folder.
    Outside(PathBuf),
    /// Another program changed the file since it was read.
    Changed(PathBuf),
    /// It cannot be written.
    Unwritten(PathBuf, Unwritten),
}

/// A file of the plan that is to be replaced.
#[derive(Clone, Copy, Debug)]
pub struct Replacing<'a> {
    /// Its name within the plan's folder, with `/`.
    pub name: &'a str,
    /// What it held when it was read; none if it was not there.
    pub old: Option<&'a [u8]>,
    /// What it is to hold.
    pub new: &'a [u8],
}

impl Folder {
    /// Takes the lock that every change of the plan's files needs.
    ///
    /// # Errors
    /// Fails if another program holds it too long, or it cannot be had.
    pub fn lock(&self) -> Result<Lock, Unlocked> {
        let lock = Lock::take(self.root())?;
        self.sweep();
        Ok(lock)
    }

    /// Takes away what killed commands left in data/: whoever holds the lock is the only one to write there. What cannot be taken away
    /// does no harm, for nothing reads it.
    fn sweep(&self) {
        let data = self.root().join("data");
        let is_own_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|data| data.is_dir());
        let inside = |folder: &Path| {
            let list = fs::read_dir(folder).into_iter().flatten().flatten();
            list.map(|entry| entry.path()).collect::<Vec<_>>()
        };
        let folders = inside(&data).into_iter().chain([data]).filter(|path| is_own_folder(path));
        for file in folders.flat_map(|folder| inside(&folder)).filter(|path| is_staged(path)) {
            let _ = fs::remove_file(file);
        }
    }

    /// Reads a file by its name within the plan's folder; none if it does not exist.
    ///
    /// # Errors
    /// Fails if the name leads elsewhere, or the file cannot be read.
    pub fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, Unchanged> {
        let path = self.own(name)?;
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Unchanged::Unwritten(path, Unwritten::System(error))),
        }
    }

    /// Replaces files by their names within the plan's folder, each in one step, if all still are as they were read. A folder that
    /// is missing is made.
    ///
    /// # Errors
    /// Fails if a name leads elsewhere, a file has changed, or one cannot be written; then all are as they were. Only if the system
    /// refuses to put a file in its place after all, those before it have been replaced, each whole.
    pub fn replace(&self, files: &[Replacing<'_>]) -> Result<(), Unchanged> {
        // The last file is on the disk before the first is put in its place.
        let staged = files.iter().map(|own| self.staged(own)).collect::<Result<Vec<_>, _>>()?;
        for (path, staged) in staged {
            staged.put().map_err(|why| Unchanged::Unwritten(path, why))?;
        }
        Ok(())
    }

    fn staged(&self, Replacing { name, old, new }: &Replacing<'_>) -> Result<(PathBuf, Staged), Unchanged> {
        let path = self.own(name)?;
        if self.bytes(name)?.as_deref() != *old {
            return Err(Unchanged::Changed(path));
        }
        let failed = |why| Unchanged::Unwritten(path.clone(), why);
        if let Some(folder) = path.parent().filter(|folder| !folder.exists() && self.root().is_dir()) {
            fs::create_dir_all(folder).map_err(|error| failed(Unwritten::System(error)))?;
        }
        let staged = stage(&path, new).map_err(failed)?;
        Ok((path, staged))
    }

    /// Returns where a file of the plan stands.
    fn own(&self, name: &str) -> Result<PathBuf, Unchanged> {
        let mut path = self.root().to_owned();
        for part in name.split('/') {
            // What names a place elsewhere, on any system.
            if part.is_empty() || part == "." || part == ".." || part.contains(['\\', ':']) {
                return Err(Unchanged::Outside(path.join(name)));
            }
            path.push(part);
            if is_link(&path) {
                return Err(Unchanged::Link(path));
            }
        }
        Ok(path)
    }
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.file_type().is_symlink())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> (tempfile::TempDir, Folder) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("plan.toml"), "").unwrap();
        let found = Folder::find(folder.path()).unwrap();
        (folder, found)
    }

    fn replace(plan: &Folder, name: &str, old: Option<&[u8]>, new: &[u8]) -> Result<(), Unchanged> {
        plan.replace(&[Replacing { name, old, new }])
    }

    #[test]
    fn a_file_is_replaced_only_as_it_was_read() {
        let (_keep, plan) = plan();
        replace(&plan, "data/f.csv", None, b"a").unwrap();
        assert_eq!(plan.bytes("data/f.csv").unwrap().as_deref(), Some(&b"a"[..]));
        replace(&plan, "data/f.csv", Some(b"a"), b"b").unwrap();
        assert!(matches!(replace(&plan, "data/f.csv", Some(b"a"), b"c"), Err(Unchanged::Changed(_))));
        assert!(matches!(replace(&plan, "data/f.csv", None, b"c"), Err(Unchanged::Changed(_))));
        assert_eq!(plan.bytes("data/f.csv").unwrap().as_deref(), Some(&b"b"[..]));
    }

    #[test]
    fn what_killed_commands_left_is_taken_away() {
        let (_keep, plan) = plan();
        let data = plan.root().join("data");
        fs::create_dir_all(data.join("f")).unwrap();
        let names = [".plan-abc.new", "f/.plan-xyz.new", "f.csv", "f/a.csv", ".plan-notes", "plan.new"];
        for name in names {
            fs::write(data.join(name), "x").unwrap();
        }
        fs::write(plan.root().join(".plan-abc.new"), "not in data").unwrap();
        drop(plan.lock().unwrap());
        let left: Vec<&str> = names.into_iter().filter(|name| data.join(name).exists()).collect();
        assert_eq!(left, names[2..]);
        assert!(plan.root().join(".plan-abc.new").exists(), "it may be what somebody else is writing just now");
    }

    #[test]
    fn no_file_is_replaced_if_another_cannot_be() {
        let (_keep, plan) = plan();
        replace(&plan, "data/f.csv", None, b"a").unwrap();
        let other = |name| Replacing { name, old: None, new: b"x" };
        let first = Replacing { name: "data/f.csv", old: Some(b"a"), new: b"b" };
        for name in ["data/f.csv", "plan.toml/g.csv", "../g.csv"] {
            plan.replace(&[first, other("data/new.csv"), other(name)]).unwrap_err();
            assert_eq!(plan.bytes("data/f.csv").unwrap().as_deref(), Some(&b"a"[..]), "{name}");
            assert_eq!(fs::read_dir(plan.root().join("data")).unwrap().count(), 1, "{name}");
        }
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let (_keep, plan) = plan();
        for name in ["../x.csv", "data/../../x.csv", "/etc/passwd", "data//x.csv", "", "C:\\x", "data/./x"] {
            assert!(matches!(replace(&plan, name, None, b"x"), Err(Unchanged::Outside(_))), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_refused_wherever_they_stand() {
        let (folder, plan) = plan();
        let other = tempfile::tempdir().unwrap();
        fs::write(other.path().join("f.csv"), "theirs").unwrap();
        std::os::unix::fs::symlink(other.path(), folder.path().join("data")).unwrap();
        assert!(matches!(replace(&plan, "data/f.csv", Some(b"theirs"), b"x"), Err(Unchanged::Link(_))));
        fs::remove_file(folder.path().join("data")).unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        std::os::unix::fs::symlink(other.path().join("f.csv"), folder.path().join("data/f.csv")).unwrap();
        assert!(matches!(plan.bytes("data/f.csv"), Err(Unchanged::Link(_))));
        assert_eq!(fs::read(other.path().join("f.csv")).unwrap(), b"theirs");
    }
}
