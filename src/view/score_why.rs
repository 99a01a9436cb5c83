//! Why a criterion has the points that it has.

use super::score::points;
use super::status::Judged;
use super::wording::{self, count};
use crate::eval::{Basis, Computed, Earned, Line, Measured, Open};
use crate::model::{Criterion, Decimal, Item, Round, Rule, WhenNone};
use crate::text::{self, Lang, Scoring, Word, scoring};

/// Says what the points of a criterion rest on; where it is named too, by which indicator.
pub(super) fn why(judged: Judged<'_>, own: &Criterion, line: &Line, is_named: bool) -> String {
    let lang = judged.lang;
    let Some(computed) = &line.computed else { return String::new() };
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    let mut parts: Vec<String> = Vec::new();
    if let Basis::Given(round) = line.stands.basis {
        parts.push(say(Scoring::Given { who: text::word(round_word(round), lang) }));
        if let (Earned::Points(stands), Earned::Points(computed)) = (line.stands.earned, computed.earned)
            && stands != computed
        {
            let max = own.max.and_then(Decimal::ratio);
            parts.push(say(Scoring::Differs { computed: &points(computed, max, lang) }));
        }
    }
    match &own.rule {
        // Of items that cannot be told yet there is nothing to say but that.
        Some(Rule::Items(_)) if matches!(computed.earned, Earned::Open(_)) => {}
        Some(Rule::Items(items)) => parts.push(items_found(judged, items, &computed.measured)),
        _ => parts.extend(computed.measured.iter().map(|measured| found(judged, measured, is_named))),
    }
    match (line.stands.earned, own.when_none) {
        (Earned::Open(Open::NotDue), _) if matches!(computed.measured[..], [Measured::Document { .. }]) => {
            parts.push(say(Scoring::DocumentNotDue));
        }
        (Earned::Open(open), _) => parts.push(open_words(open, lang)),
        (Earned::LeftOut, _) => parts.push(say(Scoring::LeftOut)),
        (Earned::Points(_), Some(WhenNone::Full)) if is_of_nothing(computed) => parts.push(say(Scoring::NoCasesFull)),
        (Earned::Points(_), Some(WhenNone::Zero)) if is_of_nothing(computed) => parts.push(say(Scoring::NoCasesZero)),
        (Earned::Points(_), _) => {}
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

/// Says why points cannot be told.
pub(super) fn open_words(open: Open, lang: Lang) -> String {
    let phrase = match open {
        Open::NotGiven => Scoring::NotGiven,
        Open::Survey => Scoring::SurveyOpen,
        Open::NotDue => Scoring::NotDue,
        Open::NoData => Scoring::NoData,
        Open::NoCases => Scoring::NoCases,
    };
    scoring(phrase, lang)
}

pub(super) fn round_word(round: Round) -> Word {
    match round {
        Round::Own => Word::RoundOwn,
        Round::First => Word::RoundFirst,
        Round::Second => Word::RoundSecond,
    }
}

fn is_of_nothing(computed: &Computed) -> bool {
    let is = |own: &Measured| matches!(own, Measured::Value { amount: Some(amount), .. } if amount.value().is_none());
    computed.measured.iter().any(is)
}

/// Names the items that are not there, with what they come to.
fn items_found(judged: Judged<'_>, items: &[Item], measured: &[Measured]) -> String {
    let lang = judged.lang;
    let lacking: Vec<String> = items
        .iter()
        .zip(measured)
        .filter(|(item, measured)| !measured.passes(&item.test))
        .map(|(item, measured)| match found(judged, measured, false) {
            words if words.is_empty() => item.name.clone(),
            words => format!("{} ({words})", item.name),
        })
        .collect();
    if lacking.is_empty() {
        return scoring(Scoring::AllItems { count: &count(items.len(), lang) }, lang);
    }
    scoring(Scoring::LacksItems { items: &lacking.join("; ") }, lang)
}

/// Words what points depend on.
fn found(judged: Judged<'_>, own: &Measured, is_named: bool) -> String {
    let (plan, lang) = (judged.plan, judged.lang);
    let say = |phrase: Scoring<'_>| scoring(phrase, lang);
    let said = match own {
        Measured::Value { indicator, amount, .. } => {
            let Some(amount) = amount else { return String::new() };
            let declared = plan.indicator(*indicator);
            let amount = wording::amount(*amount, declared, &[], lang);
            if is_named { say(Scoring::Value { name: &declared.name, amount: &amount }) } else { amount }
        }
        Measured::Cases { count, .. } => {
            let Some(cases) = count else { return String::new() };
            say(Scoring::Cases { count: &wording::number(cases.trimmed(), lang) })
        }
        Measured::LateReports { late, missing, .. } => {
            say(Scoring::Late { late: &count(*late, lang), missing: &count(*missing, lang) })
        }
        Measured::Document { task, deliverable, is_there, .. } => {
            let name = &plan.tasks[*task].deliverables[*deliverable].name;
            say(Scoring::Document { name, is_there: *is_there })
        }
    };
    match own {
        Measured::Value { reports, .. } | Measured::Cases { reports, .. } if own.lacks_reports() => {
            let (received, due) = (&count(reports.received_of_due, lang), &count(reports.due, lang));
            format!("{said} ({})", say(Scoring::Provisional { received, due }))
        }
        _ => said,
    }
}
