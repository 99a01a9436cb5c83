//! `plan import` of an export of a register: dossiers taken over into data/dossiers, what says who somebody is left behind.

use super::args::{Common, ImportArgs};
use super::changing::Changing;
use super::failure::Failure;
use super::import::conclude;
use super::importing::{bare, untaken};
use super::no_change::NoChange;
use super::output::Output;
use super::progress::Progress;
use super::reading::read_tables;
use super::resolve::Resolver;
use super::session::Exit;
use super::world::World;
use crate::diag::Beyond;
use crate::edit::{self, Change, DOSSIERS, Placed, TextFile};
use crate::load::{self, GivenRegister, Known, TakenDossier};
use crate::model::{DOSSIER_COLUMNS, RegisterRecipe};
use crate::syntax::table::Grid;
use crate::text::{DossierMisread, Lang, Misread, Track, misread, track};
use crate::view::{self, Fate, Imported, ImportedFile};

/// Runs the command for a recipe of a register.
pub(super) fn run(
    args: &ImportArgs,
    (changing, recipe): (Changing, RegisterRecipe),
    output: &Output,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let lang = changing.session.lang;
    let unasked = [(args.recipe.period.is_some(), "--period"), (args.reported.is_some(), "--reported")];
    if let Some((_, option)) = unasked.into_iter().find(|(is_given, _)| *is_given) {
        return Err(Failure::NotWithRegister(option));
    }
    let mut importing = {
        let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
        let unit = args.recipe.unit.as_deref().map(|unit| resolver.unit(unit)).transpose()?;
        let given = GivenRegister { sheet: args.recipe.sheet.as_deref(), unit };
        let known = known(&changing, resolver)?;
        let mut importing = Importing { lang, may_replace: args.replace, ..Importing::default() };
        let progress = Progress::new(args.files.len(), world);
        for path in &args.files {
            let name = path.display().to_string();
            match read_tables(path, lang)? {
                Ok(grids) => importing.take(&name, (&grids, given), resolver, (&known, &recipe)),
                Err(why) => importing.refuse(&name, why),
            }
            progress.step();
        }
        importing.home = format!("data/{}/{}.csv", DOSSIERS.stem, recipe.file);
        importing
    };
    let changes = importing.place(&changing)?;
    output.print(&view::import(&importing.files, &importing.cells, &[], lang), common, world)?;
    world.stdout.flush().map_err(Failure::Write)?;
    conclude(changing, importing.refusal(), (&changes, &[DOSSIERS.stem.to_owned()]), args, (common, world))
}

pub(super) fn known(changing: &Changing, resolver: Resolver<'_>) -> Result<Known, Failure> {
    let session = &changing.session;
    let beyond = Beyond::new(0);
    let context = session.context(resolver.times, &[], session.today, &beyond);
    load::known(context, resolver.loaded, &session.data).map_err(|(file, error)| session.vanished(file, error))
}

/// What is taken so far.
#[derive(Default)]
struct Importing {
    lang: Lang,
    may_replace: bool,
    /// The file of new dossiers.
    home: String,
    files: Vec<ImportedFile>,
    cells: Vec<Imported>,
    /// Dossiers, each with the place of its file among `files`.
    dossiers: Vec<(usize, TakenDossier)>,
}

impl Importing {
    fn refuse(&mut self, file: &str, why: String) {
        let (report, words, blank) = (None, String::new(), 0);
        self.files.push(ImportedFile { file: file.to_owned(), report, words, blank, refused: Some(why) });
    }

