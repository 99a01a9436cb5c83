//! What the rows of one form come to at a date. Nothing here grows with the number of rows: units, periods and measures are
//! all that count.

use chrono::NaiveDate;

use super::{FormId, MeasureKind, Months, Plan, Sought, Timetable};

/// An indicator, or counted cases, over a stretch of months: what the figures are folded for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// What is asked for.
    pub sought: Sought,
    /// The months; a form's period counts if it lies within them.
    pub span: Months,
    /// Whether each unit's own sums are wanted too.
    pub by_unit: bool,
}

/// Flags for units times periods.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    words: Vec<u64>,
    periods: usize,
}

impl Flags {
    fn new(units: usize, periods: usize) -> Self {
        Self { words: vec![0; (units * periods).div_ceil(64)], periods }
    }

    /// Tells whether the flag of a unit and period is set.
    pub fn get(&self, slot: usize, period: usize) -> bool {
        let bit = slot * self.periods + period;
        self.words.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// Sets a flag and tells whether it was set before.
    fn set(&mut self, slot: usize, period: usize) -> bool {
        let bit = slot * self.periods + period;
        let Some(word) = self.words.get_mut(bit / 64) else { return false };
        let before = *word >> (bit % 64) & 1 == 1;
        *word |= 1 << (bit % 64);
        before
    }
}

/// A report received after its due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Late {
    /// The unit's place in [`super::Form::units`].
    pub slot: u32,
    /// The period's place in the form's terms.
    pub period: u16,
    /// Days after the due day.
    pub days: u16,
}

/// One row, read: whose, of when, received when, with which figures (scaled by each measure's decimals).
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The unit's place in [`super::Form::units`].
    pub slot: usize,
    /// The period's place in the form's terms.
    pub period: usize,
    /// Day of first receipt.
    pub reported: NaiveDate,
    /// The cells, a column of the form each; none is blank.
    pub cells: &'a [Option<i64>],
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// It counts, or is left out because it is dated later or blank.
    Done,
    /// The unit already has a report for the period.
    Duplicate,
    /// A sum of this column no longer fits.
    Overflow(u16),
}

/// What one form's rows come to.
#[derive(Clone, Debug)]
pub struct FormTally {
    form: FormId,
    as_of: NaiveDate,
    closed: usize,
    dues: Vec<Option<NaiveDate>>,
    seen: Flags,
    received: Flags,
    rejected: Flags,
    owed: Flags,
    owed_in: Vec<usize>,
    late: Vec<Late>,
    last_reported: Option<NaiveDate>,
    parts: Vec<PartTally>,
}

impl FormTally {
    /// Makes an empty tally of a form for the queries that need it.
    pub fn new(plan: &Plan, times: &Timetable, form: FormId, queries: &[Query], as_of: NaiveDate) -> Self {
        let (declared, terms) = (plan.form(form), times.form(form));
        let (units, periods) = (declared.units.len(), terms.all().len());
        let mut owed = Flags::new(units, periods);
        let mut owed_in = vec![0; periods];
        for (slot, &unit) in declared.units.iter().enumerate() {
            for (index, term) in terms.all().iter().enumerate() {
                if plan.owes(unit, form, term) {
                    owed.set(slot, index);
                    owed_in[index] += 1;
                }
            }
        }
        let closed = terms.closed(as_of);
        let parts = queries
            .iter()
            .enumerate()
            .filter_map(|(at, query)| PartTally::new(plan, form, at, query, terms.within(query.span), closed))
            .collect();
        Self {
            form,
            as_of,
            closed,
            dues: terms.all().iter().map(|term| term.due).collect(),
            seen: Flags::new(units, periods),
            received: Flags::new(units, periods),
            rejected: Flags::new(units, periods),
            owed,
            owed_in,
            late: Vec::new(),
            last_reported: None,
            parts,
        }
    }

