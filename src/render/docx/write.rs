//! The document: its blocks one behind the other, in sections of upright and lying pages.

use chrono::NaiveDate;

use super::letter::{appendix, letterhead, signature};
use super::package::package;
use super::pages::{Page, margins};
use super::parts::{self, R, W};
use super::styles::styles;
use super::table::{outline, table};
use super::text::{Look, run, styled, whole};
use crate::view::{Block, Document, Facts, Letterhead, Paper, Shown};

/// Writes a document as a file of Word.
pub fn docx(document: &Document) -> Vec<u8> {
    let head = document.blocks.iter().find_map(|block| match block {
        Block::Letterhead(head) => Some(head.as_ref()),
        _ => None,
    });
    let title = head.map_or_else(String::new, |head| format!("{}: {}", head.kind, head.subject));
    let agency = head.map_or("", |head| head.agency.as_str());
    // A document without a day has the first that an archive may have.
    let day = head.map(|head| head.day).or_else(|| NaiveDate::from_ymd_opt(1980, 1, 1)).unwrap_or_default();
    let mut list = vec![
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::root_relationships()),
        ("word/document.xml", body(document, head)),
        ("word/_rels/document.xml.rels", parts::document_relationships()),
        ("word/styles.xml", styles(document.lang)),
        ("word/settings.xml", parts::settings(document.lang)),
        ("word/fontTable.xml", parts::fonts()),
        ("word/theme/theme1.xml", parts::theme()),
        ("docProps/core.xml", parts::core(&title, agency, day, document.lang)),
        ("docProps/app.xml", parts::app()),
    ]
    .into_iter()
    .map(|(name, xml)| (name.to_owned(), xml))
    .collect::<Vec<_>>();
    list.extend(margins(head).map(|(name, inner)| {
        let tag = if name.starts_with("header") { "hdr" } else { "ftr" };
        (format!("word/{name}.xml"), format!("<w:{tag} xmlns:w=\"{W}\" xmlns:r=\"{R}\">{inner}</w:{tag}>"))
    }));
    package(&list)
}

fn body(document: &Document, head: Option<&Letterhead>) -> String {
    let (mut out, mut page) = (String::new(), Page::of(Paper::Portrait));
    let mut is_first = head.is_some();
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        if let Block::Appendix(own) = block {
            // A section is described at its end, in a paragraph of its own.
            let end = format!("<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{}", page.section(is_first));
            out.push_str(&styled("TableText", &end, ""));
            (page, is_first) = (Page::of(own.paper), false);
        }
        // Who signs does not stand alone on a page.
        let more = if matches!(blocks.peek(), Some(Block::Signature(_))) { "<w:keepNext/><w:keepLines/>" } else { "" };
        out.push_str(&self::block(block, page, more));
    }
    format!("<w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:body>{out}{}</w:body></w:document>", page.section(is_first))
}

/// Writes a block; a paragraph of text with more properties.
fn block(block: &Block, page: Page, more: &str) -> String {
    match block {
        Block::Heading(text) => styled("Heading1", "", &run(text, Look::default())),
        Block::Section(level, text) => styled(heading(*level), "", &run(text, Look::default())),
        Block::Para(shown) => paragraph("BodyText", more, "", shown),
        Block::Item(shown) => paragraph("BodyText", more, "- ", shown),
        Block::Note(shown) => paragraph("Remark", more, "", shown),
        Block::Facts(list) => facts(list),
        Block::Table(own) => table(own, page.text()),
        Block::Outline(own) => outline(own, page.text()),
        Block::Letterhead(own) => letterhead(own),
        Block::Signature(own) => signature(own),
        Block::Appendix(own) => appendix(own),
        // What a chart draws stands in a table.
        Block::Chart(_) => String::new(),
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        3 => "Heading3",
        _ => "Heading4",
    }
}

fn paragraph(style: &str, more: &str, begun: &str, shown: &Shown) -> String {
    let look = Look::default().toned(shown.tone);
    styled(style, more, &run(&format!("{begun}{}", whole(shown)), look))
}

fn facts(facts: &Facts) -> String {
    let shown = facts.list.iter().filter(|fact| !fact.label.is_empty() && !fact.cell.shown.text.is_empty());
    let line = |fact: &crate::view::Fact| {
        let label = run(&format!("{}: ", fact.label), Look::default().bold());
        styled("BodyText", "", &[label, run(whole(&fact.cell.shown), Look::default())].concat())
    };
    shown.map(line).collect()
}
