//! Reports as they stand in their files, for documents that show where figures come from.

use super::failure::Failure;
use super::session::{Read, Session};
use crate::diag::Beyond;
use crate::load;
use crate::model::{FormId, Row};

/// Reports by form, each list in the order of periods and units.
pub(super) type Rows = Vec<(FormId, Vec<Row>)>;

/// Reads the reports of some forms that are wanted, those dated after the day judged counted and left out.
pub(super) fn rows(
    session: &Session,
    read: &Read,
    forms: &[FormId],
    wanted: &dyn Fn(&Row) -> bool,
) -> Result<(Rows, usize), Failure> {
    let (Some(loaded), Some((plan, times))) = (&session.loaded, session.plan()) else { return Ok((Vec::new(), 0)) };
    let beyond = Beyond::new(0);
    let context = session.context(times, &read.queries, read.as_of, &beyond);
    let last = |row: &Row| plan.window.last_day(row.period.months().last);
    let mut later = 0;
    let mut read_rows = Vec::new();
    for &form in forms {
        let mut rows = load::details(context, loaded, &session.data, (form, &read.figures.counted), wanted)
            .map_err(|(file, error)| session.vanished(file, error))?;
        let before = rows.len();
        // A level without a day of receipt counts from the end of its period.
        rows.retain(|row| {
            row.reported.or_else(|| last(row)).is_none_or(|day| day <= read.as_of)
                && last(row).is_none_or(|last| last <= read.as_of)
        });
        later += before - rows.len();
        rows.sort_by_key(|row| (row.period, row.unit));
        read_rows.push((form, rows));
    }
    Ok((read_rows, later))
}
