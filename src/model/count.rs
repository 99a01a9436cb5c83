//! What is counted of a register: one definition of each figure, for a unit and a period.

use chrono::NaiveDate;

use super::{ApologyBy, Channel, Facts, MeasureKind, ONLINE_FROM, Outcome};
use crate::diag::Place;

/// Declares the counts: variant, word of plan.toml, how it adds up over periods.
macro_rules! counts {
    ($($count:ident $word:literal $kind:ident,)*) => {
        /// What is counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Count { $(#[doc = $word] $count,)* }

        impl Count {
            /// The words of plan.toml, in the order of the reference.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// Every count, in the same order.
            pub const ALL: &'static [Self] = &[$(Self::$count,)*];

            /// Returns the word of plan.toml.
            pub fn word(self) -> &'static str {
                match self { $(Self::$count => $word,)* }
            }

            /// Returns how the count adds up over periods.
            pub fn kind(self) -> MeasureKind {
                match self { $(Self::$count => MeasureKind::$kind,)* }
            }
        }
    };
}

counts! {
    Received "received" Stock,
    ReceivedNew "received-new" Flow,
    ReceivedOnline "received-online" Flow,
    ReceivedDirect "received-direct" Flow,
    CarriedOver "carried-over" StockOpen,
    Resolved "resolved" Flow,
    ResolvedEarly "resolved-early" Flow,
    ResolvedOnTime "resolved-on-time" Flow,
    ResolvedLate "resolved-late" Flow,
    ResolvedRefused "resolved-refused" Flow,
    ResolvedWithdrawn "resolved-withdrawn" Flow,
    Pending "pending" Stock,
    PendingInTime "pending-in-time" Stock,
    PendingOverdue "pending-overdue" Stock,
    LateApologised "late-apologised" Flow,
    LateUnapologised "late-unapologised" Flow,
    LateApologisedInTime "late-apologised-in-time" Flow,
    LateApologisedAfter "late-apologised-after" Flow,
    OverdueApologised "overdue-apologised" Stock,
    OverdueUnapologised "overdue-unapologised" Stock,
    ProceduresUsed "procedures-used" ToDate,
    ProceduresOnlineUsed "procedures-online-used" ToDate,
}

impl Count {
    /// Returns the count of a word of plan.toml.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|own| own.word() == word)
    }

    /// Tells whether it asks by when an apology must be written.
    pub fn needs_rule(self) -> bool {
        matches!(self, Self::LateApologisedInTime | Self::LateApologisedAfter)
    }

    /// Tells whether procedures are counted, each once, and not dossiers.
    pub fn is_distinct(self) -> bool {
        matches!(self, Self::ProceduresUsed | Self::ProceduresOnlineUsed)
    }

    /// Tells whether a dossier is counted in a period, from its first to its last day.
    ///
    /// What is known by the end of the last day counts, and nothing that came after: so a period keeps its figures. Columns (3) to (13)
    /// of form 06 (Circular 01/2020/TT-VPCP) are the first fourteen. A procedure counts where any dossier of it does.
    pub fn holds(self, own: &Facts, (first, last): (NaiveDate, NaiveDate), by: Option<ApologyBy>) -> bool {
        let is_new = first <= own.received && own.received <= last;
        let is_there = own.received <= last;
        let was_resolved = own.resolved.is_some_and(|resolved| resolved < first);
        let resolved = own.resolved.filter(|resolved| first <= *resolved && *resolved <= last);
        let is_late = resolved.is_some_and(|resolved| resolved > own.due);
        let is_pending = is_there && !own.is_resolved(last);
        let is_overdue = is_pending && own.due < last;
        let is_apologised = own.is_apologised(last);
        let is_in_time = by.zip(own.apologised).is_some_and(|(by, apologised)| by.is_in_time(apologised, own.due));
        match self {
            Self::Received => is_there && !was_resolved,
            Self::ReceivedNew | Self::ProceduresUsed => is_new,
            Self::ReceivedOnline => is_new && own.channel == Channel::Online,
            Self::ReceivedDirect => is_new && own.channel != Channel::Online,
            Self::CarriedOver => own.received < first && !was_resolved,
            Self::Resolved => resolved.is_some(),
            Self::ResolvedEarly => resolved.is_some_and(|resolved| resolved < own.due),
            Self::ResolvedOnTime => resolved == Some(own.due),
            Self::ResolvedLate => is_late,
            Self::ResolvedRefused => resolved.is_some() && own.outcome == Some(Outcome::Refused),
            Self::ResolvedWithdrawn => resolved.is_some() && own.outcome == Some(Outcome::Withdrawn),
            Self::Pending => is_pending,
            Self::PendingInTime => is_pending && !is_overdue,
            Self::PendingOverdue => is_overdue,
            Self::LateApologised => is_late && is_apologised,
            Self::LateUnapologised => is_late && !is_apologised,
            Self::LateApologisedInTime => is_late && is_apologised && is_in_time,
            Self::LateApologisedAfter => is_late && is_apologised && !is_in_time,
            Self::OverdueApologised => is_overdue && is_apologised,
            Self::OverdueUnapologised => is_overdue && !is_apologised,
            Self::ProceduresOnlineUsed => is_new && own.channel == Channel::Online && own.level >= ONLINE_FROM,
        }
    }
}

