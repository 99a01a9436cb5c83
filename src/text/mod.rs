//! Every word that is shown, in Vietnamese and English, and how numbers and days are written.

mod advice;
mod assume;
mod assume_en;
mod assume_vi;
mod day;
#[macro_use]
mod finding;
mod finding_en;
#[cfg(test)]
pub(crate) mod finding_samples;
mod finding_vi;
mod help;
mod help_en;
mod help_vi;
mod lang;
mod level;
mod misread;
mod misread_dossier;
mod number;
mod remark;
mod remark_en;
mod remark_vi;
mod say;
mod say_en;
mod say_vi;
mod scoring;
mod scoring_en;
mod scoring_vi;
mod tell;
mod tell_en;
mod tell_vi;
mod track;
mod track_en;
mod track_vi;
mod urge;
mod urge_en;
mod urge_vi;
mod winning;
mod winning_en;
mod winning_vi;
mod word;
mod word_en;
mod word_vi;

pub use advice::{Advice, advice};
pub use assume::{Assume, assume};
pub use day::{PeriodName, day, long_day, period, weekday};
pub use finding::{
    Allowed, BadDate, BadNumber, CriteriaFault, Finding, NotGiven, Noun, RecipeFault, Related, Stray, TomlFault,
    TypeName,
};
pub use help::{About, Around, Hint, Misuse, NamedCheck, Opt, OptWords, about, around, hint, misuse, named_check, opt};
pub use lang::Lang;
pub use level::{Level, count_findings};
pub use misread::{Misread, misread};
pub use misread_dossier::DossierMisread;
pub use number::{number, percent};
pub use remark::{Remark, remark};
pub use say::{Say, say};
pub use scoring::{Scoring, scoring};
pub use tell::{Tell, tell};
pub use track::{Track, track};
pub use urge::{Urge, urge};
pub use winning::{Winning, winning};
pub use word::{Word, word};

/// The words of one finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, one clause without a full stop.
    pub title: String,
    /// What stands under the caret; may be empty.
    pub label: String,
    /// What to do; may be empty.
    pub help: String,
}

/// Words a finding in a language.
pub fn finding(finding: &Finding, lang: Lang) -> Words {
    match lang {
        Lang::Vi => finding_vi::words(finding),
        Lang::En => finding_en::words(finding),
    }
}

/// Words what a second place has to do with a finding.
pub fn related(related: &Related, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => finding_vi::related(related),
        Lang::En => finding_en::related(related),
    }
}

/// Puts a text in the quotation marks of a language.
pub fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("“{text}”"),
        Lang::En => format!("\"{text}\""),
    }
}
