//! What was handed in, and the story of each task.

use chrono::NaiveDate;

use super::{CountedForm, Decimal, FormTally, IndexId, Lock, Period, UnitId};
use crate::diag::Place;

/// The columns of `data/deliverables.csv`, the documents handed in.
pub const HANDED_COLUMNS: [&str; 7] = ["task", "deliverable", "number", "issued", "title", "where", "link"];

/// The columns of `data/updates.csv`, the story of the tasks.
pub const UPDATE_COLUMNS: [&str; 6] = ["date", "period", "task", "unit", "kind", "text"];

/// The columns of `data/scores.csv`, points that people gave.
pub const SCORE_COLUMNS: [&str; 5] = ["criterion", "round", "points", "evidence", "note"];

/// The columns of `data/units.csv`, more units of the plan.
pub const UNIT_COLUMNS: [&str; 4] = ["id", "name", "parent", "aliases"];

/// One document handed in.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Place of the task in the plan.
    pub task: usize,
    /// Place of the deliverable in the task.
    pub deliverable: usize,
    /// The name used, where one of several is enough.
    pub name: String,
    /// The document's number.
    pub number: Option<String>,
    /// The day it was issued.
    pub issued: NaiveDate,
    /// Its title.
    pub title: Option<String>,
    /// Section and page that prove it.
    pub location: Option<String>,
    /// Where it can be found.
    pub link: Option<String>,
    /// The row.
    pub place: Place,
}

/// What an update says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UpdateKind {
    Result,
    Obstacle,
    Proposal,
    Done,
}

impl UpdateKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Result, Self::Obstacle, Self::Proposal, Self::Done];

    /// Returns the word of data/updates.csv.
    pub fn word(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::Obstacle => "obstacle",
            Self::Proposal => "proposal",
            Self::Done => "done",
        }
    }
}

/// One line of a task's story.
#[derive(Clone, Debug)]
pub struct Update {
    /// The day.
    pub date: NaiveDate,
    /// The period it speaks of.
    pub period: Option<Period>,
    /// Place of the task in the plan.
    pub task: usize,
    /// Who says it.
    pub unit: UnitId,
    /// What kind of line it is.
    pub kind: UpdateKind,
    /// The words.
    pub text: String,
    /// The row.
    pub place: Place,
}

/// One report as it stands in its file, for screens that show where a figure comes from.
#[derive(Clone, Debug)]
pub struct Row {
    /// Who reported.
    pub unit: UnitId,
    /// For when.
    pub period: Period,
    /// The day of first receipt; the period's last day where a published figure gives none.
    pub reported: Option<NaiveDate>,
    /// The cells, a column of the form each, scaled by each measure's decimals.
    pub cells: Vec<Option<i64>>,
    /// The unit's remark.
    pub note: Option<String>,
    /// The row.
    pub place: Place,
    /// The cell with the day of receipt.
    pub reported_place: Place,
}

/// Who gave points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// The agency itself.
    Own,
    /// The first appraisal.
    First,
    /// The second, after explanations.
    Second,
}

impl Round {
    /// Every round, in order.
    pub const ALL: [Self; 3] = [Self::Own, Self::First, Self::Second];

    /// Returns the word of data/scores.csv.
    pub fn word(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::First => "appraisal-1",
            Self::Second => "appraisal-2",
        }
    }
}

/// Points that people gave an index, or a criterion of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The index.
    pub index: IndexId,
    /// Place in it of the criterion; none for the index as a whole.
    pub criterion: Option<usize>,
    /// Who gave them.
    pub round: Round,
    /// The points.
    pub points: Decimal,
    /// The document, section and page that prove them.
    pub evidence: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The row.
    pub place: Place,
}

/// How many decimals points may have.
pub const POINT_DECIMALS: u8 = 4;

/// Everything under data/, folded for a date.
#[derive(Clone, Debug)]
pub struct Figures {
    /// One tally a form, in the order of the plan.
    pub forms: Vec<FormTally>,
    /// Documents, by task, day and row.
    pub handed: Vec<Handed>,
    /// Updates, by day and row.
    pub updates: Vec<Update>,
    /// Points given by people, by index and round.
    pub scores: Vec<Score>,
    /// The periods that are locked.
    pub locks: Vec<Lock>,
    /// What is counted of the register, of the forms that ask for it.
    pub counted: Vec<CountedForm>,
}
