//! Why the plan's files are not changed, and how it is said. Whatever the reason, they are as they were.

use std::io;
use std::path::PathBuf;

use super::failure::{reason, unwritten, written};
use crate::files;
use crate::text::{self, Finding, Lang, Say, say};

/// Why nothing is changed; the exit code is 2.
#[derive(Debug)]
pub(super) enum NoChange {
    /// There is no lock.
    Unlocked(files::Unlocked),
    /// A file of the plan cannot be written, or may not be.
    Unchanged(files::Unchanged),
    /// A file is no text.
    NotText(String),
    /// Something typed that no row could hold.
    Figure(Box<Finding>),
    /// What should be `ID=FIGURE`.
    NotAValue(String),
    /// Nothing to record, and nobody to ask.
    NoValues,
    /// Who was asked does not want to go on.
    Abandoned,
    /// What is typed cannot be read.
    Unread(io::Error),
    /// A file of this form or list has mistakes of form.
    Unfit(String),
    /// A file that was named cannot be read.
    Unopened { path: PathBuf, why: files::Unread },
    /// Nobody can be asked, and nothing says that it may be written.
    NeedsYes,
    /// The period is not over yet; with its last day.
    NotOver { period: String, last: String },
    /// No report lies in the period.
    NothingToFreeze(String),
    /// The period is not locked.
    NotFrozen(String),
    /// A lock is lifted only with a reason.
    NoReason,
    /// The change would do more than was asked: a mistake in the program.
    Misplanned,
}

impl NoChange {
    /// Words the reason.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Unlocked(why) => unlocked(why, lang),
            Self::Unchanged(why) => unchanged(why, lang),
            Self::Figure(finding) => {
                let words = text::finding(finding, lang);
                if words.help.is_empty() { words.title } else { format!("{}: {}", words.title, words.help) }
            }
            Self::NotAValue(text) => say(Say::FailNotAValue { text }, lang),
            Self::NoValues => say(Say::FailNoValues, lang),
            Self::Abandoned => say(Say::FailAbandoned, lang),
            Self::Unread(error) => say(Say::FailRead { path: "stdin", reason: &reason(error, lang) }, lang),
            Self::Unfit(stem) => say(Say::FailUnfit { stem }, lang),
            Self::Unopened { path, why: files::Unread::Irregular } => {
                say(Say::FailIrregular { path: &path.display().to_string() }, lang)
            }
            Self::Unopened { path, why: files::Unread::System(error) } => {
                say(Say::FailRead { path: &path.display().to_string(), reason: &reason(error, lang) }, lang)
            }
            Self::NeedsYes => say(Say::FailNeedsYes, lang),
            Self::NotOver { period, last } => say(Say::FailNotOver { period, last }, lang),
            Self::NothingToFreeze(period) => say(Say::FailNothingToFreeze { period }, lang),
            Self::NotFrozen(period) => say(Say::FailNotFrozen { period }, lang),
            Self::NoReason => say(Say::FailNoReason, lang),
            Self::Misplanned => say(Say::FailMisplanned, lang),
            Self::NotText(name) => say(Say::FailNotText { path: name }, lang),
        }
    }
}

/// Words why there is no lock.
fn unlocked(why: &files::Unlocked, lang: Lang) -> String {
    match why {
        files::Unlocked::Busy(path) => say(Say::FailBusy { path: &path.display().to_string() }, lang),
        files::Unlocked::System(path, error) => {
            say(Say::FailUnwritten { path: &path.display().to_string(), reason: &written(error, lang) }, lang)
        }
    }
}

/// Words why a file of the plan is not changed.
fn unchanged(why: &files::Unchanged, lang: Lang) -> String {
    match why {
        files::Unchanged::Link(path) => say(Say::FailLink { path: &path.display().to_string() }, lang),
        files::Unchanged::Outside(path) => say(Say::FailOutside { path: &path.display().to_string() }, lang),
        files::Unchanged::Changed(path) => say(Say::FailChanged { path: &path.display().to_string() }, lang),
        files::Unchanged::Unwritten(path, why) => {
            say(Say::FailUnwritten { path: &path.display().to_string(), reason: &unwritten(why, lang) }, lang)
        }
    }
}
