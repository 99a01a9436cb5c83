//! Files that somebody sent, read so that none of them can take the program along.
//!
//! A file may be made, or broken, in such a way that a library reads on and on, or meets what its author thought impossible and panics.
//! So each is read on a thread of its own: it is waited for so long and no longer, and a panic ends that thread alone. For this the
//! release profile unwinds.

use std::path::Path;
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::failure::Failure;
use super::no_change::NoChange;
use super::unreadable::unreadable;
use crate::files;
use crate::syntax::table::{Grid, LARGEST, grids};
use crate::text::{Lang, Say, say};

/// How long a file is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The name of the thread that reads; no other thread has it.
const NAME: &str = "reading";

/// Room for formulas and elements that are nested deeply.
const STACK: usize = 16 * 1024 * 1024;

/// Reads the sheets of a file, or words why they cannot be read.
///
/// # Errors
/// Fails if the file cannot be opened.
pub(super) fn read_tables(path: &Path, lang: Lang) -> Result<Result<Vec<Grid>, String>, Failure> {
    Ok(read(path, grids)?.map_err(|why| match why {
        Unread::For(why) => unreadable(&why, lang),
        Unread::Slow | Unread::Panicked => why.words(lang),
    }))
}

/// Reads a file on a thread of its own.
///
/// # Errors
/// Fails if the file cannot be opened.
pub(super) fn read<T: Send + 'static, E: Send + 'static>(
    path: &Path,
    parse: fn(&[u8]) -> Result<T, E>,
) -> Result<Result<T, Unread<E>>, Failure> {
    let bytes =
        files::read(path, LARGEST).map_err(|why| Failure::Change(NoChange::Unopened { path: path.to_owned(), why }))?;
    Ok(within(PATIENCE, move || parse(&bytes)))
}

/// Why nothing was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unread<E> {
    For(E),
    Slow,
    Panicked,
}

impl<E> Unread<E> {
    /// Words what has nothing to do with what the file holds; nothing for what has.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::For(_) => String::new(),
            Self::Slow => say(Say::SheetSlow { most: &PATIENCE.as_secs().to_string() }, lang),
            Self::Panicked => say(Say::SheetDefeats, lang),
        }
    }
}

/// Reads on a thread of its own. One that takes too long goes on until the program ends, which nobody waits for.
fn within<T: Send + 'static, E: Send + 'static>(
    patience: Duration,
    read: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Unread<E>> {
    hush();
    let (sender, receiver) = channel();
    let begun = thread::Builder::new().name(NAME.to_owned()).stack_size(STACK).spawn(move || {
        // Whoever no longer waits need not hear of it.
        let _ = sender.send(read());
    });
    if begun.is_err() {
        return Err(Unread::Panicked);
    }
    match receiver.recv_timeout(patience) {
        Ok(read) => read.map_err(Unread::For),
        Err(RecvTimeoutError::Timeout) => Err(Unread::Slow),
        // The thread is gone and has sent nothing.
        Err(RecvTimeoutError::Disconnected) => Err(Unread::Panicked),
    }
}

/// Keeps what a panic says off the screen for the thread that reads, and for no other: the user is told in words what to do. Nor could it
/// be said, for the main thread holds stderr.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(NAME) {
                before(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::table::Unreadable;

    #[test]
    fn neither_panic_nor_patience_ends_the_program() {
        assert_eq!(within::<_, Unreadable>(PATIENCE, || Ok(1)), Ok(1));
        assert_eq!(within::<u8, _>(PATIENCE, || Err(Unreadable::Locked)), Err(Unread::For(Unreadable::Locked)));
        assert_eq!(within::<u8, Unreadable>(PATIENCE, || panic!("a library gives up")), Err(Unread::Panicked));
        let slow = || {
            thread::sleep(Duration::from_secs(2));
            Ok(1)
        };
        assert_eq!(within::<_, Unreadable>(Duration::from_millis(20), slow), Err(Unread::Slow));
    }
}
