//! What a target, a part or a task comes to.

/// A verdict, worst first: a task is as bad as its worst part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    Missed,
    Overdue,
    Behind,
    NoData,
    Unproven,
    DoneLate,
    Open,
    OnTrack,
    Ongoing,
    NotDue,
    Done,
    Met,
    NoCases,
}

impl Verdict {
    /// Every verdict, worst first.
    pub const ALL: [Self; 13] = [
        Self::Missed,
        Self::Overdue,
        Self::Behind,
        Self::NoData,
        Self::Unproven,
        Self::DoneLate,
        Self::Open,
        Self::OnTrack,
        Self::Ongoing,
        Self::NotDue,
        Self::Done,
        Self::Met,
        Self::NoCases,
    ];

    /// Returns the word used in JSON and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Overdue => "overdue",
            Self::Behind => "behind",
            Self::NoData => "no-data",
            Self::Unproven => "unproven",
            Self::DoneLate => "done-late",
            Self::Open => "open",
            Self::OnTrack => "on-track",
            Self::Ongoing => "ongoing",
            Self::NotDue => "not-due",
            Self::Done => "done",
            Self::Met => "met",
            Self::NoCases => "no-cases",
        }
    }

    /// Returns the verdict for a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}

/// A figure that no longer fits in the exact arithmetic, which holds any count a country could send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;