/// What a measure counts of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What.
    pub count: Count,
    /// Only dossiers that came in so.
    pub channel: Option<Channel>,
    /// Only those of this level and above.
    pub level_at_least: Option<u8>,
    /// Only those of procedures with these codes; all if there is none.
    pub procedures: Vec<String>,
    /// Where it is declared.
    pub place: Place,
}

impl Counted {
    /// Tells whether dossiers like this are looked at.
    pub fn concerns(&self, own: &Facts, procedure: &str) -> bool {
        self.channel.is_none_or(|channel| channel == own.channel)
            && self.level_at_least.is_none_or(|level| level <= own.level)
            && (self.procedures.is_empty() || self.procedures.iter().any(|code| code == procedure))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(offset: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2019, 1, 1).unwrap() + chrono::Duration::days(offset)
    }

    fn facts() -> impl Strategy<Value = Facts> {
        let days = (0i64..90, 0i64..60, proptest::option::of(0i64..60), proptest::option::of(0i64..60));
        (days, 0usize..3, 2u8..=4).prop_map(|((received, due, resolved, apologised), channel, level)| Facts {
            received: day(received),
            due: day(received + due),
            resolved: resolved.map(|after| day(received + after)),
            apologised: apologised.map(|after| day(received + after)),
            outcome: None,
            channel: Channel::ALL[channel],
            level,
        })
    }

    fn sum(counts: &[Count], own: &Facts, span: (i64, i64)) -> usize {
        let span = (day(span.0), day(span.1));
        counts.iter().filter(|count| count.holds(own, span, Some(ApologyBy::BeforeDue))).count()
    }

    proptest! {
        /// The identities of form 06 hold of every dossier, and so of all together.
        #[test]
        fn identities_hold_by_construction(own in facts(), first in 0i64..120, length in 0i64..40) {
            use Count::*;
            let span = (first, first + length);
            let of = |counts: &[Count]| sum(counts, &own, span);
            prop_assert_eq!(of(&[Received]), of(&[ReceivedOnline, ReceivedDirect, CarriedOver]));
            prop_assert_eq!(of(&[ReceivedNew]), of(&[ReceivedOnline, ReceivedDirect]));
            prop_assert_eq!(of(&[Resolved]), of(&[ResolvedEarly, ResolvedOnTime, ResolvedLate]));
            prop_assert_eq!(of(&[Pending]), of(&[PendingInTime, PendingOverdue]));
            prop_assert_eq!(of(&[Received]), of(&[Resolved, Pending]));
            prop_assert_eq!(of(&[ResolvedLate]), of(&[LateApologised, LateUnapologised]));
            prop_assert_eq!(of(&[LateApologised]), of(&[LateApologisedInTime, LateApologisedAfter]));
            prop_assert_eq!(of(&[PendingOverdue]), of(&[OverdueApologised, OverdueUnapologised]));
        }

        /// What one period leaves the next begins with; over a stretch of periods flows add up.
        #[test]
        fn periods_follow_one_another(own in facts(), first in 0i64..120, one in 1i64..40, two in 1i64..40) {
            use Count::*;
            let (a, b, c) = (first, first + one, first + one + two);
            prop_assert_eq!(sum(&[Pending], &own, (a, b - 1)), sum(&[CarriedOver], &own, (b, c)));
            for count in Count::ALL.iter().filter(|own| own.kind() == MeasureKind::Flow && !own.word().contains("apologised")) {
                let parts = sum(&[*count], &own, (a, b - 1)) + sum(&[*count], &own, (b, c));
                prop_assert_eq!(sum(&[*count], &own, (a, c)), parts, "{}", count.word());
            }
        }
    }

    #[test]
    fn a_dossier_resolved_on_its_due_day_is_on_time_and_one_pending_then_is_not_overdue() {
        let own = Facts {
            received: day(0),
            due: day(10),
            resolved: Some(day(10)),
            apologised: None,
            outcome: None,
            channel: Channel::Post,
            level: 2,
        };
        assert_eq!(sum(&[Count::ResolvedOnTime], &own, (5, 20)), 1);
        let pending = Facts { resolved: None, ..own };
        assert_eq!(sum(&[Count::PendingInTime], &pending, (5, 10)), 1);
        assert_eq!(sum(&[Count::PendingOverdue], &pending, (5, 11)), 1);
    }

    #[test]
    fn an_apology_on_the_due_day_is_in_time_only_where_the_rule_says_so() {
        let own = Facts {
            received: day(0),
            due: day(10),
            resolved: Some(day(12)),
            apologised: Some(day(10)),
            outcome: None,
            channel: Channel::Post,
            level: 2,
        };
        let span = (day(0), day(30));
        let in_time = |by| Count::LateApologisedInTime.holds(&own, span, by);
        assert_eq!(
            [in_time(Some(ApologyBy::BeforeDue)), in_time(Some(ApologyBy::OnDue)), in_time(None)],
            [false, true, false]
        );
    }
}
