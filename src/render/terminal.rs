//! A document on a terminal or in a pipe.

use anstyle::{AnsiColor, Style};
use comfy_table::presets::NOTHING;
use comfy_table::{
    Attribute, Cell as Drawn, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table as Drawing,
    Width,
};

use super::layout::{GAP, least_head, longest_word, widths};
use super::{cards, tables};
use crate::view::{Align, Block, Document, Facts, Outline, Shown, Tone};

/// What the screen is like.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Whether colour may be used.
    pub colour: bool,
    /// Whether sentences about the files are folded: a terminal would break them within a word, a pipe keeps them whole.
    pub folds: bool,
}

/// Under so many columns rows become cards.
pub(super) const TABLE_FROM: usize = 100;

/// Draws a document.
pub fn terminal(document: &Document, screen: Screen) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            Block::Heading(text) => paragraph(&mut out, &Shown::toned(text.clone(), Tone::Strong), screen),
            Block::Section(_, text) => {
                blank(&mut out);
                paragraph(&mut out, &Shown::toned(text.clone(), Tone::Strong), screen);
            }
            Block::Item(shown) => wrapped(&mut out, "- ", "  ", shown, screen),
            Block::Para(shown) | Block::Note(shown) => paragraph(&mut out, shown, screen),
            Block::Facts(list) => facts(&mut out, list, screen),
            Block::Table(table) if table.on_screen => {
                tables::table(&mut out, table, document.lang, screen);
                blank(&mut out);
            }
            Block::Outline(outline) => self::outline(&mut out, outline, screen),
            Block::Letterhead(head) => apart(&mut out, &head.lines(), screen),
            Block::Signature(foot) => apart(&mut out, &foot.lines(), screen),
            Block::Appendix(own) => apart(&mut out, &own.lines(), screen),
            // What a chart draws stands in a table.
            Block::Table(_) | Block::Chart(_) => {}
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Replaces what a terminal would obey or be misled by: control codes and marks that turn the direction of writing.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if is_harmful(c) { '\u{fffd}' } else { c }).collect()
}

/// Tells whether a terminal would obey a character or be misled by it.
pub(super) fn is_harmful(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    c.is_control() || turns
}

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Warn => AnsiColor::Yellow.on_default(),
        Tone::Bad => AnsiColor::Red.on_default().bold(),
        Tone::Quiet => Style::new().dimmed(),
    }
}

/// Paints one line.
pub(super) fn painted(line: &str, tone: Tone, screen: Screen) -> String {
    if !screen.colour || tone == Tone::Plain || line.is_empty() {
        return line.to_owned();
    }
    let style = style(tone);
    format!("{style}{line}{style:#}")
}

/// Writes a text in lines no wider than the screen, the later ones indented.
pub(super) fn wrapped(out: &mut String, first: &str, later: &str, shown: &Shown, screen: Screen) {
    let text = harmless(&shown.text);
    let options = textwrap::Options::new(screen.width.max(20))
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .initial_indent(first)
        .subsequent_indent(later);
    for line in textwrap::wrap(&text, options) {
        let (indent, words) = line.split_at(line.len() - line.trim_start().len());
        out.push_str(indent);
        out.push_str(&painted(words.trim_end(), shown.tone, screen));
        out.push('\n');
    }
}

pub(super) fn paragraph(out: &mut String, shown: &Shown, screen: Screen) {
    wrapped(out, "", "", shown, screen);
}

/// Writes lines with an empty one before and behind.
fn apart(out: &mut String, lines: &[Shown], screen: Screen) {
    blank(out);
    for line in lines {
        paragraph(out, line, screen);
    }
    blank(out);
}

fn facts(out: &mut String, facts: &Facts, screen: Screen) {
    for fact in facts.list.iter().filter(|fact| !fact.label.is_empty() && !fact.cell.shown.text.is_empty()) {
        let label = format!("{}: ", fact.label);
        let options = Shown::toned(format!("{label}{}", fact.cell.shown.text), fact.cell.shown.tone);
        wrapped(out, "", "  ", &options, screen);
    }
}

fn drawing(screen: Screen) -> Drawing {
    let mut drawing = Drawing::new();
    drawing.load_style(NOTHING.header_separator(LineStyle::none().fill('─').junction('─')));
    drawing.set_content_arrangement(ContentArrangement::Dynamic);
    drawing.set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    drawing.force_no_tty();
    if screen.colour {
        drawing.enforce_styling();
        drawing.style_text_only();
    }
    drawing
}

fn drawn(shown: &Shown) -> Drawn {
    let cell = Drawn::new(harmless(&shown.text));
    match shown.tone {
        Tone::Plain => cell,
        Tone::Strong => cell.add_attribute(Attribute::Bold),
        Tone::Good => cell.fg(Color::DarkGreen),
        Tone::Warn => cell.fg(Color::DarkYellow),
        Tone::Bad => cell.fg(Color::DarkRed).add_attribute(Attribute::Bold),
        Tone::Quiet => cell.add_attribute(Attribute::Dim),
    }
}

/// Draws rows under heads, each column as wide as given, two spaces between columns.
pub(super) fn draw(out: &mut String, heads: &[(&str, Align)], rows: &[Vec<&Shown>], widths: &[usize], screen: Screen) {
    let mut drawing = drawing(screen);
    drawing.set_header(heads.iter().map(|(head, _)| drawn(&Shown::toned(*head, Tone::Strong))).collect::<Vec<_>>());
    for row in rows {
        drawing.add_row(row.iter().map(|shown| drawn(shown)).collect::<Vec<_>>());
    }
    for (at, ((_, align), width)) in heads.iter().zip(widths).enumerate() {
        let Some(column) = drawing.column_mut(at) else { continue };
        // The line under the heads needs a column of its own between two others: it is the other half of the gap.
        let padding = if at + 1 == heads.len() { 0 } else { GAP - 1 };
        column.set_padding((0, padding));
        let width = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(padding);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        column.set_cell_alignment(match align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
    }
    for line in drawing.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// Ends a paragraph or table with one empty line.
pub(super) fn blank(out: &mut String) {
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
}

fn outline(out: &mut String, outline: &Outline, screen: Screen) {
    if outline.lines.is_empty() {
        return;
    }
    blank(out);
    if screen.width < TABLE_FROM {
        cards::outline(out, outline, screen);
        return;
    }
    let texts =
        |at: usize| outline.lines.iter().filter_map(move |line| line.cells.get(at)).map(|shown| shown.text.as_str());
    let longest =
        outline.heads.iter().enumerate().map(|(at, head)| longest_word(texts(at)).max(least_head(&head.title)));
    let rows: Vec<Vec<&Shown>> = outline.lines.iter().map(|line| line.cells.iter().collect()).collect();
    let titles: Vec<&str> = outline.heads.iter().map(|head| head.title.as_str()).collect();
    match widths(&longest.collect::<Vec<_>>(), &titles, &rows, screen.width) {
        None => cards::outline(out, outline, screen),
        Some(widths) => {
            let heads: Vec<(&str, Align)> =
                outline.heads.iter().map(|head| (head.title.as_str(), head.align)).collect();
            draw(out, &heads, &rows, &widths, screen);
            blank(out);
        }
    }
}
