//! How a unit's report stands at the day judged: in time, late, missing, not due.

use chrono::NaiveDate;

use super::status::Judged;
use super::{Cell, Tone, Value, wording};
use crate::model::{FormId, Term, UnitId};
use crate::text::{Lang, Word, word};

/// How a report stands at the day judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    OnTime,
    Late(i64),
    Missing(i64),
    NotDue,
    Excused,
    NotOwed,
}

/// Tells how a unit's report for a term stands.
pub(super) fn standing(
    judged: Judged<'_>,
    form: FormId,
    unit: UnitId,
    term: &Term,
    reported: Option<NaiveDate>,
) -> Standing {
    let plan = judged.plan;
    let owed = plan.owes(unit, form, term);
    // A row in which every figure is blank is no report.
    let reported = reported.filter(|_| is_in(judged, form, unit, term));
    match (reported, term.due) {
        (Some(day), Some(due)) if owed && day > due => Standing::Late((day - due).num_days()),
        (Some(_), _) => Standing::OnTime,
        (None, _) if plan.unit(unit).excuse(form, term.period).is_some() => Standing::Excused,
        (None, Some(due)) if owed && due <= judged.judgement.as_of => {
            Standing::Missing((judged.judgement.as_of - due).num_days())
        }
        (None, _) if owed => Standing::NotDue,
        (None, _) => Standing::NotOwed,
    }
}

fn is_in(judged: Judged<'_>, form: FormId, unit: UnitId, term: &Term) -> bool {
    let slot = judged.plan.form(form).units.binary_search(&unit);
    let period = judged.times.form(form).index(term.period);
    let tally = judged.figures.forms.get(form.0 as usize);
    match (tally, slot, period) {
        (Some(tally), Ok(slot), Some(period)) => tally.is_in(slot, period),
        _ => false,
    }
}

/// Words how a report stands.
pub(super) fn standing_cell(standing: Standing, lang: Lang) -> Cell {
    let (code, shown, tone) = match standing {
        Standing::OnTime => ("on-time", word(Word::OnTime, lang).to_owned(), Tone::Good),
        Standing::Late(days) => {
            ("late", format!("{} {}", word(Word::Late, lang), wording::days(days, lang)), Tone::Warn)
        }
        Standing::Missing(0) => {
            ("missing", format!("{}, {}", word(Word::Missing, lang), word(Word::DueToday, lang)), Tone::Bad)
        }
        Standing::Missing(days) => (
            "missing",
            format!("{}, {} {}", word(Word::Missing, lang), word(Word::OverdueBy, lang), wording::days(days, lang)),
            Tone::Bad,
        ),
        Standing::NotDue => ("not-due", word(Word::NotDue, lang).to_owned(), Tone::Quiet),
        Standing::Excused => ("excused", word(Word::Excused, lang).to_owned(), Tone::Quiet),
        Standing::NotOwed => ("not-owed", word(Word::NotOwed, lang).to_owned(), Tone::Quiet),
    };
    Cell::toned(Value::Text(code.to_owned()), shown, tone)
}
