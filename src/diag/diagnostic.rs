//! A finding about the user's files, with its places.

use super::{Code, Place, Severity};
use crate::text::{Finding, Related};

/// One finding: what is wrong, how bad, where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, with the names and figures that the sentence needs.
    pub finding: Finding,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is; none only for a finding about a missing file.
    pub place: Option<Place>,
    /// Other places that explain it, such as the first of two reports.
    pub related: Vec<(Place, Related)>,
}

impl Diagnostic {
    /// Makes a diagnostic with the severity that its code has by default.
    pub fn new(finding: Finding, place: Place) -> Self {
        let severity = Code::of(&finding).severity();
        Self { finding, severity, place: Some(place), related: Vec::new() }
    }

    /// Adds a second place.
    #[must_use]
    pub fn with(mut self, place: Place, why: Related) -> Self {
        self.related.push((place, why));
        self
    }

    /// Returns the stable code.
    pub fn code(&self) -> Code {
        Code::of(&self.finding)
    }
}

/// Sorts findings by file and place, and drops exact repetitions.
pub fn sort(list: &mut Vec<Diagnostic>) {
    list.sort_by(|a, b| (a.place, a.code().name()).cmp(&(b.place, b.code().name())));
    list.dedup();
}
