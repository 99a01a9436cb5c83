//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use super::super::sheet_cells::FONT;
use super::cells::{Data, SheetCell};
use crate::text::Lang;
use crate::view::{Align, Tone};

/// Points of a line of text, of a line of a title, and of the room above and below.
pub(super) const LINE: usize = 16;
pub(super) const TITLE_LINE: usize = 20;
pub(super) const ROOM: usize = 5;

/// How each kind of cell looks.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) head: Format,
    /// Lines of a cover: centred.
    pub(super) line: Format,
    pub(super) kind: Format,
    pub(super) label: Format,
    body: Format,
    day: &'static str,
}

impl Looks {
    pub(super) fn new(lang: Lang) -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(12).set_text_wrap().set_align(FormatAlign::Top);
        let boxed = plain.clone().set_border(FormatBorder::Thin).set_border_color("7F7F7F");
        let line = plain.clone().set_align(FormatAlign::Center);
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            note: plain.set_italic(),
            head: boxed
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("EDEDED"),
            kind: line.clone().set_bold().set_font_size(14),
            line,
            label: boxed.clone().set_bold().set_background_color("EDEDED"),
            body: boxed,
            day: match lang {
                Lang::Vi => "dd/mm/yyyy",
                Lang::En => "yyyy-mm-dd",
            },
        }
    }

    /// Returns how a cell below the head looks. Texts stand where their column says, numbers at the right, days in the middle.
    pub(super) fn cell(&self, cell: &SheetCell, align: Align) -> Format {
        let format = toned(self.body.clone(), cell.tone);
        let right = |format: Format| format.set_align(FormatAlign::Right);
        match &cell.data {
            Data::Number(_, digits) => right(format.unset_text_wrap()).set_num_format(digits),
            Data::Date(_) => format.set_align(FormatAlign::Center).set_num_format(self.day),
            Data::Text { is_number: true } => right(format.unset_text_wrap()),
            Data::Text { is_number: false } | Data::Blank => match align {
                Align::Left => format.set_align(FormatAlign::Left),
                Align::Right => right(format),
            },
        }
    }
}

/// Colours a text; each colour stands out from white by 5 to 1 at least.
pub(super) fn toned(format: Format, tone: Tone) -> Format {
    match tone {
        Tone::Plain => format,
        Tone::Strong => format.set_bold(),
        Tone::Good => format.set_font_color("006100"),
        Tone::Warn => format.set_font_color("974706"),
        Tone::Bad => format.set_font_color("9C0006"),
        Tone::Quiet => format.set_font_color("595959"),
    }
}