    /// Folds a row in.
    pub fn add(&mut self, report: &Report<'_>) -> Folded {
        let Report { slot, period, reported, cells } = *report;
        if self.seen.set(slot, period) {
            return Folded::Duplicate;
        }
        self.last_reported = self.last_reported.max(Some(reported));
        if period >= self.closed || reported > self.as_of || cells.iter().all(Option::is_none) {
            return Folded::Done;
        }
        self.received.set(slot, period);
        let owed = self.owed.get(slot, period);
        if let Some(due) = self.dues[period].filter(|&due| owed && reported > due) {
            let days = u16::try_from((reported - due).num_days()).unwrap_or(u16::MAX);
            self.late.push(Late {
                slot: u32::try_from(slot).unwrap_or(u32::MAX),
                period: u16::try_from(period).unwrap_or(u16::MAX),
                days,
            });
        }
        let due = owed && self.is_due(period);
        for part in self.parts.iter_mut().filter(|part| part.periods.contains(&period)) {
            if let Some(column) = part.add(slot, period, cells, owed, due) {
                return Folded::Overflow(column);
            }
        }
        Folded::Done
    }

    /// Puts counts of procedures, each of which is counted once however long the span, in the place of those of single periods: `afresh`
    /// returns what a unit's periods come to together.
    pub fn recount(&mut self, column: u16, afresh: impl Fn(usize, std::ops::Range<usize>) -> Option<i64>) {
        for part in &mut self.parts {
            let begin = part.periods.start;
            for own in part.columns.iter_mut().filter(|own| own.at == column) {
                let Store::One { held, .. } = &mut own.store else { continue };
                for (slot, (period, value)) in held.iter_mut().enumerate().filter(|(_, (period, _))| *period != NOTHING)
                {
                    if let Some(fresh) = afresh(slot, begin..usize::from(*period) + 1) {
                        *value = fresh;
                    }
                }
            }
        }
    }

    /// Remembers that a row of a unit for a period could not be used.
    pub fn reject(&mut self, slot: usize, period: usize) {
        self.rejected.set(slot, period);
    }

    /// Tells whether a row of a unit for a period could not be used.
    pub fn is_rejected(&self, slot: usize, period: usize) -> bool {
        self.rejected.get(slot, period)
    }

    /// Puts late reports in the order of periods and units, so that the order of rows leaves no trace.
    pub fn finish(&mut self) {
        self.late.sort_unstable_by_key(|late| (late.period, late.slot));
    }

    /// Returns the form.
    pub fn form(&self) -> FormId {
        self.form
    }

    /// Returns how many of the form's periods are over.
    pub fn closed(&self) -> usize {
        self.closed
    }

    /// Tells whether reports for a period are due.
    pub fn is_due(&self, period: usize) -> bool {
        self.dues.get(period).copied().flatten().is_some_and(|due| due <= self.as_of)
    }

    /// Tells whether a unit's report for a period is in.
    pub fn is_in(&self, slot: usize, period: usize) -> bool {
        self.received.get(slot, period)
    }

    /// Tells whether a unit owes a report for a period.
    pub fn is_owed(&self, slot: usize, period: usize) -> bool {
        self.owed.get(slot, period)
    }

    /// Returns how many units owe a report for a period.
    pub fn owed(&self, period: usize) -> usize {
        self.owed_in.get(period).copied().unwrap_or(0)
    }

    /// Returns the reports received late, by period and unit.
    pub fn late(&self) -> &[Late] {
        &self.late
    }

    /// Returns the latest day on which anything was received.
    pub fn last_reported(&self) -> Option<NaiveDate> {
        self.last_reported
    }

    /// Returns what the form brings to a query, by the query's place in the list given to [`Self::new`].
    pub fn part(&self, query: usize) -> Option<&PartTally> {
        self.parts.iter().find(|part| part.query == query)
    }
}

/// What one form brings to one query.
#[derive(Clone, Debug)]
pub struct PartTally {
    query: usize,
    /// The closed periods of the form that lie in the span.
    pub periods: std::ops::Range<usize>,
    columns: Vec<Column>,
    by_unit: bool,
    counts: Vec<Counts>,
}

/// How many reports a unit has in a span that have every cell the indicator needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub any: u16,
    /// Those owed.
    pub owed: u16,
    /// Those owed and due.
    pub due: u16,
}

#[derive(Clone, Debug)]
struct Column {
    at: u16,
    /// Whether a row in which the cell is blank is missing for the indicator.
    needed: bool,
    store: Store,
}

#[derive(Clone, Debug)]
enum Store {
    /// Sums: one, or one a unit.
    Sum(Vec<i128>),
    /// One report a unit: the period it came from, the value. `first` keeps the earliest, else the latest.
    One { first: bool, held: Vec<(u16, i64)> },
}

