//! Figures of a unit that must fit those of its earlier periods: what is carried over, what does not change, what only rises.

use crate::model::{Form, MeasureKind, Term};

/// The figure where none is known.
const NOTHING: i64 = i64::MIN;

/// How two figures of one unit contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clash {
    /// The opening figure is not the closing one of the period before.
    Uncarried,
    /// A measure that stays the same within a year does not.
    Changed,
    /// A count since the year began falls.
    Falls,
}

/// Two figures of one unit that contradict each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contradiction {
    pub(super) clash: Clash,
    pub(super) slot: usize,
    /// The later figure: its period, measure and value.
    pub(super) this: (usize, u16, i64),
    /// The earlier one.
    pub(super) before: (usize, u16, i64),
}

/// The figures watched, by unit and period, to be compared once all rows are in, whatever their order.
pub(super) struct Watch {
    periods: usize,
    columns: Vec<(u16, Vec<i64>)>,
}

impl Watch {
    /// Makes an empty watch over the measures of a form that need one.
    pub(super) fn new(form: &Form, periods: usize) -> Self {
        let mut columns: Vec<u16> = Vec::new();
        columns.extend(form.carries.iter().flat_map(|carries| [carries.opening, carries.closing]));
        let measures = form.measures.iter().enumerate();
        let kept = measures.filter(|(_, measure)| measure.fixed || measure.kind == MeasureKind::ToDate);
        columns.extend(kept.filter_map(|(at, _)| u16::try_from(at).ok()));
        columns.sort_unstable();
        columns.dedup();
        let cells = form.units.len() * periods;
        Self { periods, columns: columns.into_iter().map(|column| (column, vec![NOTHING; cells])).collect() }
    }

    /// Remembers the figures of a report.
    pub(super) fn see(&mut self, slot: usize, period: usize, cells: &[Option<i64>]) {
        for (column, values) in &mut self.columns {
            values[slot * self.periods + period] = cells[usize::from(*column)].unwrap_or(NOTHING);
        }
    }

    fn values(&self, column: u16) -> Option<&[i64]> {
        self.columns.iter().find(|(own, _)| *own == column).map(|(_, values)| values.as_slice())
    }

    /// Returns what contradicts what, by unit and period.
    pub(super) fn contradictions(&self, form: &Form, terms: &[Term]) -> Vec<Contradiction> {
        let mut list = self.uncarried(form);
        for (column, values) in &self.columns {
            let measure = &form.measures[usize::from(*column)];
            let (is_fixed, only_rises) = (measure.fixed, measure.kind == MeasureKind::ToDate);
            for (slot, figures) in values.chunks(self.periods.max(1)).enumerate() {
                let mut known: Option<(usize, i64)> = None;
                for (period, &value) in figures.iter().enumerate().filter(|(_, value)| **value != NOTHING) {
                    let same_year =
                        |(before, _): &(usize, i64)| terms[*before].period.year() == terms[period].period.year();
                    if let Some((earlier, before)) = known.filter(same_year) {
                        let clash = match () {
                            () if is_fixed && value != before => Some(Clash::Changed),
                            () if only_rises && value < before => Some(Clash::Falls),
                            () => None,
                        };
                        list.extend(clash.map(|clash| Contradiction {
                            clash,
                            slot,
                            this: (period, *column, value),
                            before: (earlier, *column, before),
                        }));
                    }
                    known = Some((period, value));
                }
            }
        }
        list
    }

    fn uncarried(&self, form: &Form) -> Vec<Contradiction> {
        let Some(carries) = &form.carries else { return Vec::new() };
        let (Some(opening), Some(closing)) = (self.values(carries.opening), self.values(carries.closing)) else {
            return Vec::new();
        };
        let is_first = |at: usize| at.is_multiple_of(self.periods.max(1));
        let pairs =
            opening.iter().enumerate().filter(|(at, _)| !is_first(*at)).map(|(at, now)| (at, *now, closing[at - 1]));
        let clashing = pairs.filter(|(_, now, before)| *now != NOTHING && *before != NOTHING && now != before);
        let made = clashing.map(|(at, now, before)| {
            let (slot, period) = (at / self.periods, at % self.periods);
            let (this, before) = ((period, carries.opening, now), (period - 1, carries.closing, before));
            Contradiction { clash: Clash::Uncarried, slot, this, before }
        });
        made.collect()
    }
}
