//! One row of a form, checked: period, unit, day, figures.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Context;
use super::figure::figure;
use super::frozen::Now;
use super::names::Nearest;
use super::plan::Loaded;
use super::within_row::{Share, shares};
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::{Form, FormId, Indicator, Measure, Party, Period, PeriodKind, Plan, Provenance, Term, UnitId};
use crate::syntax::cell::date;
use crate::syntax::csv::{Record, Rows, Wanted, columns_by_name};
use crate::syntax::loose;
use crate::syntax::names::fold;
use crate::text::{self, BadDate, Finding, Lang, Noun, Related, Word};

/// Where the columns of a form stand in a file.
pub(super) struct Columns {
    period: usize,
    unit: usize,
    reported: usize,
    measures: Vec<usize>,
    note: usize,
}

impl Columns {
    /// Returns the places of the measures' cells in a row.
    pub(super) fn cells(&self, record: &Record<'_>) -> Vec<Place> {
        self.measures.iter().map(|&column| record.cell(column)).collect()
    }

    /// Returns the place of the day of receipt in a row.
    pub(super) fn reported(&self, record: &Record<'_>) -> Place {
        record.cell(self.reported)
    }

    /// Returns the place of one measure's cell in a row.
    pub(super) fn cell(&self, record: &Record<'_>, measure: u16) -> Place {
        record.cell(self.measures.get(usize::from(measure)).copied().unwrap_or(self.period))
    }
}

/// What a row is, its figures being in [`RowReader::cells`].
pub(super) enum Checked {
    /// A report for a period of the plan.
    Report { slot: usize, period: usize, reported: NaiveDate },
    /// A report for a period outside the plan, of a form with history.
    Outside { unit: UnitId, period: Period, reported: Option<NaiveDate> },
}

/// Where a period stands.
#[derive(Clone, Copy)]
enum When {
    Term(usize),
    Outside(Period),
}

