//! The state machine that splits bytes into cells. Making its tables takes longer than reading a small file, so that one is
//! handed from file to file. (A clone of it would lack part of its tables.)

use std::cell::Cell;

use csv_core::Reader;

thread_local! {
    static SPARE: Cell<Option<Box<Reader>>> = const { Cell::new(None) };
}

/// A reader on loan: it goes back when the file is done.
pub(super) struct Core {
    reader: Option<Box<Reader>>,
}

impl Core {
    /// Takes the reader that the last file left, or makes one.
    pub(super) fn borrow() -> Self {
        let mut core = Self { reader: SPARE.take() };
        core.reader().reset();
        core
    }

    pub(super) fn reader(&mut self) -> &mut Reader {
        self.reader.get_or_insert_with(|| Box::new(Reader::new()))
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        SPARE.set(self.reader.take());
    }
}
