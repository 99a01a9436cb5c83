//! Everything of a plan that can be named on the command line, with its name.

use chrono::NaiveDate;

use crate::eval::Verdict;
use crate::model::{Form, Month, Period, PeriodKind, Plan};
use crate::text::Lang;
use crate::view;

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Anything,
    Party,
    Task,
    Index,
    Verdict,
    Day,
    /// A form that units send.
    Form,
    /// A period of one of them.
    Period,
    /// A period that may be reported.
    Span,
    Unit,
    /// An indicator or a measure whose value is assumed.
    Assumption,
}

/// A plan whose things are offered.
pub(super) struct Candidates<'a> {
    pub(super) plan: &'a Plan,
    pub(super) today: NaiveDate,
    pub(super) lang: Lang,
}

/// Letters of a name that are shown.
const SHOWN: usize = 60;

impl Candidates<'_> {
    /// Returns ids or numbers with their names, in the order of the plan.
    pub(super) fn list(&self, wanted: Wanted) -> Vec<(String, String)> {
        match wanted {
            Wanted::Party => self.parties(),
            Wanted::Task => self.tasks(),
            Wanted::Index => self.indexes(),
            Wanted::Verdict => self.verdicts(),
            Wanted::Day => self.days(),
            Wanted::Anything => self.anything(),
            Wanted::Form => self.forms(),
            Wanted::Period => self.periods_of_forms(),
            Wanted::Span => self.periods(),
            Wanted::Unit => self.units().collect(),
            Wanted::Assumption => self.assumptions(),
        }
    }

    /// Returns what may stand before a value that is assumed.
    fn assumptions(&self) -> Vec<(String, String)> {
        let plan = self.plan;
        let indicators = plan.indicators.iter().map(|own| named(&format!("{}=", own.id.value), &own.name));
        let entered = |form: &Form, column: usize| u16::try_from(column).is_ok_and(|column| !form.is_counted(column));
        let of_form = |form: &'_ Form| -> Vec<(String, String)> {
            let measures = form.measures.iter().enumerate().filter(|(column, _)| entered(form, *column));
            measures.map(|(_, own)| named(&format!("{}@", own.id.value), &own.name)).collect()
        };
        indicators.chain(plan.forms.iter().flat_map(of_form)).collect()
    }

    fn anything(&self) -> Vec<(String, String)> {
        let plan = self.plan;
        let mut list = vec![named("plan", &plan.head.title)];
        for task in &plan.tasks {
            list.push(named(&task.no.to_string(), &task.title));
            list.extend(task.targets.iter().map(|own| named(&own.id, &plan.indicator(own.indicator).name)));
        }
        list.extend(plan.indicators.iter().map(|own| named(&own.id.value, &own.name)));
        list.extend(plan.forms.iter().map(|own| named(&own.id.value, &own.title)));
        let measures = plan.forms.iter().flat_map(|form| &form.measures);
        list.extend(measures.map(|own| named(&own.id.value, &own.name)));
        list.extend(self.indexes());
        list.extend(self.parties());
        list.extend(self.periods());
        list
    }

    fn tasks(&self) -> Vec<(String, String)> {
        self.plan.tasks.iter().map(|task| named(&task.no.to_string(), &task.title)).collect()
    }

    fn indexes(&self) -> Vec<(String, String)> {
        self.plan.indexes.iter().map(|own| named(&own.id.value, &own.name)).collect()
    }

    fn parties(&self) -> Vec<(String, String)> {
        self.units().chain(self.plan.groups.iter().map(|own| named(&own.id, &own.name))).collect()
    }

    fn units(&self) -> impl Iterator<Item = (String, String)> {
        self.plan.units.iter().map(|own| named(&own.id, &own.name))
    }

    fn sent(&self) -> impl Iterator<Item = &Form> {
        self.plan.forms.iter().filter(|form| form.sent)
    }

    fn forms(&self) -> Vec<(String, String)> {
        self.sent().map(|own| named(&own.id.value, &own.title)).collect()
    }

    fn periods_of_forms(&self) -> Vec<(String, String)> {
        let mut list = self.periods();
        let is_sent = |period: Period| self.sent().any(|form| form.every == period.kind());
        list.retain(|(text, _)| Period::parse(text).is_some_and(is_sent));
        list
    }

    fn verdicts(&self) -> Vec<(String, String)> {
        Verdict::ALL.into_iter().map(|own| named(own.code(), &view::verdict_name(own, self.lang))).collect()
    }

    fn periods(&self) -> Vec<(String, String)> {
        let months = self.plan.months();
        let mut list = Vec::new();
        let named = |period: Period| named(&period.to_string(), &view::period_name(period, self.lang));
        for kind in [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half, PeriodKind::Year] {
            let mut period = Period::holding(kind, months.first);
            while months.covers(period.months()) {
                list.push(named(period));
                period = period.plus(1);
            }
        }
        let years = self.plan.years;
        list.extend(
            (years.0..=years.1).map(|year| named(Period::holding(PeriodKind::NineMonths, Month::january(year)))),
        );
        list
    }

    /// The ends of the plan's months up to today, the latest first.
    fn days(&self) -> Vec<(String, String)> {
        let months = self.plan.months();
        let mut period = Period::holding(PeriodKind::Month, months.first);
        let mut list = Vec::new();
        while months.covers(period.months()) {
            let end = self.plan.window.last_day(period.months().last).filter(|day| *day <= self.today);
            list.extend(end.map(|day| named(&day.to_string(), &view::period_name(period, self.lang))));
            period = period.plus(1);
        }
        list.reverse();
        list
    }
}

fn named(id: &str, name: &str) -> (String, String) {
    (id.to_owned(), view::shortened(name, SHOWN))
}
