//! What a page for the eyes holds: worded and rounded, places on its drawings worked out, but no mark-up.

use super::{Shown, Table};
use crate::text::Lang;

/// A page of a plan at a day.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language.
    pub lang: Lang,
    /// The plan and the period.
    pub title: String,
    /// What the report is about.
    pub subject: String,
    /// Who issued it.
    pub agency: String,
    /// What must be known of every figure: the day, that figures are made up or incomplete.
    pub notes: Vec<Shown>,
    /// Counts of targets.
    pub tiles: Vec<Tile>,
    /// What comes first.
    pub decisions: Vec<Decision>,
    /// Every task.
    pub tasks: Vec<PageTask>,
    /// Everybody who leads a task, each once, in the order of the tasks.
    pub leads: Vec<String>,
    /// Every verdict that a task has: its code and its words, worst first.
    pub verdicts: Vec<(&'static str, String)>,
    /// Who reported when.
    pub heat: Table,
    /// Explains the marks of that table.
    pub legend: String,
    /// Indexes that are scored.
    pub scores: Vec<PageScore>,
    /// What follows in words: a heading, then sentences.
    pub sections: Vec<(String, Vec<String>)>,
    /// What is written beside controls and over columns.
    pub words: PageWords,
}

/// How many targets stand alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// `met`, `on-track`, `behind`, `missed`, `unknown`.
    pub kind: &'static str,
    /// How many, as written.
    pub count: String,
    /// What they are.
    pub label: String,
}

/// An index scored.
#[derive(Clone, Debug)]
pub struct PageScore {
    /// Its name and year.
    pub title: String,
    /// What must be known of its points.
    pub notes: Vec<Shown>,
    /// What it comes to, in sentences.
    pub sums: Vec<String>,
    /// Its criteria, and who answers for what is lost.
    pub tables: Vec<Table>,
}

/// A task that needs a decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The number of the task.
    pub no: String,
    /// Its title.
    pub title: String,
    /// Its verdict.
    pub verdict: Shown,
    /// Why.
    pub why: String,
}

/// A task.
#[derive(Clone, Debug)]
pub struct PageTask {
    /// Its number.
    pub no: String,
    /// Its title.
    pub title: String,
    /// Who leads it.
    pub leads: Vec<String>,
    /// When it is due, in words.
    pub deadline: String,
    /// The same for sorting, `2019-12-31`; empty for a continuous one.
    pub due: String,
    /// The code of its verdict, and its place from worst to best.
    pub code: &'static str,
    pub rank: usize,
    /// Its verdict.
    pub verdict: Shown,
    /// What keeps it from its best.
    pub remarks: String,
    /// Its targets.
    pub targets: Vec<PageTarget>,
    /// Sentences on its deliverables and what was told of it.
    pub story: Vec<String>,
}

/// A target.
#[derive(Clone, Debug)]
pub struct PageTarget {
    /// Its number.
    pub id: String,
    /// What it is about.
    pub name: String,
    /// What is asked.
    pub bound: String,
    /// What there is.
    pub value: String,
    /// Its verdict.
    pub verdict: Shown,
    /// Its own deadline, where that is another than the task's.
    pub deadline: String,
    /// What a busy reader must know.
    pub remarks: String,
    /// Why it is so, what is needed, what may change: sentences.
    pub why: Vec<String>,
    /// Its value against its bound.
    pub bullet: Option<Bullet>,
    /// Its value by period.
    pub course: Option<Course>,
    /// The figures of units judged each by itself.
    pub units: Vec<(String, String, Shown)>,
}

/// A place along an axis, in thousandths of its length.
pub type Place = u32;

/// A value against its bound on one axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bullet {
    /// The same in words.
    pub text: String,
    /// The value.
    pub value: Option<Place>,
    /// From where to where the bound holds.
    pub holds: (Place, Place),
    /// The ends of the bound that lie on the axis.
    pub bounds: Vec<Place>,
    /// The milestones.
    pub milestones: Vec<Place>,
    /// What the reports to come must bring.
    pub needed: Option<Place>,
    /// What stands at the ends of the axis.
    pub ends: (String, String),
}

/// A value period by period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The same in words.
    pub text: String,
    /// The points in order, a gap where there is no figure: along, up, what it is.
    pub points: Vec<Option<(Place, Place, String)>>,
    /// The bound at each period, along and up: its low or only end, and its high one.
    pub bounds: [Vec<(Place, Place)>; 2],
    /// What stands at the low and the high end of the upright axis.
    pub ends: (String, String),
    /// The first and the last period.
    pub periods: (String, String),
}

/// Words beside controls and over columns.
#[derive(Clone, Debug)]
pub struct PageWords {
    pub decisions: String,
    pub no_decision: String,
    pub tasks: String,
    pub lead: String,
    pub verdict: String,
    pub all: String,
    pub shown: String,
    pub explanation: String,
    pub number: String,
    pub subject: String,
    pub bound: String,
    pub value: String,
    pub deadline: String,
    pub heat: String,
    pub unit: String,
    pub skip: String,
    pub needed: String,
    pub milestone: String,
    pub sort: String,
    pub none: String,
}
