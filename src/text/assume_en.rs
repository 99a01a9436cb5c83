//! Words about what is assumed, in English.

use super::Assume;
use super::say_en::did_you_mean;

/// Words something.
pub(super) fn assume(phrase: Assume<'_>) -> String {
    match phrase {
        Assume::Note { list } => format!("HYPOTHETICAL, no real result, written to no file: {list}"),
        Assume::Value { name, value } => format!("{name} = {value}"),
        Assume::Figure { name, period, unit, value } => format!("{name}, {period}, {unit} = {value}"),
        Assume::Changes => "What differs from the figures on file".into(),
        Assume::NoChange => "The assumption changes nothing here.".into(),
        Assume::BeforeHead => "On file".into(),
        Assume::AfterHead => "Assumed".into(),
        Assume::DifferenceHead => "Difference".into(),
        Assume::VerdictBefore => "Verdict on file".into(),
        Assume::VerdictAfter => "Verdict assumed".into(),
        Assume::AllPoints => "Points in all".into(),
        Assume::Index { name, before, after } => format!("{name}: the index goes from {before} to {after} (assumed)."),
        Assume::Contradicts => "With what is assumed, this is found in the figures too:".into(),
        Assume::Refused => "Nothing is worked out with this assumption: change --set and run again.".into(),
        Assume::NoAssumption { text } => format!(
            "--set {text}: write INDICATOR=VALUE, such as on-time-rate=98, or MEASURE@PERIOD=VALUE, such as resolved-late@2019-12=0."
        ),
        Assume::Unknown { text, near } => format!(
            "no indicator or measure has the id \"{text}\"{} Run \"plan show\" for the ids.",
            did_you_mean(near)
        ),
        Assume::NeedsPeriod { id, example } => format!("\"{id}\" is a measure and needs a period: {example}."),
        Assume::TakesNoPeriod { id } => format!(
            "\"{id}\" is an indicator and takes no period: write {id}=VALUE; to assume something of one period, set its measures."
        ),
        Assume::WhichUnit { id, units, example } => {
            format!("several units send \"{id}\" ({units}): say which, such as {example}.")
        }
        Assume::Counted { id } => {
            format!("\"{id}\" is counted from the register and cannot be set: set the indicator that it is used in.")
        }
        Assume::NotOver { period, last, day } => {
            format!("{period} is over on {last}, and this is judged as of {day}: add --as-of {last}.")
        }
        Assume::NobodySends { id, period } => format!("no unit has to send \"{id}\" for {period}."),
        Assume::BadValue { text } => format!("\"{text}\" is not a number: write 98, 98.5 or 98%."),
        Assume::AboveAll { id } => format!("\"{id}\" is a part of a whole: its value is between 0 and 100%."),
        Assume::Twice { key } => format!("\"{key}\" is assumed twice."),
    }
}