/// Reads rows of one form, keeping what is costly to work out twice.
pub(super) struct RowReader<'a> {
    context: Context<'a>,
    plan: &'a Plan,
    loaded: &'a Loaded,
    form: &'a Form,
    terms: &'a [Term],
    form_id: FormId,
    slots: Vec<Option<u32>>,
    units: HashMap<String, UnitId>,
    nearest: Nearest,
    last_period: Option<(String, When)>,
    last_day: Option<(String, NaiveDate)>,
    cells: Vec<Option<i64>>,
    shares: Vec<Share<'a>>,
    /// The columns that indicators need, each with the first one that does.
    needed: Vec<(u16, &'a Indicator)>,
    rejected: Option<(usize, usize)>,
    spelling: Option<Diagnostic>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(context: Context<'a>, loaded: &'a Loaded, form: FormId) -> Self {
        let plan = &loaded.plan;
        let declared = plan.form(form);
        let mut slots = vec![None; plan.units.len()];
        for (slot, unit) in declared.units.iter().enumerate() {
            slots[unit.0 as usize] = u32::try_from(slot).ok();
        }
        // Ids as they are written in canonical files; other spellings are added as they are met.
        let units = declared.units.iter().map(|&unit| (plan.unit(unit).id.clone(), unit)).collect();
        Self {
            context,
            plan,
            loaded,
            form: declared,
            terms: context.times.form(form).all(),
            form_id: form,
            slots,
            units,
            nearest: Nearest::default(),
            last_period: None,
            last_day: None,
            cells: Vec::with_capacity(declared.measures.len()),
            shares: shares(plan, form),
            needed: needed(plan, form),
            rejected: None,
            spelling: None,
        }
    }

    /// Returns the figures of the row checked last.
    pub(super) fn cells(&self) -> &[Option<i64>] {
        &self.cells
    }

    /// Returns the same to put what is counted in the place of what is entered.
    pub(super) fn cells_mut(&mut self) -> &mut [Option<i64>] {
        &mut self.cells
    }

    /// Returns whose report for which period the row checked last is, if it could not be used.
    pub(super) fn rejected(&self) -> Option<(usize, usize)> {
        self.rejected
    }

    /// Returns the unit's remark in a row.
    pub(super) fn note(record: &Record<'_>, columns: &Columns) -> Option<String> {
        Some(record.get(columns.note).to_owned()).filter(|note| !note.is_empty())
    }

    /// Returns the name of a measure.
    pub(super) fn measure_name(&self, column: u16) -> String {
        self.form.measures.get(usize::from(column)).map_or_else(String::new, |measure| measure.name.clone())
    }

    /// Finds the columns in a file's header.
    pub(super) fn columns(&self, rows: &Rows, found: &mut Vec<Diagnostic>) -> Option<Columns> {
        let common = |name, called: Word| Wanted { name, called: text::word(called, Lang::Vi) };
        let measure = |own: &'a Measure| Wanted { name: &own.id.value, called: &own.name };
        let mut names = vec![
            common("period", Word::PeriodHead),
            common("unit", Word::UnitHead),
            common("reported", Word::Received),
        ];
        names.extend(self.form.measures.iter().map(measure));
        names.push(common("note", Word::Note));
        let at = columns_by_name(rows, &names, found)?;
        Some(Columns {
            period: at[0],
            unit: at[1],
            reported: at[2],
            measures: at[3..at.len() - 1].to_vec(),
            note: at[at.len() - 1],
        })
    }

    /// Returns the unit and period of a row, if both are known to the form.
    pub(super) fn key(&mut self, record: &Record<'_>, columns: &Columns) -> Option<(usize, usize)> {
        let mut ignored = Vec::new();
        let When::Term(period) = self.period(record, columns, &mut ignored)? else { return None };
        let unit = self.unit(record, columns, &mut ignored)?;
        Some((self.slots.get(unit.0 as usize).copied().flatten()? as usize, period))
    }

    /// Checks a row; none if it is blank or something is wrong with it.
    pub(super) fn check(
        &mut self,
        record: &Record<'_>,
        columns: &Columns,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Checked> {
        let before = found.len();
        let when = self.period(record, columns, found);
        let unit = self.unit(record, columns, found);
        let slot = unit.and_then(|unit| self.slot(unit, record, columns, found));
        self.figures(record, columns, found);
        let blank = self.cells.iter().all(Option::is_none);
        let day = if blank && record.get(columns.reported).is_empty() {
            None
        } else {
            self.reported(record, columns, when, found)
        };
        if !self.has_errors(&found[before..]) {
            self.blanks(record, columns, found);
            self.contradictions(record, columns, found);
            self.excused(record, columns, (unit, when), found);
        }
        // The plan may call a doubt an error: then the row is left out like any other.
        self.rejected = match (when, slot) {
            (Some(When::Term(period)), Some(slot)) if self.has_errors(&found[before..]) => Some((slot, period)),
            (_, _) => None,
        };
        if self.has_errors(&found[before..]) {
            return None;
        }
        // How a name is spelt says nothing about the figures.
        found.extend(self.spelling.take());
        match (when?, unit?, slot?) {
            (When::Outside(period), unit, _) => Some(Checked::Outside { unit, period, reported: day }),
            (When::Term(period), unit, slot) => {
                let term = self.terms[period];
                if !self.is_there(unit, term) {
                    let finding = Finding::UnitNotThere {
                        unit: self.plan.unit(unit).name.clone(),
                        period: term.period.to_string(),
                    };
                    found.push(
                        Diagnostic::new(finding, record.cell(columns.unit))
                            .with(self.plan.unit(unit).place, Related::DeclaredHere),
                    );
                    return None;
                }
                Some(Checked::Report { slot, period, reported: day? })
            }
        }
    }

    fn has_errors(&self, found: &[Diagnostic]) -> bool {
        found.iter().any(|finding| self.loaded.severities.of(finding.code()) == Some(Severity::Error))
    }

    /// Reports a day of receipt without figures, and figures without one that an indicator needs.
    fn blanks(&self, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) {
        // Of what others publish, much is simply not known.
        if matches!(self.form.provenance, Provenance::Published(_)) {
            return;
        }
        if self.cells.iter().all(Option::is_none) && self.form.from_register.is_none() {
            let day = record.get(columns.reported);
            if !day.is_empty() {
                let finding = Finding::BlankReport { day: day.to_owned() };
                found.push(Diagnostic::new(finding, record.cell(columns.reported)));
            }
            return;
        }
        // A remark says that the unit knows.
        if Self::note(record, columns).is_some() {
            return;
        }
        for (measure, indicator) in self.needed.iter().filter(|(measure, _)| !self.form.is_counted(*measure)) {
            if self.cells.get(usize::from(*measure)).copied().flatten().is_none() {
                let finding =
                    Finding::BlankCell { measure: self.measure_name(*measure), indicator: indicator.name.clone() };
                let place = columns.cell(record, *measure);
                found.push(Diagnostic::new(finding, place).with(indicator.id.place, Related::DeclaredHere));
            }
        }
    }

    /// Tells whether the plan wants a finding to be told.
    pub(super) fn is_told(&self, finding: &Diagnostic) -> bool {
        self.loaded.severities.of(finding.code()).is_some()
    }

    /// Reports a row of a unit that is excused for the period.
    fn excused(
        &self,
        record: &Record<'_>,
        columns: &Columns,
        (unit, when): (Option<UnitId>, Option<When>),
        found: &mut Vec<Diagnostic>,
    ) {
        let (Some(unit), Some(When::Term(period))) = (unit, when) else { return };
        let (unit, period) = (self.plan.unit(unit), self.terms[period].period);
        if let Some(excuse) = unit.excuse(self.form_id, period).filter(|_| self.cells.iter().any(Option::is_some)) {
            let finding = Finding::ReportedThoughExcused { unit: unit.name.clone(), period: period.to_string() };
            found.push(Diagnostic::new(finding, record.cell(columns.unit)).with(excuse.place, Related::AgainstThis));
        }
    }

    fn is_there(&self, unit: UnitId, term: Term) -> bool {
        let unit = self.plan.unit(unit);
        unit.from.is_none_or(|from| from <= term.last) && unit.until.is_none_or(|until| term.first <= until)
    }

    fn period(&mut self, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) -> Option<When> {
        let text = record.get(columns.period);
        if let Some((_, when)) = self.last_period.as_ref().filter(|(known, _)| known == text) {
            return Some(*when);
        }
        let finding = match Period::parse(text) {
            None if text.is_empty() => Finding::MissingCell { column: "period".to_owned() },
            None => Finding::BadPeriod { text: text.to_owned(), near: loose::period(text) },
            Some(period) if period.kind() != self.form.every => {
                Finding::PeriodKind { text: text.to_owned(), example: self.example() }
            }
            Some(period) => match self.context.times.form(self.form_id).index(period) {
                None if !self.form.history => Finding::PeriodOutsidePlan { text: text.to_owned() },
                index => {
                    let when = index.map_or(When::Outside(period), When::Term);
                    self.last_period = Some((text.to_owned(), when));
                    return Some(when);
                }
            },
        };
        let is_kind = matches!(finding, Finding::PeriodKind { .. });
        let finding = Diagnostic::new(finding, record.cell(columns.period));
        found.push(if is_kind { finding.with(self.form.id.place, Related::DeclaredHere) } else { finding });
        None
    }

    // How a period of the form is written.
    fn example(&self) -> String {
        self.terms.first().map_or_else(String::new, |term| {
            let second = if term.period.kind() == PeriodKind::Year { term.period } else { term.period.plus(1) };
            second.to_string()
        })
    }

    fn unit(&mut self, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) -> Option<UnitId> {
        let name = record.get(columns.unit);
        if let Some(unit) = self.units.get(name) {
            return Some(*unit);
        }
        let finding = match self.loaded.names.called(name) {
            _ if fold(name).is_empty() => Finding::MissingCell { column: "unit".to_owned() },
            Some(Party::Unit(unit)) => {
                self.units.insert(name.to_owned(), unit);
                if self.context.spellings {
                    self.spelling = alias_used(self.plan, unit, name, record.cell(columns.unit));
                }
                return Some(unit);
            }
            Some(Party::Group(_)) => Finding::WrongNoun { id: name.to_owned(), wanted: Noun::Unit, found: Noun::Group },
            None => Finding::UnknownUnit { name: name.to_owned(), near: self.nearest.name(name, &self.loaded.names) },
        };
        found.push(Diagnostic::new(finding, record.cell(columns.unit)));
        None
    }

    fn slot(&self, unit: UnitId, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) -> Option<usize> {
        if let Some(slot) = self.slots.get(unit.0 as usize).copied().flatten() {
            return Some(slot as usize);
        }
        let finding =
            Finding::UnitNotListed { unit: self.plan.unit(unit).name.clone(), form: self.form.id.value.clone() };
        found.push(Diagnostic::new(finding, record.cell(columns.unit)).with(self.form.id.place, Related::DeclaredHere));
        None
    }

    fn figures(&mut self, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) {
        self.cells.clear();
        for (measure, &column) in self.form.measures.iter().zip(&columns.measures) {
            let text = record.get(column);
            if text.is_empty() {
                self.cells.push(None);
                continue;
            }
            match figure(text, measure) {
                Ok(value) => self.cells.push(Some(value)),
                Err(finding) => {
                    self.cells.push(None);
                    found.push(
                        Diagnostic::new(finding, record.cell(column)).with(measure.id.place, Related::DeclaredHere),
                    );
                }
            }
        }
    }

    fn reported(
        &mut self,
        record: &Record<'_>,
        columns: &Columns,
        when: Option<When>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<NaiveDate> {
        let text = record.get(columns.reported);
        let term = when.and_then(|when| match when {
            When::Term(period) => Some(self.terms[period]),
            When::Outside(_) => None,
        });
        if text.is_empty() {
            if matches!(self.form.provenance, Provenance::Published(_)) {
                return term.map(|term| term.last);
            }
            found.push(Diagnostic::new(Finding::MissingReported, record.cell(columns.reported)));
            return None;
        }
        let day = match self.last_day.as_ref().filter(|(known, _)| known == text) {
            Some((_, day)) => *day,
            None => match date(text) {
                Ok(day) => {
                    self.last_day = Some((text.to_owned(), day));
                    day
                }
                Err(why) => {
                    found.push(bad_date(text, why, record, columns.reported));
                    return None;
                }
            },
        };
        if day > self.context.today {
            let finding = Finding::ReportedInFuture { day: text.to_owned(), today: self.context.today.to_string() };
            found.push(Diagnostic::new(finding, record.cell(columns.reported)));
            return None;
        }
        if let Some(term) = term.filter(|term| day < term.last) {
            let finding = Finding::ReportedEarly {
                day: text.to_owned(),
                period: term.period.to_string(),
                closes: term.last.to_string(),
            };
            found.push(Diagnostic::new(finding, record.cell(columns.reported)));
        }
        Some(day)
    }

    /// Returns the name of a unit.
    pub(super) fn unit_name(&self, unit: UnitId) -> String {
        self.plan.unit(unit).name.clone()
    }

    /// Returns the places of a unit and a period in the form.
    pub(super) fn key_of(&self, unit: UnitId, period: Period) -> Option<(usize, usize)> {
        let slot = self.slots.get(unit.0 as usize).copied().flatten()?;
        Some((slot as usize, self.context.times.form(self.form_id).index(period)?))
    }

    /// Returns the row checked last as it is compared with what was locked.
    pub(super) fn now(
        &self,
        record: &Record<'_>,
        columns: &Columns,
        (slot, period, reported): (usize, usize, NaiveDate),
    ) -> Now<'_> {
        let unit = self.form.units[slot];
        Now {
            form: self.form,
            unit,
            name: self.unit_name(unit),
            period: self.terms[period].period,
            reported: reported.to_string(),
            cells: &self.cells,
            place: record.place(),
            places: columns.cells(record),
        }
    }

    /// Returns the indicators of the form whose numerator is a part of their denominator.
    pub(super) fn shares(&self) -> &[Share<'a>] {
        &self.shares
    }

    /// Returns the form.
    pub(super) fn form(&self) -> &'a Form {
        self.form
    }

    /// Words that a unit reported a period twice.
    pub(super) fn duplicate(&self, unit: UnitId, period: Period) -> Finding {
        Finding::DuplicateReport { unit: self.plan.unit(unit).name.clone(), period: period.to_string() }
    }

    /// Words that a unit reported a period twice, both by their places in the form.
    pub(super) fn duplicate_at(&self, slot: usize, period: usize) -> Finding {
        self.duplicate(self.form.units[slot], self.terms[period].period)
    }
}

