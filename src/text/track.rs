//! Sentences about dossiers and what is counted of them. Figures and days come already written for the language.

use super::{Lang, track_en, track_vi};

/// A phrase or sentence about dossiers.
// One variant a line, so that the list can be looked through.
#[rustfmt::skip]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track<'a> {
    DossierSpan { first: &'a str, last: &'a str },
    DossierTotals { received: &'a str, resolved: &'a str, early: &'a str, on_time: &'a str, late: &'a str, pending: &'a str, overdue: &'a str },
    DossiersOfFigure { figure: &'a str, count: &'a str },
    RegisterEnds { day: &'a str },
    RegisterEndsOf { units: &'a str, day: &'a str },
    FigureNotKnown { units: &'a str, day: &'a str },
    FigureUntil { day: &'a str },
    ProceduresOfFigure { figure: &'a str, procedures: &'a str, count: &'a str },
    NoSuchDossiers,
    FailPeriodAhead { period: &'a str, first: &'a str, day: &'a str },
    OtherWarnings { count: &'a str },
    FailReceivedLater { id: &'a str, received: &'a str, day: &'a str },
    FailIsProcedure { code: &'a str },
    DueNotWritten,
    RegisterEndsHere,
    NoneUnapologised,
    NamedDay { weekday: &'a str, day: &'a str },
    DossierHeading { id: &'a str },
    ResolvedEarly { on: &'a str, due: &'a str, days: &'a str },
    ResolvedOnDay { due: &'a str },
    ResolvedLate { on: &'a str, due: &'a str, days: &'a str },
    PendingInTime { due: &'a str, days: &'a str },
    PendingOverdue { due: &'a str, days: &'a str },
    DueAsWritten { received: &'a str, due: &'a str },
    DueComputed { received: &'a str, days: &'a str, first: &'a str, due: &'a str },
    WithSuspension { days: &'a str, suspended: &'a str },
    DueOther { due: &'a str },
    NoApology,
    Apologised { number: &'a str, day: &'a str },
    ApologisedInTime { number: &'a str, day: &'a str },
    ApologisedLate { number: &'a str, day: &'a str },
    ReceivedBy { channel: &'a str },
    ApologyOf { number: &'a str },
    NoDossierSoon { days: &'a str, until: &'a str },
    PercentileNote,
    AppointedAnew { due: &'a str, new: &'a str },
    DossierEarly { days: &'a str },
    DossierLate { days: &'a str },
    CountsAgree { count: &'a str },
    CountsDiffer { count: &'a str },
    CountAgainst { measure: &'a str, entered: &'a str, counted: &'a str },
    CountedFrom,
    NotSent,
    MoreCellsAlike { count: &'a str, alike: &'a str },
    TableRows { count: &'a str },
    RegisterTrial { dossiers: &'a str, refused: &'a str },
    Brought { new: &'a str, more: &'a str, same: &'a str },
}

/// Words a sentence about dossiers in a language.
pub fn track(phrase: Track<'_>, lang: Lang) -> String {
    match lang {
        Lang::Vi => track_vi::track(phrase),
        Lang::En => track_en::track(phrase),
    }
}
