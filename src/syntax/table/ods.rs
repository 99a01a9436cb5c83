//! Workbooks of `LibreOffice` (ods).
//!
//! The library is not asked: it writes out every repeated row and cell when it opens a file, a million rows of 16,384 cells if that is what
//! two attributes say, and does not tell percentages. Here each cell goes straight to its place, within limits.
//! Source: `OpenDocument` 1.3, part 3.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::grid::{Cell, Grid};
use super::number;
use super::package::Package;
use super::sheet::{self, Room, SHEETS, Sheet, is_of_one_sheet};
use super::unreadable::Unreadable;

/// Reads the sheets of a workbook, in order.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let mut package = Package::open(bytes)?;
    package.check(|_, _| Ok(()))?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(Unreadable::Locked);
    }
    let content = package.part("content.xml")?.ok_or_else(|| Unreadable::Broken("no content within".to_owned()))?;
    let content = std::str::from_utf8(&content).map_err(|error| Unreadable::said(&error))?;
    let mut reading = Reading { reader: Reader::from_str(content), room: Room::new(), hidden: Vec::new() };
    reading.reader.config_mut().expand_empty_elements = true;
    reading.book()
}

struct Reading<'a> {
    reader: Reader<&'a [u8]>,
    room: Room,
    /// Styles of sheets that are not shown.
    hidden: Vec<String>,
}

/// A cell, and how often it stands there.
struct Repeated {
    cell: Cell,
    times: usize,
    /// How many rows and columns it covers.
    span: (usize, usize),
}

