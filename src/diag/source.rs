//! The files that were read, and how to read them again.

use std::fmt;
use std::io::{self, Read, Seek};
use std::sync::Arc;

use super::{Place, SourceId};

/// Bytes that can be read from any place.
pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// A file that can be read again, so that rows need not be kept in memory.
pub trait Open: Send + Sync {
    /// Opens the file at its beginning.
    ///
    /// # Errors
    /// Whatever the system says when the file can no longer be opened.
    fn open(&self) -> io::Result<Box<dyn ReadSeek>>;
}

/// One file.
#[derive(Clone)]
pub struct Source {
    /// Path as shown: relative to the plan's folder, with `/`.
    pub name: String,
    /// How to read it.
    pub open: Arc<dyn Open>,
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.name).finish()
    }
}

/// Every file read, in the order in which findings are shown.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    list: Vec<Source>,
}

impl Sources {
    /// Adds a file and returns its number.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(source);
        id
    }

    /// Returns the file with this number.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.list.get(id.0 as usize)
    }

    /// Returns the name of a file, empty for a number that was never given out.
    pub fn name(&self, id: SourceId) -> &str {
        self.get(id).map_or("", |s| s.name.as_str())
    }

    /// Returns `file:line` of a place.
    pub fn line_of(&self, place: Place) -> String {
        format!("{}:{}", self.name(place.source), place.line)
    }
}

/// Bytes in memory as a file, for plan.toml and for tests.
impl Open for Vec<u8> {
    fn open(&self) -> io::Result<Box<dyn ReadSeek>> {
        Ok(Box::new(io::Cursor::new(self.clone())))
    }
}
