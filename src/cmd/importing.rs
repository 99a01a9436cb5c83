//! Files that units sent, one after the other, each planned on top of those before.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::changing::Changing;
use super::failure::Failure;
use super::meaning::key;
use super::record_figure::set;
use super::resolve::Resolver;
use super::unreadable::unreadable;
use crate::edit::{Change, Edited, NewReport, TextFile};
use crate::load::{self, Filled, NotFilled, Refusal};
use crate::syntax::table::Grid;
use crate::text::{self, Finding, Lang, Say, say};
use crate::view::{self, Fate, Imported, ImportedFile};

/// What is planned so far.
pub(super) struct Importing<'a> {
    resolver: Resolver<'a>,
    changing: &'a Changing,
    may_replace: bool,
    reported: NaiveDate,
    lang: Lang,
    changes: BTreeMap<String, Change>,
    keys: Vec<String>,
    pub(super) files: Vec<ImportedFile>,
    pub(super) cells: Vec<Imported>,
}

impl<'a> Importing<'a> {
    /// Begins with nothing.
    pub(super) fn new(
        resolver: Resolver<'a>,
        changing: &'a Changing,
        (may_replace, reported): (bool, NaiveDate),
        lang: Lang,
    ) -> Self {
        let (changes, keys, files, cells) = (BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
        Self { resolver, changing, may_replace, reported, lang, changes, keys, files, cells }
    }

    /// Takes a file over.
    pub(super) fn take(&mut self, file: &str, grids: &[Grid]) -> Result<(), Failure> {
        let filled = match load::filled(self.resolver.loaded, self.resolver.times, grids) {
            Ok(filled) => filled,
            Err(why) => {
                let why = not_filled(&why, self.lang);
                self.refuse(file, why);
                return Ok(());
            }
        };
        let plan = self.resolver.plan;
        let (form, unit) = (plan.form(filled.form), plan.unit(filled.unit));
        let period = view::period_name(filled.period, self.lang);
        self.files.push(ImportedFile {
            file: file.to_owned(),
            report: Some([form.id.value.clone(), unit.id.clone(), filled.period.to_string()]),
            words: format!("{}; {}; {period}", form.title, unit.name),
            blank: filled.blank.len(),
            refused: None,
        });
        // A blank form that came back is no report: what is carried over was filled in before it was sent.
        let is_filled_in_before = |column: u16| form.carries.as_ref().is_some_and(|own| own.opening == column);
        if filled.figures.iter().all(|own| is_filled_in_before(own.column)) && filled.refused.is_empty() {
            let why = say(Say::SheetBlank, self.lang);
            if let Some(own) = self.files.last_mut() {
                own.refused = Some(why);
            }
            return Ok(());
        }
        let report = NewReport {
            unit: filled.unit,
            period: filled.period,
            reported: Some(self.reported),
            figures: filled.figures.iter().map(|own| (own.column, own.text.clone())).collect(),
            note: filled.note.as_ref().map(|(note, _)| note.clone()),
        };
        let edited = self.planned_edit(&filled, &report)?;
        self.tell(file, &filled, &edited);
        self.keys.push(key(&form.id.value, &unit.id, &filled.period.to_string()));
        if let Some(change) = edited.change {
            self.keep(change);
        }
        Ok(())
    }

    /// Notes that nothing of a file can be taken over.
    pub(super) fn refuse(&mut self, file: &str, why: String) {
        let (report, words, blank) = (None, String::new(), 0);
        self.files.push(ImportedFile { file: file.to_owned(), report, words, blank, refused: Some(why) });
    }

    fn planned_edit(&self, filled: &Filled, report: &NewReport) -> Result<Edited, Failure> {
        let stem = &self.resolver.plan.form(filled.form).id.value;
        let mut texts = self.changing.files(stem)?;
        for file in &mut texts {
            if let Some(change) = self.changes.get(&file.name) {
                file.text.clone_from(&change.new);
            }
        }
        // A file that an earlier one begins.
        let own = format!("data/{stem}.csv");
        if let Some(change) = self.changes.get(&own).filter(|change| change.old.is_none()) {
            texts.push(TextFile { name: own, text: change.new.clone() });
        }
        set(self.resolver, &texts, filled.form, report)
    }

    /// Puts a change on top of what is planned for its file.
    fn keep(&mut self, change: Change) {
        let old = self.changes.get(&change.name).map_or(change.old.clone(), |before| before.old.clone());
        self.changes.insert(change.name.clone(), Change { old, ..change });
    }

    /// Says what becomes of each cell.
    fn tell(&mut self, file: &str, filled: &Filled, edited: &Edited) {
        let form = self.resolver.plan.form(filled.form);
        let fate = |column: &str| match edited.cells.iter().find(|own| own.column == column) {
            None => (String::new(), Fate::Same),
            Some(own) if own.old.is_empty() => (String::new(), Fate::New),
            Some(own) if self.may_replace => (own.old.clone(), Fate::Replaces),
            Some(own) => (own.old.clone(), Fate::Differs),
        };
        let mut cells = Vec::new();
        for own in &filled.figures {
            let measure = &form.measures[usize::from(own.column)];
            let (old, fate) = fate(&measure.id.value);
            let old = if fate == Fate::Same { own.text.clone() } else { old };
            cells.push(Imported {
                file: file.to_owned(),
                address: own.address.clone(),
                column: measure.id.value.clone(),
                name: measure.name.clone(),
                old,
                new: own.text.clone(),
                fate,
            });
        }
        if let Some((note, address)) = &filled.note {
            let (old, fate) = fate("note");
            let old = if fate == Fate::Same { note.clone() } else { old };
            let name = text::word(text::Word::Note, self.lang).to_owned();
            let (file, column) = (file.to_owned(), "note".to_owned());
            cells.push(Imported { file, address: address.clone(), column, name, old, new: note.clone(), fate });
        }
        for Refusal { address, column, finding } in &filled.refused {
            let measure = column.map(|column| &form.measures[usize::from(column)]);
            cells.push(Imported {
                column: measure.map(|own| own.id.value.clone()).unwrap_or_default(),
                name: measure.map(|own| own.name.clone()).unwrap_or_default(),
                ..bare(file, address, &said(finding), Fate::Refused(words(finding, self.lang)))
            });
        }
        for (column, address) in &filled.blank {
            let measure = &form.measures[usize::from(*column)];
            let fate = if address.is_some() { Fate::Blank } else { Fate::Gone };
            cells.push(Imported {
                column: measure.id.value.clone(),
                name: measure.name.clone(),
                ..bare(file, address.as_deref().unwrap_or_default(), "", fate)
            });
        }
        for (address, text) in &filled.left_out {
            cells.push(bare(file, address, text, Fate::LeftOut));
        }
        cells.sort_by(|a, b| Grid::order(&a.address).cmp(&Grid::order(&b.address)));
        self.cells.extend(cells);
    }

    /// Tells whether anything stands in the way of writing.
    pub(super) fn is_refused(&self) -> bool {
        let stands = |own: &Imported| matches!(own.fate, Fate::Refused(_) | Fate::Differs);
        self.cells.iter().any(stands) || self.files.iter().any(|own| own.refused.is_some())
    }

    /// Tells whether leave to replace figures is all that lacks.
    pub(super) fn only_differs(&self) -> bool {
        let is_wrong = |own: &Imported| matches!(own.fate, Fate::Refused(_));
        !self.cells.iter().any(is_wrong) && self.files.iter().all(|own| own.refused.is_none())
    }

    /// Returns the changes, one a file, and whose reports they may change.
    pub(super) fn planned(&self) -> (Vec<Change>, Vec<String>) {
        let is_change = |change: &&Change| change.old.as_ref() != Some(&change.new);
        (self.changes.values().filter(is_change).cloned().collect(), self.keys.clone())
    }
}

fn bare(file: &str, address: &str, new: &str, fate: Fate) -> Imported {
    Imported {
        file: file.to_owned(),
        address: address.to_owned(),
        column: String::new(),
        name: String::new(),
        old: String::new(),
        new: new.to_owned(),
        fate,
    }
}

/// Returns the text that a finding is about.
fn said(finding: &Finding) -> String {
    match finding {
        Finding::BadNumber { text, .. } | Finding::NegativeCount { text } => text.clone(),
        _ => String::new(),
    }
}

fn words(finding: &Finding, lang: Lang) -> String {
    let words = text::finding(finding, lang);
    if words.help.is_empty() { words.title } else { format!("{}; {}", words.title, words.help) }
}

/// Words why a table is no form that was filled in.
fn not_filled(why: &NotFilled, lang: Lang) -> String {
    match why {
        NotFilled::NoForm => say(Say::SheetNoForm, lang),
        NotFilled::Unread(name, why) => say(Say::SheetUnread { name, why: &unreadable(why, lang) }, lang),
        NotFilled::OtherPlan(number) => say(Say::SheetOtherPlan { number }, lang),
        NotFilled::Torn => say(Say::SheetTorn, lang),
        NotFilled::Several => say(Say::SheetSeveral, lang),
        NotFilled::Unfit(own) => format!("{}: {}", own.address, words(&own.finding, lang)),
        NotFilled::NoHeads => say(Say::SheetNoHeads, lang),
    }
}
