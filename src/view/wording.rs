//! How single values are worded and rounded, the same on every screen.

use chrono::NaiveDate;

use super::{Cell, Shown, Tone, Value};
use crate::eval::{Amount, Outcome, TaskResult, Unproven, Verdict};
use crate::model::{
    Bound, Decimal, Form, Indicator, Limit, Months, Period, PeriodKind, Plan, Provenance, Ratio, Schedule, Task,
};
use crate::text::{self, Lang, PeriodName, Say, Word};

/// What kind of part a verdict is about: the words differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Target,
    Work,
    Updates,
}

/// Names a verdict of a task.
pub fn verdict_name(own: Verdict, lang: Lang) -> String {
    verdict(own, Part::Work, lang).text
}

/// Words a verdict.
pub(super) fn verdict(verdict: Verdict, part: Part, lang: Lang) -> Shown {
    let (word, tone) = match verdict {
        Verdict::Missed => (Word::Missed, Tone::Bad),
        Verdict::Overdue => (Word::Overdue, Tone::Bad),
        Verdict::Behind => (Word::Behind, Tone::Warn),
        Verdict::NoData if part == Part::Updates => (Word::NotReported, Tone::Warn),
        Verdict::NoData => (Word::NoData, Tone::Warn),
        Verdict::Unproven => (Word::Unproven, Tone::Warn),
        Verdict::DoneLate => (Word::DoneLate, Tone::Warn),
        Verdict::Open if part == Part::Target => (Word::OpenTarget, Tone::Plain),
        Verdict::Open => (Word::OpenWork, Tone::Plain),
        Verdict::OnTrack => (Word::OnTrack, Tone::Good),
        Verdict::Ongoing => (Word::Ongoing, Tone::Good),
        Verdict::NotDue => (Word::NotDue, Tone::Quiet),
        Verdict::Done => (Word::Done, Tone::Good),
        Verdict::Met => (Word::Met, Tone::Good),
        Verdict::NoCases => (Word::NoCases, Tone::Quiet),
    };
    Shown::toned(text::word(word, lang), tone)
}

/// Words a task's verdict with the words of the part that makes it so.
pub(super) fn task_verdict(result: &TaskResult, lang: Lang) -> Shown {
    let of_target = result.targets.iter().any(|target| target.outcome.verdict == result.verdict);
    let of_updates = result.updates.as_ref().is_some_and(|updates| updates.verdict == result.verdict);
    let part = match result.verdict {
        Verdict::Open if of_target => Part::Target,
        Verdict::NoData if of_updates && !of_target => Part::Updates,
        _ => Part::Work,
    };
    verdict(result.verdict, part, lang)
}

/// Words a target's verdict.
pub(super) fn outcome_verdict(outcome: &Outcome, lang: Lang) -> Shown {
    if outcome.is_out_of_reach() {
        return Shown::toned(text::word(Word::MissedForGood, lang), Tone::Bad);
    }
    verdict(outcome.verdict, Part::Target, lang)
}

/// Writes a number.
pub(super) fn number(value: Decimal, lang: Lang) -> String {
    text::number(&value.to_string(), lang)
}

/// Writes a count.
pub fn count(value: usize, lang: Lang) -> String {
    text::number(&value.to_string(), lang)
}

/// Tells whether an indicator is a rate, and so shown in per cent.
pub(super) fn is_rate(indicator: &Indicator) -> bool {
    matches!(indicator.formula, crate::model::Formula::Rate { .. })
}

/// Writes a value of an indicator with its unit.
pub(super) fn with_unit(value: Decimal, indicator: &Indicator, lang: Lang) -> String {
    let plain = value.to_string();
    if is_rate(indicator) { text::percent(&plain, lang) } else { text::number(&plain, lang) }
}

fn is_all(low: Decimal, indicator: &Indicator) -> bool {
    is_rate(indicator) && low.ratio() == Some(Ratio::whole(100))
}

/// Words a bound in a few signs: `≥ 80%`.
pub(super) fn bound_short(bound: Bound, indicator: &Indicator, lang: Lang) -> String {
    let shown = |value: Decimal| with_unit(value.trimmed(), indicator, lang);
    let say = |phrase: Say<'_>| text::say(phrase, lang);
    match bound {
        // Of a rate there is nothing above 100%.
        Bound::AtLeast(low) if is_all(low, indicator) => shown(low),
        Bound::AtLeast(low) => say(Say::AtLeastShort { value: &shown(low) }),
        Bound::AtMost(high) => say(Say::AtMostShort { value: &shown(high) }),
        Bound::Between(low, high) => say(Say::BetweenShort { low: &shown(low), high: &shown(high) }),
        Bound::Equals(value) => say(Say::EqualsShort { value: &shown(value) }),
    }
}

