//! Counted figures where a form's own figures are read: they are compared with what was entered, and stand in its place where the form
//! says so.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::frozen::{Now, Watched};
use super::watch::Watch;
use crate::diag::{Diagnostic, Place};
use crate::model::{CountedForm, Form, FormTally, Plan, Report, Term, Timetable};
use crate::text::{Finding, Related};

/// The counted figures of a form beside its own.
pub(super) struct Overlay<'a> {
    plan: &'a Plan,
    form: &'a Form,
    terms: &'a [Term],
    counted: &'a CountedForm,
    /// The reports that were met, by unit and period.
    met: HashSet<(usize, usize)>,
}

impl<'a> Overlay<'a> {
    pub(super) fn new(plan: &'a Plan, times: &'a Timetable, counted: &'a CountedForm) -> Self {
        let form = plan.form(counted.form());
        Self { plan, form, terms: times.form(counted.form()).all(), counted, met: HashSet::new() }
    }

    /// Compares a report with what was counted, and puts the counted figures in their place where the form says so.
    pub(super) fn meet(
        &mut self,
        (slot, period): (usize, usize),
        cells: &mut [Option<i64>],
        places: &[Place],
        found: &mut Vec<Diagnostic>,
    ) {
        self.met.insert((slot, period));
        let is_usable = !self.counted.is_broken(slot, period);
        for column in self.counted.columns() {
            let at = usize::from(column);
            let counted = self.counted.figure(column, slot, period).filter(|_| is_usable);
            if let (Some(entered), Some(counted)) = (cells[at], counted)
                && entered != counted
            {
                let finding = self.differs(column, (slot, period), (entered, counted));
                found.extend(places.get(at).map(|place| {
                    let declared = self.form.measures[at].counted.as_ref().map_or(*place, |own| own.place);
                    Diagnostic::new(finding, *place).with(declared, Related::AgainstThis)
                }));
            }
            if self.form.is_counted(column) {
                cells[at] = counted;
            }
        }
    }

    fn differs(&self, column: u16, (slot, period): (usize, usize), (entered, counted): (i64, i64)) -> Finding {
        Finding::CountDiffers {
            measure: self.form.measures[usize::from(column)].name.clone(),
            entered: entered.to_string(),
            counted: counted.to_string(),
            unit: self.plan.unit(self.form.units[slot]).name.clone(),
            period: self.terms[period].period.to_string(),
        }
    }

    /// Adds the periods that nobody reported and the register has, as received when they ended, and counts procedures afresh.
    pub(super) fn finish(
        self,
        tally: &mut FormTally,
        (watch, locked): (&mut Watch, &mut Watched<'_>),
        as_of: NaiveDate,
        found: &mut Vec<Diagnostic>,
    ) {
        let Some(place) = self.form.from_register else { return };
        self.broken(tally);
        for (slot, period, cells) in self.unmet() {
            let reported = self.terms[period].last;
            tally.add(&Report { slot, period, reported, cells: &cells });
            watch.see(slot, period, &cells);
            if !locked.is_empty() {
                locked.see(&self.now(slot, period, &cells, place), found);
            }
        }
        for column in self.counted.columns().filter(|column| self.form.is_counted(*column)) {
            tally.recount(column, |slot, periods| self.counted.procedures(column, slot, periods));
        }
        self.ends_early(tally, as_of, place, found);
    }

    /// Marks the periods in which a dossier plays a part that could not be counted.
    fn broken(&self, tally: &mut FormTally) {
        for slot in 0..self.form.units.len() {
            let periods = (0..tally.closed()).filter(|period| self.counted.is_broken(slot, *period));
            periods.for_each(|period| tally.reject(slot, period));
        }
    }

    /// Returns the periods that are over today, that the register reaches and that nobody reported, with their figures.
    pub(super) fn unmet(&self) -> Vec<(usize, usize, Vec<Option<i64>>)> {
        let mut list = Vec::new();
        if self.form.from_register.is_none() {
            return list;
        }
        for (slot, unit) in self.form.units.iter().enumerate() {
            let unit = self.plan.unit(*unit);
            for (period, term) in self.terms.iter().enumerate() {
                let is_there = unit.from.is_none_or(|from| from <= term.last)
                    && unit.until.is_none_or(|until| term.first <= until);
                if !is_there || self.met.contains(&(slot, period)) || !self.is_counted(slot, period) {
                    continue;
                }
                let cells = (0..self.form.measures.len()).map(|column| {
                    let column = u16::try_from(column).unwrap_or(u16::MAX);
                    self.counted.figure(column, slot, period)
                });
                list.push((slot, period, cells.collect()));
            }
        }
        list
    }

    fn is_counted(&self, slot: usize, period: usize) -> bool {
        self.counted.covers(slot, period) && !self.counted.is_broken(slot, period)
    }

    fn now<'b>(&self, slot: usize, period: usize, cells: &'b [Option<i64>], place: Place) -> Now<'b>
    where
        'a: 'b,
    {
        let unit = self.form.units[slot];
        Now {
            form: self.form,
            unit,
            name: self.plan.unit(unit).name.clone(),
            period: self.terms[period].period,
            reported: self.terms[period].last.to_string(),
            cells,
            place,
            places: Vec::new(),
        }
    }

    /// Reports units whose register does not reach a period that should be counted by now.
    fn ends_early(&self, tally: &FormTally, as_of: NaiveDate, place: Place, found: &mut Vec<Diagnostic>) {
        for (slot, unit) in self.form.units.iter().enumerate() {
            let mut periods = (0..tally.closed()).filter(|period| tally.is_owed(slot, *period));
            let first = periods.find(|period| {
                let is_due = self.terms[*period].due.is_none_or(|due| due <= as_of);
                is_due && !self.counted.covers(slot, *period)
            });
            let Some(first) = first else { continue };
            let finding = Finding::RegisterEndsEarly {
                unit: self.plan.unit(*unit).name.clone(),
                last: self.counted.reached(slot).map(|last| last.to_string()),
                period: self.terms[first].period.to_string(),
            };
            found.push(Diagnostic::new(finding, place));
        }
    }
}
