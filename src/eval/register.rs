//! What the register says as of a day: dossiers late without apology, those soon due, and how units and procedures keep their days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diag::Place;
use crate::model::{ApologyBy, Counted, Dossier, Facts, UnitId};

/// What is asked of the register.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The day looked at.
    pub as_of: NaiveDate,
    /// The days whose dossiers are counted, both included: from the first of a year or a period to the day looked at or its last.
    pub span: (NaiveDate, NaiveDate),
    /// The last day of what is soon due; none where a period that is over is looked at.
    pub until: Option<NaiveDate>,
    /// Up to which day the register of each unit goes: what became of a dossier later is not known.
    pub ends: BTreeMap<UnitId, NaiveDate>,
    /// Only dossiers of these units; all if there are none.
    pub units: Vec<UnitId>,
    /// Only dossiers of procedures with these codes; all if there are none.
    pub procedures: Vec<String>,
    /// Only dossiers that a measure counts in the span; they are listed.
    pub counted: Option<(&'a Counted, Option<ApologyBy>)>,
}

/// One dossier, kept because it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// The code of its procedure.
    pub procedure: String,
    /// The unit that handles it.
    pub unit: UnitId,
    /// What is counted.
    pub facts: Facts,
    /// The last new due day, if one was set.
    pub new_due: Option<NaiveDate>,
    /// All of them.
    pub new_dues: Vec<NaiveDate>,
    /// Whether the register says when it is due, and it was not worked out.
    pub is_due_written: bool,
    /// The number of the letter of apology, empty if there is none.
    pub apology: String,
    /// Working days spent waiting for the citizen.
    pub suspended: u16,
    /// The due day worked out.
    pub computed: Option<NaiveDate>,
    /// The last day of which anything is known or asked: how it stands is how it stood then.
    pub day: NaiveDate,
    /// Where it stands.
    pub place: Place,
}

/// How a unit or procedure, or all together, kept their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Newly received in the span.
    pub received: usize,
    /// Resolved in the span.
    pub resolved: usize,
    /// Of these before, on and after the due day.
    pub early: usize,
    pub on_time: usize,
    pub late: usize,
    /// Pending at the end of the span.
    pub pending: usize,
    /// Of these past the due day.
    pub overdue: usize,
    /// Late without apology: resolved so in the span, or overdue at its end.
    pub unapologised: usize,
    /// How many of those resolved took how many working days.
    used: BTreeMap<u32, usize>,
}

impl Record {
    /// Returns the number of working days within which so many hundredths of the dossiers resolved were: the smallest that does (the
    /// nearest-rank percentile). None if nothing was resolved whose days are known.
    pub fn percentile(&self, hundredths: usize) -> Option<u32> {
        let all: usize = self.used.values().sum();
        let wanted = (all * hundredths).div_ceil(100).max(1);
        let mut seen = 0;
        self.used.iter().find_map(|(days, count)| {
            seen += count;
            (seen >= wanted).then_some(*days)
        })
    }

    fn see(&mut self, facts: &Facts, (first, last): (NaiveDate, NaiveDate), used: Option<u32>) {
        self.received += usize::from(first <= facts.received && facts.received <= last);
        let is_pending = facts.received <= last && !facts.is_resolved(last);
        let is_overdue = is_pending && facts.due < last;
        self.pending += usize::from(is_pending);
        self.overdue += usize::from(is_overdue);
        let resolved = facts.resolved.filter(|resolved| first <= *resolved && *resolved <= last);
        let is_late = resolved.is_some_and(|resolved| resolved > facts.due);
        self.unapologised += usize::from((is_late || is_overdue) && !facts.is_apologised(last));
        let Some(resolved) = resolved else { return };
        self.resolved += 1;
        match resolved.cmp(&facts.due) {
            std::cmp::Ordering::Less => self.early += 1,
            std::cmp::Ordering::Equal => self.on_time += 1,
            std::cmp::Ordering::Greater => self.late += 1,
        }
        if let Some(used) = used {
            *self.used.entry(used).or_default() += 1;
        }
    }
}

/// What the register says.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// All together.
    pub all: Record,
    /// By unit.
    pub units: BTreeMap<UnitId, Record>,
    /// By the code of the procedure.
    pub procedures: BTreeMap<String, Record>,
    /// Late without apology, the longest overdue first.
    pub unapologised: Vec<Entry>,
    /// Pending and due from the day looked at on, soonest first; a new due day counts instead of the old one.
    pub soon: Vec<Entry>,
    /// The dossiers that the measure counts, by the day of receipt.
    pub counted: Vec<Entry>,
    /// The units looked at whose register ends before the days that are asked about, with its last day.
    pub short: BTreeMap<UnitId, NaiveDate>,
}

impl Answer {
    /// Returns how many procedures the dossiers that the measure counts are of, those of each unit by themselves.
    pub fn procedures_counted(&self) -> usize {
        self.counted.iter().map(|own| (own.unit, own.procedure.as_str())).collect::<BTreeSet<_>>().len()
    }
}

