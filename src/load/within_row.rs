//! What the figures of a row must be to each other, and to those of the unit's other rows.

use super::row::{Columns, RowReader};
use super::watch::{Clash, Contradiction};
use crate::diag::Diagnostic;
use crate::model::{Decimal, FormId, Formula, Indicator, Plan};
use crate::syntax::csv::Record;
use crate::text::{Finding, Related};

/// An indicator whose numerator is a part of its denominator, both by their columns.
pub(super) struct Share<'a> {
    indicator: &'a Indicator,
    numerator: Vec<u16>,
    denominator: Vec<u16>,
}

/// Returns the shares of which all measures stand in one form.
pub(super) fn shares(plan: &Plan, form: FormId) -> Vec<Share<'_>> {
    let share = |indicator: &'_ Indicator| -> Option<(Vec<u16>, Vec<u16>)> {
        let Formula::Rate { numerator, denominator } = &indicator.formula else { return None };
        let own = |list: &[crate::model::MeasureId]| -> Option<Vec<u16>> {
            list.iter().map(|measure| (measure.form == form).then_some(measure.column)).collect()
        };
        own(numerator).zip(own(denominator))
    };
    let shares = plan.indicators.iter().filter(|indicator| indicator.share);
    shares
        .filter_map(|indicator| {
            let (numerator, denominator) = share(indicator)?;
            Some(Share { indicator, numerator, denominator })
        })
        .collect()
}

impl RowReader<'_> {
    /// Reports totals that are not the sum of their parts and shares above the whole, the second only where the first tell
    /// nothing: one slip of the hand is told once.
    pub(super) fn contradictions(&self, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) {
        let before = found.len();
        self.identities(record, columns, found);
        if found[before..].iter().all(|own| !self.is_told(own)) {
            self.above_whole(record, columns, found);
        }
    }

    /// Returns a figure of the row.
    fn figure(&self, column: u16) -> Option<Decimal> {
        let value = self.cells().get(usize::from(column)).copied().flatten()?;
        Decimal::new(i128::from(value), self.form().measures[usize::from(column)].decimals)
    }

    /// Returns a sum of figures of the row; none if one is blank.
    fn sum(&self, columns: &[u16]) -> Option<Decimal> {
        columns.iter().try_fold(Decimal::whole(0), |sum, &column| sum.checked_add(self.figure(column)?))
    }

    fn above_whole(&self, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) {
        for share in self.shares() {
            let (Some(part), Some(whole)) = (self.sum(&share.numerator), self.sum(&share.denominator)) else {
                continue;
            };
            if part.ratio() <= whole.ratio() {
                continue;
            }
            let finding = Finding::NumeratorAbove {
                indicator: share.indicator.name.clone(),
                numerator: part.to_string(),
                denominator: whole.to_string(),
            };
            let at = share.numerator.first().map_or(record.place(), |&first| columns.cell(record, first));
            found.push(Diagnostic::new(finding, at).with(share.indicator.id.place, Related::DeclaredHere));
        }
    }

    fn identities(&self, record: &Record<'_>, columns: &Columns, found: &mut Vec<Diagnostic>) {
        for identity in &self.form().identities {
            let Some(total) = self.figure(identity.total) else { continue };
            let Some(sum) = self.sum(&identity.parts) else { continue };
            if sum.checked_sub(total).is_some_and(Decimal::is_zero) {
                continue;
            }
            let parts = identity.parts.iter().filter_map(|&part| Some(self.figure(part)?.to_string()));
            let finding = Finding::IdentityFails {
                total: self.measure_name(identity.total),
                stated: total.to_string(),
                parts: parts.collect::<Vec<_>>().join(" + "),
                sum: sum.to_string(),
            };
            found.push(
                Diagnostic::new(finding, columns.cell(record, identity.total))
                    .with(identity.place, Related::DeclaredHere),
            );
        }
    }

    /// Words what contradicts an earlier figure of the same unit.
    pub(super) fn contradiction(&self, own: Contradiction) -> Finding {
        let shown = |(_, column, value): (usize, u16, i64)| {
            let decimals = self.form().measures[usize::from(column)].decimals;
            Decimal::new(i128::from(value), decimals).map_or_else(String::new, |value| value.to_string())
        };
        let name = |(_, column, _): (usize, u16, i64)| self.measure_name(column);
        let (now, before) = (shown(own.this), shown(own.before));
        match own.clash {
            Clash::Uncarried => {
                let (opening, closing) = (name(own.this), name(own.before));
                Finding::CarriesUnequal { opening, stated: now, closing, before }
            }
            Clash::Changed => Finding::FixedChanged { measure: name(own.this), now, before },
            Clash::Falls => Finding::ToDateFalls { measure: name(own.this), now, before },
        }
    }
}
