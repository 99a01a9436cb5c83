//! How a unit's report stands at the day judged: in time, late, missing, not due.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};

use super::status::Judged;
use super::{Cell, Tone, Value, wording};
use crate::model::{FormId, Months, Period, Term, UnitId};
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

/// A report of a unit: how it stands.
pub(super) struct Sent {
    pub(super) form: FormId,
    pub(super) unit: UnitId,
    pub(super) period: Period,
    pub(super) due: Option<NaiveDate>,
    pub(super) standing: Standing,
    /// Whether it is owed and its due day is over, so that it counts.
    pub(super) counts: bool,
}

/// Returns every report of a stretch of months that is owed, or from which a unit is excused, by unit, form and period.
pub(super) fn sent(judged: Judged<'_>, span: Months) -> Vec<Sent> {
    let mut list = Vec::new();
    for tally in judged.figures.forms.iter().filter(|tally| judged.plan.form(tally.form()).sent) {
        let (id, terms) = (tally.form(), judged.times.form(tally.form()));
        let late: BTreeMap<(usize, usize), u16> =
            tally.late().iter().map(|late| ((late.slot as usize, usize::from(late.period)), late.days)).collect();
        for period in terms.within(span) {
            let term = &terms.all()[period];
            let Some(due) = term.due else { continue };
            for (slot, &unit) in judged.plan.form(id).units.iter().enumerate() {
                let days = late.get(&(slot, period)).copied().unwrap_or_default();
                let received = tally.is_in(slot, period).then(|| due + Duration::days(i64::from(days)));
                let standing = standing(judged, id, unit, term, received);
                if standing != Standing::NotOwed {
                    let counts = tally.is_due(period) && tally.is_owed(slot, period);
                    list.push(Sent { form: id, unit, period: term.period, due: term.due, standing, counts });
                }
            }
        }
    }
    list.sort_by_key(|own| (own.unit, own.form, own.period));
    list
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
