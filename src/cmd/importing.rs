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
use crate::load::{self, Filled, Given, NotFilled, Refusal, Untaken};
use crate::model::{FormId, Recipe};
use crate::syntax::table::{Grid, Unreadable};
use crate::text::{self, Lang, Misread, Say, misread, say};
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
    /// Which file says what of this import stands in a column of a report, by the report's key and the column.
    said: BTreeMap<(String, String), String>,
    /// The file, id and name of each unit that a table says nothing of.
    pub(super) missing: Vec<[String; 3]>,
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
        Self {
            resolver,
            changing,
            may_replace,
            reported,
            lang,
            changes,
            keys,
            files,
            cells,
            said: BTreeMap::new(),
            missing: Vec::new(),
        }
    }

    /// Takes a file over: a form that was filled in, or a table as a recipe says.
    pub(super) fn take(
        &mut self,
        file: &str,
        grids: &[Grid],
        reading: Option<(&Recipe, &Given)>,
    ) -> Result<(), Failure> {
        match reading {
            None => self.take_form(file, grids),
            Some((recipe, given)) => self.take_table(file, grids, recipe, given),
        }
    }

    fn take_form(&mut self, file: &str, grids: &[Grid]) -> Result<(), Failure> {
        let filled = match load::filled(self.resolver.loaded, self.resolver.times, grids) {
            Ok(filled) => filled,
            Err(why) => {
                let why = not_filled(&why, self.lang);
                self.refuse(file, why);
                return Ok(());
            }
        };
        // A blank form that came back is no report: what is carried over was filled in before it was sent.
        let carries = self.resolver.plan.form(filled.form).carries.as_ref();
        let is_filled_in_before = |column: u16| carries.is_some_and(|own| own.opening == column);
        if filled.figures.iter().all(|own| is_filled_in_before(own.column)) && filled.refused.is_empty() {
            self.name_report(file, &filled);
            let why = say(Say::SheetBlank, self.lang);
            if let Some(own) = self.files.last_mut() {
                own.refused = Some(why);
            }
            return Ok(());
        }
        self.take_reports(file, filled.form, &[&filled])
    }

    /// Takes the reports that a recipe makes of a table.
    fn take_table(&mut self, file: &str, grids: &[Grid], recipe: &Recipe, given: &Given) -> Result<(), Failure> {
        if load::is_form(grids) {
            let why = say(Say::TableIsForm, self.lang);
            self.refuse(file, why);
            return Ok(());
        }
        let taken = match load::taken(self.resolver.loaded, self.resolver.times, recipe, grids, given) {
            Ok(taken) => taken,
            Err(why) => {
                let why = untaken(&why, self.lang);
                self.refuse(file, why);
                return Ok(());
            }
        };
        let is_report = |own: &&Filled| !own.figures.is_empty() || !own.refused.is_empty();
        let has_reports = taken.reports.iter().any(|own| is_report(&own));
        if !has_reports && taken.refused.is_empty() {
            let why = say(Say::TableBlank, self.lang);
            self.refuse(file, why);
        } else if !has_reports {
            let why = say(Say::TableRefused, self.lang);
            self.refuse(file, why);
        }
        for Refusal { address, why, .. } in &taken.refused {
            let fate = Fate::Refused(misread(why, self.lang));
            self.cells.push(bare(file, address, why.about(), fate));
        }
        // A row without any figure is no report, whatever is remarked beside it.
        let reports: Vec<&Filled> = taken.reports.iter().filter(is_report).collect();
        self.take_reports(file, recipe.form, &reports)?;
        for filled in taken.reports.iter().filter(|own| !is_report(own)) {
            if let Some((note, address)) = &filled.note {
                self.cells.push(bare(file, address, note, Fate::LeftOut));
            }
        }
        for (address, text) in &taken.left_out {
            self.cells.push(bare(file, address, text, Fate::LeftOut));
        }
        for unit in taken.missing {
            let name = self.resolver.plan.unit(unit).name.clone();
            self.missing.push([file.to_owned(), self.resolver.id(unit), name]);
        }
        Ok(())
    }

    /// Names the report that a file has.
    fn name_report(&mut self, file: &str, filled: &Filled) {
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
    }

    /// Takes reports of one form, no two of one unit for one period.
    fn take_reports(&mut self, file: &str, form: FormId, all: &[&Filled]) -> Result<(), Failure> {
        let report = |filled: &Filled| NewReport {
            unit: filled.unit,
            period: filled.period,
            reported: Some(filled.reported.as_ref().map_or(self.reported, |(day, _)| *day)),
            is_day_sent: filled.reported.is_some(),
            figures: filled.figures.iter().map(|own| (own.column, own.text.clone())).collect(),
            note: filled.note.as_ref().map(|(note, _)| note.clone()),
        };
        let reports: Vec<NewReport> = all.iter().map(|filled| report(filled)).collect();
        let texts = self.texts(form)?;
        let (edited, changes) = set(self.resolver, &texts, form, &reports)?;
        for (filled, edited) in all.iter().zip(&edited) {
            self.name_report(file, filled);
            self.tell(file, filled, edited);
            let id = &self.resolver.plan.form(form).id.value;
            self.keys.push(key(id, &self.resolver.id(filled.unit), &filled.period.to_string()));
        }
        for change in changes {
            self.keep(change);
        }
        Ok(())
    }

    /// Notes that nothing of a file can be taken over.
    pub(super) fn refuse(&mut self, file: &str, why: String) {
        let (report, words, blank) = (None, String::new(), 0);
        self.files.push(ImportedFile { file: file.to_owned(), report, words, blank, refused: Some(why) });
    }

    /// Returns the files of a form as they are planned so far.
    fn texts(&self, form: FormId) -> Result<Vec<TextFile>, Failure> {
        let stem = &self.resolver.plan.form(form).id.value;
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
        Ok(texts)
    }

    /// Puts a change on top of what is planned for its file.
    fn keep(&mut self, change: Change) {
        let old = self.changes.get(&change.name).map_or(change.old.clone(), |before| before.old.clone());
        self.changes.insert(change.name.clone(), Change { old, ..change });
    }

    /// Keeps in mind which file says what of this import stands in which column of a report.
    fn keep_said(&mut self, file: &str, filled: &Filled, key: &str) {
        let measures = &self.resolver.plan.form(filled.form).measures;
        let columns = filled.figures.iter().map(|own| measures[usize::from(own.column)].id.value.clone());
        let day = filled.reported.iter().map(|_| "reported".to_owned());
        for column in columns.chain(day).chain(filled.note.iter().map(|_| "note".to_owned())) {
            self.said.entry((key.to_owned(), column)).or_insert_with(|| file.to_owned());
        }
    }

    /// Says what becomes of each cell.
    fn tell(&mut self, file: &str, filled: &Filled, edited: &Edited) {
        let form = self.resolver.plan.form(filled.form);
        let key = key(&form.id.value, &self.resolver.id(filled.unit), &filled.period.to_string());
        let fate = |column: &str| match edited.cells.iter().find(|own| own.column == column) {
            None => (String::new(), Fate::Same),
            Some(own) if own.old.is_empty() => (String::new(), Fate::New),
            // What a file of this very import says is not on file, and no leave to replace it can be meant.
            Some(own) if self.said.contains_key(&(key.clone(), column.to_owned())) => {
                let (file, says) = (self.said[&(key.clone(), column.to_owned())].clone(), own.old.clone());
                (own.old.clone(), Fate::Refused(misread(&Misread::OtherFile { file, says }, self.lang)))
            }
            Some(own) if self.may_replace => (own.old.clone(), Fate::Replaces),
            Some(own) => (own.old.clone(), Fate::Differs),
        };
        let mut cells = Vec::new();
        for own in &filled.figures {
            let measure = &form.measures[usize::from(own.column)];
            let (old, fate) = fate(&measure.id.value);
            let old = if fate == Fate::Same { own.text.clone() } else { old };
            cells.push(Imported {
                column: measure.id.value.clone(),
                name: measure.name.clone(),
                old,
                rounded_from: own.rounded_from.clone(),
                ..bare(file, &own.address, &own.text, fate)
            });
        }
        let day = filled.reported.as_ref().map(|(day, address)| (day.to_string(), address.clone()));
        let beside = [("reported", text::Word::ReportedHead, day), ("note", text::Word::Note, filled.note.clone())];
        for (column, word, said) in beside {
            let Some((said, address)) = said else { continue };
            let (old, fate) = match edited.first_day.clone().filter(|_| column == "reported") {
                Some(first) => (first, Fate::FirstStays),
                None => fate(column),
            };
            let old = if fate == Fate::Same { said.clone() } else { old };
            let name = text::word(word, self.lang).to_owned();
            cells.push(Imported { column: column.to_owned(), name, old, ..bare(file, &address, &said, fate) });
        }
        self.keep_said(file, filled, &key);
        cells.extend(self.untold(file, filled));
        cells.sort_by(|a, b| Grid::order(&a.address).cmp(&Grid::order(&b.address)));
        let report = [self.resolver.id(filled.unit), filled.period.to_string()];
        let unit = &self.resolver.plan.unit(filled.unit).name;
        let whose = format!("{unit}; {}", view::period_name(filled.period, self.lang));
        let named = |own| Imported { report: Some(report.clone()), whose: whose.clone(), ..own };
        self.cells.extend(cells.into_iter().map(named));
    }

    /// Names the cells of a report that nothing is taken of: refused, blank, or asked for by nothing.
    fn untold(&self, file: &str, filled: &Filled) -> Vec<Imported> {
        let form = self.resolver.plan.form(filled.form);
        let mut cells = Vec::new();
        for Refusal { address, column, why } in &filled.refused {
            let measure = column.map(|column| &form.measures[usize::from(column)]);
            cells.push(Imported {
                column: measure.map(|own| own.id.value.clone()).unwrap_or_default(),
                name: measure.map(|own| own.name.clone()).unwrap_or_default(),
                ..bare(file, address, why.about(), Fate::Refused(misread(why, self.lang)))
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
        cells
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

/// Makes a cell that belongs to nothing yet.
pub(super) fn bare(file: &str, address: &str, new: &str, fate: Fate) -> Imported {
    let (file, address, new) = (file.to_owned(), address.to_owned(), new.to_owned());
    Imported { file, address, new, fate, ..Imported::default() }
}

/// Words why nothing can be taken from a table.
pub(super) fn untaken(why: &Untaken, lang: Lang) -> String {
    match why {
        Untaken::Misread(why) => misread(why, lang),
        Untaken::At(address, why) => format!("{address}: {}", misread(why, lang)),
        Untaken::Unread { sheet, why: Unreadable::Broken(why) } => {
            say(Say::NamedSheetBroken { name: sheet, why }, lang)
        }
        Untaken::Unread { sheet, why } => say(Say::NamedSheetUnread { name: sheet, why: &unreadable(why, lang) }, lang),
    }
}

/// Words why a table is no form that was filled in.
fn not_filled(why: &NotFilled, lang: Lang) -> String {
    match why {
        NotFilled::NoForm => say(Say::SheetNoForm, lang),
        NotFilled::Unread(name, why) => say(Say::SheetUnread { name, why: &unreadable(why, lang) }, lang),
        NotFilled::OtherPlan(number) => say(Say::SheetOtherPlan { number }, lang),
        NotFilled::Torn => say(Say::SheetTorn, lang),
        NotFilled::Several => say(Say::SheetSeveral, lang),
        NotFilled::Unfit(own) => format!("{}: {}", own.address, misread(&own.why, lang)),
        NotFilled::NoHeads => say(Say::SheetNoHeads, lang),
    }
}
