//! The value of an indicator over a span, and how complete it is.

use chrono::NaiveDate;

use super::Overflow;
use crate::model::{
    Decimal, FormTally, Formula, MeasureId, MeasureKind, Months, PartTally, Period, Plan, Ratio, Timetable, UnitId,
};

/// The forms' tallies that one query is answered from, for all units or for one.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its periods.
    pub times: &'a Timetable,
    /// A tally a form.
    pub forms: &'a [FormTally],
    /// The query's place in the list that the tallies were folded for.
    pub query: usize,
    /// One unit by itself; none for all.
    pub unit: Option<UnitId>,
}

/// A rate's two counts, a level, or a value that no figures gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Sums above and below the line.
    Rate {
        /// Above.
        numerator: Decimal,
        /// Below.
        denominator: Decimal,
    },
    /// One level, as reported.
    Level(Decimal),
    /// A value that is assumed: percent for a rate.
    Assumed(Decimal),
}

impl Amount {
    /// Returns the value that is compared: percent for a rate, the level itself. None for a denominator of zero.
    pub fn value(self) -> Option<Ratio> {
        match self {
            Self::Rate { numerator, denominator } => Ratio::of(numerator, denominator)?.checked_mul(Ratio::whole(100)),
            Self::Level(value) | Self::Assumed(value) => value.ratio(),
        }
    }
}

/// How many reports there are, each with every cell the indicator needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reports {
    /// In, also where none was owed.
    pub any: usize,
    /// In, of those owed.
    pub received: usize,
    /// Owed for the closed periods of the span.
    pub owed: usize,
    /// Owed and due.
    pub due: usize,
    /// In, of those due.
    pub received_of_due: usize,
}

/// A stock that had to be taken from an older period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Older {
    /// Whose.
    pub unit: UnitId,
    /// Of when.
    pub period: Period,
    /// Which measure.
    pub measure: MeasureId,
}

/// Figures that have not been given anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The period that they are of.
    pub of: Period,
    /// The last one that is over, of which there are none.
    pub lacking: Period,
}

impl<'a> Source<'a> {
    /// Returns the tallies of the query with what they bring to it.
    pub fn parts(self) -> impl Iterator<Item = (&'a FormTally, &'a PartTally)> {
        self.forms.iter().filter_map(move |form| Some((form, form.part(self.query)?)))
    }

    /// Returns the places of the units that count, in a form.
    fn slots(self, form: &FormTally) -> std::ops::Range<usize> {
        let units = &self.plan.form(form.form()).units;
        match self.unit {
            None => 0..units.len(),
            Some(unit) => units.binary_search(&unit).map_or(0..0, |slot| slot..slot + 1),
        }
    }

    /// Counts the reports of the query.
    pub fn reports(self) -> Reports {
        let mut total = Reports::default();
        for (form, part) in self.parts() {
            for slot in self.slots(form) {
                let counts = part.counts(slot);
                total.any += usize::from(counts.any);
                total.received += usize::from(counts.owed);
                total.received_of_due += usize::from(counts.due);
            }
            for period in part.periods.clone() {
                let owed = self.owed_in(form, period);
                total.owed += owed;
                total.due += if form.is_due(period) { owed } else { 0 };
            }
        }
        total
    }

    /// Tells whether each form has a report with every cell the indicator needs.
    pub fn every_form_reported(self) -> bool {
        self.parts().all(|(form, part)| self.has_any(form, part))
    }

    /// Tells whether a report is due in a form that has none.
    pub fn is_due_in_silent_form(self) -> bool {
        let mut silent = self.parts().filter(|(form, part)| !self.has_any(form, part));
        silent.any(|(form, part)| {
            part.periods.clone().any(|period| form.is_due(period) && self.owed_in(form, period) > 0)
        })
    }

    fn has_any(self, form: &FormTally, part: &PartTally) -> bool {
        self.slots(form).any(|slot| part.counts(slot).any > 0)
    }

    /// Counts the units that owe a form's report for a period.
    pub fn owed_in(self, form: &FormTally, period: usize) -> usize {
        match self.unit {
            None => form.owed(period),
            Some(_) => self.slots(form).filter(|&slot| form.is_owed(slot, period)).count(),
        }
    }

    /// Tells whether every unit that owes a report in a stretch of months, also one that has not closed, has one in.
    pub fn every_unit_reported(self, whole: Months) -> bool {
        self.parts().all(|(form, part)| {
            let periods = self.times.form(form.form()).within(whole);
            let owes = |slot: usize| periods.clone().any(|period| form.is_owed(slot, period));
            self.slots(form).all(|slot| part.counts(slot).any > 0 || !owes(slot))
        })
    }