impl<'a> Reading<'a> {
    fn event(&mut self) -> Result<Event<'a>, Unreadable> {
        match self.reader.read_event() {
            Ok(Event::Eof) => Err(Unreadable::Broken("content cut off".to_owned())),
            Ok(event) => Ok(event),
            Err(error) => Err(Unreadable::said(&error)),
        }
    }

    fn skip(&mut self, element: &BytesStart<'_>) -> Result<(), Unreadable> {
        self.reader.read_to_end(element.name()).map(|_| ()).map_err(|error| Unreadable::said(&error))
    }

    fn book(&mut self) -> Result<Vec<Grid>, Unreadable> {
        let mut grids = Vec::new();
        let mut style = None;
        loop {
            match self.event()? {
                Event::Start(own) => match own.name().as_ref() {
                    "style:style" => style = attribute(&own, "style:name")?,
                    "style:table-properties" if attribute(&own, "table:display")?.as_deref() == Some("false") => {
                        self.hidden.extend(style.take());
                    }
                    "table:table" => {
                        if grids.len() == SHEETS {
                            return Err(Unreadable::TooManySheets(SHEETS));
                        }
                        grids.push(self.sheet(&own)?);
                    }
                    "table:tracked-changes" => self.skip(&own)?,
                    _ => {}
                },
                Event::End(own) if own.name().as_ref() == "office:document-content" => return Ok(grids),
                _ => {}
            }
        }
    }

    fn sheet(&mut self, table: &BytesStart<'_>) -> Result<Grid, Unreadable> {
        let name = attribute(table, "table:name")?.unwrap_or_default();
        let style = attribute(table, "table:style-name")?;
        let is_hidden = style.is_some_and(|style| self.hidden.contains(&style));
        let mut room = std::mem::replace(&mut self.room, Room::new());
        let mut sheet = Sheet::new(&mut room);
        let (mut row, mut unread) = (0_usize, None);
        loop {
            match self.event()? {
                Event::Start(own) => match own.name().as_ref() {
                    "table:table-row" => {
                        let times = repeats(&own, "table:number-rows-repeated")?;
                        let cells = self.row()?;
                        if unread.is_none() {
                            unread = put(&mut sheet, (row, times), &cells).err();
                        }
                        row = row.saturating_add(times);
                    }
                    // Groups and heads of rows are only around them.
                    "table:table-rows" | "table:table-header-rows" | "table:table-row-group" => {}
                    _ => self.skip(&own)?,
                },
                Event::End(own) if own.name().as_ref() == "table:table" => break,
                _ => {}
            }
        }
        let rows = sheet.rows();
        self.room = room;
        match unread {
            None => Ok(Grid { name, rows, has_decimal_comma: false, is_hidden, unread: None }),
            Some(why) if is_of_one_sheet(&why) => Ok(Grid::unread(name, is_hidden, why)),
            Some(why) => Err(why),
        }
    }

    fn row(&mut self) -> Result<Vec<Repeated>, Unreadable> {
        let mut cells: Vec<Repeated> = Vec::new();
        loop {
            match self.event()? {
                Event::Start(own) if matches!(own.name().as_ref(), "table:table-cell" | "table:covered-table-cell") => {
                    let times = repeats(&own, "table:number-columns-repeated")?;
                    let span = |key: &str| Ok(repeats(&own, key)?.max(1));
                    let span = (span("table:number-rows-spanned")?, span("table:number-columns-spanned")?);
                    cells.push(Repeated { cell: self.cell(&own)?, times, span });
                }
                Event::Start(own) => self.skip(&own)?,
                Event::End(own) if own.name().as_ref() == "table:table-row" => return Ok(cells),
                _ => {}
            }
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) -> Result<Cell, Unreadable> {
        let name = element.name().as_ref().to_owned();
        let shown = self.shown(&name)?;
        let value = |key: &str| attribute(element, key);
        let is_error = value("calcext:value-type")?.as_deref() == Some("error");
        let number = |own: Option<String>, is_percent: bool| match own.map(|own| own.trim().parse::<f64>()) {
            Some(Ok(own)) => number::cell(own, is_percent),
            _ => sheet::text(&shown),
        };
        let own = match value("office:value-type")?.as_deref() {
            _ if is_error && !shown.is_empty() => Cell::Error(shown),
            Some("percentage") => number(value("office:value")?, true),
            Some("float" | "currency") => number(value("office:value")?, false),
            Some("date") => number::iso(&value("office:date-value")?.unwrap_or_default()),
            Some("time") => number::iso(&value("office:time-value")?.unwrap_or_default()),
            Some("boolean") => Cell::Other(value("office:boolean-value")?.unwrap_or_default()),
            Some("string") => {
                return Ok(sheet::text(&value("office:string-value")?.filter(|own| !own.is_empty()).unwrap_or(shown)));
            }
            _ => sheet::text(&shown),
        };
        match value("table:formula")? {
            Some(formula) if own == Cell::Empty => {
                // The prefix names the grammar: `of:=[.A1]`.
                let formula = formula.split_once(":=").map_or(formula.as_str(), |(_, rest)| rest);
                Ok(Cell::Formula(format!("={}", formula.trim_start_matches('='))))
            }
            _ => Ok(own),
        }
    }

    /// Reads what a cell shows, one line for each paragraph, without remarks and drawings.
    fn shown(&mut self, name: &str) -> Result<String, Unreadable> {
        let mut text = String::new();
        let mut count = 0;
        loop {
            match self.event()? {
                Event::Start(own) => match own.name().as_ref() {
                    "text:p" => {
                        if count > 0 {
                            text.push('\n');
                        }
                        count += 1;
                    }
                    "text:s" => {
                        // No text needs more; the number may be any.
                        let spaces = repeats(&own, "text:c")?.min(1_000);
                        text.extend(std::iter::repeat_n(' ', spaces));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    own_name if own_name.starts_with("text:") => {}
                    _ => self.skip(&own)?,
                },
                Event::Text(own) if count > 0 => text.push_str(&own.xml10_content()),
                Event::CData(own) if count > 0 => text.push_str(&own.xml10_content()),
                Event::GeneralRef(own) if count > 0 => {
                    let letter = own.resolve_char_ref().map_err(|error| Unreadable::said(&error))?;
                    match letter {
                        Some(letter) => text.push(letter),
                        None => text
                            .push_str(quick_xml::escape::resolve_xml_entity(&own.xml10_content()).unwrap_or_default()),
                    }
                }
                Event::End(own) if own.name().as_ref() == name => return Ok(text),
                _ => {}
            }
        }
    }
}

/// Puts a row as often as it stands there.
fn put(sheet: &mut Sheet<'_>, (row, times): (usize, usize), cells: &[Repeated]) -> Result<(), Unreadable> {
    if cells.iter().all(|own| own.cell == Cell::Empty) {
        return Ok(());
    }
    for at in row..row.saturating_add(times) {
        let mut column = 0_usize;
        for own in cells {
            if own.span != (1, 1) {
                let last = (at.saturating_add(own.span.0 - 1), column.saturating_add(own.span.1 - 1));
                sheet.merge((at, column), last);
            }
            if own.cell != Cell::Empty {
                for place in column..column.saturating_add(own.times) {
                    sheet.put(at, place, own.cell.clone())?;
                }
            }
            column = column.saturating_add(own.times);
        }
    }
    Ok(())
}

fn attribute(element: &BytesStart<'_>, key: &str) -> Result<Option<String>, Unreadable> {
    let own = element.try_get_attribute(key).map_err(|error| Unreadable::said(&error))?;
    let own = own.map(|own| own.normalized_value(quick_xml::XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned));
    own.transpose().map_err(|error| Unreadable::said(&error))
}

fn repeats(element: &BytesStart<'_>, key: &str) -> Result<usize, Unreadable> {
    Ok(attribute(element, key)?.map_or(1, |own| own.parse().unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::super::package::tests::packed;
    use super::super::rows::Merge;
    use super::super::sheet::{COLUMNS, ROWS};
    use super::*;

    fn book(styles: &str, tables: &str) -> Vec<u8> {
        let content = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
             <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
        );
        packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
    }

    fn rows(rows: &str) -> Result<Vec<Grid>, Unreadable> {
        read(&book("", &format!("<table:table table:name=\"A\">{rows}</table:table>")))
    }

    #[test]
    fn cells_are_what_their_types_say() {
        let cells = "<table:table-header-rows><table:table-row>\
            <table:table-cell office:value-type=\"float\" office:value=\"2527980.8698990005\"><text:p>2.527.981</text:p></table:table-cell>\
            <table:table-cell office:value-type=\"percentage\" office:value=\"0.85\"><text:p>85%</text:p></table:table-cell>\
            <table:table-cell office:value-type=\"date\" office:date-value=\"2019-01-31\"><text:p>31/01/19</text:p></table:table-cell>\
            <table:table-cell office:value-type=\"time\" office:time-value=\"PT10H30M00S\"/>\
            <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
            <table:table-cell office:value-type=\"string\"><office:annotation><text:p>remark</text:p></office:annotation><text:p>a<text:s text:c=\"2\"/>&amp;</text:p><text:p>&#273;</text:p></table:table-cell>\
            <table:table-cell table:formula=\"of:=[.A1]*2\"/>\
            <table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>\
            <table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"/>\
            </table:table-row></table:table-header-rows>";
        let row = rows(cells).unwrap()[0].rows[0].clone();
        let expected = [
            Cell::Number("2527980.869899".into()),
            Cell::Percent("0.85".into()),
            Cell::Date("2019-01-31".into()),
            Cell::Date("10:30:00".into()),
            Cell::Other("true".into()),
            Cell::Text("a  &\nđ".into()),
            Cell::Formula("=[.A1]*2".into()),
            Cell::Error("#N/A".into()),
        ];
        assert_eq!(row, expected);
    }

    #[test]
    fn what_is_repeated_keeps_its_place_and_its_limits() {
        let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
        let gap = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        let last = "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"/><table:covered-table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"2\"/></table:table-row>";
        let grids = rows(&format!("{gap}<table:table-row>{cell}</table:table-row>{last}")).unwrap();
        assert_eq!(grids[0].cell(3, 0).text(), "1");
        assert_eq!((grids[0].cell(4, 2).text(), grids[0].cell(4, 3).text()), ("2", "2"));
        let many = |rows: &str, columns: &str| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"{columns}\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
            )
        };
        assert_eq!(
            rows(&many("1048576", "16384")),
            Ok(vec![Grid::unread("A".into(), false, Unreadable::TooManyColumns(COLUMNS))])
        );
        assert_eq!(
            rows(&many("1048576", "1")),
            Ok(vec![Grid::unread("A".into(), false, Unreadable::TooManyRows(ROWS))])
        );
        assert!(matches!(rows(&many("99999999999999999999999", "1900")), Err(Unreadable::TooManyCells(_))));
        let far = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>";
        assert_eq!(rows(&format!("<table:table-row>{cell}</table:table-row>{far}")).unwrap()[0].rows.len(), 1);
    }

    #[test]
    fn spans_are_merges() {
        let cell = |inner: &str, text: &str| {
            format!("<table:table-cell {inner} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
        };
        let covered = "<table:covered-table-cell/>";
        let spans = "table:number-rows-spanned=\"2\" table:number-columns-spanned=\"2\"";
        let first = format!("<table:table-row>{}{}{covered}</table:table-row>", cell("", "a"), cell(spans, "b"));
        let second = format!("<table:table-row>{}{covered}{covered}{}</table:table-row>", cell("", "c"), cell("", "d"));
        let grid = rows(&(first + &second)).unwrap().remove(0);
        let merge = Merge { first_row: 0, first_column: 1, last_row: 1, last_column: 2 };
        assert_eq!((grid.rows.merge(1, 2), grid.rows.merge(1, 3)), (Some(merge), None));
        assert_eq!([grid.shown(1, 1), grid.shown(1, 2), grid.shown(1, 3)].map(Cell::text), ["b", "", "d"]);
        assert_eq!((grid.merged_into(1, 2), grid.merged_into(0, 1)), (Some((0, 1)), None));
    }

    #[test]
    fn hidden_sheets_are_marked_and_locked_books_named() {
        let style = "<style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/></style:style>\
                     <style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>";
        let tables = "<table:table table:name=\"A\" table:style-name=\"ta1\"/><table:table table:name=\"B\" table:style-name=\"ta2\"/>";
        let grids = read(&book(style, tables)).unwrap();
        let seen: Vec<(&str, bool)> = grids.iter().map(|grid| (grid.name.as_str(), grid.is_hidden)).collect();
        assert_eq!(seen, [("A", false), ("B", true)]);
        let locked = packed(&[("META-INF/manifest.xml", b"<manifest:encryption-data/>"), ("content.xml", b"x")]);
        assert_eq!(read(&locked), Err(Unreadable::Locked));
    }
}
