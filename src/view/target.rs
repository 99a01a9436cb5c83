//! A target in words: why its verdict, what may still change, what is needed.

use chrono::NaiveDate;

use super::wording::{self, bound_long, bound_short, count, day, is_rate, with_unit};
use crate::eval::{Amount, Compared, Needed, Outcome, Reason, TargetResult, Verdict};
use crate::model::{Bound, Decimal, Indicator, Limit, Plan, Ratio, Target};
use crate::text::{self, Lang, Say, Word};

/// A target judged, with what its words need.
#[derive(Clone, Copy)]
pub(super) struct TargetView<'a> {
    pub(super) plan: &'a Plan,
    pub(super) result: &'a TargetResult,
    pub(super) as_of: NaiveDate,
    pub(super) lang: Lang,
}

impl<'a> TargetView<'a> {
    pub(super) fn target(self) -> &'a Target {
        &self.plan.tasks[self.result.task].targets[self.result.target]
    }

    pub(super) fn indicator(self) -> &'a Indicator {
        self.plan.indicator(self.target().indicator)
    }

    /// Returns every limit that the printed figure must not cross.
    pub(super) fn limits(self, outcome: &Outcome) -> Vec<Limit> {
        let mut limits = self.result.bound.limits();
        match outcome.reason.compared() {
            Some(Compared::Milestone(at)) => limits
                .extend(self.target().milestones.get(at).map(|milestone| milestone.bound.limits()).unwrap_or_default()),
            Some(Compared::Baseline(path, _)) if matches!(self.result.bound, Bound::AtMost(_)) => {
                limits.push(Limit::High(path));
            }
            Some(Compared::Baseline(path, _)) => limits.push(Limit::Low(path)),
            Some(Compared::Bound) | None => {}
        }
        limits
    }

    /// Returns the per cent or level as shown.
    pub(super) fn percent(self, outcome: &Outcome) -> Option<Decimal> {
        let value = outcome.value.filter(|_| is_rate(self.indicator()))?;
        wording::rounded(value, self.indicator(), &self.limits(outcome))
    }

    /// Writes the value with its counts.
    pub(super) fn value(self, outcome: &Outcome) -> String {
        outcome.amount.map_or_else(String::new, |amount| {
            wording::amount(amount, self.indicator(), &self.limits(outcome), self.lang)
        })
    }

    /// Names the months judged.
    pub(super) fn span(self) -> String {
        wording::months(self.result.span, self.lang)
    }

    fn is_at_most(self) -> bool {
        matches!(self.result.bound, Bound::AtMost(_))
    }

    fn say(self, phrase: Say<'_>) -> String {
        text::say(phrase, self.lang)
    }

    /// Says why the verdict is what it is, in one sentence.
    pub(super) fn why(self) -> String {
        let worst = self.result.worst.and_then(|unit| self.result.units.iter().find(|own| own.unit == unit));
        // Reports are counted of all units; why a unit falls short is told of its own.
        let why = self.why_outcome(worst.map_or(&self.result.outcome, |own| &own.outcome));
        match worst.map(|own| own.unit) {
            Some(unit) => self.say(Say::WhyWorst { unit: &self.plan.unit(unit).name, why: &wording::uncapital(&why) }),
            None => why,
        }
    }

    pub(super) fn why_outcome(self, outcome: &Outcome) -> String {
        let value = self.value(outcome);
        let value = value.as_str();
        let bound = bound_long(self.result.bound, self.indicator(), self.lang);
        let bound = bound.as_str();
        let by = self.result.deadline.map_or_else(String::new, |by| day(by, self.lang));
        let by = by.as_str();
        let met = outcome.verdict == Verdict::Met;
        if self.is_awaited(outcome) {
            return self.say(Say::WhyAwaited { value, bound, day: by });
        }
        match outcome.reason {
            Reason::NothingDue => self.say(Say::WhyNothingDue),
            Reason::NothingIn => self.say(Say::WhyNothingIn { due: &count(outcome.reports.due, self.lang) }),
            Reason::NothingArose => self.say(Say::WhyNothingArose { counts: self.counts() }),
            Reason::OutOfReach(lost) => self.why_lost(outcome, lost, bound),
            Reason::Now if met => self.say(Say::WhyMet { value, bound }),
            Reason::Now => self.say(Say::WhyMissed { value, bound }),
            Reason::Final if met => self.say(Say::WhyFinalMet { value, bound, day: by }),
            Reason::Final => self.say(Say::WhyFinalMissed { value, bound, day: by }),
            Reason::Secure => self.say(Say::WhySecure { value, bound }),
            Reason::Milestone(at) => self.why_milestone(outcome, value, at),
            Reason::Baseline(path, on) => {
                let path = self.path(path);
                let (path, on) = (path.as_str(), day(on, self.lang));
                let behind = outcome.verdict == Verdict::Behind;
                self.say(if self.is_at_most() {
                    Say::WhyPathAtMost { value, path, day: &on }
                } else if behind {
                    Say::WhyPathBehind { value, path, day: &on }
                } else {
                    Say::WhyPathOn { value, path, day: &on }
                })
            }
            Reason::BoundReached => self.say(Say::WhyReached { value, bound, day: by }),
            Reason::NothingToCompare if self.target().milestones.is_empty() => {
                self.say(Say::WhyOpen { value, bound, day: by })
            }
            Reason::NothingToCompare => self.say(Say::WhyOpenMilestones { value, bound, day: by }),
        }
    }

    // The deadline is over, but not every report for it is due.
    fn is_awaited(self, outcome: &Outcome) -> bool {
        let on_the_way = matches!(
            outcome.reason,
            Reason::Milestone(_) | Reason::Baseline(..) | Reason::BoundReached | Reason::NothingToCompare
        );
        on_the_way && self.result.deadline.is_some_and(|by| by <= self.as_of)
    }

    fn counts(self) -> &'a str {
        self.indicator().counts.as_deref().unwrap_or(text::word(Word::Cases, self.lang))
    }

    fn path(self, path: Ratio) -> String {
        path.rounded(self.indicator().decimals)
            .map_or_else(String::new, |path| with_unit(path, self.indicator(), self.lang))
    }

    // Where every case must be good, the lost ones can be counted.
    fn why_lost(self, outcome: &Outcome, lost: Option<Decimal>, bound: &str) -> String {
        let value = &self.value(outcome);
        let whole = matches!(self.result.bound, Bound::AtLeast(limit) | Bound::Equals(limit) if limit.ratio() == Some(Ratio::whole(100)));
        let Some(lost) = lost.filter(|_| whole) else { return self.say(Say::WhyOutOfReach { value, bound }) };
        let failing = match outcome.amount {
            Some(Amount::Rate { numerator, denominator }) => denominator.checked_sub(numerator),
            Some(Amount::Level(_) | Amount::Assumed(_)) | None => None,
        };
        let (number, counts) = (&wording::number(lost, self.lang), self.counts());
        match failing.filter(|failing| failing.trimmed() != lost.trimmed()) {
            Some(failing) => {
                let failing = &wording::number(failing, self.lang);
                self.say(Say::WhyLostOf { value, bound, failing, lost: number, counts })
            }
            None => self.say(Say::WhyLost { value, bound, lost: number, counts }),
        }
    }

    fn why_milestone(self, outcome: &Outcome, value: &str, at: usize) -> String {
        let Some(milestone) = self.target().milestones.get(at) else { return String::new() };
        let bound = bound_long(milestone.bound, self.indicator(), self.lang);
        let (bound, on) = (bound.as_str(), day(milestone.on, self.lang));
        let behind = outcome.verdict == Verdict::Behind;
        self.say(if behind {
            Say::WhyMilestoneBehind { value, bound, day: &on }
        } else {
            Say::WhyMilestoneOn { value, bound, day: &on }
        })
    }

    /// Says why the figure may still change; none if it may not.
    pub(super) fn provisional(self, short: bool) -> Option<String> {
        let outcome = &self.result.outcome;
        let provisional = outcome.provisional;
        if !provisional.any() {
            return None;
        }
        let mut why = Vec::new();
        if provisional.missing || provisional.awaiting {
            let (received, owed) = (count(outcome.reports.received, self.lang), count(outcome.reports.owed, self.lang));
            why.push(self.say(Say::ReportsIn { received: &received, owed: &owed }));
        }
        // That reports are awaited has been said where the deadline is over.
        let is_said = short && self.is_awaited(outcome);
        if provisional.awaiting && !provisional.missing && !is_said {
            why.push(self.say(Say::AwaitingLast));
        }
        if let Some(older) = provisional.older.filter(|_| !provisional.awaiting || provisional.missing) {
            let measure = &self.plan.measure(older.measure).name;
            let period = wording::period(older.period, self.lang);
            let unit = self.plan.unit(older.unit).name.as_str();
            why.push(self.say(if short {
                Say::OlderShort { unit, period: &period }
            } else {
                Say::OlderStock { measure, unit, period: &period }
            }));
        }
        let why = why.join("; ");
        Some(self.say(Say::Provisional { why: &why }))
    }

    /// Returns the rate needed as shown, in per cent: rounded so that it is never too little.
    pub(super) fn needed_percent(self, rate: Ratio) -> Option<Decimal> {
        let decimals = self.indicator().decimals;
        if matches!(self.result.bound, Bound::AtMost(_)) {
            rate.rounded_down(decimals)
        } else {
            rate.rounded_up(decimals)
        }
    }

    // Whether the rate that is needed cannot be had at all.
    fn beyond(self, rate: Ratio) -> bool {
        matches!(self.result.bound, Bound::AtLeast(_)) && rate > Ratio::whole(100)
    }

    /// Says in a few words what is needed.
    /// Says what is needed where it stands in a sentence.
    pub(super) fn needed_in_prose(self) -> Option<String> {
        self.needed_short(true)
    }

    fn needed_short(self, prose: bool) -> Option<String> {
        match self.result.outcome.needed? {
            Needed::Count(more) => Some(
                self.say(Say::NeedCount { count: &text::number(&more.to_string(), self.lang), what: self.counts() }),
            ),
            // A bound that holds now needs no push, only care: the sentence of `show` gives its figure.
            Needed::Rate { .. } if self.holds() => None,
            Needed::Rate { rate, .. } if self.beyond(rate) => Some(self.say(Say::NeedMoreThanAllShort)),
            Needed::Rate { rate, .. } => {
                let shown = with_unit(self.needed_percent(rate)?, self.indicator(), self.lang);
                if self.is_at_most() {
                    return Some(self.say(Say::NeedRateShortAtMost { rate: &shown }));
                }
                let value = shown.as_str();
                let rate = self.say(if prose { Say::AtLeast { value } } else { Say::AtLeastShort { value } });
                Some(self.say(Say::NeedRateShort { rate: &rate }))
            }
        }
    }

    /// Tells whether the bound holds as of now.
    pub(super) fn holds(self) -> bool {
        self.result.outcome.value.is_some_and(|value| self.result.bound.holds(value))
    }

    /// Says what is needed, with what it assumes.
    pub(super) fn needed_long(self) -> Option<String> {
        match self.result.outcome.needed? {
            Needed::Count(more) => Some(
                self.say(Say::NeedCount { count: &text::number(&more.to_string(), self.lang), what: self.counts() }),
            ),
            Needed::Rate { rate, reports, mean } => {
                let reports = count(reports, self.lang);
                let mean = mean.rounded(1).map_or_else(String::new, |mean| wording::number(mean.trimmed(), self.lang));
                let (reports, mean) = (reports.as_str(), mean.as_str());
                if self.beyond(rate) {
                    return Some(self.say(Say::NeedMoreThanAll { reports, mean, counts: self.counts() }));
                }
                let shown = with_unit(self.needed_percent(rate)?, self.indicator(), self.lang);
                let at_most = matches!(self.result.bound, Bound::AtMost(_));
                Some(self.say(if at_most {
                    Say::NeedRateAtMost { rate: &shown, reports, mean, counts: self.counts() }
                } else {
                    Say::NeedRateAtLeast { rate: &shown, reports, mean, counts: self.counts() }
                }))
            }
        }
    }

    /// Says what a busy reader must know beside the verdict: what it is compared with, the worst unit, what is missing, what is needed.
    pub(super) fn remarks(self) -> String {
        self.remarks_as(false)
    }

    /// Says the same where it stands in a sentence, bounds in words.
    pub(super) fn remarks_in_prose(self) -> String {
        self.remarks_as(true)
    }

    fn remarks_as(self, prose: bool) -> String {
        let mut remarks = Vec::new();
        if self.target().over_period && self.result.outcome.amount.is_some() {
            remarks.push(self.say(Say::FiguresOf { period: &self.span() }));
        }
        if self.is_awaited(&self.result.outcome) {
            remarks.push(self.say(Say::Awaited));
        }
        match self.result.outcome.reason.compared() {
            _ if self.is_awaited(&self.result.outcome) => {}
            Some(Compared::Milestone(at)) => {
                if let Some(milestone) = self.target().milestones.get(at) {
                    let worded = if prose { bound_long } else { bound_short };
                    let bound = worded(milestone.bound, self.indicator(), self.lang);
                    remarks.push(self.say(Say::MilestoneShort { day: &day(milestone.on, self.lang), bound: &bound }));
                }
            }
            Some(Compared::Baseline(path, on)) => {
                let (day, value) = (&day(on, self.lang), &self.path(path));
                let at_most = self.is_at_most();
                remarks.push(self.say(if at_most {
                    Say::PathShortAtMost { day, value }
                } else {
                    Say::PathShort { day, value }
                }));
            }
            Some(Compared::Bound) | None => {}
        }
        remarks.extend(self.worst());
        remarks.extend(self.needed_short(prose));
        remarks.extend(self.provisional(true));
        remarks.join("; ")
    }

    /// Names the unit that decides, with how many meet the target; nothing where there is only one and it does.
    fn worst(self) -> Vec<String> {
        // Units without cases have nothing to meet.
        let judged = self.result.units.iter().map(|unit| unit.outcome.verdict);
        let judged: Vec<_> = judged.filter(|own| !matches!(own, Verdict::NoCases | Verdict::NotDue)).collect();
        let is_plain = judged.is_empty() || (judged.len() == 1 && judged[0] == Verdict::Met);
        let Some(unit) = self.result.worst.filter(|_| !is_plain) else { return Vec::new() };
        let met = count(judged.iter().filter(|own| **own == Verdict::Met).count(), self.lang);
        vec![
            self.say(Say::WorstUnit { unit: &self.plan.unit(unit).name }),
            self.say(Say::UnitsMet { met: &met, units: &count(judged.len(), self.lang) }),
        ]
    }
}
