//! What an official document has beside text and tables: a head, recipients and a signature, appendices, charts.

use std::ops::Range;

use chrono::NaiveDate;

use super::{Shown, Tone};

/// The rule by which an official document is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Circular 01/2011/TT-BNV: the page number stands at the bottom right.
    Circular2011,
    /// Decree 30/2020/NĐ-CP: the page number stands in the middle of the top margin.
    Decree2020,
}

impl Rule {
    /// Returns the rule in force on a day: the decree from 5 March 2020.
    pub fn on(day: NaiveDate) -> Self {
        let begin = NaiveDate::from_ymd_opt(2020, 3, 5);
        if begin.is_some_and(|begin| day >= begin) { Self::Decree2020 } else { Self::Circular2011 }
    }
}

/// The head of an official document, every line as it is to be read: capitals are capitals already.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// How pages are laid out.
    pub rule: Rule,
    /// The day of the document.
    pub day: NaiveDate,
    /// The body above the issuing one; may be empty.
    pub parent: String,
    /// The issuing body.
    pub agency: String,
    /// The name of the state; empty where the language has none.
    pub state: String,
    /// Its motto.
    pub motto: String,
    /// The number, or the room for it.
    pub number: String,
    /// Place and day.
    pub dated: String,
    /// What kind of document it is; a letter has no name of its kind, and what it is about stands under its number.
    pub kind: String,
    /// What it is about.
    pub subject: String,
    /// To whom it goes, of a letter; else empty.
    pub to: String,
    /// What every page must say of its figures; none if they are real.
    pub mark: Option<String>,
}

impl Letterhead {
    /// Returns its lines one under another, where there is no room for two columns.
    pub fn lines(&self) -> Vec<Shown> {
        let plain = [&self.state, &self.motto, &self.parent].map(|line| (line, Tone::Plain));
        let rest = [(&self.agency, Tone::Strong), (&self.number, Tone::Plain), (&self.dated, Tone::Plain)];
        let title = [&self.kind, &self.subject].map(|line| (line, Tone::Strong));
        lines(plain.into_iter().chain(rest).chain(title).chain([(&self.to, Tone::Plain)]))
    }
}

/// Leaves out lines of nothing.
fn lines<'a>(list: impl Iterator<Item = (&'a String, Tone)>) -> Vec<Shown> {
    list.filter(|(line, _)| !line.is_empty()).map(|(line, tone)| Shown::toned(line.clone(), tone)).collect()
}

/// The foot of an official document.
#[derive(Clone, Debug)]
pub struct Signature {
    /// "Nơi nhận:".
    pub to: String,
    /// The recipients, a line each, with their hyphens and stops.
    pub recipients: Vec<String>,
    /// The signer's office.
    pub office: String,
    /// The signer's name.
    pub name: String,
}

impl Signature {
    /// Returns its lines one under another: who signs, then who receives it.
    pub fn lines(&self) -> Vec<Shown> {
        let signer = [&self.office, &self.name, &self.to].map(|line| (line, Tone::Strong));
        lines(signer.into_iter().chain(self.recipients.iter().map(|line| (line, Tone::Plain))))
    }
}

/// How the pages from here on lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    Portrait,
    Landscape,
}

/// The beginning of an appendix, on a page of its own.
#[derive(Clone, Debug)]
pub struct Appendix {
    /// "Phụ lục I".
    pub label: String,
    /// What it holds.
    pub title: String,
    /// What it belongs to.
    pub reference: String,
    /// How its pages lie.
    pub paper: Paper,
}

impl Appendix {
    /// Returns its lines.
    pub fn lines(&self) -> Vec<Shown> {
        let strong = [&self.label, &self.title].map(|line| (line, Tone::Strong));
        lines(strong.into_iter().chain([(&self.reference, Tone::Quiet)]))
    }
}

/// A drawing of figures that stand in a table of the same document.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The key of the table.
    pub table: &'static str,
    /// The rows drawn.
    pub rows: Range<usize>,
    /// The key of the column that names them.
    pub categories: &'static str,
    /// What is drawn.
    pub series: Vec<Series>,
    /// How.
    pub kind: ChartKind,
}

/// How a chart draws its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Lines from period to period.
    Course,
    /// Bars in which the series stand one upon another.
    Stack,
}

/// One column drawn; of a fraction its per cent.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// The key of the column.
    pub column: String,
    /// Whether it is what the others are held against.
    pub is_bound: bool,
}

/// How a column is headed on paper, where a head may span several columns and columns are numbered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperHead {
    /// The head over it, shared with its neighbours of the same; empty for none.
    pub group: String,
    /// Its own head.
    pub title: String,
    /// Its number in the row of numbers, such as `(3)`; may be empty.
    pub number: String,
}
