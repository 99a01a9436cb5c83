//! Severities that a plan changes.

use std::collections::BTreeMap;

use super::{Change, Code, Diagnostic, Severity};

/// What a plan makes of the findings of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treat {
    /// They have this severity.
    As(Severity),
    /// They are not shown and not counted.
    Off,
}

impl Treat {
    /// The words of plan.toml.
    pub const WORDS: [&'static str; 3] = ["error", "warning", "off"];

    /// Returns what a word of plan.toml stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "error" => Some(Self::As(Severity::Error)),
            "warning" => Some(Self::As(Severity::Warning)),
            "off" => Some(Self::Off),
            _ => None,
        }
    }
}

/// The severities of a plan: those of the code table, but for the ones it changes.
#[derive(Clone, Debug, Default)]
pub struct Severities {
    changed: BTreeMap<Code, Treat>,
}

impl Severities {
    /// Changes a code; tells whether that is allowed.
    pub fn change(&mut self, code: Code, treat: Treat) -> bool {
        let allowed = code.change() == Change::Free || treat == Treat::As(Severity::Error);
        if allowed {
            self.changed.insert(code, treat);
        }
        allowed
    }

    /// Returns the severity of a code; none if its findings are not wanted.
    pub fn of(&self, code: Code) -> Option<Severity> {
        match self.changed.get(&code) {
            Some(Treat::As(severity)) => Some(*severity),
            Some(Treat::Off) => None,
            None => Some(code.severity()),
        }
    }

    /// Gives findings from a place in a list on their severities, and drops those that are not wanted.
    pub fn apply(&self, found: &mut Vec<Diagnostic>, from: usize) {
        if self.changed.is_empty() {
            return;
        }
        let rest = found.split_off(from);
        found.extend(rest.into_iter().filter_map(|mut finding| {
            finding.severity = self.of(finding.code())?;
            Some(finding)
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, SourceId};
    use crate::text::Finding;

    #[test]
    fn only_free_codes_are_lowered_and_any_is_raised() {
        let mut own = Severities::default();
        assert!(own.change(Code::IdentityFails, Treat::Off));
        assert!(own.change(Code::ReportedEarly, Treat::As(Severity::Error)));
        assert!(own.change(Code::BadNumber, Treat::As(Severity::Error)));
        assert!(!own.change(Code::BadNumber, Treat::As(Severity::Warning)));
        assert!(!own.change(Code::DuplicateReport, Treat::Off));
        assert_eq!(own.of(Code::IdentityFails), None);
        assert_eq!(own.of(Code::ReportedEarly), Some(Severity::Error));
        assert_eq!(own.of(Code::BadNumber), Some(Severity::Error));
    }

    #[test]
    fn findings_before_the_place_stay_as_they_are() {
        let mut own = Severities::default();
        own.change(Code::RepeatedRow, Treat::Off);
        let place = Place { source: SourceId(0), start: 0, end: 0, line: 1, line_start: 0 };
        let mut found = vec![Diagnostic::new(Finding::RepeatedRow, place); 3];
        own.apply(&mut found, 1);
        assert_eq!(found.len(), 1);
    }
}
