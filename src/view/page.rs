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
    /// What the indexes of the year come to.
    pub scores: Vec<PageScore>,
    /// Who reported when.
    pub heat: Table,
    /// Explains the marks of that table.
    pub legend: String,
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

/// An index with what it comes to.
#[derive(Clone, Debug)]
pub struct PageScore {
    /// Its id.
    pub id: String,
    /// Its name, with the year that it scores.
    pub name: String,
    /// What must be known of all its points.
    pub notes: Vec<Shown>,
    /// Whom it is for, whose criteria it has, what it comes to: sentences.
    pub said: Vec<Shown>,
    /// Who answers for what is lost, most first.
    pub lost: Vec<PageLost>,
    /// Its fields, each with all that is a part of it.
    pub fields: Vec<Vec<PageCriterion>>,
    /// How many criteria have points of their own.
    pub count: String,
    /// Everybody who answers for a criterion, each once, in their order.
    pub owners: Vec<String>,
    /// Says which points count.
    pub remark: String,
}

/// A criterion.
#[derive(Clone, Debug)]
pub struct PageCriterion {
    /// Its number.
    pub no: String,
    /// Its name.
    pub name: String,
    /// Whether others are a part of it, whose points it adds up.
    pub is_sum: bool,
    /// Its maximum, its points and what is lost of them.
    pub max: String,
    pub points: String,
    pub lost: Shown,
    /// Whether anything is lost.
    pub loses: bool,
    /// What the points rest on.
    pub why: String,
    /// Who answers for it.
    pub owners: Vec<String>,
}

/// Somebody who answers for what is lost, or may be.
#[derive(Clone, Debug)]
pub struct PageLost {
    /// Who.
    pub name: String,
    /// Points lost, and those that cannot be told yet.
    pub lost: String,
    pub open: String,
    /// Numbers of the criteria that lose points.
    pub criteria: Vec<String>,
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
    pub scores: String,
    pub lost_by_owner: String,
    pub criterion: String,
    pub max: String,
    pub points: String,
    pub lost: String,
    pub open: String,
    pub why: String,
    pub owner: String,
    pub only_lost: String,
    pub criteria_shown: String,
}
