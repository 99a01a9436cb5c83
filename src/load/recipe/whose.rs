//! Whose figures, and for when: said by the command line, the recipe, the head, the row or a cell, and the same by all that say it.

use crate::model::{Period, UnitId};
use crate::text::Misread;

/// Whose figures, and for when, as far as it is said; each with the words that say it.
#[derive(Clone, Debug, Default)]
pub(super) struct Whose {
    pub(super) unit: Option<(UnitId, String)>,
    pub(super) period: Option<(Period, String)>,
}

impl Whose {
    /// Puts what is said elsewhere beside it: all that say something must say the same.
    pub(super) fn with(&self, other: &Self) -> Result<Self, Misread> {
        Ok(Self {
            unit: agreed(self.unit.as_ref(), other.unit.as_ref())?,
            period: agreed(self.period.as_ref(), other.period.as_ref())?,
        })
    }
}

fn agreed<T: Copy + PartialEq>(
    one: Option<&(T, String)>,
    other: Option<&(T, String)>,
) -> Result<Option<(T, String)>, Misread> {
    match (one, other) {
        (Some((own, said)), Some((its, says))) if own != its => {
            Err(Misread::Contradicts { one: says.clone(), other: said.clone() })
        }
        (one, other) => Ok(one.or(other).cloned()),
    }
}
