//! Lines of a recipe that is proposed: what is certain, and in comments what is not.

use crate::syntax::toml_comment;
use crate::text::{Advice, Lang, advice};

/// What stands before something that is not certain.
pub const DOUBT: &str = "(?) ";

/// The text so far.
pub(super) struct RecipeText {
    pub(super) lang: Lang,
    /// Whether what is only likely is taken for certain.
    pub(super) takes_likely: bool,
    pub(super) text: String,
}

impl RecipeText {
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(super) fn comment(&mut self, said: Advice<'_>) {
        let said = advice(said, self.lang);
        self.line(&format!("# {}", toml_comment(&said)));
    }

    /// Writes the comment of something that is only likely.
    pub(super) fn doubt(&mut self, said: Advice<'_>) {
        let said = advice(said, self.lang);
        let said = if self.takes_likely { said.trim_start_matches(DOUBT) } else { &said };
        self.line(&format!("# {}", toml_comment(said)));
    }

    /// Writes a table, as a comment if it is not certain.
    pub(super) fn table(&mut self, header: &str, entries: &[(&str, String)], is_certain: bool) {
        let mark = if is_certain { "" } else { "# " };
        self.line(&format!("{mark}{header}"));
        for (key, value) in entries {
            self.line(&format!("{mark}{key} = {value}"));
        }
        self.line("");
    }
}
