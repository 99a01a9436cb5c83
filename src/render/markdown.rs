//! A document as GitHub-flavoured Markdown: what comes from the plan and its data stays text, whatever it looks like.

use super::terminal::harmless;
use crate::view::{Align, Appendix, Block, Document, Facts, Letterhead, Outline, Shown, Signature, Table, Tone};

/// Writes a document, every row of its tables too.
pub fn markdown(document: &Document) -> String {
    let mut page = Page { text: String::new(), has_heading: false, under: 1, in_list: false };
    for block in &document.blocks {
        match block {
            Block::Heading(text) => page.heading(text),
            Block::Section(level, text) => page.section(usize::from(*level) + 1, text),
            Block::Para(shown) | Block::Note(shown) => page.paragraph(shown),
            Block::Item(shown) => page.item(shown),
            Block::Facts(list) => page.facts(list),
            Block::Table(table) => page.table(table),
            Block::Outline(outline) => page.outline(outline),
            Block::Letterhead(head) => page.letterhead(head),
            Block::Signature(foot) => page.signature(foot),
            Block::Appendix(own) => page.appendix(own),
            // What it draws stands in a table.
            Block::Chart(_) => {}
        }
    }
    page.text
}

struct Page {
    text: String,
    has_heading: bool,
    /// The level of the section that tables stand under.
    under: usize,
    /// Whether the last line is an item.
    in_list: bool,
}

impl Page {
    /// Writes a block, with an empty line between it and the one before.
    fn block(&mut self, lines: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(lines);
        self.text.push('\n');
        self.in_list = false;
    }

    fn heading(&mut self, text: &str) {
        self.title(if self.has_heading { 2 } else { 1 }, text);
    }

    fn section(&mut self, level: usize, text: &str) {
        self.under = level;
        self.title(level, text);
    }

    fn title(&mut self, level: usize, text: &str) {
        self.has_heading = true;
        // There are no more than six levels.
        self.block(&format!("{} {}", "#".repeat(level.min(6)), escaped(text)));
    }

    /// Writes an item, right under the one before.
    fn item(&mut self, shown: &Shown) {
        let line = format!("- {}", at_line_start(&inline(shown)));
        if self.in_list {
            self.text.push_str(&line);
            self.text.push('\n');
        } else {
            self.block(&line);
        }
        self.in_list = true;
    }

    /// Writes the two columns of an official document's head, then its title.
    fn letterhead(&mut self, head: &Letterhead) {
        let strong = |text: &str| Shown::toned(text, Tone::Strong);
        let plain = |text: &str| Shown::plain(text);
        let rows = [[strong(&head.agency), strong(&head.motto)], [plain(&head.number), plain(&head.dated)]];
        self.columns([&head.parent, &head.state], &rows);
        if head.kind.is_empty() {
            self.section(1, &head.subject);
            self.paragraph(&plain(&head.to));
            return;
        }
        self.section(1, &head.kind);
        self.paragraph(&strong(&head.subject));
    }

    fn signature(&mut self, foot: &Signature) {
        let mut rows: Vec<[Shown; 2]> =
            foot.recipients.iter().map(|line| [Shown::plain(line.as_str()), Shown::default()]).collect();
        rows.push([Shown::default(), Shown::toned(foot.name.as_str(), Tone::Strong)]);
        self.columns([&foot.to, &foot.office], &rows);
    }

    fn appendix(&mut self, own: &Appendix) {
        self.section(2, &format!("{}. {}", own.label, own.title));
        self.paragraph(&Shown::plain(own.reference.as_str()));
    }

    fn columns(&mut self, heads: [&String; 2], rows: &[[Shown; 2]]) {
        let heads = heads.map(|head| (head.as_str(), Align::Left));
        self.grid(&heads, rows.iter().map(|row| row.iter().map(Some).collect()));
    }

    fn paragraph(&mut self, shown: &Shown) {
        let text = inline(shown);
        if !text.is_empty() {
            self.block(&at_line_start(&text));
        }
    }

