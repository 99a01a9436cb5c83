//! The plan, its figures and the arithmetic of both. No reading, no writing, no wording; constructors refuse what is not valid.

mod assumption;
mod bound;
mod calendar;
mod count;
mod counted;
mod criterion;
mod decimal;
mod dossier;
mod form;
mod frozen;
mod ids;
mod period;
mod plan;
mod printed;
mod proposal;
mod ratio;
mod recipe;
mod record;
mod register_proposal;
mod register_recipe;
mod tally;
mod task;
mod timetable;
mod unit;
mod working_days;

pub use crate::diag::Place;
pub use assumption::Assumption;
pub use bound::Bound;
pub use calendar::{Calendar, Due, Window};
pub use count::{Count, Counted};
pub use counted::CountedForm;
pub use criterion::{
    Adds, Band, Cases, Criterion, Index, Item, Rule, Sought, Test, WhenNone, band_points, case_points, linear_points,
};
pub use decimal::Decimal;
pub use dossier::{
    ApologyBy, ApologyRule, Channel, DOSSIER_COLUMNS, DayOff, Dossier, Facts, LEVELS, ONLINE_FROM, Outcome,
    PROCEDURE_COLUMNS, Procedure, RegisterRules,
};
pub use form::{Carries, Form, Formula, Identity, Indicator, Measure, MeasureKind, Provenance};
pub use frozen::{ACTIONS, FREEZES, FROZEN, Frozen, Lock};
pub use ids::{FormId, GroupId, IndexId, IndicatorId, MeasureId, Party, UnitId};
pub use period::{Month, Months, Period, PeriodKind};
pub use plan::{Head, Monitor, Plan, ReportHead, Signer, Updates};
pub use printed::{
    PrintedAttached, PrintedBound, PrintedDeliverable, PrintedHead, PrintedHint, PrintedItem, PrintedNames,
    PrintedNumber, PrintedParty, PrintedPlan, PrintedTask, PrintedWhen,
};
pub use proposal::{Proposal, ProposedColumn, ProposedRow, Sighting};
pub use ratio::{Limit, Ratio};
pub use recipe::{Contents, Dash, DayOrder, Mark, Percent, Recipe, RecipeColumn, RecipeRow, RowsAre, Spot};
pub use record::{
    Figures, HANDED_COLUMNS, Handed, POINT_DECIMALS, Round, Row, SCORE_COLUMNS, Score, UNIT_COLUMNS, UPDATE_COLUMNS,
    Update, UpdateKind,
};
pub use register_proposal::{ColumnMeaning, ProposedRegisterColumn, ProposedWord, RegisterProposal};
pub use register_recipe::{RegisterColumn, RegisterRecipe, RegisterWord};
pub use tally::{Counts, Flags, Folded, FormTally, Late, PartTally, Query, Report};
pub use task::{Baseline, Deliverable, Extension, Milestone, Revision, Schedule, Target, Task};
pub use timetable::{Term, Terms, Timetable};
pub use unit::{Excuse, Group, Unit};
pub use working_days::WorkingDays;
