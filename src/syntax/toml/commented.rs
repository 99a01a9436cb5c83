//! Keys that a table lacks and that stand in it as a comment: a plan or recipe made from a file has those that it is not sure of.

use super::lines::Lines;
use crate::diag::{Diagnostic, SourceId};
use crate::text::Finding;

/// Moves what is said of a missing key to the comment it stands in.
pub fn point_at_comments(source: SourceId, text: &str, found: &mut [Diagnostic]) {
    let is_missing = |own: &Diagnostic| matches!(own.finding, Finding::MissingKey { .. });
    if !found.iter().any(is_missing) {
        return;
    }
    let lines = Lines::new(source, text);
    for own in found {
        let Finding::MissingKey { key, is_comment, .. } = &mut own.finding else { continue };
        let Some(place) = &mut own.place else { continue };
        // Keys stand behind the line of a header, and from the first line on in the root; an inline table has no lines of its own.
        let at = usize::try_from(place.start).unwrap_or_default();
        let first = match text.get(at..) {
            Some(rest) if rest.starts_with('[') => place.line as usize,
            Some(_) if place.line == 1 && place.start == place.line_start => 0,
            Some(_) | None => continue,
        };
        if let Some(span) = find(text, &lines, first, key) {
            (*place, *is_comment) = (lines.place(span), true);
        }
    }
}

/// Finds a key in the comments of a table whose lines begin with this one, from 0.
fn find(text: &str, lines: &Lines, first: usize, key: &str) -> Option<std::ops::Range<usize>> {
    for at in first.. {
        let range = lines.range(at);
        let line = text.get(range.clone()).filter(|line| !line.is_empty())?;
        let said = line.trim_start().trim_start_matches('#').trim_start();
        // Another table begins, be it a comment.
        if said.starts_with('[') {
            return None;
        }
        let start = range.start + line.len() - said.len();
        let is_key = said.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        if is_key && line.trim_start().starts_with('#') {
            return Some(start..start + key.len());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_of_another_table_is_not_meant() {
        let text = "a = 1\n#  b = 2\n# bc = 3\n# [[x]]\n# c = 4\n[y]\n# d = 5\n";
        let lines = Lines::new(SourceId(0), text);
        let at = |first, key| find(text, &lines, first, key).map(|span| &text[span.start..]);
        assert_eq!(at(0, "b").map(|rest| rest.starts_with("b = 2")), Some(true));
        assert_eq!((at(0, "a"), at(0, "c"), at(0, "d"), at(6, "e")), (None, None, None, None));
        assert_eq!(at(6, "d"), Some("d = 5\n"));
    }
}
