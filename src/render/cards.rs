//! Rows as cards, for screens too narrow for a table: one value a line, never a broken table.

use super::terminal::{Screen, wrapped};
use crate::view::{Line, Outline, Shown, Tone};

/// Draws each row as a card: its first value as the head, every other one under it with its title.
pub(super) fn rows(out: &mut String, titles: &[&str], rows: &[Vec<&Shown>], screen: Screen) {
    for row in rows {
        let Some((head, rest)) = row.split_first() else { continue };
        wrapped(out, "", "  ", &Shown::toned(head.text.clone(), Tone::Strong), screen);
        for (title, shown) in titles.iter().skip(1).zip(rest) {
            value(out, "  ", title, shown, screen);
        }
    }
}

/// Draws each line of an outline as a card, those under another one indented.
pub(super) fn outline(out: &mut String, outline: &Outline, screen: Screen) {
    for (at, line) in outline.lines.iter().enumerate() {
        if line.level == 0 && at > 0 {
            out.push('\n');
        }
        card(out, outline, line, screen);
    }
    out.push('\n');
}

fn card(out: &mut String, outline: &Outline, line: &Line, screen: Screen) {
    let indent = "  ".repeat(usize::from(line.level));
    let later = format!("{indent}  ");
    let [number, subject, rest @ ..] = line.cells.as_slice() else { return };
    let head = Shown::toned(
        format!("{}{} {}", number.text, if line.level == 0 { "." } else { "" }, subject.text),
        subject.tone,
    );
    wrapped(out, &indent, &later, &head, screen);
    for (head, shown) in outline.heads.iter().skip(2).zip(rest) {
        value(out, &later, &head.title, shown, screen);
    }
}

fn value(out: &mut String, indent: &str, title: &str, shown: &Shown, screen: Screen) {
    if shown.text.is_empty() {
        return;
    }
    let text = Shown::toned(format!("{title}: {}", shown.text), shown.tone);
    wrapped(out, indent, &format!("{indent}  "), &text, screen);
}
