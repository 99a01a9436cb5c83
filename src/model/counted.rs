//! What a register comes to for one form: a figure for each unit, period and counted measure. Nothing here grows with the number of
//! dossiers.

use std::ops::Range;

use chrono::NaiveDate;

use super::{ApologyBy, Counted, Dossier, Form, FormId, Plan, Term, UnitId};

/// The counted figures of one form.
#[derive(Clone, Debug)]
pub struct CountedForm {
    form: FormId,
    /// The form's periods that are over today: what is judged as of an earlier day takes fewer of them.
    terms: Vec<Term>,
    /// The place of each unit of the plan in the form.
    slots: Vec<Option<u32>>,
    by: Option<ApologyBy>,
    columns: Vec<Column>,
    /// Up to which day the register of each unit is complete.
    reach: Vec<Option<NaiveDate>>,
    /// From which day each unit's register has a row that could not be used.
    broken: Vec<Option<NaiveDate>>,
}

#[derive(Clone, Debug)]
struct Column {
    at: u16,
    counted: Counted,
    store: Store,
}

#[derive(Clone, Debug)]
enum Store {
    /// A number for each unit and period.
    Dossiers(Vec<i64>),
    /// Which procedures, a bit each, for each unit and period.
    Procedures(Vec<Vec<u64>>),
}

impl CountedForm {
    /// Makes an empty count of a form up to today; none if none of its measures is counted.
    pub fn new(plan: &Plan, form: FormId, terms: &[Term], today: NaiveDate) -> Option<Self> {
        let declared: &Form = plan.form(form);
        let terms: Vec<Term> = terms.iter().copied().filter(|term| term.is_closed(today)).collect();
        let cells = declared.units.len() * terms.len();
        let column = |(at, counted): (usize, &Counted)| Column {
            at: u16::try_from(at).unwrap_or(u16::MAX),
            counted: counted.clone(),
            store: if counted.count.is_distinct() {
                Store::Procedures(vec![Vec::new(); cells])
            } else {
                Store::Dossiers(vec![0; cells])
            },
        };
        let measures = declared.measures.iter().enumerate();
        let columns: Vec<Column> =
            measures.filter_map(|(at, measure)| Some((at, measure.counted.as_ref()?))).map(column).collect();
        let mut slots = vec![None; plan.units.len()];
        for (slot, unit) in declared.units.iter().enumerate() {
            slots[unit.0 as usize] = u32::try_from(slot).ok();
        }
        (!columns.is_empty()).then(|| Self {
            form,
            slots,
            by: plan.register.apology.map(|rule| rule.by),
            columns,
            reach: vec![None; declared.units.len()],
            broken: vec![None; declared.units.len()],
            terms,
        })
    }

    /// Returns the form.
    pub fn form(&self) -> FormId {
        self.form
    }

    /// Tells whether the form asks for the dossiers of a unit.
    pub fn concerns(&self, unit: UnitId) -> bool {
        self.slot(unit).is_some()
    }

    fn slot(&self, unit: UnitId) -> Option<usize> {
        self.slots.get(unit.0 as usize).copied().flatten().map(|slot| slot as usize)
    }

    /// Counts a dossier.
    pub fn add(&mut self, own: &Dossier<'_>) {
        let Some(slot) = self.slot(own.unit) else { return };
        let facts = &own.facts;
        let begin = self.terms.partition_point(|term| term.last < facts.received);
        let end = facts.resolved.map_or(self.terms.len(), |resolved| {
            self.terms.len().min(self.terms.partition_point(|term| term.last < resolved) + 1)
        });
        let width = self.terms.len();
        for column in self.columns.iter_mut().filter(|column| column.counted.concerns(facts, own.procedure)) {
            for (at, term) in self.terms.iter().enumerate().take(end).skip(begin) {
                if !column.counted.count.holds(facts, (term.first, term.last), self.by) {
                    continue;
                }
                match &mut column.store {
                    Store::Dossiers(cells) => cells[slot * width + at] += 1,
                    Store::Procedures(cells) => mark(&mut cells[slot * width + at], own.procedure_at),
                }
            }
        }
    }

    /// Remembers that the register of a unit goes on to a day.
    pub fn reach(&mut self, unit: UnitId, day: NaiveDate) {
        if let Some(slot) = self.slot(unit) {
            self.reach[slot] = self.reach[slot].max(Some(day));
        }
    }