    fn facts(&mut self, facts: &Facts) {
        let shown = facts.list.iter().filter(|fact| !fact.label.is_empty() && !fact.cell.shown.text.is_empty());
        let items: Vec<String> =
            shown.map(|fact| format!("- **{}**: {}", escaped(&fact.label), escaped(&fact.cell.shown.text))).collect();
        if !items.is_empty() {
            self.block(&items.join("\n"));
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.on_screen {
            return;
        }
        // As on a screen, a column of nothing is left out.
        let has_text =
            |at: usize| table.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.shown.text.is_empty()));
        let shown = table.columns.iter().enumerate().filter(|(at, column)| column.is_shown() && has_text(*at));
        let (places, heads): (Vec<usize>, Vec<(&str, Align)>) =
            shown.map(|(at, column)| (at, (column.title.as_str(), column.align))).unzip();
        if heads.is_empty() {
            return;
        }
        if !table.title.is_empty() {
            let level = if self.has_heading { self.under + 1 } else { 1 };
            self.title(level, &table.title);
        }
        let rows = table.rows.iter().map(|row| places.iter().map(|at| row.get(*at).map(|cell| &cell.shown)).collect());
        self.grid(&heads, rows);
    }

    fn outline(&mut self, outline: &Outline) {
        if outline.lines.is_empty() {
            return;
        }
        let heads: Vec<(&str, Align)> = outline.heads.iter().map(|head| (head.title.as_str(), head.align)).collect();
        let rows = outline.lines.iter().map(|line| (0..heads.len()).map(|at| line.cells.get(at)).collect());
        self.grid(&heads, rows);
    }

    /// Writes a pipe table, as many cells in each row as there are heads.
    fn grid<'a>(&mut self, heads: &[(&str, Align)], rows: impl Iterator<Item = Vec<Option<&'a Shown>>>) {
        let line = |cells: Vec<String>| {
            // An empty cell is one space, not two.
            let cells =
                cells.into_iter().map(|cell| if cell.is_empty() { " |".to_owned() } else { format!(" {cell} |") });
            format!("|{}", cells.collect::<String>())
        };
        let rule = |(_, align): &(&str, Align)| match align {
            Align::Left => "---".to_owned(),
            Align::Right => "---:".to_owned(),
        };
        let mut lines =
            vec![line(heads.iter().map(|(head, _)| escaped(head)).collect()), line(heads.iter().map(rule).collect())];
        lines.extend(
            rows.map(|row| line(row.into_iter().map(|shown| shown.map_or_else(String::new, inline)).collect())),
        );
        self.block(&lines.join("\n"));
    }
}

/// Writes a text, a strong one so. No other tone has a sign in Markdown, nor needs it.
fn inline(shown: &Shown) -> String {
    let text = escaped(shown.whole.as_ref().unwrap_or(&shown.text));
    match shown.tone {
        Tone::Strong if !text.is_empty() => format!("**{text}**"),
        Tone::Strong | Tone::Plain | Tone::Good | Tone::Warn | Tone::Bad | Tone::Quiet => text,
    }
}

/// Writes a text in one line so that Markdown shows it as it is: no mark-up, no link, no HTML, no mathematics.
///
/// An address of electronic mail cannot be kept from becoming a link; it shows the same text.
fn escaped(text: &str) -> String {
    let text = harmless(&text.replace(['\r', '\n', '\t', '\u{2028}', '\u{2029}', '\u{85}'], " "));
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if is_mark(c) || begins_link(text, at, c) || (c == '&' && begins_entity(&text[at + 1..])) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn is_mark(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '$')
}

/// Tells whether what stands after an ampersand makes a character of it: `amp;`, `#38;`.
fn begins_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < rest.len() && name.starts_with(';')
}

/// Tells whether a reader would make a link of what stands around a colon or a point.
fn begins_link(text: &str, at: usize, c: char) -> bool {
    let before = &text.as_bytes()[..at];
    match c {
        ':' => text[at..].starts_with("://"),
        '.' => before.len() >= 3 && before[before.len() - 3..].eq_ignore_ascii_case(b"www"),
        _ => false,
    }
}

/// Writes the beginning of a paragraph so that it is no list, rule or underline of a heading.
fn at_line_start(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut rest = text[digits..].chars();
    let at = match (rest.next(), rest.next()) {
        // 7.1 begins no list.
        (Some('.' | ')'), None | Some(' ')) if digits > 0 => digits,
        (Some('-' | '+' | '='), _) if digits == 0 => 0,
        (Some(_) | None, _) => return text.to_owned(),
    };
    format!("{}\\{}", &text[..at], &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_text() {
        assert_eq!(
            escaped("a|b *c* _d_ `e` <f> [g](h) #i \\ ~j~ !k &amp; $l$"),
            r"a\|b \*c\* \_d\_ \`e\` \<f\> \[g\](h) \#i \\ \~j\~ \!k \&amp; \$l\$"
        );
        assert_eq!(escaped(" một\nhai\r\nba\tbốn "), "một hai  ba bốn");
        assert_eq!(escaped("https://x.vn www.x.vn WWW.y 1.2"), r"https\://x.vn www\.x.vn WWW\.y 1.2");
        assert_eq!(escaped("TN&TKQ, tỷ lệ hồ sơ (7): 99,56%"), "TN&TKQ, tỷ lệ hồ sơ (7): 99,56%");
    }

    #[test]
    fn a_paragraph_is_no_list() {
        for (text, written) in [
            ("- a", r"\- a"),
            ("+ a", r"\+ a"),
            ("=== ", r"\=== "),
            ("---", r"\---"),
            ("1. a", r"1\. a"),
            ("12) a", r"12\) a"),
            ("7.1 a", "7.1 a"),
            ("2019", "2019"),
            ("a - b", "a - b"),
        ] {
            assert_eq!(at_line_start(text), written);
        }
    }
}
