//! The figures of a target in the period, up to it and against the period before.

use super::about::Report;
use crate::eval::{Amount, Held, Point, Reports, TargetResult};
use crate::model::{Decimal, Indicator, Limit, Period};
use crate::text::{Tell, tell};
use crate::view::Cell;
use crate::view::target::TargetView;
use crate::view::wording::{self, is_rate, number, rounded};

/// The figures of a target.
pub(super) struct Amounts {
    /// In the period.
    pub(super) within: Option<Amount>,
    /// The last given, with its period and the one that lacks it, where none has been given anew.
    pub(super) held: Option<(Amount, Held)>,
    /// The reports that those in the period are from.
    pub(super) reports: Reports,
    /// From the beginning of the year up to it.
    pub(super) up_to: Option<Amount>,
    /// In the period before.
    pub(super) before: Option<Amount>,
    /// Which one that is.
    pub(super) period_before: Option<Period>,
}

impl Amounts {
    pub(super) fn new(report: &Report<'_>, result: &TargetResult) -> Self {
        let course = report.course(report.made_from.judged.target(result).target().indicator);
        let (now, before) = (course.and_then(|own| own.now), course.and_then(|own| own.before));
        let anew = |point: &Point| point.held.is_none();
        let now_anew = now.filter(anew);
        Self {
            within: now_anew.and_then(|point| point.within),
            held: now.and_then(|point| Some((point.within?, point.held?))),
            reports: now.map(|point| point.reports).unwrap_or_default(),
            up_to: now_anew.and_then(|point| point.up_to),
            before: before.filter(anew).and_then(|point| point.within),
            period_before: before.map(|point| point.period),
        }
    }

    /// Tells whether the figures up to the period are others than those in it.
    pub(super) fn goes_further(&self) -> bool {
        self.up_to.is_some() && self.up_to != self.within
    }

    /// Returns by how much the figure of the period differs from the one before as both are printed; none if one is missing.
    pub(super) fn change(&self, view: TargetView<'_>) -> Option<Decimal> {
        let limits = limits(view);
        let shown = |amount: Option<Amount>| rounded(amount?.value()?, view.indicator(), &limits);
        shown(self.within)?.checked_sub(shown(self.before)?).map(Decimal::trimmed)
    }
}

/// Returns what no figure of the target may seem to cross.
pub(super) fn limits(view: TargetView<'_>) -> Vec<Limit> {
    view.limits(&view.result.outcome)
}

/// Writes a figure with what is counted: `99,12% (451/455 hồ sơ)`.
pub(super) fn words(amount: Amount, view: TargetView<'_>) -> String {
    let indicator = view.indicator();
    let shown = wording::amount(amount, indicator, &limits(view), view.lang);
    match (amount, indicator.counts.as_deref(), shown.strip_suffix(')')) {
        (Amount::Rate { .. }, Some(counts), Some(open)) => format!("{open} {counts})"),
        (Amount::Rate { .. } | Amount::Level(_) | Amount::Assumed(_), _, _) => shown,
    }
}

/// Words a change: up or down, and by how much.
pub(super) fn change_words(change: Decimal, indicator: &Indicator, report: &Report<'_>) -> String {
    let lang = report.lang();
    let by = number(change.magnitude(), lang);
    let points = is_rate(indicator);
    tell(
        match change.mantissa().signum() {
            0 => Tell::NoChange,
            1 if points => Tell::UpPoints { by: &by },
            1 => Tell::Up { by: &by },
            _ if points => Tell::DownPoints { by: &by },
            _ => Tell::Down { by: &by },
        },
        lang,
    )
}

/// Writes a change in a few letters, with its sign, and with its unit unless the head says it.
pub(super) fn change_short(change: Decimal, indicator: &Indicator, is_said: bool, report: &Report<'_>) -> String {
    let sign = if change.mantissa() > 0 { "+" } else { "" };
    let by = format!("{sign}{}", number(change, report.lang()));
    if is_rate(indicator) && !is_said { tell(Tell::ChangedPoints { by: &by }, report.lang()) } else { by }
}

/// Makes a cell of a figure.
pub(super) fn cell(amount: Option<Amount>, view: TargetView<'_>) -> Cell {
    wording::amount_cell(amount, view.indicator(), &limits(view), view.lang)
}
