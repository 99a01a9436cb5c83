//! Texts as runs of a paragraph: nothing in them is mark-up, and nothing is lost but what XML cannot hold.

use quick_xml::escape::escape;

use crate::render::terminal::is_harmful;
use crate::view::{Shown, Tone};

/// How the letters of a run look, beside what the paragraph's style says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Half points; 0 for the style's own size.
    pub(super) size: u32,
}

impl Look {
    /// Returns the look of letters of a size in half points.
    pub(super) fn sized(size: u32) -> Self {
        Self { size, ..Self::default() }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// Returns the look of a tone. An official document is black: only weight and slant are left of it.
    pub(super) fn toned(self, tone: Tone) -> Self {
        match tone {
            Tone::Strong => self.bold(),
            Tone::Quiet => self.italic(),
            Tone::Plain | Tone::Good | Tone::Warn | Tone::Bad => self,
        }
    }

    fn properties(self) -> String {
        let flag = |set: bool, tag: &str| if set { format!("<w:{tag}/><w:{tag}Cs/>") } else { String::new() };
        let size = match self.size {
            0 => String::new(),
            size => format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"),
        };
        let all = format!("{}{}{size}", flag(self.bold, "b"), flag(self.italic, "i"));
        if all.is_empty() { all } else { format!("<w:rPr>{all}</w:rPr>") }
    }
}

/// Writes a text as one run; line feeds and tabs stay what they are.
pub(super) fn run(text: &str, look: Look) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut inner = String::new();
    for (at, line) in text.replace("\r\n", "\n").split('\n').enumerate() {
        inner.push_str(if at > 0 { "<w:br/>" } else { "" });
        for (at, part) in line.split('\t').enumerate() {
            inner.push_str(if at > 0 { "<w:tab/>" } else { "" });
            if !part.is_empty() {
                inner.extend(["<w:t xml:space=\"preserve\">", &escaped(part), "</w:t>"]);
            }
        }
    }
    format!("<w:r>{}{inner}</w:r>", look.properties())
}

/// Writes a text so that XML holds it. What XML may not hold, and what would mislead a reader, becomes a mark.
pub(super) fn escaped(text: &str) -> String {
    let allowed = |c: char| if is_harmful(c) || matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c };
    let text: String = text.chars().map(allowed).collect();
    escape(&text).into_owned()
}

/// Returns the text of something shown, uncut: a page has room for it.
pub(super) fn whole(shown: &Shown) -> &str {
    shown.whole.as_deref().unwrap_or(&shown.text)
}

/// Writes a paragraph of a style, with more properties of it.
pub(super) fn styled(style: &str, more: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{runs}</w:p>")
}

/// Writes an empty paragraph with a line under its middle, so many twips long within a width.
pub(super) fn rule(width: u32, length: u32) -> String {
    let side = width.saturating_sub(length) / 2;
    let more = format!(
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"0\" w:after=\"60\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"{side}\" w:right=\"{side}\"/>"
    );
    styled("HeadText", &more, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_mark_up_and_nothing_of_it_is_lost() {
        assert_eq!(escaped("a<b> & \"c\" 'd'"), "a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;");
        assert_eq!(escaped("\u{1}\u{ffff}\u{fffe}\u{202e}x"), "\u{fffd}\u{fffd}\u{fffd}\u{fffd}x");
        assert_eq!(escaped("Hồ sơ \u{1f469}\u{200d}\u{1f4bb} \u{ad}"), "Hồ sơ \u{1f469}\u{200d}\u{1f4bb} \u{ad}");
    }

    #[test]
    fn lines_and_tabs_stay_within_one_run() {
        let text = |inner: &str| format!("<w:t xml:space=\"preserve\">{inner}</w:t>");
        let whole = format!("<w:r>{}<w:br/>{}<w:tab/>{}<w:br/></w:r>", text("a "), text(" b"), text("c"));
        assert_eq!(run("a \r\n b\tc\n", Look::default()), whole);
        assert_eq!(run("", Look::default().bold()), "");
    }

    #[test]
    fn an_official_document_is_black() {
        for tone in [Tone::Plain, Tone::Good, Tone::Warn, Tone::Bad] {
            assert_eq!(Look::sized(24).toned(tone), Look::sized(24), "{tone:?}");
        }
        assert!(Look::default().toned(Tone::Strong).bold && Look::default().toned(Tone::Quiet).italic);
    }
}
