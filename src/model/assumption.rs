//! What is taken to be so, though no file says it.

use super::{Decimal, IndicatorId, MeasureId, Period, UnitId};

/// Something that is taken to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// The value of an indicator, whatever figures say; of a rate in percent.
    Value(IndicatorId, Decimal),
    /// One figure of a report.
    Figure {
        /// Which.
        measure: MeasureId,
        /// For when.
        period: Period,
        /// Whose.
        unit: UnitId,
        /// How much.
        value: Decimal,
    },
}
