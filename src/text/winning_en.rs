//! Words about points that can still be won, in English.

use super::Winning;

/// Words something.
pub(super) fn winning(phrase: Winning<'_>) -> String {
    match phrase {
        Winning::Title => "Still winnable".into(),
        Winning::WaitingTitle => "Waiting".into(),
        Winning::OutOfReachTitle => "Out of reach".into(),
        Winning::GainHead => "Gain".into(),
        Winning::TakesHead => "What it takes".into(),
        Winning::ByHead => "By the end of".into(),
        Winning::TimeHead => "Still to come".into(),
        Winning::AtMostHead => "At most".into(),
        Winning::PointsHead => "Points".into(),
        Winning::WaitsHead => "Waits for".into(),
        Winning::WhyHead => "Why".into(),
        Winning::Cases { count, unit, names, fewer } => {
            let way = if fewer { "fewer" } else { "more" };
            format!("{count} {way} ({unit}) in {names}")
        }
        Winning::FromTo { from, to } => format!("{from} → {to}"),
        Winning::HandIn { name } => format!("hand in \"{name}\""),
        Winning::Further { gain, count } => format!("{count} bring +{gain}"),
        Winning::Others { list } => format!("also {list}"),
        Winning::Reports { count } => format!("{count} {}", plural(count, "report", "reports")),
        Winning::ReportsWith { count, cases, unit } => {
            format!("{count} {}, about {cases} ({unit})", plural(count, "report", "reports"))
        }
        Winning::Beyond { count, unit, cases, fewer } => {
            let way = if fewer { "fewer" } else { "more" };
            format!("takes {count} {way} ({unit}); at the pace of the year so far about {cases} are still to come")
        }
        Winning::Lost { count } => {
            format!("{count} {} outside the numerator and cannot be made good", plural(count, "case is", "cases are"))
        }
        Winning::Happened { count } => format!("{count} {} happened and cannot be undone", plural(count, "case has", "cases have")),
        Winning::LateHappened { count } => {
            format!("{count} {} late or missing, which cannot be undone", plural(count, "report is", "reports are"))
        }
        Winning::Over => "the year is over and every report is in".into(),
        Winning::Appraised => "the second appraisal is given".into(),
        Winning::Surveyed => "the result of the survey is in".into(),
        Winning::Assumed => "its value is assumed, so that no figures move it".into(),
        Winning::NoStep => "no figures raise these points".into(),
        Winning::Appraisal => "the second appraisal".into(),
        Winning::AppraisalOfFigures { gain } => format!("the second appraisal: by the figures {gain} more"),
        Winning::People => "people: figures do not tell these points".into(),
        Winning::LateReports { count } => format!("{count} {} of the year that {} not come", plural(count, "report", "reports"), plural(count, "has", "have")),
        Winning::Evidence => "the document that these points still need".into(),
        Winning::Nothing => "There is no step by which figures or documents still raise points this year.".into(),
        Winning::EachAlone => "Each step stands alone: the least with which points rise, all other figures as they are.".into(),
        Winning::AllGood => {
            "Where the denominator grows too, every further case is taken to be a good one; what is still to come is the mean of a report so far, times the reports still to come.".into()
        }
        Winning::Case => "cases".into(),
    }
}

fn plural<'a>(count: &str, one: &'a str, many: &'a str) -> &'a str {
    if count == "1" { one } else { many }
}
