//! A change of a file as a unified diff, which people who keep their plan in git know how to read.

use similar::TextDiff;

use super::terminal::harmless;

/// Lines of a file around those that change.
const AROUND: usize = 1;

/// Writes the change of a file by its name, the old text first; empty if nothing changes.
pub fn diff(name: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    let text = unified.context_radius(AROUND).header(name, name).missing_newline_hint(false).to_string();
    text.lines().map(|line| harmless(line) + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_go_and_come_are_marked() {
        let said = diff("data/f.csv", "k,v\n1,a\n2,b\n3,c\n4,d\n", "k,v\n1,a\n2,x\u{1b}\n3,c\n4,d\n");
        assert_eq!(said, "--- data/f.csv\n+++ data/f.csv\n@@ -2,3 +2,3 @@\n 1,a\n-2,b\n+2,x\u{fffd}\n 3,c\n");
        assert_eq!(diff("f", "a\n", "a\n"), "");
    }
}
