//! Why no forms are made, and how it is said.

use chrono::NaiveDate;

use super::failure::Failure;
use crate::model::PeriodKind;
use crate::text::{Lang, Say, day, say};
use crate::view;

/// Why no forms are made.
#[derive(Debug)]
pub(super) enum NoForm {
    Unknown {
        text: String,
        near: Option<String>,
        list: Vec<String>,
    },
    /// A form of published figures, which nobody fills in.
    Published(String),
    /// Of one that is counted from the register and sent by nobody.
    Counted(String),
    /// What is no period of the form, with one that is.
    NotItsPeriod {
        text: String,
        every: PeriodKind,
        near: String,
    },
    UnknownUnit {
        text: String,
        near: Option<String>,
        list: Vec<String>,
    },
    NotOwing {
        unit: String,
        form: String,
        period: String,
        why: NotOwing,
    },
    NobodyOwes {
        form: String,
        period: String,
    },
    /// A form that does not fit a workbook.
    NoWorkbook {
        unit: String,
        reason: String,
    },
}

/// Why a unit owes no report.
#[derive(Debug)]
pub(super) enum NotOwing {
    NotOfForm,
    Excused(String),
    Gone { from: Option<NaiveDate>, until: Option<NaiveDate> },
    NothingDue,
}

impl From<NoForm> for Failure {
    fn from(why: NoForm) -> Self {
        Self::NoForm(why)
    }
}

impl NoForm {
    /// Words the failure.
    pub(super) fn words(&self, lang: Lang) -> String {
        let near = |near: &Option<String>| near.clone().unwrap_or_default();
        match self {
            Self::Unknown { text, near: offered, list } => {
                say(Say::FailUnknownForm { text, near: &near(offered), list: &few(list) }, lang)
            }
            Self::Counted(form) => say(Say::FailCountedForm { form }, lang),
            Self::Published(form) => say(Say::FailPublishedForm { form }, lang),
            Self::NotItsPeriod { text, every, near } => {
                say(Say::FailFormPeriod { text, every: &view::every(*every, lang), near }, lang)
            }
            Self::UnknownUnit { text, near: offered, list } => {
                say(Say::FailUnknownUnit { text, near: &near(offered), list: &few(list) }, lang)
            }
            Self::NotOwing { unit, form, period, why } => {
                say(Say::FailNotOwing { unit, form, period, why: &why.words(lang) }, lang)
            }
            Self::NobodyOwes { form, period } => say(Say::FailNobodyOwes { form, period }, lang),
            Self::NoWorkbook { unit, reason } => say(Say::FailWorkbook { unit, reason }, lang),
        }
    }
}

impl NotOwing {
    fn words(&self, lang: Lang) -> String {
        let day = |own: Option<NaiveDate>| own.map_or_else(String::new, |own| day(own, lang));
        match self {
            Self::NotOfForm => say(Say::NotOfForm, lang),
            Self::Excused(reason) => say(Say::ExcusedBecause { reason }, lang),
            Self::Gone { from, until } => say(Say::ExistsOnly { from: &day(*from), until: &day(*until) }, lang),
            Self::NothingDue => say(Say::NothingDue, lang),
        }
    }
}

/// Lists names, of many only the first.
fn few(list: &[String]) -> String {
    const MOST: usize = 20;
    let more = if list.len() > MOST { ", …" } else { "" };
    format!("{}{more}", list[..list.len().min(MOST)].join(", "))
}
