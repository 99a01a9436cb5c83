//! When each form's periods begin, close and fall due.

use chrono::NaiveDate;

use super::{Due, FormId, Months, Period, PeriodKind, Plan, UnitId};

/// One period of a form or of updates.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// The period.
    pub period: Period,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// The day its report is due; none if nothing is owed.
    pub due: Option<NaiveDate>,
}

impl Term {
    /// Tells whether the period is over by the end of a day.
    pub fn is_closed(&self, day: NaiveDate) -> bool {
        self.last <= day
    }

    /// Tells whether its report is due by the end of a day.
    pub fn is_due(&self, day: NaiveDate) -> bool {
        self.due.is_some_and(|due| due <= day)
    }
}

/// The periods of one form within the plan's years, in order.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    list: Vec<Term>,
}

impl Terms {
    fn new(plan: &Plan, kind: PeriodKind, due: Option<Due>) -> Self {
        let months = plan.months();
        let mut list = Vec::new();
        let mut period = Period::holding(kind, months.first);
        while months.covers(period.months()) {
            if let Some((first, last)) = plan.window.days(period.months()) {
                let due = due.and_then(|due| plan.calendar.due(last, due));
                list.push(Term { period, first, last, due });
            }
            period = period.plus(1);
        }
        Self { list }
    }

    /// Returns all of them.
    pub fn all(&self) -> &[Term] {
        &self.list
    }

    /// Returns the number of a period of the same kind; none outside the plan.
    pub fn index(&self, period: Period) -> Option<usize> {
        let first = self.list.first()?.period;
        if first.kind() != period.kind() {
            return None;
        }
        let after = period.months().first.since(first.months().first) / period.kind().months();
        usize::try_from(after).ok().filter(|&index| index < self.list.len())
    }

    /// Returns how many are over by the end of a day.
    pub fn closed(&self, day: NaiveDate) -> usize {
        self.list.partition_point(|term| term.is_closed(day))
    }

    /// Returns the last one that is over by the end of a day.
    pub fn last_closed(&self, day: NaiveDate) -> Option<&Term> {
        self.list[..self.closed(day)].last()
    }

    /// Returns the numbers of those that lie within a stretch of months.
    pub fn within(&self, span: Months) -> std::ops::Range<usize> {
        let begin = self.list.partition_point(|term| term.period.months().first < span.first);
        let end = self.list.partition_point(|term| term.period.months().last <= span.last);
        begin..end.max(begin)
    }
}

/// The periods of every form of a plan and of its updates.
#[derive(Clone, Debug)]
pub struct Timetable {
    forms: Vec<Terms>,
    updates: Option<Terms>,
    closing: Option<NaiveDate>,
}

impl Timetable {
    /// Works out the periods of a plan.
    pub fn new(plan: &Plan) -> Self {
        let forms: Vec<_> = plan.forms.iter().map(|form| Terms::new(plan, form.every, form.due)).collect();
        let updates = plan.updates.map(|updates| Terms::new(plan, updates.every, Some(updates.due)));
        let last_due = |terms: &Terms| terms.all().last().and_then(|term| term.due);
        // What is due on a day is overdue from the next.
        let after = plan.last_deadline().and_then(|last| last.succ_opt());
        let closing = forms.iter().chain(&updates).filter_map(last_due).chain(after).max();
        Self { forms, updates, closing }
    }

    /// Returns the periods of a form.
    pub fn form(&self, form: FormId) -> &Terms {
        &self.forms[form.0 as usize]
    }

    /// Returns the periods of updates, if any are owed.
    pub fn updates(&self) -> Option<&Terms> {
        self.updates.as_ref()
    }

    /// Returns the last day on which a report or update is due of those whose period ends with another one; none if nothing is.
    pub fn last_due(&self, months: Months) -> Option<NaiveDate> {
        let ends = |term: &&Term| term.period.months().last == months.last;
        let of = |terms: &Terms| terms.all().iter().filter(ends).filter_map(|term| term.due).max();
        self.forms.iter().chain(&self.updates).filter_map(of).max()
    }

    /// Returns the last day on which a report or update for the plan's last period is due, or the day after the last
    /// deadline if that is later.
    pub fn closing(&self) -> Option<NaiveDate> {
        self.closing
    }
}

impl Plan {
    /// Tells whether a unit owes a form's report for a term: it exists on the last day and is not excused. That the form
    /// lists the unit is the caller's to know.
    pub fn owes(&self, unit: UnitId, form: FormId, term: &Term) -> bool {
        let declared = self.unit(unit);
        term.due.is_some() && declared.exists(term.last) && declared.excuse(form, term.period).is_none()
    }
}