/// Words a bound: `từ 80% trở lên`.
pub(super) fn bound_long(bound: Bound, indicator: &Indicator, lang: Lang) -> String {
    let shown = |value: Decimal| with_unit(value.trimmed(), indicator, lang);
    let say = |phrase: Say<'_>| text::say(phrase, lang);
    match bound {
        Bound::AtLeast(low) if is_all(low, indicator) => shown(low),
        Bound::AtLeast(low) => say(Say::AtLeast { value: &shown(low) }),
        Bound::AtMost(high) => say(Say::AtMost { value: &shown(high) }),
        Bound::Between(low, high) => say(Say::Between { low: &shown(low), high: &shown(high) }),
        Bound::Equals(value) => say(Say::Equals { value: &shown(value) }),
    }
}

/// Rounds a value for print without crossing a limit.
pub(super) fn rounded(value: Ratio, indicator: &Indicator, limits: &[Limit]) -> Option<Decimal> {
    value.shown(indicator.decimals, limits)
}

/// Writes an amount with its counts: `99,56% (451/453)`.
pub(super) fn amount(amount: Amount, indicator: &Indicator, limits: &[Limit], lang: Lang) -> String {
    let shown = amount
        .value()
        .and_then(|value| rounded(value, indicator, limits))
        .map(|value| with_unit(value, indicator, lang));
    match amount {
        Amount::Level(level) => number(level, lang),
        Amount::Assumed(value) => with_unit(value, indicator, lang),
        Amount::Rate { numerator, denominator } => {
            let (numerator, denominator) = (number(numerator, lang), number(denominator, lang));
            match &shown {
                Some(percent) => {
                    text::say(Say::Rate { percent, numerator: &numerator, denominator: &denominator }, lang)
                }
                None => text::say(Say::NoRate { numerator: &numerator, denominator: &denominator }, lang),
            }
        }
    }
}

/// Makes a cell of an amount: a fraction with its per cent as shown, or a level; a dash for none.
pub(super) fn amount_cell(amount: Option<Amount>, indicator: &Indicator, limits: &[Limit], lang: Lang) -> Cell {
    let Some(amount) = amount else { return Cell::new(Value::Null, "–") };
    let shown = self::amount(amount, indicator, limits, lang);
    let percent = amount.value().and_then(|value| rounded(value, indicator, limits));
    let value = match amount {
        Amount::Level(value) | Amount::Assumed(value) => Value::Number(value),
        Amount::Rate { numerator, denominator } => Value::Rate { numerator, denominator, percent },
    };
    Cell::new(value, shown)
}

/// Names a period.
pub fn period(period: Period, lang: Lang) -> String {
    let (year, ordinal) = (period.year(), period.ordinal());
    let name = match period.kind() {
        PeriodKind::Month => PeriodName::Month(year, ordinal),
        PeriodKind::Quarter => PeriodName::Quarter(year, ordinal),
        PeriodKind::Half => PeriodName::Half(year, ordinal),
        PeriodKind::NineMonths => PeriodName::NineMonths(year),
        PeriodKind::Year => PeriodName::Year(year),
    };
    text::period(name, lang)
}

/// Words how often something comes.
pub fn every(kind: PeriodKind, lang: Lang) -> String {
    let phrase = match kind {
        PeriodKind::Month => Say::EveryMonth,
        PeriodKind::Quarter => Say::EveryQuarter,
        PeriodKind::Half => Say::EveryHalf,
        PeriodKind::NineMonths | PeriodKind::Year => Say::EveryYear,
    };
    text::say(phrase, lang)
}

/// Names a stretch of months, as one period where it is one.
pub(super) fn months(span: Months, lang: Lang) -> String {
    if span.last < span.first {
        return String::new();
    }
    let kinds = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half, PeriodKind::NineMonths, PeriodKind::Year];
    let whole = kinds.into_iter().map(|kind| Period::holding(kind, span.first)).find(|period| period.months() == span);
    if let Some(whole) = whole {
        period(whole, lang)
    } else {
        let name = |month| period(Period::holding(PeriodKind::Month, month), lang);
        text::say(Say::SpanOf { first: &name(span.first), last: &name(span.last) }, lang)
    }
}

