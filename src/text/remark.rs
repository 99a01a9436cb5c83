//! What is remarked in a plan.toml that is made of a printed document: where each thing comes from, and what is left to say.

use super::{Lang, remark_en, remark_vi};

/// A remark. What is quoted comes as printed, ids as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark<'a> {
    // Titles.
    Head { today: &'a str },
    Units,
    Groups,
    Tasks,
    Rest,
    // The document.
    AsPrinted { text: &'a str },
    NoNumber,
    Attached { text: &'a str },
    Appendix,
    NoAgency,
    NoTitle,
    NoIssued,
    NoYear,
    YearOfIssue,
    Updates,
    // Units.
    NoMembers,
    MembersNamed,
    Several,
    Near { name: &'a str, id: &'a str },
    NoUnit,
    // Tasks.
    NoNumbers,
    Unnumbered,
    NumberNotPlain { text: &'a str },
    NumberRepeated { text: &'a str },
    HasMore,
    NoLead,
    NoLeadColumn { heads: &'a str },
    LeadPrinted { text: &'a str },
    SupportPrinted { text: &'a str },
    PartedByBeginning,
    NoSchedule,
    NoScheduleColumn { heads: &'a str },
    Unclear { text: &'a str },
    NoYearOfTime { text: &'a str },
    Periodic { text: &'a str, every: &'a str },
    SeveralDays { text: &'a str, days: &'a str },
    Before { text: &'a str, day: &'a str },
    EitherOf,
    Doubtful { text: &'a str },
    Repeated { text: &'a str },
    BoundStrict { text: &'a str },
    Other { head: &'a str, text: &'a str },
    Row { text: &'a str },
    Heads { text: &'a str },
}

/// Words a remark.
pub fn remark(remark: Remark<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => remark_vi::remark(remark),
        Lang::En => remark_en::remark(remark),
    }
}
