//! Why a command cannot go on, and how it is said.

use std::io;

use crate::files;
use crate::text::{Lang, Say, say};

/// Why a command cannot go on; the exit code is 2.
#[derive(Debug)]
pub(super) enum Failure {
    Files(files::Failure),
    /// A file that was there can no longer be read.
    Vanished {
        name: String,
        error: io::Error,
    },
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
    Write(io::Error),
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
            Self::Files(files::Failure::Irregular { path }) => {
                say(Say::FailIrregular { path: &path.display().to_string() }, lang)
            }
            Self::Files(files::Failure::Read { path, error }) => {
                say(Say::FailRead { path: &path.display().to_string(), reason: &error.to_string() }, lang)
            }
            Self::Vanished { name, error } => say(Say::FailRead { path: name, reason: &error.to_string() }, lang),
            Self::Overflow => say(Say::FailOverflow, lang),
            Self::AsOfFuture { day, today } => say(Say::FailAsOfFuture { day, today }, lang),
            Self::BadDate(text) => say(Say::FailBadDate { text }, lang),
            Self::UnknownVerdict { text, near: offered } => {
                say(Say::FailUnknownVerdict { text, near: &near(offered) }, lang)
            }
            Self::UnknownThing { text, near: offered } => {
                say(Say::FailUnknownThing { text, near: &near(offered) }, lang)
            }
            Self::PeriodOutside { text, from, to } => {
                let years = if from == to { from.to_string() } else { format!("{from}-{to}") };
                say(Say::FailPeriodOutside { text, years: &years }, lang)
            }
            Self::Epoch(text) => say(Say::FailEpoch { text }, lang),
            Self::Write(error) => say(Say::FailWrite { reason: &error.to_string() }, lang),
        }
    }
}
