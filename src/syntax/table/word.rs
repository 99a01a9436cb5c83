//! The text and tables of a document of Word, as they read once its tracked changes are accepted.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::document::Block;
use super::grid::{Cell, Grid};
use super::prose;
use super::sheet::CELLS;
use super::unreadable::Unreadable;

/// What is passed over with all within it: what was deleted or moved away, pictures and text boxes, what a field is worked out from,
/// how a paragraph or run looks.
const SKIPPED: [&str; 14] = [
    "del",
    "moveFrom",
    "drawing",
    "pict",
    "object",
    "txbxContent",
    "Fallback",
    "instrText",
    "delInstrText",
    "delText",
    "pPr",
    "rPr",
    "sectPr",
    "tblPr",
];

/// The most columns that a cell may span: Word itself stops at 63.
const WIDEST: usize = 1000;

/// A nested table of so many rows and columns stands by itself; a smaller one is a part of its cell's text.
const OWN: (usize, usize) = (2, 3);

/// Returns the name of the part that holds the text, from the list of what a package has; none if it is no document of Word.
pub(super) fn main_part(list: &[u8]) -> Option<String> {
    let mut reader = Reader::from_str(std::str::from_utf8(list).ok()?);
    loop {
        match reader.read_event().ok()? {
            Event::Empty(own) | Event::Start(own) => {
                let is_main = value(&own, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
                let name = value(&own, "Target").map(|name| name.trim_start_matches('/').to_owned());
                if let Some(name) = name.filter(|name| is_main && name.starts_with("word/")) {
                    return Some(name);
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Reads the body of a document.
///
/// # Errors
/// Fails if it is no well-formed XML, or has more cells than may be held.
pub(super) fn read(xml: &[u8]) -> Result<Vec<Block>, Unreadable> {
    let text = std::str::from_utf8(xml).map_err(broken)?;
    let mut reader = Reader::from_str(text);
    let mut reading = Reading::default();
    let (mut depth, mut skipped) = (0_usize, None);
    loop {
        let event = reader.read_event().map_err(broken)?;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(from) = skipped {
            match event {
                Event::End(_) if depth < from => skipped = None,
                Event::Eof => return Err(torn()),
                _ => {}
            }
            continue;
        }
        match event {
            Event::Start(own) => {
                if SKIPPED.contains(&own.local_name().as_ref()) {
                    skipped = Some(depth);
                } else {
                    reading.open(&own);
                }
            }
            Event::Empty(own) => {
                if !SKIPPED.contains(&own.local_name().as_ref()) {
                    reading.open(&own);
                    reading.close(own.local_name().as_ref())?;
                }
            }
            Event::End(own) => reading.close(own.local_name().as_ref())?,
            Event::Text(own) => reading.text(&own.xml10_content()),
            Event::CData(own) => reading.text(&own.xml10_content()),
            Event::GeneralRef(own) => reading.text(&reference(&own)?),
            Event::Eof if depth > 0 => return Err(torn()),
            Event::Eof => return Ok(reading.blocks),
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
    }
}

fn broken(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Broken(error.to_string())
}

fn torn() -> Unreadable {
    broken("word/document.xml ends too early")
}

/// Returns the letter that a reference stands for. Documents of Word declare none of their own.
fn reference(own: &quick_xml::events::BytesRef<'_>) -> Result<String, Unreadable> {
    if let Some(letter) = own.resolve_char_ref().map_err(broken)? {
        return Ok(letter.to_string());
    }
    let name = own.xml10_content();
    let letter = quick_xml::escape::resolve_predefined_entity(&name);
    letter.map(str::to_owned).ok_or_else(|| broken(format!("&{name};")))
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    /// The tables that are open, the innermost last.
    tables: Vec<OpenTable>,
    /// The paragraph that is open.
    paragraph: String,
    /// Whether what stands here is text and no white space between elements.
    is_text: bool,
    cells: usize,
}

#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// The lines of the open cell.
    lines: Vec<String>,
    span: usize,
    is_continued: bool,
}

fn value(own: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = own.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.to_string())
}

impl Reading {
    fn open(&mut self, own: &BytesStart<'_>) {
        let number = || value(own, "val").and_then(|text| text.parse().ok()).unwrap_or(1_usize).min(WIDEST);
        match own.local_name().as_ref() {
            "t" => self.is_text = true,
            "tab" => self.paragraph.push('\t'),
            "br" | "cr" => self.paragraph.push('\n'),
            "noBreakHyphen" => self.paragraph.push('-'),
            // A letter of a font of signs: which one cannot be told, but that there is one.
            "sym" => self.paragraph.push('\u{fffd}'),
            "p" => self.paragraph.clear(),
            "tbl" => self.tables.push(OpenTable::default()),
            name => {
                let Some(table) = self.tables.last_mut() else { return };
                match name {
                    "tr" => table.row.clear(),
                    "gridBefore" => table.row.resize(number(), Cell::Empty),
                    "tc" => {
                        table.lines.clear();
                        (table.span, table.is_continued) = (1, false);
                    }
                    "gridSpan" => table.span = number().max(1),
                    // Without a value it goes on with the cell above.
                    "vMerge" => table.is_continued = value(own, "val").is_none_or(|word| word != "restart"),
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Unreadable> {
        match name {
            "t" => self.is_text = false,
            "p" => self.end_paragraph(),
            "tc" => {
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                table.end_cell();
                self.cells += table.span;
                if self.cells > CELLS {
                    return Err(Unreadable::TooManyCells(CELLS));
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            "tbl" => self.end_table(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.is_text {
            self.paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        let filled = |line: &&str| !line.trim().is_empty();
        match self.tables.last_mut() {
            Some(table) => {
                table.lines.extend(text.lines().filter(filled).map(|line| line.trim().replace('\t', " ")));
            }
            // What tabs set apart on a page is apart: the number on the left, place and day on the right.
            None => self
                .blocks
                .extend(text.split(['\n', '\t']).filter(filled).map(|line| Block::Text(line.trim().to_owned()))),
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let grid: Grid = prose::table(table.rows);
        let is_own = grid.rows.len() >= OWN.0 && grid.rows.iter().any(|row| row.len() >= OWN.1);
        match self.tables.last_mut().filter(|_| !is_own) {
            Some(outer) => outer.lines.extend(grid.rows.iter().filter_map(|row| line(row))),
            None => self.blocks.push(Block::Table(grid)),
        }
    }
}

impl OpenTable {
    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.lines).join("\n");
        let cell = match self.rows.last().filter(|_| self.is_continued) {
            // What is merged over several rows holds in each of them.
            Some(above) => above.get(self.row.len()).cloned().unwrap_or(Cell::Empty),
            None if text.is_empty() => Cell::Empty,
            None => Cell::Text(text),
        };
        self.row.push(cell);
        self.row.extend(std::iter::repeat_n(Cell::Empty, self.span - 1));
    }
}

/// Writes a row of a small table within a cell as a line.
fn line(row: &[Cell]) -> Option<String> {
    let texts: Vec<&str> = row.iter().map(Cell::text).filter(|text| !text.is_empty()).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(xml: &str) -> Result<Vec<Block>, Unreadable> {
        read(format!("<w:document xmlns:w=\"w\"><w:body>{xml}</w:body></w:document>").as_bytes())
    }

    fn tc(inner: &str, text: &str) -> String {
        format!("<w:tc><w:tcPr>{inner}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    }

    fn rows(block: &Block) -> Vec<Vec<&str>> {
        let Block::Table(grid) = block else { panic!("no table: {block:?}") };
        grid.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect()
    }

    #[test]
    fn text_reads_as_with_all_changes_accepted() {
        let xml = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>\n <w:r><w:t xml:space=\"preserve\">A </w:t></w:r>\
            <w:ins><w:r><w:t>&amp; B&#x1EA1;</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>\
            <w:r><w:tab/><w:instrText>PAGE</w:instrText><w:br/><w:t>C</w:t></w:r>\
            <w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>khung</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>";
        assert_eq!(body(xml).unwrap(), ["A & Bạ", "C"].map(|text| Block::Text(text.to_owned())));
    }

    #[test]
    fn merged_cells_keep_their_columns() {
        let table = format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
            tc("<w:gridSpan w:val=\"2\"/>", "I"),
            tc("", "x"),
            tc("<w:vMerge w:val=\"restart\"/>", "1"),
            tc("", "a"),
            tc("", "b"),
            tc("<w:vMerge/>", ""),
            tc("", "c"),
            tc("", ""),
        );
        assert_eq!(rows(&body(&table).unwrap()[0]), [["I", "", "x"], ["1", "a", "b"], ["1", "c", ""]]);
    }

    #[test]
    fn a_small_table_in_a_cell_is_its_text_and_a_large_one_stands_alone() {
        let small = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", tc("", "p"), tc("", "q"));
        let large = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{}</w:tr>", tc("", "z").repeat(3)).repeat(2));
        let cell = |inner: &str| format!("<w:tc><w:p><w:r><w:t>o</w:t></w:r></w:p>{inner}<w:p/></w:tc>");
        let outer = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&small), cell(&large));
        let blocks = body(&outer).unwrap();
        assert_eq!(rows(&blocks[0]), [["z", "z", "z"], ["z", "z", "z"]]);
        assert_eq!(rows(&blocks[1]), [["o\np q", "o"]]);
    }

    #[test]
    fn broken_xml_is_refused() {
        for xml in ["<a><b></a>", "<a>", "<a><del>", "<a>&unknown;</a><"] {
            assert!(matches!(read(xml.as_bytes()), Err(Unreadable::Broken(_))), "{xml}");
        }
        let wide = tc("<w:gridSpan w:val=\"99999999\"/>", "x").repeat(1001);
        assert_eq!(body(&format!("<w:tbl><w:tr>{wide}</w:tr></w:tbl>")), Err(Unreadable::TooManyCells(CELLS)));
    }

    #[test]
    fn the_part_of_the_text_is_told_by_the_package() {
        let list = |target: &str| {
            format!(
                "<Relationships><Relationship Id=\"r\" Type=\"http://x/core\" Target=\"word/c.xml\"/><Relationship Type=\"http://x/officeDocument\" Target=\"{target}\"/></Relationships>"
            )
        };
        assert_eq!(main_part(list("/word/document2.xml").as_bytes()).as_deref(), Some("word/document2.xml"));
        assert_eq!(main_part(list("xl/workbook.xml").as_bytes()), None);
        assert_eq!(main_part(b"<a><"), None);
    }

    #[test]
    fn tables_a_thousand_deep_are_read() {
        let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(5000), "</w:tc></w:tr></w:tbl>".repeat(5000));
        assert!(body(&deep).is_ok());
    }
}
