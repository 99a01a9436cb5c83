//! The document: its blocks one behind the other, in sections of upright and lying pages.

use chrono::NaiveDate;

use super::letter::{appendix, letterhead, signature};
use super::package::package;
use super::pages::{Page, margins};
use super::parts::{self, R, W};
use super::styles::styles;
use super::table::{BEHIND_TABLE, outline, table};
use super::text::{Look, run, styled, whole};
use crate::view::{Block, Document, Facts, Letterhead, Paper, Shown};

/// Writes a document as a file of Word.
pub fn docx(document: &Document) -> Vec<u8> {
    let head = document.blocks.iter().find_map(|block| match block {
        Block::Letterhead(head) => Some(head.as_ref()),
        _ => None,
    });
    let title = head.map_or_else(String::new, |head| match head.kind.as_str() {
        "" => head.subject.clone(),
        kind => format!("{kind}: {}", head.subject),
    });
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
    let (mut is_first, mut text) = (head.is_some(), "BodyText");
    for (at, block) in document.blocks.iter().enumerate() {
        if let Block::Appendix(own) = block {
            // A section is described at its end, in a paragraph that is next to nothing: it finds room on a page that is full.
            let end = format!(
                "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{}",
                page.section(is_first)
            );
            let behind_table = out.strip_suffix(BEHIND_TABLE).map(str::len);
            out.truncate(behind_table.unwrap_or(out.len()));
            out.push_str(&styled("TableText", &end, ""));
            (page, is_first, text) = (Page::of(own.paper), false, "AppendixText");
        }
        let rest = document.blocks.get(at + 1..).unwrap_or_default();
        out.push_str(&self::block(block, page, (text, if is_kept(block, rest) { KEPT } else { "" })));
    }
    format!("<w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:body>{out}{}</w:body></w:document>", page.section(is_first))
}

/// Properties of a paragraph that stands on the page of what follows it.
const KEPT: &str = "<w:keepNext/><w:keepLines/>";

/// Tells whether a paragraph stands on the page of what follows: it announces it, or else who signs would stand alone.
fn is_kept(block: &Block, rest: &[Block]) -> bool {
    let announces = match block {
        Block::Para(shown) => whole(shown).ends_with(':'),
        _ => false,
    };
    announces || rest.iter().take(2).any(|own| matches!(own, Block::Signature(_)))
}

/// Writes a block; a paragraph of text in a style and with more properties.
fn block(block: &Block, page: Page, (text, more): (&str, &str)) -> String {
    match block {
        Block::Heading(title) => styled("Heading1", "", &run(title, Look::default())),
        Block::Section(level, title) => styled(heading(*level), "", &run(title, Look::default())),
        Block::Para(shown) => paragraph(text, more, "", shown),
        Block::Item(shown) => paragraph(text, more, "- ", shown),
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
