//! The plan as a whole.

use chrono::NaiveDate;

use super::{
    Calendar, Cases, Due, Form, FormId, Formula, Group, Identity, Index, IndexId, Indicator, IndicatorId, Measure,
    MeasureId, Month, Months, Party, PeriodKind, RegisterRules, Rule, Schedule, Sought, Task, Unit, UnitId, Window,
};
use crate::diag::Place;

/// A plan, checked: every id in it leads somewhere.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What its first page says.
    pub head: Head,
    /// First and last year.
    pub years: (i32, i32),
    /// How months run.
    pub window: Window,
    /// Days off and make-up working days.
    pub calendar: Calendar,
    /// How often tasks without targets owe an update.
    pub updates: Option<Updates>,
    /// The rules that the register of dossiers is kept by.
    pub register: RegisterRules,
    /// Units.
    pub units: Vec<Unit>,
    /// Groups.
    pub groups: Vec<Group>,
    /// Forms.
    pub forms: Vec<Form>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Indexes served.
    pub indexes: Vec<Index>,
    /// Tasks, in the order declared.
    pub tasks: Vec<Task>,
    /// What its periodic reports are headed and signed with.
    pub report: ReportHead,
}

/// What periodic reports are headed and signed with, where it is not the plan's own.
#[derive(Clone, Debug, Default)]
pub struct ReportHead {
    /// What stands behind the number: `BC-SKHCN`.
    pub symbol: Option<String>,
    /// What the reports are about, without the period.
    pub subject: Option<String>,
    /// Recipients.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Option<Signer>,
    /// The forms whose figures are appended by unit; none if nothing is said.
    pub tables: Option<Vec<FormId>>,
}

/// What the plan's first page says.
#[derive(Clone, Debug)]
pub struct Head {
    /// `01A/KH-SKHCN`.
    pub number: String,
    /// The issuing agency.
    pub agency: String,
    /// The body above it.
    pub parent: Option<String>,
    /// Place of issue.
    pub place_of_issue: Option<String>,
    /// Title.
    pub title: String,
    /// Day of issue.
    pub issued: NaiveDate,
    /// Legal basis.
    pub basis: Vec<String>,
    /// Purposes (I.1).
    pub purposes: Vec<String>,
    /// Requirements (I.2).
    pub requirements: Vec<String>,
    /// Money (III).
    pub funding: Option<String>,
    /// Who follows the plan up.
    pub monitor: Option<Monitor>,
    /// Recipients.
    pub recipients: Vec<String>,
    /// Who signs: title, name.
    pub signer: Option<Signer>,
    /// `vi` or `en`, if declared.
    pub language: Option<String>,
    /// A remark on the declaration.
    pub note: Option<String>,
    /// Where it is declared.
    pub place: Place,
}

/// Who follows the plan up.
#[derive(Clone, Debug)]
pub struct Monitor {
    /// The unit.
    pub unit: UnitId,
    /// To whom the agency reports.
    pub reports_to: Option<String>,
    /// What it must do, as printed.
    pub duty: Option<String>,
}

/// Who signs.
#[derive(Clone, Debug)]
pub struct Signer {
    /// Name.
    pub name: String,
    /// Title, if known.
    pub title: Option<String>,
}

/// How often tasks without targets owe an update, and when.
#[derive(Clone, Copy, Debug)]
pub struct Updates {
    /// How often.
    pub every: PeriodKind,
    /// When it is due.
    pub due: Due,
}

impl Plan {
    /// Returns the plan's months.
    pub fn months(&self) -> Months {
        Months { first: Month::january(self.years.0), last: Month::january(self.years.1).plus(11) }
    }

