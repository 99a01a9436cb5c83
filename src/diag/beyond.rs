//! Findings beyond those that are ever shown: they are counted and not kept, so that a file of nothing but mistakes costs
//! little more than a right one.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Diagnostic, Severities, Severity, sort};

/// How many findings are kept, and how many there were beyond.
#[derive(Debug)]
pub struct Beyond {
    most: usize,
    errors: AtomicUsize,
    warnings: AtomicUsize,
}

impl Beyond {
    /// Keeps so many findings of each form or list.
    pub fn new(most: usize) -> Self {
        Self { most, errors: AtomicUsize::new(0), warnings: AtomicUsize::new(0) }
    }

    /// Adds what another one counted.
    pub fn absorb(&self, other: &Self) {
        self.errors.fetch_add(other.errors(), Ordering::Relaxed);
        self.warnings.fetch_add(other.warnings(), Ordering::Relaxed);
    }

    /// Returns how many errors were counted and not kept.
    pub fn errors(&self) -> usize {
        self.errors.load(Ordering::Relaxed)
    }

    /// Returns how many warnings were counted and not kept.
    pub fn warnings(&self) -> usize {
        self.warnings.load(Ordering::Relaxed)
    }

    /// Tells whether one more finding is kept beside so many of its kind.
    pub fn holds(&self, kept: usize) -> bool {
        kept < self.most.max(1)
    }

    /// Counts a finding that is not kept.
    pub fn count(&self, severity: Severity) {
        let counter = match severity {
            Severity::Error => &self.errors,
            Severity::Warning => &self.warnings,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// Keeps the first findings by place of those from a place in a list on, once there are twice too many, and counts the
    /// others as what the plan makes of them.
    pub fn trim(&self, found: &mut Vec<Diagnostic>, from: usize, severities: &Severities) {
        let most = self.most.max(1);
        if found.len() - from < most.saturating_mul(2) {
            return;
        }
        let mut rest = found.split_off(from);
        severities.apply(&mut rest, 0);
        sort(&mut rest);
        let dropped = rest.split_off(most.min(rest.len()));
        let errors = dropped.iter().filter(|one| one.severity == Severity::Error).count();
        self.errors.fetch_add(errors, Ordering::Relaxed);
        self.warnings.fetch_add(dropped.len() - errors, Ordering::Relaxed);
        found.append(&mut rest);
    }
}
