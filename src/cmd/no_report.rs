//! Why there is no report, and how it is said.

use super::failure::Failure;
use crate::text::{Lang, Say, say};

/// Why there is no report.
#[derive(Debug)]
pub(super) enum NoReport {
    /// What should be a period, with the nearest that is one.
    UnknownPeriod { text: String, near: String },
    /// A period that has not begun.
    NotBegun { period: String, first: String, today: String },
    /// A day to judge before the period.
    JudgedBefore { period: String, first: String, day: String },
    /// A report dated before the day that it is judged as of.
    DatedBefore { date: String, day: String },
    /// An answer asked for before the letter that asks for it.
    AnswerBefore { by: String, date: String },
    /// A file of an office program goes to no stream.
    NeedsFile,
    /// A file of an office program holds the whole report.
    WholeOnly,
    /// A page that could not be written, in the words of the library.
    Page(String),
    /// A text or table that a workbook cannot hold, in the words of the library.
    Workbook(String),
}

impl From<NoReport> for Failure {
    fn from(why: NoReport) -> Self {
        Self::NoReport(why)
    }
}

impl NoReport {
    /// Words the failure.
    pub(super) fn words(&self, lang: Lang) -> String {
        let phrase = match self {
            Self::UnknownPeriod { text, near } => Say::FailReportPeriod { text, near },
            Self::NotBegun { period, first, today } => Say::FailNotBegun { period, first, today },
            Self::JudgedBefore { period, first, day } => Say::FailJudgedBefore { period, first, day },
            Self::DatedBefore { date, day } => Say::FailDatedBefore { date, day },
            Self::AnswerBefore { by, date } => Say::FailAnswerBefore { by, date },
            Self::NeedsFile => Say::FailNeedsFile,
            Self::WholeOnly => Say::FailWholeOnly,
            Self::Page(reason) => Say::FailPage { reason },
            Self::Workbook(reason) => Say::FailReportBook { reason },
        };
        say(phrase, lang)
    }
}
