//! A plan as a document prints it, before anybody has said what the document leaves open.

use chrono::NaiveDate;

use super::{Bound, PeriodKind, Schedule};

/// What a printed document says of its plan, with what is not sure marked as such.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedPlan {
    pub head: PrintedHead,
    /// Whom the table names, in the order in which it does.
    pub parties: Vec<PrintedParty>,
    /// The rows of the table.
    pub items: Vec<PrintedItem>,
    /// The head rows of the table, each wording once, its cells joined.
    pub heads: Vec<String>,
    /// Heads of columns that were not understood, each wording once.
    pub unknown: Vec<String>,
    /// All text of the document that stands nowhere else, line by line.
    pub rest: Vec<String>,
}

impl PrintedPlan {
    /// Returns the tasks.
    pub fn tasks(&self) -> impl Iterator<Item = &PrintedTask> {
        self.items.iter().filter_map(|item| match item {
            PrintedItem::Task(task) => Some(task.as_ref()),
            PrintedItem::Line(_) => None,
        })
    }
}

/// What stands above and below the table that is sure; what is not found is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedHead {
    pub number: Option<String>,
    /// The line of the number, where it is worded otherwise.
    pub number_printed: Option<String>,
    pub agency: Option<String>,
    pub parent: Option<String>,
    pub place: Option<String>,
    pub title: Option<String>,
    pub issued: Option<NaiveDate>,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// Whether the year is only that of the day of issue.
    pub is_year_of_issue: bool,
    pub basis: Vec<String>,
    /// The title of an appendix, where the document is one.
    pub appendix: Option<String>,
    /// What an appendix says of the document that it belongs to.
    pub attached: Option<PrintedAttached>,
}

/// A document that another is attached to, as the other says: `(Kèm theo Kế hoạch số 22/KH-STTTT ngày 20/02/2019 của Sở X)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedAttached {
    pub number: Option<String>,
    pub issued: Option<NaiveDate>,
    pub agency: Option<String>,
    /// The line, as printed.
    pub printed: String,
}

/// A unit, a person, or a common name of several units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedParty {
    pub id: String,
    /// The spelling that comes first.
    pub name: String,
    /// The others.
    pub aliases: Vec<String>,
    /// Whether it is a common name of several units.
    pub is_group: bool,
    /// Whether a comma or an "and" in it might also stand between two names.
    pub may_be_several: bool,
    /// Others that may be the same, by their places in the list.
    pub near: Vec<usize>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintedItem {
    Task(Box<PrintedTask>),
    /// A row that is no task: the title of a section, a row without content.
    Line(String),
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedTask {
    pub no: u32,
    pub number: PrintedNumber,
    pub title: String,
    pub lead: PrintedNames,
    pub support: PrintedNames,
    pub when: PrintedWhen,
    pub deliverables: Vec<PrintedDeliverable>,
    /// As printed; empty if nothing is.
    pub deliverables_printed: String,
    /// Deliverables that stand in the list twice.
    pub repeated: Vec<String>,
    /// Figures in the title that look like bounds.
    pub bounds: Vec<PrintedBound>,
    /// What other columns say: their heads, and the text.
    pub others: Vec<(String, String)>,
    /// Whether a row under it that has neither number nor content was taken for a part of it.
    pub has_more: bool,
    /// Whether its table has a column of leads.
    pub has_lead_column: bool,
    /// Whether its table has a column of deadlines.
    pub has_when_column: bool,
    /// The heads of the columns of its table that were not understood.
    pub unknown: Vec<String>,
}

/// Where the number of a task comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PrintedNumber {
    /// It is printed.
    #[default]
    Printed,
    /// None is printed.
    Missing,
    /// What is printed is no whole number.
    NotPlain(String),
    /// Another row has it already.
    Repeated(String),
}

/// Whom a cell names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedNames {
    /// Their places in the list of the plan.
    pub parties: Vec<usize>,
    /// As printed, unless it is one name alone.
    pub printed: Option<String>,
    /// Whether the cell was parted at a comma only because what follows begins as names of units do.
    pub is_guessed: bool,
}

/// When a task is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedWhen {
    /// As printed; empty if nothing is.
    pub printed: String,
    /// What it means, if that is sure.
    pub schedule: Option<Schedule>,
    /// Whether it is printed as before a day, which may or may not count itself.
    pub is_before: bool,
    /// What can be said of it where it is not sure.
    pub hint: PrintedHint,
}

/// What can be said of a time that is no sure deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PrintedHint {
    #[default]
    None,
    /// It lacks the year, which the document does not say either.
    NoYear,
    /// It comes again in each period of a kind.
    Periodic(PeriodKind),
    /// It is several deadlines, in their order.
    Several(Vec<NaiveDate>),
}

/// A document or product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedDeliverable {
    pub name: String,
    /// The names of which one is enough.
    pub any_of: Vec<String>,
    /// Whether it has a mark that might stand between several.
    pub is_doubtful: bool,
}

/// A figure in a title that looks like a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedBound {
    pub bound: Bound,
    /// The words that say so.
    pub words: String,
    /// Whether the words leave out the value itself, which a bound cannot.
    pub is_strict: bool,
}
