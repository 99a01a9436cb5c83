//! One figure of a measure, wherever it is written.

use crate::model::{Measure, MeasureKind};
use crate::syntax::cell::number;
use crate::text::{BadNumber, Finding};

/// Reads a figure as a count of its measure's last decimal.
///
/// # Errors
/// Returns what is wrong with it: no number, more decimals than the measure has, a negative count, too large.
pub fn figure(text: &str, measure: &Measure) -> Result<i64, Finding> {
    let bad = |why| Finding::BadNumber { text: text.to_owned(), why };
    match number(text, measure.decimals) {
        Ok(value) if value < 0 && measure.kind != MeasureKind::Level => {
            Err(Finding::NegativeCount { text: text.to_owned() })
        }
        Ok(value) => i64::try_from(value).map_err(|_| bad(BadNumber::TooLarge)),
        Err(why) => Err(bad(why)),
    }
}
