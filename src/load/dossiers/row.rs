//! One row of the register, checked.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::known::{Known, level, not_one_of, whole};
use super::personal::{holds_telephone, is_personal};
use crate::diag::{Diagnostic, Severity};
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::load::row::{alias_used, bad_date};
use crate::load::whole::Context;
use crate::model::{Channel, DOSSIER_COLUMNS, Dossier, Facts, Outcome, Party, UnitId, WorkingDays};
use crate::syntax::cell::date;
use crate::syntax::csv::{Record, Rows, Wanted, columns_by_name};
use crate::syntax::names::fold;
use crate::text::{BadDate, Finding, Noun};

/// Where the columns stand in a file, in the order of [`DOSSIER_COLUMNS`].
pub(super) type Columns = [usize; DOSSIER_COLUMNS.len()];

const ID: usize = 0;
const PROCEDURE: usize = 1;
const UNIT: usize = 2;
const LEVEL: usize = 3;
const CHANNEL: usize = 4;
const RECEIVED: usize = 5;
const DUE: usize = 6;
const RESOLVED: usize = 7;
const OUTCOME: usize = 8;
const APOLOGY: usize = 9;
const APOLOGISED: usize = 10;
const NEW_DUE: usize = 11;
const SUSPENDED: usize = 12;

/// Reads rows of the register.
pub(super) struct DossierReader<'a> {
    context: Context<'a>,
    loaded: &'a Loaded,
    known: &'a Known,
    days: &'a WorkingDays,
    units: HashMap<String, UnitId>,
    nearest: Nearest,
    /// Whose dossier the row checked last is, and when it was received, as far as that can be told.
    last: (Option<UnitId>, Option<NaiveDate>),
}

impl<'a> DossierReader<'a> {
    pub(super) fn new(context: Context<'a>, loaded: &'a Loaded, known: &'a Known, days: &'a WorkingDays) -> Self {
        let units = loaded.plan.units.iter().enumerate().map(|(at, unit)| (unit.id.clone(), UnitId::at(at)));
        Self { context, loaded, known, days, units: units.collect(), nearest: Nearest::default(), last: (None, None) }
    }

    /// Finds the columns in a file's header.
    pub(super) fn columns(rows: &Rows, found: &mut Vec<Diagnostic>) -> Option<Columns> {
        let before = found.len();
        let columns = columns_by_name(rows, &DOSSIER_COLUMNS.map(Wanted::named), found);
        for own in &mut found[before..] {
            if let Finding::UnknownColumn { column, .. } = &own.finding
                && is_personal(column)
                && let Some(place) = own.place
            {
                *own = Diagnostic::new(Finding::PersonalColumn { column: column.clone() }, place);
            }
        }
        columns?.try_into().ok()
    }

    /// Returns whose dossier the row checked last is, and when it was received, as far as that can be told.
    pub(super) fn last(&self) -> (Option<UnitId>, Option<NaiveDate>) {
        self.last
    }