    /// Returns the sum of a measure over the span.
    ///
    /// # Errors
    /// Fails if the sum does not fit.
    pub fn sum(self, measure: MeasureId) -> Result<Decimal, Overflow> {
        let declared = self.plan.measure(measure);
        let mut total = 0i128;
        for (form, part) in self.parts().filter(|(form, _)| form.form() == measure.form) {
            if declared.kind == MeasureKind::Flow {
                let slot = self.unit.and(self.slots(form).next());
                let absent = self.unit.is_some() && slot.is_none();
                total = if absent { 0 } else { part.sum(measure.column, slot).ok_or(Overflow)? };
                continue;
            }
            for slot in self.slots(form) {
                if let Some((_, value)) =
                    part.one(measure.column, slot).filter(|_| self.still_counts(form, part, slot, declared.kind))
                {
                    total = total.checked_add(i128::from(value)).ok_or(Overflow)?;
                }
            }
        }
        Decimal::new(total, declared.decimals).ok_or(Overflow)
    }

    fn still_counts(self, form: &FormTally, part: &PartTally, slot: usize, kind: MeasureKind) -> bool {
        let last = part.periods.clone().last().and_then(|period| self.times.form(form.form()).all().get(period));
        let unit = self.plan.form(form.form()).units[slot];
        last.is_none_or(|term| !passed_on(self.plan, unit, kind, term.last))
    }

    /// Returns the indicator's amount over the span.
    ///
    /// # Errors
    /// Fails if a sum does not fit.
    pub fn amount(self, formula: &Formula) -> Result<Amount, Overflow> {
        let sum = |measures: &[MeasureId]| {
            measures
                .iter()
                .try_fold(Decimal::whole(0), |total, &measure| total.checked_add(self.sum(measure)?).ok_or(Overflow))
        };
        match formula {
            Formula::Rate { numerator, denominator } => {
                Ok(Amount::Rate { numerator: sum(numerator)?, denominator: sum(denominator)? })
            }
            Formula::Level(measure) => Ok(Amount::Level(self.sum(*measure)?)),
        }
    }

    /// Tells where no unit has given a figure anew in the last period of the span. None where something adds up over periods.
    pub fn held(self, formula: &Formula) -> Option<Held> {
        let measures = formula.measures();
        let kind = |measure: &MeasureId| self.plan.measure(*measure).kind;
        if measures.iter().any(|own| matches!(kind(own), MeasureKind::Flow | MeasureKind::StockOpen)) {
            return None;
        }
        let held = |measure: &MeasureId| {
            let (form, part) = self.parts().find(|(form, _)| form.form() == measure.form)?;
            let given = self.slots(form).filter_map(|slot| part.one(measure.column, slot));
            let (latest, last) = (given.map(|(period, _)| period).max()?, part.periods.clone().last()?);
            let period = |at: usize| self.times.form(form.form()).all()[at].period;
            (latest < last).then(|| Held { of: period(latest), lacking: period(last) })
        };
        measures.iter().filter_map(held).min_by_key(|held| held.of.months().last)
    }

    /// Returns the oldest stock that was taken from a period before the last closed one.
    pub fn older(self, formula: &Formula) -> Option<Older> {
        let mut oldest: Option<(usize, Older)> = None;
        for measure in formula.measures() {
            let kind = self.plan.measure(measure).kind;
            if matches!(kind, MeasureKind::Flow | MeasureKind::StockOpen) {
                continue;
            }
            for (form, part) in self.parts().filter(|(form, _)| form.form() == measure.form) {
                let terms = self.times.form(form.form()).all();
                let Some(last) = part.periods.clone().last() else { continue };
                for slot in self.slots(form) {
                    let unit = self.plan.form(form.form()).units[slot];
                    let gone = self.plan.unit(unit).until.is_some_and(|until| until < terms[last].last);
                    let held = part.one(measure.column, slot).filter(|(period, _)| *period < last && !gone);
                    if let Some((period, _)) =
                        held.filter(|(period, _)| oldest.is_none_or(|(before, _)| *period < before))
                    {
                        oldest = Some((period, Older { unit, period: terms[period].period, measure }));
                    }
                }
            }
        }
        oldest.map(|(_, older)| older)
    }
}

/// Tells whether what a unit held has passed to another, which reports it: the unit no longer exists on a day.
pub(super) fn passed_on(plan: &Plan, unit: UnitId, kind: MeasureKind, day: NaiveDate) -> bool {
    matches!(kind, MeasureKind::Stock | MeasureKind::ToDate) && plan.unit(unit).until.is_some_and(|until| until < day)
}
