//! Sentences folded for a terminal, which by itself would break them within a word.

use textwrap::{Options, WordSplitter};

/// Under so many columns a sentence is left as it is: hardly a word would fit.
const LEAST: usize = 20;

/// Breaks each line of a text at its spaces so that none is wider than so many columns. What a line begins with, spaces or the number of
/// a list, is left free below. Without columns, as in a pipe, the text stays whole.
pub fn fold(text: &str, columns: Option<usize>) -> String {
    let Some(columns) = columns.filter(|columns| *columns >= LEAST) else { return text.to_owned() };
    let lines = text.split('\n').map(|line| {
        let indent = " ".repeat(begin(line));
        let options = Options::new(columns).subsequent_indent(&indent).word_splitter(WordSplitter::NoHyphenation);
        textwrap::fill(line, options)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns how many columns the beginning of a line takes: spaces, then `1. ` if it is one of a list.
fn begin(line: &str) -> usize {
    let rest = line.trim_start_matches(' ');
    let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_numbered = number > 0 && rest[number..].starts_with(". ");
    line.len() - rest.len() + if is_numbered { number + 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_lists_keep_their_edge() {
        let text = "Việc tiếp theo:\n  1. Mở tệp plan.toml rồi sửa\n\nXong.";
        assert_eq!(fold(text, Some(20)), "Việc tiếp theo:\n  1. Mở tệp\n     plan.toml rồi\n     sửa\n\nXong.");
        assert_eq!(fold(text, None), text);
        assert_eq!(fold(text, Some(7)), text);
    }
}