    /// Checks a row; none if something is wrong with it.
    pub(super) fn check<'r>(
        &mut self,
        record: &Record<'r>,
        at: &Columns,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Dossier<'r>> {
        let before = found.len();
        let unit = self.unit(record, at[UNIT], found);
        let received = self.received(record, at[RECEIVED], found);
        self.last = (unit, received);
        let id = record.get(at[ID]);
        if id.is_empty() {
            found.push(Diagnostic::new(Finding::MissingCell { column: "id".to_owned() }, record.cell(at[ID])));
        }
        for column in [ID, PROCEDURE, APOLOGY] {
            if holds_telephone(record.get(at[column])) {
                found.push(Diagnostic::new(Finding::PersonalValue, record.cell(at[column])));
            }
        }
        let procedure_at = self.procedure(record, at[PROCEDURE], found);
        let level = level(record.get(at[LEVEL]), record.cell(at[LEVEL]), found);
        let channel =
            word(record, (at[CHANNEL], "channel"), (&Channel::ALL.map(Channel::word), Channel::from_word), found);
        let outcome = match record.get(at[OUTCOME]) {
            "" => None,
            _ => word(record, (at[OUTCOME], "outcome"), (&Outcome::ALL.map(Outcome::word), Outcome::from_word), found),
        };
        let due = self.day(record, (at[DUE], false), found);
        let resolved = self.day(record, (at[RESOLVED], true), found);
        let apologised = self.day(record, (at[APOLOGISED], true), found);
        let (new_due, appointed) = new_dates(record, at[NEW_DUE], found);
        let suspended = match record.get(at[SUSPENDED]) {
            "" => Some(0),
            text => whole(text, record.cell(at[SUSPENDED]), found),
        };
        if self.has_errors(&found[before..]) {
            return None;
        }
        let (unit, received, suspended) = (unit?, received?, suspended?);
        let procedure = record.get(at[PROCEDURE]);
        let computed = self.computed(procedure, received, suspended);
        let Some(due) = due.or(computed) else {
            let finding = Finding::NoDueDay { procedure: procedure.to_owned() };
            found.push(Diagnostic::new(finding, record.cell(at[DUE])));
            return None;
        };
        let own = Dossier {
            id,
            procedure,
            procedure_at: procedure_at?,
            unit,
            facts: Facts { received, due, resolved, apologised, outcome, channel: channel?, level: level? },
            apology: record.get(at[APOLOGY]),
            new_due,
            appointed: record.get(at[NEW_DUE]),
            is_due_written: !record.get(at[DUE]).is_empty(),
            suspended,
            computed,
        };
        self.together(record, at, &own, found);
        self.apology(record, at, (&own, appointed), found);
        (!self.has_errors(&found[before..])).then_some(own)
    }

    /// Forgets the row checked last: another one could not even be read.
    pub(super) fn forget(&mut self) {
        self.last = (None, None);
    }

    pub(super) fn has_errors(&self, found: &[Diagnostic]) -> bool {
        found.iter().any(|finding| self.loaded.severities.of(finding.code()) == Some(Severity::Error))
    }

    fn unit(&mut self, record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<UnitId> {
        let name = record.get(column);
        if let Some(unit) = self.units.get(name) {
            return Some(*unit);
        }
        let finding = match self.loaded.names.called(name) {
            _ if fold(name).is_empty() => Finding::MissingCell { column: "unit".to_owned() },
            Some(Party::Unit(unit)) => {
                self.units.insert(name.to_owned(), unit);
                if self.context.spellings {
                    found.extend(alias_used(&self.loaded.plan, unit, name, record.cell(column)));
                }
                return Some(unit);
            }
            Some(Party::Group(_)) => Finding::WrongNoun { id: name.to_owned(), wanted: Noun::Unit, found: Noun::Group },
            None => Finding::UnknownUnit { name: name.to_owned(), near: self.nearest.name(name, &self.loaded.names) },
        };
        found.push(Diagnostic::new(finding, record.cell(column)));
        None
    }

    fn procedure(&self, record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<usize> {
        let code = record.get(column);
        let finding = if code.is_empty() {
            Finding::MissingCell { column: "procedure".to_owned() }
        } else if let Some(at) = self.known.number(code) {
            return Some(at);
        } else {
            Finding::UnknownProcedure { code: code.to_owned(), near: self.known.nearest(code) }
        };
        found.push(Diagnostic::new(finding, record.cell(column)));
        None
    }

    /// Reads the day of receipt; a time of day may follow, and is ignored.
    fn received(&self, record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> Option<NaiveDate> {
        let text = record.get(column);
        if text.is_empty() {
            let finding = Finding::MissingCell { column: "received".to_owned() };
            found.push(Diagnostic::new(finding, record.cell(column)));
            return None;
        }
        let (day, time) = text.split_at_checked(10).unwrap_or((text, ""));
        if !is_time(time) {
            found.push(bad_date(text, BadDate::NotIso, record, column));
            return None;
        }
        self.read(day, (record, column), true, found)
    }

    /// Reads a day that may be blank; one that has come must not lie in the future.
    fn day(
        &self,
        record: &Record<'_>,
        (column, has_come): (usize, bool),
        found: &mut Vec<Diagnostic>,
    ) -> Option<NaiveDate> {
        let text = record.get(column);
        if text.is_empty() { None } else { self.read(text, (record, column), has_come, found) }
    }

    fn read(
        &self,
        text: &str,
        (record, column): (&Record<'_>, usize),
        has_come: bool,
        found: &mut Vec<Diagnostic>,
    ) -> Option<NaiveDate> {
        match date(text) {
            Ok(day) if has_come && day > self.context.today => {
                let finding = Finding::DatedInFuture { day: text.to_owned(), today: self.context.today.to_string() };
                found.push(Diagnostic::new(finding, record.cell(column)));
                None
            }
            Ok(day) => Some(day),
            Err(why) => {
                found.push(bad_date(text, why, record, column));
                None
            }
        }
    }

    fn computed(&self, procedure: &str, received: NaiveDate, suspended: u16) -> Option<NaiveDate> {
        let allowed = self.known.procedure(procedure)?.working_days?;
        self.days.due(received, u32::from(allowed) + u32::from(suspended), self.loaded.plan.register.day_off)
    }

    /// Checks what cells say together.
    fn together(&self, record: &Record<'_>, at: &Columns, own: &Dossier<'_>, found: &mut Vec<Diagnostic>) {
        let Facts { received, due, resolved, apologised, outcome, level, .. } = own.facts;
        let mut reversed = |column: usize, day: Option<NaiveDate>, (earlier, before): (&'static str, NaiveDate)| {
            if let Some(day) = day.filter(|day| *day < before) {
                let later = DOSSIER_COLUMNS[column];
                let finding =
                    Finding::DaysReversed { later, day: day.to_string(), earlier, before: before.to_string() };
                found.push(Diagnostic::new(finding, record.cell(at[column])));
            }
        };
        let since = (DOSSIER_COLUMNS[RECEIVED], received);
        reversed(DUE, Some(due), since);
        reversed(RESOLVED, resolved, since);
        reversed(APOLOGISED, apologised, since);
        reversed(NEW_DUE, own.new_due, (DOSSIER_COLUMNS[DUE], due.succ_opt().unwrap_or(due)));
        if let Some(outcome) = outcome.filter(|_| resolved.is_none()) {
            let finding = Finding::OutcomeUnresolved { outcome: outcome.word().to_owned() };
            found.push(Diagnostic::new(finding, record.cell(at[OUTCOME])));
        }
        let Some(procedure) = self.known.procedure(own.procedure) else { return };
        if level > procedure.level {
            let finding = Finding::LevelAbove { level, offered: procedure.level };
            found.push(Diagnostic::new(finding, record.cell(at[LEVEL])));
        }
        if let (Some(computed), Some(allowed)) = (own.computed.filter(|day| *day != due), procedure.working_days) {
            let finding = Finding::DueDiffers {
                due: due.to_string(),
                computed: computed.to_string(),
                received: received.to_string(),
                working_days: u32::from(allowed) + u32::from(own.suspended),
                suspended: own.suspended,
            };
            found.push(Diagnostic::new(finding, record.cell(at[DUE])));
        }
    }

    /// Checks an apology against the rule declared.
    fn apology(
        &self,
        record: &Record<'_>,
        at: &Columns,
        (own, appointed): (&Dossier<'_>, usize),
        found: &mut Vec<Diagnostic>,
    ) {
        let mut lacks = |lacks: usize, has: usize| {
            let finding = Finding::ApologyIncomplete { lacks: DOSSIER_COLUMNS[lacks], has: DOSSIER_COLUMNS[has] };
            found.push(Diagnostic::new(finding, record.cell(at[lacks])));
        };
        match (own.apology.is_empty(), own.facts.apologised.is_some(), own.new_due.is_some()) {
            (false, false, _) => lacks(APOLOGISED, APOLOGY),
            (true, true, _) => lacks(APOLOGY, APOLOGISED),
            (true, false, true) => lacks(APOLOGISED, NEW_DUE),
            (true, false, false) | (false, true, _) => {}
        }
        let Some(rule) = self.loaded.plan.register.apology else { return };
        if let Some(apologised) = own.facts.apologised.filter(|day| !rule.by.is_in_time(*day, own.facts.due)) {
            let finding = Finding::ApologyLate { apologised: apologised.to_string(), due: own.facts.due.to_string() };
            let found_here = Diagnostic::new(finding, record.cell(at[APOLOGISED]));
            found.push(found_here.with(rule.place, crate::text::Related::AgainstThis));
        }
        if appointed > usize::from(rule.new_dates) {
            let finding = Finding::TooManyNewDates { count: appointed, most: rule.new_dates };
            let found_here = Diagnostic::new(finding, record.cell(at[NEW_DUE]));
            found.push(found_here.with(rule.place, crate::text::Related::AgainstThis));
        }
    }
}

/// Reads the new due days, parted by semicolons: the last one, and how many there are.
fn new_dates(record: &Record<'_>, column: usize, found: &mut Vec<Diagnostic>) -> (Option<NaiveDate>, usize) {
    let text = record.get(column);
    if text.is_empty() {
        return (None, 0);
    }
    let (mut last, mut count) = (None, 0);
    for part in text.split(';').map(str::trim) {
        match date(part) {
            Ok(day) => (last, count) = (last.max(Some(day)), count + 1),
            Err(why) => found.push(bad_date(part, why, record, column)),
        }
    }
    (last, count)
}

/// The words that a cell may have, and what reads one of them.
type Words<'a, T> = (&'a [&'static str], fn(&str) -> Option<T>);

fn word<T>(
    record: &Record<'_>,
    (column, name): (usize, &'static str),
    (words, read): Words<'_, T>,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let text = record.get(column);
    let read = read(text);
    if read.is_none() {
        found.push(Diagnostic::new(not_one_of(name, text, words), record.cell(column)));
    }
    read
}

/// Tells whether a text is a time of day behind a date, ` 08:15` or `T08:15:00`, or nothing.
fn is_time(text: &str) -> bool {
    let two = |digits: &[u8], most: u8| match digits {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => (tens - b'0') * 10 + (ones - b'0') <= most,
        _ => false,
    };
    match text.as_bytes() {
        [] => true,
        [b' ' | b'T', hours @ .., b':', m1, m2] if hours.len() == 2 => two(hours, 23) && two(&[*m1, *m2], 59),
        [b' ' | b'T', h1, h2, b':', m1, m2, b':', s1, s2] => {
            two(&[*h1, *h2], 23) && two(&[*m1, *m2], 59) && two(&[*s1, *s2], 59)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_of_day() {
        for time in ["", " 08:15", "T23:59", " 00:00:00", "T07:30:59"] {
            assert!(is_time(time), "{time:?}");
        }
        for time in [" ", "8:15", " 8:15", " 24:00", " 08:60", "08:15", " 08:15:60", " 08:15Z", " 08.15", " 08:15 "] {
            assert!(!is_time(time), "{time:?}");
        }
    }
}
