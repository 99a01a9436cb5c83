//! Sentences of letters that remind. Figures, days and periods come already written for the language.

use super::{Lang, urge_en, urge_vi};

/// A phrase or sentence of a letter, or of the list of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urge<'a> {
    Number { number: &'a str },
    Subject { number: &'a str, period: &'a str },
    To { unit: &'a str },
    Opening { number: &'a str, day: &'a str, unit: &'a str, as_of: &'a str },
    OpeningLate { number: &'a str, day: &'a str, unit: &'a str, as_of: &'a str },
    ReportsHead,
    ReportOwed { form: &'a str, period: &'a str, due: &'a str, late: &'a str },
    ReportWrong { form: &'a str, period: &'a str, due: &'a str, late: &'a str },
    UpdatesHead,
    UpdateOwed { task: &'a str, title: &'a str, period: &'a str, due: &'a str, late: &'a str },
    LateHead { period: &'a str },
    ReportLate { form: &'a str, period: &'a str, days: &'a str },
    WorksHead,
    WorkOverdue { name: &'a str, task: &'a str, due: &'a str, late: &'a str },
    TaskOverdue { title: &'a str, task: &'a str, due: &'a str, late: &'a str },
    WorkOverdueUnproven { name: &'a str, task: &'a str, due: &'a str, late: &'a str, why: &'a str },
    WorkUnproven { name: &'a str, task: &'a str, why: &'a str },
    TargetsHead,
    Target { name: &'a str, verdict: &'a str, why: &'a str, needed: &'a str },
    UnitTarget { name: &'a str, unit: &'a str, verdict: &'a str, why: &'a str, needed: &'a str },
    Needed { what: &'a str },
    Explain,
    OverdueBy { days: &'a str },
    DueToday,
    Closing { unit: &'a str, to: &'a str, by: &'a str },
    ClosingLate { unit: &'a str },
    Before { day: &'a str },
    Soon,
    AsAbove,
    MadeUpMarkSome,
    // The list of letters.
    Summary { unit: &'a str, list: &'a str, files: &'a str },
    CountReports { count: &'a str },
    CountUpdates { count: &'a str },
    CountLate { count: &'a str },
    CountWorks { count: &'a str },
    CountTargets { count: &'a str },
    NothingOwed { list: &'a str },
}

/// Words a sentence of a letter in a language.
pub fn urge(phrase: Urge<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => urge_vi::urge(phrase),
        Lang::En => urge_en::urge(phrase),
    }
}