/// Writes a day.
pub(super) fn day(day: NaiveDate, lang: Lang) -> String {
    text::day(day, lang)
}

/// Writes a number of days.
pub(super) fn days(days: i64, lang: Lang) -> String {
    let days = text::number(&days.to_string(), lang);
    text::say(Say::Days { days: &days }, lang)
}

/// Says what the document of a deliverable lacks.
pub(super) fn lacks_proof(own: &Unproven, lang: Lang) -> String {
    text::say(if own.is_document { Say::DocumentUnnumbered } else { Say::DeliverableUnproven }, lang)
}

/// Says what lacks a document: something said to be done, or a document without its number. Deliverables are named where a task
/// has several.
pub(super) fn unproven(task: &Task, result: &TaskResult, lang: Lang) -> Vec<String> {
    let one = |own: &Unproven| {
        let said = lacks_proof(own, lang);
        match task.deliverables.as_slice() {
            [_] => said,
            all => text::say(Say::OfDeliverable { name: &all[own.deliverable].name, what: &said }, lang),
        }
    };
    result.unproven.iter().map(one).collect()
}

/// Words when a task is due.
pub(super) fn schedule(task: &Task, deadline: Option<NaiveDate>, lang: Lang) -> String {
    match (task.schedule, deadline) {
        (_, Some(by)) => day(by, lang),
        (Schedule::OnEvent, None) => text::word(Word::OnEvent, lang).to_owned(),
        (Schedule::Continuous | Schedule::By(_) | Schedule::Every { .. }, None) => {
            text::word(Word::Continuous, lang).to_owned()
        }
    }
}

/// Names the parties of a list.
pub(super) fn parties(plan: &Plan, parties: &[crate::model::Party]) -> String {
    parties.iter().map(|party| plan.party_name(*party)).collect::<Vec<_>>().join("; ")
}

/// Words where a form's figures come from.
pub(super) fn provenance(form: &Form, lang: Lang) -> Shown {
    match &form.provenance {
        Provenance::Reported => Shown::plain(text::word(Word::Reported, lang)),
        Provenance::Published(source) => Shown::plain(format!("{}: {source}", text::word(Word::Published, lang))),
        Provenance::MadeUp => Shown::toned(text::word(Word::MadeUp, lang), Tone::Warn),
    }
}

/// Whether figures of some forms are made up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MadeUp {
    None,
    /// Those of forms with these titles.
    Some(String),
    All,
}

impl MadeUp {
    /// Looks at some forms.
    pub(super) fn of<'a>(forms: impl Iterator<Item = &'a Form>) -> Self {
        let mut titles = Vec::new();
        let mut all = true;
        for form in forms {
            match form.provenance {
                Provenance::MadeUp => titles.push(form.title.as_str()),
                // What was published of other years says nothing about the plan's figures.
                Provenance::Published(_) if form.history => {}
                Provenance::Reported | Provenance::Published(_) => all = false,
            }
        }
        match titles.is_empty() {
            true => Self::None,
            false if all => Self::All,
            false => Self::Some(titles.join("; ")),
        }
    }
}

/// Says which of some forms hold made-up figures; none if none does.
pub(super) fn made_up<'a>(forms: impl Iterator<Item = &'a Form>, lang: Lang) -> Option<Shown> {
    let said = match MadeUp::of(forms) {
        MadeUp::None => return None,
        MadeUp::Some(forms) => text::say(Say::MadeUp { forms: &forms }, lang),
        MadeUp::All => text::say(Say::MadeUpAll, lang),
    };
    Some(Shown::toned(said, Tone::Warn))
}

/// Writes a text as it stands by itself, its first letter a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Writes a text as a sentence by itself: its first letter a capital, a stop at its end.
pub(super) fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{stop}", capital(text))
}

/// Returns a text that stands within a sentence without the stop that it ends with by itself.
pub(super) fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',', ' '])
}

/// Returns a title without the mark of a list item that it begins with in print.
pub(super) fn unmarked(title: &str) -> &str {
    let rest = title.trim_start_matches(['-', '–', '+', '•']);
    if rest.len() < title.len() && rest.starts_with(' ') { rest.trim_start() } else { title }
}

/// Writes a sentence as it stands after a colon, but for one that begins with an abbreviation.
pub(super) fn uncapital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return sentence.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

/// Cuts a text at a word so that it is no longer than so many characters.
pub fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '-', ' ']))
}
