//! What words on the command line stand for in a plan: forms, units, periods, days, tasks.

use chrono::NaiveDate;

use super::failure::Failure;
use super::no_change::NoChange;
use super::session::Session;
use crate::load::Loaded;
use crate::model::{FormId, Party, Period, Plan, Timetable, UnitId};
use crate::syntax::names::{fold, nearest};
use crate::syntax::{cell, loose};
use crate::text::{Finding, Noun};

/// A plan that was read without errors, and what its names stand for.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) plan: &'a Plan,
    pub(super) times: &'a Timetable,
    today: NaiveDate,
}

impl<'a> Resolver<'a> {
    /// Makes one for a session; none if its plan could not be read.
    pub(super) fn of(session: &'a Session) -> Option<Self> {
        let (loaded, (plan, times)) = (session.loaded.as_ref()?, session.plan()?);
        Some(Self { loaded, plan, times, today: session.today })
    }

    /// Finds a form by its id or title.
    pub(super) fn form(self, text: &str) -> Result<FormId, Failure> {
        let folded = fold(text);
        let forms = &self.plan.forms;
        let at = forms.iter().position(|form| form.id.value == text || fold(&form.title) == folded);
        at.map(FormId::at).ok_or_else(|| {
            let near = nearest(text, forms.iter().flat_map(|form| [form.id.value.as_str(), form.title.as_str()]));
            Failure::UnknownThing { text: text.to_owned(), near }
        })
    }

    /// Finds a unit by its id, name or another spelling.
    pub(super) fn unit(self, text: &str) -> Result<UnitId, Failure> {
        self.loaded.unit_called(text).ok_or_else(|| {
            let folded = fold(text);
            let is_group = self.plan.groups.iter().any(|own| own.id == text || fold(&own.name) == folded);
            if is_group {
                let finding = Finding::WrongNoun { id: text.to_owned(), wanted: Noun::Unit, found: Noun::Group };
                return Failure::Change(NoChange::Figure(Box::new(finding)));
            }
            Failure::UnknownThing { text: text.to_owned(), near: self.loaded.nearest_name(text) }
        })
    }

    /// Finds a unit that sends a form.
    pub(super) fn sender(self, form: FormId, text: &str) -> Result<UnitId, Failure> {
        let unit = self.unit(text)?;
        let declared = self.plan.form(form);
        if declared.units.contains(&unit) {
            return Ok(unit);
        }
        let (unit, form) = (self.plan.unit(unit).name.clone(), declared.id.value.clone());
        Err(Failure::Change(NoChange::Figure(Box::new(Finding::UnitNotListed { unit, form }))))
    }

    /// Reads a period of a form.
    pub(super) fn period(self, form: FormId, text: &str) -> Result<Period, Failure> {
        let Some(period) = meant(text) else {
            return Err(Failure::Change(NoChange::Figure(Box::new(Finding::BadPeriod {
                text: text.to_owned(),
                near: loose::period(text),
            }))));
        };
        let declared = self.plan.form(form);
        let known = self.times.form(form).index(period).is_some();
        if period.kind() != declared.every {
            let example = Period::holding(declared.every, period.months().first).to_string();
            return Err(Failure::Change(NoChange::Figure(Box::new(Finding::PeriodKind {
                text: text.to_owned(),
                example,
            }))));
        }
        if known || declared.history {
            return Ok(period);
        }
        let (from, to) = self.plan.years;
        Err(Failure::PeriodOutside { text: text.to_owned(), from, to })
    }

    /// Reads a day that is not in the future; today where none is given.
    pub(super) fn day(self, text: Option<&str>) -> Result<NaiveDate, Failure> {
        let Some(text) = text else { return Ok(self.today) };
        let day = cell::date(text).map_err(|why| {
            Failure::Change(NoChange::Figure(Box::new(Finding::BadDate { text: text.to_owned(), why })))
        })?;
        if day > self.today {
            let finding = Finding::DatedInFuture { day: text.to_owned(), today: self.today.to_string() };
            return Err(Failure::Change(NoChange::Figure(Box::new(finding))));
        }
        Ok(day)
    }

    /// Finds a task by its number.
    pub(super) fn task(self, no: u32) -> Result<usize, Failure> {
        let tasks = &self.plan.tasks;
        tasks.iter().position(|task| task.no == no).ok_or_else(|| {
            let numbers: Vec<String> = tasks.iter().map(|task| task.no.to_string()).collect();
            Failure::NoTask { no, near: numbers.join(", ") }
        })
    }

    /// Returns the id of a unit.
    pub(super) fn id(self, unit: UnitId) -> String {
        self.plan.party_id(Party::Unit(unit)).to_owned()
    }
}

/// Reads a period, also as people write it: `7/2019`, `quý II/2019`.
pub(super) fn meant(text: &str) -> Option<Period> {
    Period::parse(text).or_else(|| Period::parse(&loose::period(text)?))
}
