//! Pages: paper, margins, page numbers, and what stands on every page.

use super::text::{Look, run, styled};
use crate::view::{Letterhead, Paper, Rule};

/// A page, in twips: 1 mm is 56.7 of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    width: u32,
    height: u32,
    left: u32,
    right: u32,
    orient: &'static str,
}

/// A4 upright: 30 mm left, 15 mm right, as narrow as is allowed, so that the two columns of the head have room.
pub(super) const PORTRAIT: Page = Page { width: 11906, height: 16838, left: 1701, right: 850, orient: "" };
/// A4 lying: a millimetre more on each side, for the rules of a table stand on the edge of its text.
pub(super) const LANDSCAPE: Page =
    Page { width: 16838, height: 11906, left: 1758, right: 907, orient: " w:orient=\"landscape\"" };
/// Top and bottom: 20 mm; headers and footers 10 mm from the edge.
const EDGE: u32 = 1134;
const INNER: u32 = 567;

impl Page {
    /// Returns the page of a paper.
    pub(super) fn of(paper: Paper) -> Self {
        match paper {
            Paper::Portrait => PORTRAIT,
            Paper::Landscape => LANDSCAPE,
        }
    }

    /// Returns the width of its text.
    pub(super) const fn text(self) -> u32 {
        self.width - self.left - self.right
    }

    /// Writes the properties of a section of such pages. The first page of a document has a header and a footer of its own.
    pub(super) fn section(self, is_first: bool) -> String {
        let own = |kind: &str| {
            let reference = |part: &str| format!("<w:{part}Reference w:type=\"{kind}\" r:id=\"{part}-{kind}\"/>");
            [reference("header"), reference("footer")].concat()
        };
        let first = if is_first { own("first") } else { String::new() };
        let (width, height, left, right, orient) = (self.width, self.height, self.left, self.right, self.orient);
        let title = if is_first { "<w:titlePg/>" } else { "" };
        format!(
            "<w:sectPr>{}{first}<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
             <w:pgMar w:top=\"{EDGE}\" w:right=\"{right}\" w:bottom=\"{EDGE}\" w:left=\"{left}\" w:header=\"{INNER}\" \
             w:footer=\"{INNER}\" w:gutter=\"0\"/>{title}</w:sectPr>",
            own("default")
        )
    }
}

/// What stands above and below the text: each part's name and its paragraphs.
pub(super) fn margins(head: Option<&Letterhead>) -> [(&'static str, String); 4] {
    let mark = head.and_then(|head| head.mark.as_deref());
    let mark = mark.map_or_else(String::new, |mark| styled("Footer", "", &run(mark, Look::sized(20).italic())));
    let number = |align: &str| {
        let field = "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
        styled("Header", &format!("<w:jc w:val=\"{align}\"/>"), field)
    };
    let blank = || styled("Header", "", "");
    let or_blank = |text: String| if text.is_empty() { blank() } else { text };
    let (header, footer) = match head.map_or(Rule::Decree2020, |head| head.rule) {
        Rule::Decree2020 => (number("center"), mark.clone()),
        Rule::Circular2011 => (blank(), [mark.clone(), number("right")].concat()),
    };
    // A document without a head has a number on its first page too.
    let (first_header, first_footer) = match head {
        Some(_) => (blank(), or_blank(mark)),
        None => (header.clone(), or_blank(footer.clone())),
    };
    [
        ("header-default", header),
        ("header-first", first_header),
        ("footer-default", or_blank(footer)),
        ("footer-first", first_footer),
    ]
}