    /// Returns the first and last day of the plan: of its window's months, and at least to 31 December of the last year,
    /// since deadlines may fall up to then under either window.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (first, _) = self.window.days(self.months())?;
        Some((first, NaiveDate::from_ymd_opt(self.years.1, 12, 31)?))
    }

    /// Returns the last day by which anything must be done: at least the plan's last day.
    pub fn last_deadline(&self) -> Option<NaiveDate> {
        let (_, end) = self.days()?;
        let of_task = |task: &Task| {
            let by = match task.schedule {
                Schedule::By(day) => Some(day),
                Schedule::Continuous | Schedule::OnEvent | Schedule::Every { .. } => None,
            };
            let extended = task.extended.as_ref().map(|extended| extended.to);
            let targets = task.targets.iter().filter_map(|target| target.by);
            let deliverables = task.deliverables.iter().filter_map(|own| own.due);
            by.into_iter().chain(extended).chain(targets).chain(deliverables).max()
        };
        self.tasks.iter().filter_map(of_task).chain([end]).max()
    }

    /// Returns a unit.
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// Returns a form.
    pub fn form(&self, id: FormId) -> &Form {
        &self.forms[id.0 as usize]
    }

    /// Returns a measure.
    pub fn measure(&self, id: MeasureId) -> &Measure {
        &self.form(id.form).measures[usize::from(id.column)]
    }

    /// Returns an indicator.
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.0 as usize]
    }

    /// Returns the measures that figures are folded for.
    pub fn measures_of(&self, sought: Sought) -> Vec<MeasureId> {
        match sought {
            Sought::Indicator(indicator) => self.indicator(indicator).formula.measures(),
            Sought::Cases(index, at) => {
                let rule = self.indexes[index.0 as usize].criteria[at].rule.as_ref();
                rule.and_then(Rule::cases).map_or_else(Vec::new, |cases| cases.measures().to_vec())
            }
        }
    }

    /// Returns what points are given to, as data calls it: `par-index`, or `par-index/2.1` for a criterion.
    pub fn score_name(&self, index: IndexId, criterion: Option<usize>) -> String {
        let index = &self.indexes[index.0 as usize];
        criterion
            .map_or_else(|| index.id.value.clone(), |at| format!("{}/{}", index.id.value, index.criteria[at].no.value))
    }

    /// Returns the forms that the points of a criterion and of its parts rest on, each once.
    pub fn forms_of_criterion(&self, index: IndexId, at: usize) -> Vec<FormId> {
        let criteria = &self.indexes[index.0 as usize].criteria;
        let is_within = |own: usize| std::iter::successors(Some(own), |own| criteria[*own].parent).any(|own| own == at);
        let mut forms = Vec::new();
        for rule in (0..criteria.len()).filter(|own| is_within(*own)).filter_map(|own| criteria[own].rule.as_ref()) {
            forms.extend(rule.indicators().into_iter().flat_map(|own| self.forms_of(own)));
            match rule.cases() {
                Some(Cases::Measures(measures)) => forms.extend(measures.iter().map(|own| own.form)),
                Some(Cases::LateReports(late)) => forms.extend(late),
                None => {}
            }
        }
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    /// Returns the forms that an indicator needs, each once.
    pub fn forms_of(&self, id: IndicatorId) -> Vec<FormId> {
        let mut forms: Vec<_> = self.indicator(id).formula.measures().into_iter().map(|m| m.form).collect();
        forms.dedup();
        forms
    }

    /// Returns the parts of an indicator's one denominator that are not in its numerator, where an identity splits it so; else nothing.
    pub fn rest_of_denominator(&self, id: IndicatorId) -> Vec<MeasureId> {
        let Formula::Rate { numerator, denominator } = &self.indicator(id).formula else { return Vec::new() };
        let [total] = denominator.as_slice() else { return Vec::new() };
        let holds_all = |identity: &&Identity| {
            identity.total == total.column
                && numerator.iter().all(|own| own.form == total.form && identity.parts.contains(&own.column))
        };
        let Some(identity) = self.form(total.form).identities.iter().find(holds_all) else { return Vec::new() };
        let parts = identity.parts.iter().map(|&column| MeasureId { form: total.form, column });
        parts.filter(|part| !numerator.contains(part)).collect()
    }

    /// Returns the units of a unit or group.
    pub fn party_units<'a>(&'a self, party: &'a Party) -> &'a [UnitId] {
        match party {
            Party::Unit(unit) => std::slice::from_ref(unit),
            Party::Group(group) => &self.groups[group.0 as usize].units,
        }
    }

    /// Returns the stable id of a unit or group.
    pub fn party_id(&self, party: Party) -> &str {
        match party {
            Party::Unit(unit) => &self.unit(unit).id,
            Party::Group(group) => &self.groups[group.0 as usize].id,
        }
    }

    /// Returns the name of a unit or group.
    pub fn party_name(&self, party: Party) -> &str {
        match party {
            Party::Unit(unit) => &self.unit(unit).name,
            Party::Group(group) => &self.groups[group.0 as usize].name,
        }
    }

    /// Tells whether a task names a unit as lead, or through a lead group.
    pub fn leads(&self, task: &Task, unit: UnitId) -> bool {
        task.lead.iter().any(|party| self.party_units(party).contains(&unit))
    }

    /// Tells whether a task names a unit as lead or support, also through a group.
    pub fn concerns(&self, task: &Task, unit: UnitId) -> bool {
        self.leads(task, unit) || task.support.iter().any(|party| self.party_units(party).contains(&unit))
    }
}
