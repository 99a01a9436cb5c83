//! Cells of a table.

use super::text::{Look, run, styled};

/// Over how many columns and rows a head goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Across {
    /// One cell.
    One,
    /// Several columns.
    Spans(usize),
    /// This row and the next.
    Begins,
    /// It goes on from the row above.
    Goes,
}

/// Writes a cell of a table's body; one that is kept stands on the page of the next row.
pub(super) fn cell(text: &str, width: u32, (align, is_kept): (&str, bool), look: Look) -> String {
    let kept = if is_kept { "<w:keepNext/>" } else { "" };
    let align = format!("{kept}<w:jc w:val=\"{align}\"/>");
    let properties = format!("<w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
    format!("<w:tc>{properties}{}</w:tc>", styled("TableText", &align, &run(text, look)))
}

/// Writes a cell of its head.
pub(super) fn head(text: &str, width: u32, across: Across, look: Look) -> String {
    let merged = match across {
        Across::One => String::new(),
        Across::Spans(columns) => format!("<w:gridSpan w:val=\"{columns}\"/>"),
        Across::Begins => "<w:vMerge w:val=\"restart\"/>".to_owned(),
        Across::Goes => "<w:vMerge/>".to_owned(),
    };
    let properties =
        format!("<w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{merged}<w:vAlign w:val=\"center\"/></w:tcPr>");
    format!(
        "<w:tc>{properties}{}</w:tc>",
        styled("TableText", "<w:keepNext/><w:jc w:val=\"center\"/>", &run(text, look))
    )
}

/// Writes a table without lines: cells of given widths, each already made of paragraphs.
pub(super) fn unruled(widths: [u32; 2], rows: &[[String; 2]]) -> String {
    let cell = |width: u32, inner: &String| {
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{inner}</w:tc>")
    };
    let row = |[left, right]: &[String; 2]| {
        format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr>", cell(widths[0], left), cell(widths[1], right))
    };
    let rows: String = rows.iter().map(row).collect();
    let grid = widths.map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).concat();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
        widths[0] + widths[1]
    )
}
