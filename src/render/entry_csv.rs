//! A form to be filled in as comma-separated values: the cells of its sheet, without formulas.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::csv::disarmed;
use crate::view::{EntryForm, EntryRow};

/// Writes a form: UTF-8 with a byte order mark, by which Excel knows it; lines ended by CRLF. A text that a spreadsheet would run
/// has an apostrophe before it.
pub fn entry_csv(form: &EntryForm) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in &form.rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells(row));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    // What was written is text.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes a figure with a decimal point, as data/ has it.
fn number(figure: Option<impl ToString>) -> String {
    figure.map_or_else(String::new, |figure| figure.to_string())
}

fn cells(row: &EntryRow) -> [String; 5] {
    let none = String::new;
    match row {
        EntryRow::Title(text) | EntryRow::Line(text) => [disarmed(text), none(), none(), none(), none()],
        EntryRow::Head(heads) => heads.each_ref().map(|head| disarmed(head)),
        EntryRow::Measure(own) => {
            [disarmed(&own.id), disarmed(&own.name), disarmed(&own.counts), number(own.before), number(own.now)]
        }
        EntryRow::Check(own) => [none(), disarmed(&own.label), none(), none(), none()],
        EntryRow::Text(own) => [own.key.to_owned(), disarmed(own.label), disarmed(&own.value), none(), none()],
        EntryRow::Mark(cells) => cells.each_ref().map(|cell| disarmed(cell)),
    }
}