/// Returns the columns of a form that judged indicators need, each with the first one that does.
fn needed(plan: &Plan, form: FormId) -> Vec<(u16, &Indicator)> {
    let mut list: Vec<(u16, &Indicator)> = Vec::new();
    let judged = plan.tasks.iter().flat_map(|task| &task.targets).map(|target| plan.indicator(target.indicator));
    for indicator in judged {
        for measure in indicator.formula.measures().into_iter().filter(|measure| measure.form == form) {
            if !list.iter().any(|(column, _)| *column == measure.column) {
                list.push((measure.column, indicator));
            }
        }
    }
    list.sort_by_key(|(column, _)| *column);
    list
}

/// Words a spelling that is neither the unit's id nor its name.
pub(super) fn alias_used(plan: &Plan, unit: UnitId, name: &str, place: Place) -> Option<Diagnostic> {
    let declared = plan.unit(unit);
    let folded = fold(name);
    let is_own = folded == fold(&declared.id) || folded == fold(&declared.name);
    let finding = Finding::AliasUsed { name: name.to_owned(), unit: declared.name.clone(), id: declared.id.clone() };
    (!is_own).then(|| Diagnostic::new(finding, place).with(declared.place, Related::DeclaredHere))
}

/// Words a date that cannot be read.
pub(super) fn bad_date(text: &str, why: BadDate, record: &Record<'_>, column: usize) -> Diagnostic {
    Diagnostic::new(Finding::BadDate { text: text.to_owned(), why }, record.cell(column))
}
