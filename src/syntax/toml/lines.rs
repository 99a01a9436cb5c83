//! From byte offsets to lines.

use crate::diag::{Place, SourceId};

/// Where each line of a text begins.
pub(super) struct Lines {
    source: SourceId,
    starts: Vec<usize>,
    end: usize,
}

impl Lines {
    /// Finds the lines of a text. A byte order mark belongs to no line.
    pub(super) fn new(source: SourceId, text: &str) -> Self {
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut starts = vec![first];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Self { source, starts, end: text.len() }
    }

    /// Returns the number of the line, from 0, that a byte is on.
    pub(super) fn index(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// Returns the bytes of a line, with its end.
    pub(super) fn range(&self, index: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(self.end);
        start..self.starts.get(index + 1).copied().unwrap_or(self.end)
    }

    /// Returns the place of a stretch of bytes.
    pub(super) fn place(&self, span: std::ops::Range<usize>) -> Place {
        let index = self.index(span.start);
        let line_start = self.range(index).start.min(self.end);
        let start = span.start.max(line_start);
        Place {
            source: self.source,
            start: start as u64,
            end: span.end.max(start) as u64,
            line: u32::try_from(index + 1).unwrap_or(u32::MAX),
            line_start: line_start as u64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_after_line_feeds() {
        let lines = Lines::new(SourceId(3), "\u{feff}a = 1\r\nb = 2\n");
        let b = lines.place(10..11);
        assert_eq!((b.line, b.line_start, b.start, b.end), (2, 10, 10, 11));
        let a = lines.place(3..4);
        assert_eq!((a.line, a.line_start), (1, 3));
        assert_eq!(lines.place(0..0).start, 3);
        assert_eq!(lines.place(16..16).line, 3);
    }
}
