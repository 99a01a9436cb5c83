//! What is to be shown, and what every screen is made from.

use super::{criterion, form, index, indicator, list, period, task, unit};
use crate::eval::Context;
use crate::model::{Form, FormId, GroupId, IndexId, IndicatorId, MeasureId, Period, Place, Plan, Row, UnitId};
use crate::view::status::Judged;
use crate::view::status_data::parts;
use crate::view::{Block, Document};

/// What is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A list of what can be shown.
    List,
    /// The plan's head.
    Plan,
    /// A task, by its place in the plan.
    Task(usize),
    /// A target, by the places of its task and itself.
    Target(usize, usize),
    Indicator(IndicatorId),
    Measure(MeasureId),
    Form(FormId),
    Unit(UnitId),
    Group(GroupId),
    Index(IndexId),
    /// A criterion, by its index and its place in it.
    Criterion(IndexId, usize),
    Period(Period),
}

impl Subject {
    /// Returns the forms whose figures a screen shows or judges by.
    pub(super) fn forms(self, plan: &Plan) -> impl Iterator<Item = &Form> {
        let of_task = |task: usize| plan.tasks[task].targets.iter().flat_map(|own| plan.forms_of(own.indicator));
        let forms: Vec<FormId> = match self {
            Self::Task(task) => of_task(task).collect(),
            Self::Target(task, target) => plan.forms_of(plan.tasks[task].targets[target].indicator),
            Self::Indicator(own) => plan.forms_of(own),
            Self::Measure(own) => vec![own.form],
            Self::Form(own) => vec![own],
            Self::Criterion(index, at) => plan.forms_of_criterion(index, at),
            Self::List | Self::Plan | Self::Unit(_) | Self::Group(_) | Self::Index(_) | Self::Period(_) => {
                (0..plan.forms.len()).map(FormId::at).collect()
            }
        };
        let is_one = move |at: &usize| forms.contains(&FormId::at(*at));
        plan.forms.iter().enumerate().filter(move |(at, _)| is_one(at)).map(|(_, form)| form)
    }
}

/// What every screen of `plan show` is made from.
#[derive(Clone, Copy)]
pub struct Showing<'a> {
    /// The plan judged.
    pub judged: Judged<'a>,
    /// What the figures were folded for.
    pub context: Context<'a>,
    /// Where the subject's own queries begin.
    pub first: usize,
    /// The rows that the screen lists, by form, each list in the order of periods and units.
    pub rows: &'a [(FormId, Vec<Row>)],
    /// How many rows are dated after the day judged, and so left out.
    pub later: usize,
    /// One unit's figures alone.
    pub unit: Option<UnitId>,
    /// Writes `file:line`.
    pub at: &'a dyn Fn(Place) -> String,
}

impl<'a> Showing<'a> {
    /// Returns the rows at hand of a form, by period and unit.
    pub(super) fn rows_of(self, form: FormId) -> &'a [Row] {
        self.rows.iter().find(|(own, _)| *own == form).map_or(&[], |(_, rows)| rows.as_slice())
    }

    /// Returns a unit's report for a period, if it is at hand.
    pub(super) fn row(self, form: FormId, unit: UnitId, period: Period) -> Option<&'a Row> {
        let rows = self.rows_of(form);
        rows.binary_search_by_key(&(period, unit), |row| (row.period, row.unit)).ok().map(|at| &rows[at])
    }
}

/// Makes the document.
///
/// # Errors
/// Fails if a figure does not fit.
pub fn show(subject: Subject, showing: Showing<'_>) -> Result<Document, crate::eval::Overflow> {
    let mut blocks = vec![crate::view::status::head_facts(showing.judged, subject.forms(showing.judged.plan))];
    blocks.extend(judged_parts(subject, showing));
    if !matches!(subject, Subject::List | Subject::Plan) {
        blocks.extend(crate::view::status::marks(showing.judged));
    }
    blocks.extend(match subject {
        Subject::List => list::list(showing),
        Subject::Plan => list::plan(showing),
        Subject::Task(task) => task::task(showing, task),
        Subject::Target(task, target) => indicator::target(showing, task, target)?,
        Subject::Indicator(own) => indicator::indicator(showing, own)?,
        Subject::Measure(own) => form::measure(showing, own),
        Subject::Form(own) => form::form(showing, own),
        Subject::Unit(own) => unit::unit(showing, own),
        Subject::Group(own) => unit::group(showing, own),
        Subject::Index(own) => index::index(showing, own)?,
        Subject::Criterion(index, at) => criterion::criterion(showing, index, at)?,
        Subject::Period(own) => period::period(showing, own)?,
    });
    let mut document = Document { command: "show", lang: showing.judged.lang, main: "", blocks };
    let names = document.names();
    document.main = mains(subject).iter().find(|own| names.contains(own)).copied().unwrap_or_default();
    Ok(document)
}

/// Returns the tables that answer best what is asked of a subject; the first that is there is the main one.
fn mains(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::List => &["things"],
        Subject::Plan => &["plan"],
        Subject::Task(_) => &["parts"],
        Subject::Target(..) | Subject::Indicator(_) => &["levels", "history"],
        Subject::Measure(_) => &["inputs", "rows"],
        Subject::Form(_) => &["periods", "rows", "counted", "measures"],
        Subject::Unit(_) => &["reports"],
        Subject::Group(_) => &["tasks"],
        Subject::Index(_) | Subject::Criterion(..) => &["criteria", "tasks"],
        Subject::Period(_) => &["indicators"],
    }
}

/// Returns, as data, the judged parts that a subject speaks of.
fn judged_parts(subject: Subject, showing: Showing<'_>) -> Option<Block> {
    let plan = showing.judged.plan;
    let of_indicator = |indicator: IndicatorId| {
        let on_it = |task: usize| plan.tasks[task].targets.iter().any(|target| target.indicator == indicator);
        (0..plan.tasks.len()).filter(|&task| on_it(task)).collect()
    };
    let tasks: Vec<usize> = match subject {
        Subject::Task(task) | Subject::Target(task, _) => vec![task],
        Subject::Indicator(indicator) => of_indicator(indicator),
        Subject::List
        | Subject::Plan
        | Subject::Measure(_)
        | Subject::Form(_)
        | Subject::Unit(_)
        | Subject::Group(_)
        | Subject::Index(_)
        | Subject::Criterion(..)
        | Subject::Period(_) => return None,
    };
    let results = showing.judged.judgement.tasks.iter().filter(|result| tasks.contains(&result.task));
    Some(Block::Table(parts(showing.judged, results)))
}
