//! The bytes of a file through a window that always holds the whole of the current record.

use std::io::{self, ErrorKind};

use crate::diag::ReadSeek;

/// How much is read at once.
const CHUNK: usize = 128 * 1024;

/// How much is read at first: most files are smaller, and a large window takes longer to make than they to read.
const FIRST: usize = 8 * 1024;

/// The longest record that is read; no report comes near it.
pub(super) const LONGEST: usize = 1024 * 1024;

/// A window over a file.
pub(super) struct Input {
    reader: Box<dyn ReadSeek>,
    buffer: Vec<u8>,
    /// Bytes of the buffer that are filled.
    filled: usize,
    /// First byte of the record; what is before may be dropped.
    pub(super) start: usize,
    /// Next byte to be read.
    pub(super) at: usize,
    /// Place in the file of the buffer's first byte.
    base: u64,
    ended: bool,
}

impl Input {
    pub(super) fn new(reader: Box<dyn ReadSeek>) -> Self {
        Self { reader, buffer: vec![0; FIRST], filled: 0, start: 0, at: 0, base: 0, ended: false }
    }

    /// Returns what is in the window and not yet read.
    pub(super) fn rest(&self) -> &[u8] {
        &self.buffer[self.at..self.filled]
    }

    /// Returns the record as far as it is read.
    pub(super) fn record(&self) -> &[u8] {
        &self.buffer[self.start..self.at]
    }

    /// Returns the place in the file of the record's first byte.
    pub(super) fn offset(&self) -> u64 {
        self.base + self.start as u64
    }

    /// Returns how many bytes the record has so far.
    pub(super) fn len(&self) -> usize {
        self.at - self.start
    }

    /// Reads on if the window is used up; false at the end of the file.
    pub(super) fn more(&mut self) -> io::Result<bool> {
        if self.at < self.filled {
            return Ok(true);
        }
        if self.ended {
            return Ok(false);
        }
        self.make_room();
        loop {
            match self.reader.read(&mut self.buffer[self.filled..]) {
                Ok(0) => {
                    self.ended = true;
                    return Ok(false);
                }
                Ok(read) => {
                    self.filled += read;
                    return Ok(true);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Moves the record to the front of the window, and widens the window when the record fills it.
    fn make_room(&mut self) {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.filled, 0);
            self.base += self.start as u64;
            self.filled -= self.start;
            self.at -= self.start;
            self.start = 0;
        }
        if self.buffer.len() < CHUNK && self.base + self.filled as u64 >= FIRST as u64 {
            self.buffer.resize(CHUNK, 0);
        }
        if self.filled == self.buffer.len() {
            self.buffer.resize(self.buffer.len() + CHUNK, 0);
        }
    }
}