    /// Remembers that a dossier could not be counted that was received on a day, or nobody knows when; of a unit, or nobody knows of
    /// whom.
    pub fn lose(&mut self, unit: Option<UnitId>, received: Option<NaiveDate>) {
        let day = received.unwrap_or(NaiveDate::MIN);
        let slots = match unit {
            Some(unit) => self.slot(unit).map_or(0..0, |slot| slot..slot + 1),
            None => 0..self.broken.len(),
        };
        for broken in &mut self.broken[slots] {
            *broken = Some(broken.map_or(day, |known| known.min(day)));
        }
    }

    /// Adds what another count of the same form found in other files.
    pub fn merge(&mut self, other: Self) {
        for (own, other) in self.columns.iter_mut().zip(other.columns) {
            match (&mut own.store, other.store) {
                (Store::Dossiers(own), Store::Dossiers(other)) => {
                    own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
                }
                (Store::Procedures(own), Store::Procedures(other)) => {
                    own.iter_mut().zip(other).for_each(|(own, other)| unite(own, &other));
                }
                (Store::Dossiers(_), Store::Procedures(_)) | (Store::Procedures(_), Store::Dossiers(_)) => {}
            }
        }
        for (own, other) in self.reach.iter_mut().zip(other.reach) {
            *own = (*own).max(other);
        }
        for (own, other) in self.broken.iter_mut().zip(other.broken) {
            *own = [*own, other].into_iter().flatten().min();
        }
    }

    /// Returns up to which day the register of a unit is complete.
    pub fn reached(&self, slot: usize) -> Option<NaiveDate> {
        self.reach.get(slot).copied().flatten()
    }

    /// Tells whether the register of a unit reaches the end of a period.
    pub fn covers(&self, slot: usize, period: usize) -> bool {
        let last = self.terms.get(period).map(|term| term.last);
        last.is_some_and(|last| self.reached(slot).is_some_and(|reached| last <= reached))
    }

    /// Tells whether a dossier of a unit could not be counted that plays a part in a period.
    pub fn is_broken(&self, slot: usize, period: usize) -> bool {
        let last = self.terms.get(period).map(|term| term.last);
        last.is_some_and(|last| self.broken.get(slot).copied().flatten().is_some_and(|from| from <= last))
    }

    /// Returns the measures that are counted, by their columns.
    pub fn columns(&self) -> impl Iterator<Item = u16> + '_ {
        self.columns.iter().map(|own| own.at)
    }

    /// Tells whether a measure is counted.
    pub fn is_counted(&self, column: u16) -> bool {
        self.columns.iter().any(|own| own.at == column)
    }

    /// Returns the figure of a unit for a period, a count of procedures being that since the year began; none for a measure that is
    /// not counted, and where the register does not reach the end of the period.
    pub fn figure(&self, column: u16, slot: usize, period: usize) -> Option<i64> {
        let own = self.columns.iter().find(|own| own.at == column)?;
        if !self.covers(slot, period) {
            return None;
        }
        match &own.store {
            Store::Dossiers(cells) => cells.get(slot * self.terms.len() + period).copied(),
            Store::Procedures(_) => {
                let year = self.terms[period].period.year();
                let begin = self.terms.partition_point(|term| term.period.year() < year);
                self.procedures(column, slot, begin..period + 1)
            }
        }
    }

    /// Counts procedures afresh over some periods, each once; none for another count.
    pub fn procedures(&self, column: u16, slot: usize, periods: Range<usize>) -> Option<i64> {
        let own = self.columns.iter().find(|own| own.at == column)?;
        let Store::Procedures(cells) = &own.store else { return None };
        let mut all = Vec::new();
        for period in periods.start..periods.end.min(self.terms.len()) {
            unite(&mut all, &cells[slot * self.terms.len() + period]);
        }
        Some(all.iter().map(|word| i64::from(word.count_ones())).sum())
    }
}

fn mark(bits: &mut Vec<u64>, at: usize) {
    if bits.len() <= at / 64 {
        bits.resize(at / 64 + 1, 0);
    }
    bits[at / 64] |= 1 << (at % 64);
}

fn unite(own: &mut Vec<u64>, other: &[u64]) {
    if own.len() < other.len() {
        own.resize(other.len(), 0);
    }
    own.iter_mut().zip(other).for_each(|(own, other)| *own |= other);
}
