//! Dossiers: what citizens hand in, one by one, and the rules that a register of them is kept by.

use chrono::NaiveDate;

use super::UnitId;
use crate::diag::Place;

/// The columns of `data/dossiers/*.csv`. None of them says who handed a dossier in, and no other column is read.
pub const DOSSIER_COLUMNS: [&str; 13] = [
    "id",
    "procedure",
    "unit",
    "level",
    "channel",
    "received",
    "due",
    "resolved",
    "outcome",
    "apology",
    "apologised",
    "new-due",
    "suspended-days",
];

/// The columns of `data/procedures.csv`.
pub const PROCEDURE_COLUMNS: [&str; 5] = ["code", "name", "field", "level", "working-days"];

/// The levels of online service that a procedure may have.
pub const LEVELS: [u8; 3] = [2, 3, 4];

/// From this level on a procedure can be done online.
pub const ONLINE_FROM: u8 = 3;

/// How a dossier came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    Online,
    InPerson,
    Post,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 3] = [Self::Online, Self::InPerson, Self::Post];

    /// Returns the word of the register.
    pub fn word(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::InPerson => "in-person",
            Self::Post => "post",
        }
    }

    /// Returns the channel of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.word() == word)
    }
}

/// How a dossier ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    Granted,
    Refused,
    Withdrawn,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Granted, Self::Refused, Self::Withdrawn];

    /// Returns the word of the register.
    pub fn word(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Returns the outcome of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.word() == word)
    }
}

/// A procedure.
#[derive(Clone, Debug)]
pub struct Procedure {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The field it belongs to.
    pub field: Option<String>,
    /// At which level it is offered.
    pub level: u8,
    /// Working days that it may take; none if nothing is set.
    pub working_days: Option<u16>,
    /// The row.
    pub place: Place,
}

/// From when a dossier that is received on a day off counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DayOff {
    /// From that day: the next working day is the first.
    #[default]
    SameDay,
    /// From the next working day, as if it had come then: the one after that is the first.
    NextWorkingDay,
}

/// By when an apology must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApologyBy {
    /// Before the due day.
    BeforeDue,
    /// On the due day at the latest.
    OnDue,
}

impl ApologyBy {
    /// Returns the word of plan.toml.
    pub fn word(self) -> &'static str {
        match self {
            Self::BeforeDue => "before-due",
            Self::OnDue => "on-due",
        }
    }

    /// Tells whether an apology of a day is in time for a due day.
    pub fn is_in_time(self, apologised: NaiveDate, due: NaiveDate) -> bool {
        match self {
            Self::BeforeDue => apologised < due,
            Self::OnDue => apologised <= due,
        }
    }
}

/// The rule of apologies for late dossiers. It is law somewhere, so it is declared and not built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApologyRule {
    /// By when.
    pub by: ApologyBy,
    /// How many new due days may be set.
    pub new_dates: u8,
    /// Where it is declared.
    pub place: Place,
}

/// The rules that the register is kept by.
#[derive(Clone, Copy, Debug, Default)]
pub struct RegisterRules {
    /// The day up to which the register is complete; none if its last entry says so.
    pub until: Option<NaiveDate>,
    /// From when a dossier received on a day off counts.
    pub day_off: DayOff,
    /// The rule of apologies, if there is one.
    pub apology: Option<ApologyRule>,
}

/// Of a dossier what is counted. All are days; times of day play no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Received.
    pub received: NaiveDate,
    /// Due, whatever new day was set later.
    pub due: NaiveDate,
    /// Resolved.
    pub resolved: Option<NaiveDate>,
    /// Apologised for.
    pub apologised: Option<NaiveDate>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// How it came in.
    pub channel: Channel,
    /// The level of its procedure.
    pub level: u8,
}

impl Facts {
    /// Tells whether it was resolved by the end of a day.
    pub fn is_resolved(&self, by: NaiveDate) -> bool {
        self.resolved.is_some_and(|resolved| resolved <= by)
    }

    /// Tells whether it was apologised for by the end of a day.
    pub fn is_apologised(&self, by: NaiveDate) -> bool {
        self.apologised.is_some_and(|apologised| apologised <= by)
    }

    /// Returns the last day on which anything is known to have happened, of those that are not after another.
    pub fn last_entry(&self, until: NaiveDate) -> Option<NaiveDate> {
        [Some(self.received), self.resolved, self.apologised].into_iter().flatten().filter(|day| *day <= until).max()
    }
}

/// One dossier, read.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// Its id.
    pub id: &'a str,
    /// The code of its procedure.
    pub procedure: &'a str,
    /// The place of its procedure among those known to the register.
    pub procedure_at: usize,
    /// The unit that handles it.
    pub unit: UnitId,
    /// What is counted.
    pub facts: Facts,
    /// The number of the letter of apology.
    pub apology: &'a str,
    /// The last new due day set.
    pub new_due: Option<NaiveDate>,
    /// All of them, as they are written.
    pub appointed: &'a str,
    /// Whether the register says when it is due, and it was not worked out.
    pub is_due_written: bool,
    /// Working days spent waiting for the citizen.
    pub suspended: u16,
    /// The due day worked out from receipt, working days allowed and suspension; none if nothing says how long it may take.
    pub computed: Option<NaiveDate>,
}