/// The period of a unit that has no report.
const NOTHING: u16 = u16::MAX;

impl PartTally {
    fn new(
        plan: &Plan,
        form: FormId,
        at: usize,
        query: &Query,
        within: std::ops::Range<usize>,
        closed: usize,
    ) -> Option<Self> {
        let units = plan.form(form).units.len();
        let wanted = plan.measures_of(query.sought).into_iter().map(|measure| (measure, true));
        let rest = match query.sought {
            Sought::Indicator(indicator) => plan.rest_of_denominator(indicator),
            Sought::Cases(..) => Vec::new(),
        };
        let rest = rest.into_iter().map(|measure| (measure, false));
        let columns: Vec<_> = wanted
            .chain(rest)
            .filter(|(measure, _)| measure.form == form)
            .map(|(measure, needed)| {
                let store = match plan.measure(measure).kind {
                    MeasureKind::Flow => Store::Sum(vec![0; if query.by_unit { units } else { 1 }]),
                    MeasureKind::StockOpen => Store::One { first: true, held: vec![(NOTHING, 0); units] },
                    MeasureKind::Stock | MeasureKind::ToDate | MeasureKind::Level => {
                        Store::One { first: false, held: vec![(NOTHING, 0); units] }
                    }
                };
                Column { at: measure.column, needed, store }
            })
            .collect();
        let end = within.end.min(closed);
        let periods = within.start.min(end)..end;
        (!columns.is_empty()).then(|| Self {
            query: at,
            periods,
            columns,
            by_unit: query.by_unit,
            counts: vec![Counts::default(); units],
        })
    }

    /// Folds a row in; returns the column whose sum no longer fits.
    fn add(&mut self, slot: usize, period: usize, cells: &[Option<i64>], owed: bool, due: bool) -> Option<u16> {
        if self.columns.iter().any(|own| own.needed && cells[usize::from(own.at)].is_none()) {
            return None;
        }
        let counts = &mut self.counts[slot];
        counts.any += 1;
        counts.owed += u16::from(owed);
        counts.due += u16::from(due);
        let period = u16::try_from(period).unwrap_or(NOTHING);
        for Column { at: column, store, .. } in &mut self.columns {
            // A blank here is a part of the denominator that nothing depends on but a certainty, which then is not claimed.
            let value = cells[usize::from(*column)].unwrap_or(0);
            match store {
                Store::Sum(sums) => {
                    let sum = &mut sums[if self.by_unit { slot } else { 0 }];
                    match sum.checked_add(i128::from(value)) {
                        Some(new) => *sum = new,
                        None => return Some(*column),
                    }
                }
                Store::One { first, held } => {
                    let (held_period, held_value) = &mut held[slot];
                    if *held_period == NOTHING || (period < *held_period) == *first {
                        (*held_period, *held_value) = (period, value);
                    }
                }
            }
        }
        None
    }

    /// Returns a unit's counts of reports.
    pub fn counts(&self, slot: usize) -> Counts {
        self.counts[slot]
    }

    /// Returns the number of units of the form.
    pub fn units(&self) -> usize {
        self.counts.len()
    }

    /// Returns the sum of a flow, of one unit or of all; none for another kind of measure, or for one unit of a query that was not asked by unit.
    pub fn sum(&self, column: u16, slot: Option<usize>) -> Option<i128> {
        match (self.store(column)?, slot) {
            (Store::Sum(sums), None) => sums.iter().try_fold(0i128, |sum, value| sum.checked_add(*value)),
            (Store::Sum(sums), Some(slot)) if self.by_unit => sums.get(slot).copied(),
            (Store::Sum(_), Some(_)) | (Store::One { .. }, _) => None,
        }
    }

    /// Returns the one report of a unit that counts for a stock, a to-date count or a level: the place of its period in the form's terms, and the value.
    pub fn one(&self, column: u16, slot: usize) -> Option<(usize, i64)> {
        match self.store(column)? {
            Store::One { held, .. } => held
                .get(slot)
                .filter(|(period, _)| *period != NOTHING)
                .map(|(period, value)| (usize::from(*period), *value)),
            Store::Sum(_) => None,
        }
    }

    fn store(&self, column: u16) -> Option<&Store> {
        self.columns.iter().find(|own| own.at == column).map(|own| &own.store)
    }
}
