//! Places in the user's files.

/// A file that findings can point at; its number in [`super::Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A stretch of one file, with the line it begins on so that an excerpt can be read again without the lines before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// First byte, counted from the beginning of the file.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// First byte of that line.
    pub line_start: u64,
}

/// A value of the plan together with the place it was declared at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}
