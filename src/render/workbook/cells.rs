//! A cell of a document as a spreadsheet holds it: a number, a day or a text, never a formula.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ColNum, ExcelDateTime, Format, RowNum, Worksheet, XlsxError};

use super::super::sheet_cells::{digits, exact, harmless};
use super::columns::Part;
use crate::text::{self, Lang};
use crate::view::{Cell, Shown, Tone, Value};

/// What a cell of a sheet holds.
#[derive(Clone)]
pub(super) enum Data {
    Blank,
    /// A text; it stands at the right if it is a number that a spreadsheet would round.
    Text {
        is_number: bool,
    },
    /// A number and its format.
    Number(f64, String),
    Date(ExcelDateTime),
}

/// A cell of a sheet.
#[derive(Clone)]
pub(super) struct SheetCell {
    pub(super) data: Data,
    /// The text, or about what a spreadsheet makes of the number: by it widths are measured.
    pub(super) seen: String,
    pub(super) tone: Tone,
}

impl SheetCell {
    /// Makes a cell of nothing.
    pub(super) fn blank() -> Self {
        Self { data: Data::Blank, seen: String::new(), tone: Tone::Plain }
    }

    /// Makes a cell of a text.
    pub(super) fn text(text: &str, tone: Tone) -> Self {
        let seen = harmless(text);
        let data = if seen.is_empty() { Data::Blank } else { Data::Text { is_number: false } };
        Self { data, seen, tone }
    }

    /// Makes a cell of one part of a document's cell.
    pub(super) fn of(cell: &Cell, part: Part, lang: Lang) -> Self {
        let tone = cell.shown.tone;
        match (&cell.value, part) {
            (Value::Rate { numerator, .. }, Part::Numerator) => {
                Self::number(&numerator.to_string(), numerator.scale(), Tone::Plain, lang)
            }
            (Value::Rate { denominator, .. }, Part::Denominator) => {
                Self::number(&denominator.to_string(), denominator.scale(), Tone::Plain, lang)
            }
            (_, Part::Numerator | Part::Denominator) => Self::blank(),
            (Value::Rate { percent: Some(percent), .. }, Part::Value) => {
                Self::percent(&percent.to_string(), percent.scale(), tone, lang)
            }
            (Value::Rate { percent: None, .. }, Part::Value) => Self::text(whole(&cell.shown), tone),
            (Value::Int(number), Part::Value) => Self::number(&number.to_string(), 0, tone, lang),
            (Value::Number(number), Part::Value) => Self::number(&number.to_string(), number.scale(), tone, lang),
            (Value::Percent(percent), Part::Value) => Self::percent(&percent.to_string(), percent.scale(), tone, lang),
            (Value::Date(day), Part::Value) => Self::date(*day, tone, lang),
            (Value::Null | Value::Text(_) | Value::Bool(_) | Value::List(_), Part::Value) => match whole(&cell.shown) {
                "" => Self::text(&cell.value.plain(), tone),
                shown => Self::text(shown, tone),
            },
        }
    }

    fn number(plain: &str, decimals: u8, tone: Tone, lang: Lang) -> Self {
        let data = exact(plain).map_or(Data::Text { is_number: true }, |own| Data::Number(own, digits(decimals)));
        Self { data, seen: text::number(plain, lang), tone }
    }

    fn percent(plain: &str, decimals: u8, tone: Tone, lang: Lang) -> Self {
        let format = format!("{}%", digits(decimals).trim_start_matches("#,##"));
        let data = exact(&hundredth(plain)).map_or(Data::Text { is_number: true }, |own| Data::Number(own, format));
        Self { data, seen: text::percent(plain, lang), tone }
    }

    fn date(day: NaiveDate, tone: Tone, lang: Lang) -> Self {
        let data = excel_day(day).map_or(Data::Text { is_number: false }, Data::Date);
        Self { data, seen: text::day(day, lang), tone }
    }

    /// Tells whether a spreadsheet shows it on one line or not at all.
    pub(super) fn is_whole(&self) -> bool {
        match self.data {
            Data::Number(..) | Data::Date(_) | Data::Text { is_number: true } => true,
            Data::Blank | Data::Text { is_number: false } => false,
        }
    }

    /// Writes it.
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        row: RowNum,
        column: ColNum,
        look: &Format,
    ) -> Result<(), XlsxError> {
        match &self.data {
            Data::Blank => sheet.write_blank(row, column, look)?,
            Data::Text { .. } => sheet.write_string_with_format(row, column, &self.seen, look)?,
            Data::Number(number, _) => sheet.write_number_with_format(row, column, *number, look)?,
            Data::Date(day) => sheet.write_datetime_with_format(row, column, day, look)?,
        };
        Ok(())
    }
}

/// Returns a text as a page has it.
pub(super) fn whole(shown: &Shown) -> &str {
    shown.whole.as_deref().unwrap_or(&shown.text)
}

/// Returns a day as a spreadsheet counts days; none before 1900.
pub(super) fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Divides a number by a hundred in its digits, where nothing is rounded.
fn hundredth(plain: &str) -> String {
    let (sign, number) = plain.strip_prefix('-').map_or(("", plain), |number| ("-", number));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole = format!("{whole:0>3}");
    let (whole, moved) = whole.split_at(whole.len() - 2);
    format!("{sign}{whole}.{moved}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundredth_has_the_same_digits() {
        for (percent, share) in
            [("87.50", "0.8750"), ("5", "0.05"), ("-12.5", "-0.125"), ("100.00", "1.0000"), ("1234", "12.34")]
        {
            assert_eq!(hundredth(percent), share);
        }
    }
}
