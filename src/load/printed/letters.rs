//! Letters that are written in several ways and mean the same.

use crate::syntax::names::{fold, unmarked};

/// Writes letters of a folded text that look the same as one: Ƣ, which old fonts have for Ư, and the longer dash.
pub(super) fn same_letters(folded: &str) -> String {
    folded.replace('ƣ', "ư").replace('–', "-")
}

/// Returns a text without case or marks, to be compared with words of ours: documents are often typed without marks, or with others.
pub(super) fn plain(text: &str) -> String {
    unmarked(&same_letters(&fold(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_the_same_are_the_same() {
        assert_eq!(plain("NGƢỜI Ðứng – đầu"), "nguoi dung - dau");
        assert_eq!(plain("ngu\u{31b}o\u{31b}\u{300}i"), "nguoi");
    }
}