impl Entry {
    /// Keeps a dossier, as it stands at the end of a day.
    pub fn of(own: &Dossier<'_>, day: NaiveDate, place: Place) -> Self {
        Self {
            id: own.id.to_owned(),
            procedure: own.procedure.to_owned(),
            unit: own.unit,
            facts: own.facts,
            new_due: own.new_due,
            new_dues: own.appointed.split(';').filter_map(|day| day.trim().parse().ok()).collect(),
            is_due_written: own.is_due_written,
            apology: own.apology.to_owned(),
            suspended: own.suspended,
            computed: own.computed,
            day,
            place,
        }
    }

    /// Returns the day by which the citizen now expects it.
    pub fn expected(&self) -> NaiveDate {
        self.new_due.unwrap_or(self.facts.due)
    }
}

/// Looks at the dossiers of a register one by one.
#[derive(Debug)]
pub struct Asking<'a> {
    question: &'a Question<'a>,
    answer: Answer,
}

impl<'a> Asking<'a> {
    /// Begins.
    pub fn new(question: &'a Question<'a>) -> Self {
        Self { question, answer: Answer::default() }
    }

    /// Looks at a dossier; `used` are the working days it took without those of suspension, if it is resolved and they are known.
    pub fn see(&mut self, own: &Dossier<'_>, place: Place, used: Option<u32>) {
        let asked = self.question;
        let facts = own.facts;
        let is_asked = (asked.units.is_empty() || asked.units.contains(&own.unit))
            && (asked.procedures.is_empty() || asked.procedures.iter().any(|code| code == own.procedure))
            && facts.received <= asked.as_of;
        if !is_asked {
            return;
        }
        let (first, last) = asked.span;
        let end = asked.ends.get(&own.unit).copied().unwrap_or(last);
        if end < last {
            self.answer.short.insert(own.unit, end);
        }
        // Of days that the register has not come to nothing is known.
        if end < first {
            return;
        }
        let span = (first, last.min(end));
        if let Some((counted, by)) = asked.counted {
            let is_known = end >= last;
            if is_known && counted.concerns(&facts, own.procedure) && counted.count.holds(&facts, span, by) {
                self.answer.counted.push(Entry::of(own, span.1, place));
            }
            return;
        }
        self.answer.all.see(&facts, span, used);
        self.answer.units.entry(own.unit).or_default().see(&facts, span, used);
        if !self.answer.procedures.contains_key(own.procedure) {
            self.answer.procedures.insert(own.procedure.to_owned(), Record::default());
        }
        if let Some(record) = self.answer.procedures.get_mut(own.procedure) {
            record.see(&facts, span, used);
        }
        self.list(own, span, place);
    }

    fn list(&mut self, own: &Dossier<'_>, (first, last): (NaiveDate, NaiveDate), place: Place) {
        let facts = own.facts;
        let resolved = facts.resolved.filter(|resolved| *resolved <= last);
        let is_late = match resolved {
            Some(resolved) => first <= resolved && resolved > facts.due,
            None => facts.received <= last && facts.due < last,
        };
        if is_late && !facts.is_apologised(last) {
            self.answer.unapologised.push(Entry::of(own, last, place));
        }
        let Some(until) = self.question.until else { return };
        // A new day was set with the apology, and is not known before it.
        let entry = Entry { new_due: own.new_due.filter(|_| facts.is_apologised(last)), ..Entry::of(own, last, place) };
        let expected = entry.expected();
        if facts.received <= last && !facts.is_resolved(last) && last <= expected && expected <= until {
            self.answer.soon.push(entry);
        }
    }

    /// Puts the lists in order.
    pub fn finish(mut self) -> Answer {
        self.answer.unapologised.sort_by(|a, b| (a.facts.due, &a.id).cmp(&(b.facts.due, &b.id)));
        self.answer.soon.sort_by(|a, b| (a.expected(), &a.id).cmp(&(b.expected(), &b.id)));
        self.answer.counted.sort_by(|a, b| (a.facts.received, &a.id).cmp(&(b.facts.received, &b.id)));
        self.answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_by_nearest_rank() {
        let of = |days: &[u32], at| {
            let mut record = Record::default();
            for days in days {
                *record.used.entry(*days).or_default() += 1;
            }
            record.percentile(at)
        };
        assert_eq!([of(&[], 50), of(&[3], 50), of(&[3], 90)], [None, Some(3), Some(3)]);
        assert_eq!([of(&[1, 2, 3, 4], 50), of(&[1, 2, 3, 4, 5], 50)], [Some(2), Some(3)]);
        let ten: Vec<u32> = (1..=10).collect();
        assert_eq!([of(&ten, 90), of(&ten, 100), of(&ten, 91)], [Some(9), Some(10), Some(10)]);
    }
}
