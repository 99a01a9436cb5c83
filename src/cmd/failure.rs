//! Why a command cannot go on, and how it is said.

use std::io;
use std::path::PathBuf;

use crate::eval::Verdict;
use crate::files;
use crate::text::{self, Finding, Lang, Say, say};

/// Why a command cannot go on; the exit code is 2.
#[derive(Debug)]
pub(super) enum Failure {
    Files(files::Failure),
    /// A file that was there can no longer be read.
    Vanished {
        name: String,
        error: io::Error,
    },
    /// The lock that changes need.
    Unlocked(files::Unlocked),
    /// A file of the plan that is not changed.
    Unchanged(files::Unchanged),
    /// Something typed that no row could hold.
    Figure(Finding),
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
    Unopened {
        path: PathBuf,
        why: files::Unread,
    },
    /// Nobody can be asked, and nothing says that it may be written.
    NeedsYes,
    /// A change that would do more than was asked: a mistake in the program.
    Misplanned,
    /// A file that is no text.
    NotText(String),
    /// A new plan that was not made.
    Uncreated(files::Uncreated),
    Overflow,
    AsOfFuture {
        day: String,
        today: String,
    },
    BadDate(String),
    UnknownVerdict {
        text: String,
        near: Option<String>,
    },
    NoTask {
        no: u32,
        near: String,
    },
    UnknownThing {
        text: String,
        near: Option<String>,
    },
    PeriodOutside {
        text: String,
        from: i32,
        to: i32,
    },
    Epoch(String),
    /// A file whose ending says no format.
    UnknownEnding(PathBuf),
    /// A file of the plan that a result would overwrite.
    OwnFile(PathBuf),
    /// A file that cannot be written.
    Unwritten {
        path: PathBuf,
        why: files::Unwritten,
    },
    UnknownTable {
        name: String,
        near: Option<String>,
        names: Vec<&'static str>,
    },
    /// The stream of results is closed or full.
    Write(io::Error),
}

impl From<files::Unlocked> for Failure {
    fn from(failure: files::Unlocked) -> Self {
        Self::Unlocked(failure)
    }
}

impl From<files::Unchanged> for Failure {
    fn from(failure: files::Unchanged) -> Self {
        Self::Unchanged(failure)
    }
}

impl From<files::Uncreated> for Failure {
    fn from(failure: files::Uncreated) -> Self {
        Self::Uncreated(failure)
    }
}

impl From<files::Failure> for Failure {
    fn from(failure: files::Failure) -> Self {
        Self::Files(failure)
    }
}

impl From<crate::eval::Overflow> for Failure {
    fn from(_: crate::eval::Overflow) -> Self {
        Self::Overflow
    }
}

impl Failure {
    /// Words the failure.
    pub(super) fn words(&self, lang: Lang) -> String {
        let near = |near: &Option<String>| near.clone().unwrap_or_default();
        match self {
            Self::Files(files::Failure::NoPlan { from }) => {
                say(Say::FailNoPlan { folder: &from.display().to_string() }, lang)
            }
            Self::Files(files::Failure::NoFolder { path }) => {
                say(Say::FailNoFolder { path: &path.display().to_string() }, lang)
            }
            Self::Files(files::Failure::Irregular { path }) => {
                say(Say::FailIrregular { path: &path.display().to_string() }, lang)
            }
            Self::Files(files::Failure::Read { path, error }) => {
                say(Say::FailRead { path: &path.display().to_string(), reason: &reason(error, lang) }, lang)
            }
            Self::Vanished { name, error } => say(Say::FailRead { path: name, reason: &reason(error, lang) }, lang),
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
            Self::Misplanned => say(Say::FailMisplanned, lang),
            Self::NotText(name) => say(Say::FailNotText { path: name }, lang),
            Self::Uncreated(files::Uncreated::Exists(path)) => {
                say(Say::FailExists { path: &path.display().to_string() }, lang)
            }
            Self::Uncreated(files::Uncreated::System(path, error)) => {
                say(Say::FailUncreated { path: &path.display().to_string(), reason: &written(error, lang) }, lang)
            }
            Self::Overflow => say(Say::FailOverflow, lang),
            Self::AsOfFuture { day, today } => say(Say::FailAsOfFuture { day, today }, lang),
            Self::BadDate(text) => say(Say::FailBadDate { text }, lang),
            Self::UnknownVerdict { text, near: offered } => {
                let list = Verdict::ALL.map(Verdict::code).join(", ");
                say(Say::FailUnknownVerdict { text, near: &near(offered), list: &list }, lang)
            }
            Self::NoTask { no, near } => say(Say::FailNoTask { no: &no.to_string(), near }, lang),
            Self::UnknownThing { text, near: offered } => {
                say(Say::FailUnknownThing { text, near: &near(offered) }, lang)
            }
            Self::PeriodOutside { text, from, to } => {
                let years = if from == to { from.to_string() } else { format!("{from}-{to}") };
                say(Say::FailPeriodOutside { text, years: &years }, lang)
            }
            Self::Epoch(text) => say(Say::FailEpoch { text }, lang),
            Self::UnknownEnding(path) => say(Say::FailUnknownEnding { path: &path.display().to_string() }, lang),
            Self::OwnFile(path) => say(Say::FailOwnFile { path: &path.display().to_string() }, lang),
            Self::Unwritten { path, why } => {
                say(Say::FailUnwritten { path: &path.display().to_string(), reason: &unwritten(why, lang) }, lang)
            }
            Self::UnknownTable { name, near: offered, names } => {
                say(Say::FailUnknownTable { name, near: &near(offered), names: &names.join(", ") }, lang)
            }
            Self::Write(error) => say(Say::FailWrite { reason: &written(error, lang) }, lang),
        }
    }
}

/// Words what the system says; only what it says seldom is left in its own words.
fn reason(error: &io::Error, lang: Lang) -> String {
    let phrase = match error.kind() {
        io::ErrorKind::NotFound => Say::NotThere,
        io::ErrorKind::PermissionDenied => Say::NotReadable,
        io::ErrorKind::IsADirectory => Say::IsFolder,
        io::ErrorKind::StorageFull => Say::DiskFull,
        _ => return error.to_string(),
    };
    say(phrase, lang)
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

/// Words why a file is not written.
fn unwritten(why: &files::Unwritten, lang: Lang) -> String {
    let phrase = match why {
        files::Unwritten::NoFolder => Say::NoSuchFolder,
        files::Unwritten::IsFolder => Say::IsFolder,
        files::Unwritten::Irregular => Say::IsIrregular,
        files::Unwritten::DanglingLink => Say::LeadsNowhere,
        files::Unwritten::ReadOnly => Say::IsReadOnly,
        files::Unwritten::System(error) => return written(error, lang),
    };
    say(phrase, lang)
}

/// Words what the system says to a write.
fn written(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => say(Say::NotAllowed, lang),
        _ => reason(error, lang),
    }
}
