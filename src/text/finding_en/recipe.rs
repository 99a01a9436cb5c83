//! Findings about recipes, in English.

use super::say;
use crate::text::{RecipeFault, Words};

pub(super) fn bad_address(text: &str, is_column: bool) -> Words {
    if is_column {
        say(format!("\"{text}\" is no column of a spreadsheet"), "", "write the letter of the column, such as C or AA")
    } else {
        say(
            format!("\"{text}\" is no cell of a spreadsheet"),
            "",
            "write the letter of the column, then the row, such as A3",
        )
    }
}

pub(super) fn bad_rows(text: &str) -> Words {
    say(
        format!("\"{text}\" is no rows of a spreadsheet"),
        "",
        "write row numbers, the lower one first: 12 or 82-85; for header [6, 7]",
    )
}

pub(super) fn columns(fault: &RecipeFault) -> Words {
    match fault {
        RecipeFault::NoLabel => say(
            "the recipe does not say which column names the rows",
            "",
            "add a [[column]] with is = \"label\" and the letter of that column as at",
        ),
        RecipeFault::SecondLabel => {
            say("two columns name the rows", "the second", "leave is = \"label\" to one column")
        }
        RecipeFault::NoFigures => say(
            "the recipe has no column of figures",
            "",
            "add a [[column]] with measure = \"...\", or with is = \"figures\" where each row is a measure",
        ),
        RecipeFault::Unplaced => {
            say("nothing says which column this is", "", "add at (its letter), head (what its head says), or both")
        }
        RecipeFault::ColumnTwice { column } => {
            say(format!("column {column} is declared twice"), "the second time", "keep one")
        }
        RecipeFault::RowTwice { name } => say(
            format!("the row \"{name}\" is declared twice"),
            "the second time",
            "keep one; if they are two rows, give each an at",
        ),
        RecipeFault::PercentOfCount => {
            say("the column holds counts, no percentages", "", "take percent out, or mend measure")
        }
        RecipeFault::MeasureTwice => say(
            "two columns hold the same measure",
            "the second",
            "keep the right one; if it is another unit's or for another period, say so by unit or period",
        ),
        RecipeFault::HeadWithoutHeader => say(
            "the column has a head, and the recipe does not say which rows are the head",
            "",
            "add header, such as header = [6, 7]",
        ),
        RecipeFault::ColumnMisfit { rows, wanted } => say(
            format!("this column does not go with rows = \"{rows}\""),
            "",
            format!("columns of figures then have {wanted}"),
        ),
        RecipeFault::RowMisfit { rows, wanted } => {
            say(format!("this row does not go with rows = \"{rows}\""), "", format!("rows then have {wanted}"))
        }
    }
}