    fn take(
        &mut self,
        file: &str,
        (grids, given): (&[Grid], GivenRegister<'_>),
        resolver: Resolver<'_>,
        (known, recipe): (&Known, &RegisterRecipe),
    ) {
        let taken = match load::taken_register(resolver.loaded, known, recipe, grids, given) {
            Ok(taken) => taken,
            Err(why) => return self.refuse(file, untaken(&why, self.lang)),
        };
        let at = self.files.len();
        let (report, words, blank) = (None, String::new(), 0);
        self.files.push(ImportedFile { file: file.to_owned(), report, words, blank, refused: None });
        for (address, head) in &taken.personal {
            self.cells.push(bare(file, address, head, Fate::Personal));
        }
        for (address, text) in &taken.left_out {
            self.cells.push(bare(file, address, text, Fate::LeftOut));
        }
        for (refusal, column) in &taken.refused {
            let fate = Fate::Refused(misread(&refusal.why, self.lang));
            let at = DOSSIER_COLUMNS.iter().position(|own| own == column);
            let name = at.map_or_else(String::new, |at| view::register_column(at, self.lang).to_owned());
            let column = (*column).to_owned();
            self.cells.push(Imported { column, name, ..bare(file, &refusal.address, refusal.why.about(), fate) });
        }
        self.dossiers.extend(taken.dossiers.into_iter().map(|own| (at, own)));
    }

    /// Plans the changes, a file after the other, and says what becomes of each dossier.
    fn place(&mut self, changing: &Changing) -> Result<Vec<Change>, Failure> {
        let before = changing.files(DOSSIERS.stem)?;
        let mut texts = before.clone();
        let dossiers = std::mem::take(&mut self.dossiers);
        for file in 0..self.files.len() {
            let own: Vec<&TakenDossier> = dossiers.iter().filter(|(at, _)| *at == file).map(|(_, own)| own).collect();
            let cells: Vec<Vec<String>> = own.iter().map(|own| own.cells.clone()).collect();
            let planned = edit::set_dossiers(&texts, &self.home, &cells);
            let (placed, changes) = planned.map_err(|_| Failure::Change(NoChange::Unfit(DOSSIERS.stem.to_owned())))?;
            self.count(file, &placed);
            for (at, placed) in placed.iter().enumerate() {
                self.tell(file, &own, at, placed);
            }
            for Change { name, new, .. } in changes {
                match texts.iter_mut().find(|own| own.name == name) {
                    Some(own) => own.text = new,
                    None => texts.push(TextFile { name, text: new }),
                }
            }
        }
        let old = |name: &str| before.iter().find(|own| own.name == name).map(|own| own.text.clone());
        let changes = texts.into_iter().map(|own| Change { old: old(&own.name), name: own.name, new: own.text });
        Ok(changes.filter(|own| own.old.as_ref() != Some(&own.new)).collect())
    }

    /// Says of a file how many of its dossiers are new.
    fn count(&mut self, file: usize, placed: &[Placed]) {
        let of = |is: fn(&Placed) -> bool| view::count(placed.iter().filter(|own| is(own)).count(), self.lang);
        let new = &of(|own| matches!(own, Placed::New));
        let more = &of(|own| matches!(own, Placed::Over(cells) if !cells.is_empty()));
        let same = &of(|own| matches!(own, Placed::Over(cells) if cells.is_empty()));
        if self.files[file].refused.is_none() {
            self.files[file].words = track(Track::Brought { new, more, same }, self.lang);
        }
    }

    /// Says what becomes of the cells of a dossier.
    fn tell(&mut self, file: usize, all: &[&TakenDossier], at: usize, placed: &Placed) {
        let (name, own) = (self.files[file].file.clone(), all[at]);
        let cell = |at: usize, old: &str, fate: Fate| Imported {
            whose: own.cells[0].clone(),
            column: DOSSIER_COLUMNS[at].to_owned(),
            name: view::register_column(at, self.lang).to_owned(),
            old: old.to_owned(),
            ..bare(&name, &own.addresses[at], &own.cells[at], fate)
        };
        match placed {
            Placed::New => {
                let filled = (0..DOSSIER_COLUMNS.len()).filter(|at| !own.cells[*at].is_empty());
                self.cells.extend(filled.map(|at| cell(at, "", Fate::New)));
            }
            Placed::Over(edits) => {
                for edit in edits {
                    let Some(at) = DOSSIER_COLUMNS.iter().position(|name| *name == edit.column) else { continue };
                    let fate = match (edit.old.is_empty(), self.may_replace) {
                        (true, _) => Fate::New,
                        (false, true) => Fate::Replaces,
                        (false, false) => Fate::Differs,
                    };
                    self.cells.push(cell(at, &edit.old, fate));
                }
            }
            Placed::Again(first) => {
                let (id, first) = (own.cells[0].clone(), all[*first].addresses[0].clone());
                let why = misread(&Misread::Dossier(DossierMisread::Twice { id, first }), self.lang);
                self.cells.push(cell(0, "", Fate::Refused(why)));
            }
        }
    }

    /// Tells whether anything stands in the way of writing, and whether leave to replace is all that lacks.
    fn refusal(&self) -> Option<bool> {
        let is_wrong = self.files.iter().any(|own| own.refused.is_some())
            || self.cells.iter().any(|own| matches!(own.fate, Fate::Refused(_)));
        let differs = self.cells.iter().any(|own| own.fate == Fate::Differs);
        (is_wrong || differs).then_some(!is_wrong)
    }
}
