//! Forms: tables of figures that units send in each period.

use super::{Counted, Due, MeasureId, PeriodKind, UnitId};
use crate::diag::{Place, Spanned};

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// Stable id, with its place.
    pub id: Spanned<String>,
    /// Title as shown.
    pub title: String,
    /// How long its periods are.
    pub every: PeriodKind,
    /// Where its figures come from.
    pub provenance: Provenance,
    /// The units that send it, in the order of the plan.
    pub units: Vec<UnitId>,
    /// When a report is due; none if nothing is owed.
    pub due: Option<Due>,
    /// Whether rows outside the plan's years are allowed.
    pub history: bool,
    /// Its columns of figures.
    pub measures: Vec<Measure>,
    /// Sums that hold in each row.
    pub identities: Vec<Identity>,
    /// The opening measure that equals a closing one of the period before.
    pub carries: Option<Carries>,
    /// Where it is declared that its figures are counted from the register; none if they are entered.
    pub from_register: Option<Place>,
    /// Whether units send it: not what others publish, nor what is counted without a due day.
    pub sent: bool,
    /// A remark on the declaration.
    pub note: Option<String>,
}

impl Form {
    /// Tells whether units have something to fill in: a form that is counted and not sent may still have measures that are entered.
    pub fn is_filled_in(&self) -> bool {
        self.from_register.is_none() || self.sent || self.measures.iter().any(|measure| measure.counted.is_none())
    }

    /// Tells whether the figures of a measure are counted and not entered.
    pub fn is_counted(&self, column: u16) -> bool {
        self.from_register.is_some()
            && self.measures.get(usize::from(column)).is_some_and(|measure| measure.counted.is_some())
    }

    /// Returns which of `wanted` are counted within a total, through whichever of its identities covers most of them.
    pub fn counted_within(&self, total: u16, wanted: &[u16]) -> Vec<u16> {
        self.search(total, wanted, &mut vec![total], &mut { SEARCHED })
    }

    // `path` ends the search in identities that run in a circle, `budget` in those that cross too often to be followed.
    fn search(&self, total: u16, wanted: &[u16], path: &mut Vec<u16>, budget: &mut u32) -> Vec<u16> {
        if wanted.contains(&total) {
            return vec![total];
        }
        let mut best = Vec::new();
        for identity in self.identities.iter().filter(|identity| identity.total == total) {
            let mut covered = Vec::new();
            for &part in &identity.parts {
                let Some(left) = budget.checked_sub(1).filter(|_| !path.contains(&part)) else { continue };
                *budget = left;
                path.push(part);
                covered.extend(self.search(part, wanted, path, budget));
                path.pop();
            }
            if covered.len() > best.len() {
                best = covered;
            }
        }
        best
    }
}

/// How many parts are looked at before a total is taken to hold no more.
const SEARCHED: u32 = 10_000;

/// Where figures come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Sent by the units.
    Reported,
    /// Published, with the source.
    Published(String),
    /// Made up, and to be marked so wherever they are shown.
    MadeUp,
}

impl Provenance {
    /// Returns the word of plan.toml.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Published(_) => "published",
            Self::MadeUp => "made-up",
        }
    }
}

/// How a measure adds up over periods, each unit by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureKind {
    /// Sums (received, resolved).
    Flow,
    /// The last report counts (pending).
    Stock,
    /// The first report counts (carried over).
    StockOpen,
    /// The last report counts, being a count since the year began (lũy kế).
    ToDate,
    /// The last report counts and is never summed (a published score).
    Level,
}

impl MeasureKind {
    /// Returns the word of plan.toml.
    pub fn word(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Stock => "stock",
            Self::StockOpen => "stock-open",
            Self::ToDate => "to-date",
            Self::Level => "level",
        }
    }

    /// Returns the kind for a word of plan.toml.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Flow, Self::Stock, Self::StockOpen, Self::ToDate, Self::Level]
            .into_iter()
            .find(|kind| kind.word() == word)
    }

    /// Tells whether the value over a year can only rise as reports come in.
    pub fn only_rises(self) -> bool {
        matches!(self, Self::Flow | Self::ToDate)
    }
}

/// One column of figures.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Stable id, with its place.
    pub id: Spanned<String>,
    /// Name as shown.
    pub name: String,
    /// How it adds up.
    pub kind: MeasureKind,
    /// How many decimals a cell may have.
    pub decimals: u8,
    /// What is counted.
    pub unit: Option<String>,
    /// Whether the value stays the same within a year.
    pub fixed: bool,
    /// What it counts of the register, to decide or to compare with.
    pub counted: Option<Counted>,
    /// A remark on the declaration.
    pub note: Option<String>,
}

/// A total that equals the sum of its parts in each row.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Column of the total.
    pub total: u16,
    /// Columns of the parts.
    pub parts: Vec<u16>,
    /// Where it is declared.
    pub place: Place,
}

/// What a period takes over from the one before.
#[derive(Clone, Debug)]
pub struct Carries {
    /// Column of the opening measure.
    pub opening: u16,
    /// Column of the closing measure.
    pub closing: u16,
    /// Where it is declared.
    pub place: Place,
}

/// An indicator.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Stable id, with its place.
    pub id: Spanned<String>,
    /// Name as shown.
    pub name: String,
    /// How it is made.
    pub formula: Formula,
    /// Whether the numerator is a part of the denominator, and so never larger.
    pub share: bool,
    /// How many decimals are shown.
    pub decimals: u8,
    /// What is counted, in words.
    pub counts: Option<String>,
    /// Why the denominator is this one.
    pub note: Option<String>,
}

/// How an indicator is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Sums of measures, divided; in percent.
    Rate {
        /// Summed above the line.
        numerator: Vec<MeasureId>,
        /// Summed below it.
        denominator: Vec<MeasureId>,
    },
    /// One level, as reported.
    Level(MeasureId),
}

impl Formula {
    /// Tells whether the formula itself shows that the numerator is a part of the denominator: each measure above the line
    /// stands below it too, or is counted within one that does.
    pub fn is_share(&self, forms: &[Form]) -> bool {
        let Self::Rate { numerator, denominator } = self else { return false };
        let Some(own) = numerator.first().map(|measure| measure.form) else { return false };
        let Some(form) = forms.get(own.0 as usize).filter(|_| numerator.iter().all(|part| part.form == own)) else {
            return false;
        };
        let parts: Vec<u16> = numerator.iter().map(|part| part.column).collect();
        let wholes = denominator.iter().filter(|whole| whole.form == own);
        let within: Vec<u16> = wholes.flat_map(|whole| form.counted_within(whole.column, &parts)).collect();
        parts.iter().all(|part| within.contains(part))
    }

    /// Returns every measure the formula needs, each once.
    pub fn measures(&self) -> Vec<MeasureId> {
        let mut all = match self {
            Self::Rate { numerator, denominator } => [numerator.as_slice(), denominator].concat(),
            Self::Level(measure) => vec![*measure],
        };
        all.sort_unstable();
        all.dedup();
        all
    }
}
