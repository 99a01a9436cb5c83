//! One writer at a time: whoever changes a plan's files holds a lock meanwhile.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// The file that is locked; hidden, never deleted, and empty.
const NAME: &str = ".plan.lock";

/// How long another writer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to sleep before trying again.
const PAUSE: Duration = Duration::from_millis(20);

/// A lock that is held until this goes away, also when the program is killed.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Why there is no lock.
#[derive(Debug)]
pub enum Unlocked {
    /// Another program has held it all the while.
    Busy(PathBuf),
    /// The file cannot be made or locked.
    System(PathBuf, io::Error),
}

impl Lock {
    /// Takes the lock of a plan's folder, waiting for whoever holds it.
    ///
    /// # Errors
    /// Fails if it is held too long, or cannot be had at all.
    pub(super) fn take(folder: &Path) -> Result<Self, Unlocked> {
        let path = folder.join(NAME);
        let failed = |error| Unlocked::System(path.clone(), error);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(Unlocked::Busy(path)),
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path()).unwrap();
        let path = folder.path().to_owned();
        let second = thread::spawn(move || Lock::take(&path).map(|_| Instant::now()));
        thread::sleep(Duration::from_millis(100));
        let freed = Instant::now();
        drop(first);
        assert!(second.join().unwrap().unwrap() >= freed);
        assert!(folder.path().join(NAME).is_file(), "the file stays, or two could lock two files of one name");
    }

    #[test]
    fn a_folder_that_is_gone_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone");
        assert!(matches!(Lock::take(&path), Err(Unlocked::System(_, _))));
    }
}
