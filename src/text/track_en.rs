//! Sentences about dossiers in English.

use super::Track;

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn track(phrase: Track<'_>) -> String {
    match phrase {
        Track::DossierSpan { first, last } => format!("Dossiers from {first} to the end of {last}."),
        Track::DossierTotals { received, resolved, early, on_time, late, pending, overdue } => {
            format!(
                "Newly received {received}; resolved {resolved}: {early} early, {on_time} on the day, {late} late; pending {pending}, {overdue} of them overdue."
            )
        }
        Track::DossiersOfFigure { figure, count } => format!("{figure}: {count} dossiers."),
        Track::RegisterEnds { day } => format!("The register goes on to the end of {day}: how a dossier stands is how it stood then."),
        Track::RegisterEndsOf { units, day } => format!("The register of {units} goes on to the end of {day}: how its dossiers stand is how they stood then."),
        Track::FigureNotKnown { units, day } => format!("There is no such figure of {units} yet: the register goes on to {day}, not to the end of the period."),
        Track::FigureUntil { day } => format!("Counted to the end of {day}."),
        Track::ProceduresOfFigure { figure, procedures, count } => format!("{figure}: {procedures} procedures, from {count} dossiers."),
        Track::NoSuchDossiers => "The register has no such dossiers.".into(),
        Track::FailPeriodAhead { period, first, day } => format!("{period} begins on {first}, after the day looked at, {day}; choose another period, or a later --as-of"),
        Track::OtherWarnings { count } => format!("{count} other warnings about the figures; see them with plan check."),
        Track::FailReceivedLater { id, received, day } => format!("the dossier {id} was received on {received}, after the day looked at, {day}; choose a later --as-of"),
        Track::FailIsProcedure { code } => format!("{code} is the code of a procedure; look at it with plan dossiers --procedure {code}"),
        Track::DueNotWritten => "not written in the register, worked out".into(),
        Track::RegisterEndsHere => "the register ends here".into(),
        Track::NoneUnapologised => "No dossier is late without an apology.".into(),
        Track::NamedDay { weekday, day } => format!("{weekday} {day}"),
        Track::DossierHeading { id } => format!("Dossier {id}"),
        Track::ResolvedEarly { on, due, days } => format!("Resolved {on}, {days} before it was due ({due}): early."),
        Track::ResolvedOnDay { due } => format!("Resolved on the day it was due, {due}: on time."),
        Track::ResolvedLate { on, due, days } => format!("Resolved {on}, {days} after it was due ({due}): late."),
        Track::PendingInTime { due, days } => format!("Pending, due {due}, in {days}."),
        Track::PendingOverdue { due, days } => format!("Pending, due {due}: overdue by {days}."),
        Track::DueAsWritten { received, due } => {
            format!("Received {received}, due {due} as the register has it; nothing says how many working days the procedure may take.")
        }
        Track::DueComputed { received, days, first, due } => {
            format!("Received {received}; {days} working days, of which the first is {first}: due {due} as worked out.")
        }
        Track::WithSuspension { days, suspended } => format!("{days} + {suspended} (suspension)"),
        Track::DueOther { due } => format!("The register has {due}, and that day counts."),
        Track::NoApology => "Late, without an apology.".into(),
        Track::Apologised { number, day } => format!("Apologised{}, {day}.", numbered(number)),
        Track::ApologisedInTime { number, day } => {
            format!("Apologised{}, {day}: in time by the rule declared.", numbered(number))
        }
        Track::ApologisedLate { number, day } => {
            format!("Apologised{}, {day}: too late by the rule declared.", numbered(number))
        }
        Track::ReceivedBy { channel } => format!("received ({channel})"),
        Track::ApologyOf { number } => format!("apology{}", numbered(number)),
        Track::NoDossierSoon { days, until } => format!("No dossier falls due within {days} days (to {until})."),
        Track::PercentileNote => "Median, 90%: the working days that half, nine tenths of the dossiers resolved took at most; days of suspension are not counted. Share late: those resolved late of those resolved; pending ones that are overdue are not in it.".into(),
        Track::AppointedAnew { due, new } => format!("{due}, put off to {new}"),
        Track::DossierEarly { days } => format!("{days} early"),
        Track::DossierLate { days } => format!("{days} late"),
        Track::CountsAgree { count } => format!("{count} agree"),
        Track::CountsDiffer { count } => format!("{count} differ"),
        Track::CountAgainst { measure, entered, counted } => format!("{measure}: entered {entered}, counted {counted}"),
        Track::CountedFrom => "counted from the register, data/dossiers".into(),
        Track::RegisterTrial { dossiers, refused: "0" } => {
            format!("Read as this recipe says: {dossiers} dossiers, no cell refused.")
        }
        Track::RegisterTrial { dossiers, refused } => {
            format!("Read as this recipe says: {dossiers} dossiers; {refused} places refused, with the reason shown by import --dry-run.")
        }
        Track::MoreCellsAlike { count, alike } => format!(
            "{count} more cells, {alike} of them refused for the same reason as one above; see all with --format csv or -o FILE.csv"
        ),
        Track::TableRows { count } => format!("{count} row{}", if count == "1" { "" } else { "s" }),
        Track::Brought { new, more, same } => {
            format!("Register: {new} new dossiers, {more} with changes, {same} as before")
        }
        Track::NotSent => "not sent: there once the period is over, if the register reaches its end".into(),
    }
}

fn numbered(number: &str) -> String {
    if number.is_empty() { String::new() } else { format!(" by letter {number}") }
}
