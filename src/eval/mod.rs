//! Model to results. The date is an argument; nothing here reads a file, a clock or a word of any language.

mod asked_for;
mod deliverable;
mod due;
mod history;
mod judge;
mod needed;
mod outcome;
mod reach;
mod register;
mod reporting;
mod span;
mod sums;
mod target;
mod task;
mod updates;
mod value;
mod verdict;

pub use asked_for::{late, late_reports, missing, without_evidence};
pub use deliverable::{DeliverableResult, Unproven};
pub use due::{Due, Duty, due};
pub use history::{Point, history, history_queries, measure_sum, period_queries, point};
pub use judge::{Judgement, judge};
pub use needed::Needed;
pub use outcome::{Compared, Outcome, Provisional, Reason, TargetResult, UnitOutcome};
pub use register::{Answer, Asking, Entry, Question, Record};
pub use reporting::{Debt, FormReporting, Owed, form_reporting};
pub use span::{Asked, Horizon, deadline, queries, task_deadline};
pub use sums::{FormSums, UnitSums, form_sums, mixed_parts};
pub use target::Context;
pub use task::{Completion, TaskResult};
pub use updates::UpdatesResult;
pub use value::{Amount, Held, Older, Reports, Source};
pub use verdict::{Overflow, Verdict};
