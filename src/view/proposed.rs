//! The table of what a proposed recipe understands, and how sure of it it is.

use super::{Cell, Column, Table, Tone, Value};
use crate::text::{self, Lang, Word};

/// How sure something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// The file and the plan say it.
    Understood,
    /// It is alike.
    Likely,
    /// Only the user can say.
    Open,
    /// It is not read.
    Left,
}

/// Makes the table.
pub(super) fn table(rows: Vec<Vec<Cell>>, lang: Lang) -> Table {
    let word = |word| text::word(word, lang);
    let columns = vec![
        Column::hidden("part"),
        Column::new("where", word(Word::PartHead)),
        Column::new("says", word(Word::SaysHead)),
        Column::new("meaning", word(Word::MeaningHead)),
        Column::new("state", word(Word::StateHead)),
    ];
    let mut table = Table::new("proposal", "", columns);
    table.rows = rows;
    table
}

/// Makes a row: which part of the recipe it is, where that stands in the file, what the file says there and what it means.
pub(super) fn row(part: &str, (at, says, meaning): (&str, &str, &str), sure: Sure, lang: Lang) -> Vec<Cell> {
    let (code, word, tone) = match sure {
        Sure::Understood => ("understood", Word::StateUnderstood, Tone::Good),
        Sure::Likely => ("likely", Word::StateLikely, Tone::Warn),
        Sure::Open => ("open", Word::StateOpen, Tone::Bad),
        Sure::Left => ("left-out", Word::StateLeft, Tone::Quiet),
    };
    vec![
        Cell::data(Value::Text(part.to_owned())),
        Cell::text(at),
        Cell::text(says),
        Cell::text(meaning),
        Cell::toned(Value::Text(code.to_owned()), text::word(word, lang), tone),
    ]
}
