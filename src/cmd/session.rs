//! What judging commands share: find the plan, read it, judge it, say what is wrong with its files.

use std::path::Path;

use chrono::NaiveDate;

use super::args::{ColorArg, Common, LangArg};
use super::failure::Failure;
use super::no_change::NoChange;
use super::world::World;
use crate::diag::{self, Beyond, Change, Diagnostic, Place, Severity, SourceId, Sources};
use crate::edit::{self, TextFile};
use crate::eval::{self, Asked, Judgement};
use crate::files::Folder;
use crate::load::{self, DataSet, Loaded};
use crate::model::{Assumption, Figures, FormTally, Plan, Query, Timetable};
use crate::render::Screen;
use crate::render::diagnostics::{self, Counts, List};
use crate::syntax::cell;
use crate::text::{Finding, Lang, Say, Stray, Track, number, say, track};
use crate::view::Judged;

/// How many findings are drawn; all are counted.
pub(super) const DRAWN: usize = 50;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    Fine,
    Findings,
}

/// A plan that was read, with its findings.
pub(super) struct Session {
    pub(super) sources: Sources,
    pub(super) loaded: Option<Loaded>,
    pub(super) times: Option<Timetable>,
    pub(super) data: DataSet,
    pub(super) found: Vec<Diagnostic>,
    pub(super) lang: Lang,
    pub(super) today: NaiveDate,
    /// Whether spellings that only an alias made right are told.
    pub(super) spellings: bool,
    /// How many findings of each form or list are kept.
    kept: usize,
    pub(super) beyond: Beyond,
    plan_errors: bool,
    /// What is taken to be so, though no file says it.
    pub(super) assumed: Vec<Assumption>,
}

/// Figures for a day.
pub(super) struct Read {
    pub(super) as_of: NaiveDate,
    pub(super) is_chosen: bool,
    pub(super) queries: Vec<Query>,
    pub(super) figures: Figures,
}

/// Returns the language asked for on the command line or by the environment; plan.toml stands between the two.
pub(super) fn language(common: &Common, declared: Option<&str>, world: &World<'_>) -> Lang {
    let asked = common.lang.map(|lang| match lang {
        LangArg::Vi => Lang::Vi,
        LangArg::En => Lang::En,
    });
    asked
        .or_else(|| declared.and_then(Lang::from_code))
        .or_else(|| world.locale.as_deref().and_then(Lang::from_locale))
        .unwrap_or_default()
}

/// Returns the language that the plan declares, for a failure that comes before or after it is read; none if it cannot be.
pub(super) fn declared_language(common: &Common) -> Option<String> {
    let (_, bytes) = folder(common).ok()?.plan().ok()?;
    load::language(SourceId(0), std::str::from_utf8(&bytes).ok()?)
}

/// Finds the plan's folder.
pub(super) fn folder(common: &Common) -> Result<Folder, Failure> {
    match &common.plan {
        Some(file) => Ok(Folder::of_file(file)?),
        None => Ok(Folder::find(common.directory.as_deref().unwrap_or(Path::new(".")))?),
    }
}

/// Returns today: the clock's, or `SOURCE_DATE_EPOCH`.
pub(super) fn today(world: &World<'_>) -> Result<NaiveDate, Failure> {
    let Some(text) = &world.epoch else { return Ok(world.clock) };
    let seconds = text.parse::<i64>().ok().and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    seconds.map(|moment| moment.date_naive()).ok_or_else(|| Failure::Epoch(text.clone()))
}

/// Returns how many columns there are for what is said on stderr; none in a pipe.
pub(super) fn complaint_columns(common: &Common, world: &World<'_>) -> Option<usize> {
    common.width.map(usize::from).or(world.stderr_columns)
}

/// Returns what the screen is like.
pub(super) fn screen(common: &Common, world: &World<'_>) -> Screen {
    let colour = match common.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => world.columns.is_some() && !world.no_color,
    };
    let width = common.width.map(usize::from).or(world.columns);
    Screen { width: width.unwrap_or(120).max(40), colour, folds: width.is_some() }
}

impl Session {
    /// Finds and reads the plan.
    pub(super) fn open(common: &Common, world: &World<'_>) -> Result<Self, Failure> {
        Self::open_keeping(DRAWN, common, world)
    }

    /// Finds and reads the plan, keeping so many findings of each form or list.
    pub(super) fn open_keeping(kept: usize, common: &Common, world: &World<'_>) -> Result<Self, Failure> {
        Self::open_over(&[], kept, common, world)
    }

    /// Does the same as if some files of data/ were already as planned.
    pub(super) fn open_over(
        changes: &[edit::Change],
        kept: usize,
        common: &Common,
        world: &World<'_>,
    ) -> Result<Self, Failure> {
        let folder = folder(common)?;
        let (source, bytes) = folder.plan()?;
        let mut session = Self {
            sources: Sources::default(),
            loaded: None,
            times: None,
            data: DataSet::default(),
            found: Vec::new(),
            lang: language(common, None, world),
            today: today(world)?,
            spellings: false,
            kept,
            beyond: Beyond::new(kept),
            plan_errors: false,
            assumed: Vec::new(),
        };
        let plan = session.sources.add(source);
        let mut data = folder.data()?;
        for change in changes {
            data.set(&change.name, change.new.as_bytes());
        }
        for file in data.files {
            let id = session.sources.add(file.source);
            session.data.files.entry(file.stem).or_default().push(id);
            session.data.bytes += file.bytes;
        }
        for (source, bytes) in data.criteria {
            let name = source.name.strip_prefix("data/").unwrap_or(&source.name).to_owned();
            let file = session.sources.add(source);
            session.data.bytes += bytes.len() as u64;
            match String::from_utf8(bytes) {
                Ok(text) => session.data.criteria.push((name, file, text)),
                Err(error) => {
                    let at = error.utf8_error().valid_up_to();
                    session.found.push(not_utf8(file, error.as_bytes(), at));
                }
            }
        }
        let mut declared = None;
        match std::str::from_utf8(&bytes) {
            // Text of two bytes a letter, without the mark that says so.
            Ok(_) if bytes.iter().take(2).any(|byte| *byte == 0) => session.found.push(not_utf8(plan, &bytes, 0)),
            Ok(text) => {
                session.read_plan(plan, text)?;
                let head = session.loaded.as_ref().map(|loaded| loaded.plan.head.language.clone());
                declared = head.unwrap_or_else(|| load::language(plan, text));
            }
            Err(error) => session.found.push(not_utf8(plan, &bytes, error.valid_up_to())),
        }
        session.lang = language(common, declared.as_deref(), world);
        // A doubt that the plan calls an error does not stand in the way of reading on.
        let is_unreadable = |own: &Diagnostic| own.severity == Severity::Error && own.code().change() == Change::Fixed;
        session.plan_errors = session.beyond.errors() > 0 || session.found.iter().any(is_unreadable);
        for source in data.strays {
            let stray = stray(&source.name, session.sources.add(source.clone()));
            session.add([stray]);
        }
        if session.is_sound() {
            let unused = session.loaded.iter().flat_map(|loaded| load::unused(&loaded.plan)).collect::<Vec<_>>();
            session.add_errors(unused);
        }
        Ok(session)
    }

    fn read_plan(&mut self, plan: SourceId, text: &str) -> Result<(), Failure> {
        let loaded = load::plan(&self.sources, plan, text, &self.data, &self.beyond, &mut self.found);
        self.loaded = loaded.map_err(|(file, error)| self.vanished(file, error))?;
        self.times = self.loaded.as_ref().map(|loaded| Timetable::new(&loaded.plan));
        Ok(())
    }

    /// Adds findings, with the severities that the plan gives them.
    pub(super) fn add(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        let before = self.found.len();
        self.found.extend(findings);
        if let Some(loaded) = &self.loaded {
            loaded.severities.apply(&mut self.found, before);
        }
    }

    /// Adds those of some findings that the plan calls errors: only `plan check` tells the others.
    fn add_errors(&mut self, findings: Vec<Diagnostic>) {
        let before = self.found.len();
        self.add(findings);
        let errors = self.found.split_off(before).into_iter().filter(|own| own.severity == Severity::Error);
        self.found.extend(errors);
    }

    pub(super) fn vanished(&self, file: SourceId, error: std::io::Error) -> Failure {
        Failure::Vanished { name: self.sources.name(file).to_owned(), error }
    }

    /// Tells whether plan.toml has no error.
    pub(super) fn is_sound(&self) -> bool {
        !self.plan_errors
    }

    /// Tells whether the plan could be read far enough for data/ to be checked against it.
    pub(super) fn is_data_checked(&self) -> bool {
        self.loaded.as_ref().is_some_and(|loaded| loaded.data_ready)
    }

    /// Returns how many findings there are.
    fn counts(&self) -> Counts {
        let errors = self.found.iter().filter(|finding| finding.severity == Severity::Error).count();
        Counts { errors: errors + self.beyond.errors(), warnings: self.found.len() - errors + self.beyond.warnings() }
    }

    /// Returns the findings to be shown, which are sorted, and how many there are.
    pub(super) fn list(&self, limit: usize) -> List<'_> {
        List { shown: &self.found[..limit.min(self.found.len())], counts: self.counts() }
    }

    pub(super) fn has_errors(&self) -> bool {
        self.beyond.errors() > 0 || self.found.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Returns the plan and its periods, once it could be read at all.
    pub(super) fn plan(&self) -> Option<(&Plan, &Timetable)> {
        Some((&self.loaded.as_ref()?.plan, self.times.as_ref()?))
    }

    /// Reads the day to judge.
    fn day(&self, as_of: Option<&str>) -> Result<Option<NaiveDate>, Failure> {
        let Some(text) = as_of else { return Ok(None) };
        let day = cell::date(text).map_err(|_| Failure::BadDate(text.to_owned()))?;
        if day > self.today {
            return Err(Failure::AsOfFuture { day: text.to_owned(), today: self.today.to_string() });
        }
        Ok(Some(day))
    }

    /// Reads the files of a form or list as texts.
    pub(super) fn texts(&self, folder: &Folder, stem: &str) -> Result<Vec<TextFile>, Failure> {
        let ids = self.data.files.get(stem).map_or(&[][..], Vec::as_slice);
        let mut files = Vec::new();
        for id in ids {
            let name = self.sources.name(*id).to_owned();
            let bytes = folder.bytes(&name)?.unwrap_or_default();
            let text = String::from_utf8(bytes).map_err(|_| Failure::Change(NoChange::NotText(name.clone())))?;
            files.push(TextFile { name, text });
        }
        Ok(files)
    }

    /// Takes a day that lies ahead for today, so that what is assumed of it can be judged.
    pub(super) fn look_ahead(&mut self, as_of: Option<&str>) -> Result<(), Failure> {
        if let Some(text) = as_of {
            let day = cell::date(text).map_err(|_| Failure::BadDate(text.to_owned()))?;
            self.today = self.today.max(day);
        }
        Ok(())
    }

    /// Reads the figures for a day and what `ask` wants of them. None if the plan has errors, for then nothing can be judged.
    pub(super) fn read(
        &mut self,
        as_of: Option<&str>,
        ask: impl Fn(&Plan, &Timetable, NaiveDate) -> Vec<Query>,
    ) -> Result<Option<Read>, Failure> {
        let asked = self.day(as_of)?;
        if !self.is_data_checked() {
            let read = load::texts(&self.sources, &self.data, &self.beyond, &mut self.found);
            read.map_err(|(file, error)| self.vanished(file, error))?;
        }
        let (Some(loaded), Some(times)) = (self.loaded.as_ref().filter(|loaded| loaded.data_ready), &self.times) else {
            return Ok(None);
        };
        // Without a day asked for, the day judged may depend on the last report, and so on a first reading as of today.
        let first = asked.unwrap_or(self.today);
        let ask = |day: NaiveDate| if self.plan_errors { Vec::new() } else { ask(&loaded.plan, times, day) };
        let mut queries = ask(first);
        let (mut figures, mut found, mut beyond) = self.figures(first, &queries)?;
        let as_of = asked.unwrap_or_else(|| default_day(&loaded.plan, times, &figures, self.today));
        // Everything of the plan has closed and is due by then; only other spans or rows dated later change the fold.
        let is_later = |tally: &FormTally| tally.last_reported().is_some_and(|last| last > as_of);
        if as_of != first {
            let wanted = ask(as_of);
            if wanted != queries || figures.forms.iter().any(is_later) {
                queries = wanted;
                (figures, found, beyond) = self.figures(as_of, &queries)?;
            }
        }
        self.found.extend(found);
        self.beyond.absorb(&beyond);
        Ok((!self.plan_errors).then_some(Read {
            as_of,
            is_chosen: asked.is_some() || as_of == self.today,
            queries,
            figures,
        }))
    }

    /// Reads everything under data/ for a day.
    fn figures(&self, as_of: NaiveDate, queries: &[Query]) -> Result<(Figures, Vec<Diagnostic>, Beyond), Failure> {
        let (Some(loaded), Some(times)) = (&self.loaded, &self.times) else { return Err(Failure::Overflow) };
        let beyond = Beyond::new(self.kept);
        let context = self.context(times, queries, as_of, &beyond);
        let mut found = Vec::new();
        let read = load::figures(context, loaded, &self.data, &mut found);
        let figures = read.map_err(|(file, error)| self.vanished(file, error))?;
        Ok((figures, found, beyond))
    }

    /// Returns what reading the figures needs.
    pub(super) fn context<'a>(
        &'a self,
        times: &'a Timetable,
        queries: &'a [Query],
        as_of: NaiveDate,
        beyond: &'a Beyond,
    ) -> load::Context<'a> {
        load::Context {
            sources: &self.sources,
            times,
            queries,
            as_of,
            today: self.today,
            spellings: self.spellings,
            beyond,
        }
    }

    /// Says on stderr what is wrong with the files, and tells whether figures may be printed.
    pub(super) fn report(&mut self, keep_going: bool, common: &Common, world: &mut World<'_>) -> Result<bool, Failure> {
        if self.found.is_empty() {
            return Ok(true);
        }
        self.complain(common, world)?;
        let may_print = !self.has_errors() || (keep_going && !self.plan_errors);
        if !may_print {
            let can_go_on = !self.plan_errors && !keep_going;
            let note = if can_go_on { Say::NotPrinted } else { Say::NotPrintedAtAll };
            world.complain(&say(note, self.lang), common)?;
        }
        Ok(may_print)
    }

    /// Does the same where only some warnings are about what is shown: of the others it says how many there are.
    pub(super) fn report_about(
        &mut self,
        is_about: impl Fn(&Self, &Diagnostic) -> bool,
        keep_going: bool,
        common: &Common,
        world: &mut World<'_>,
    ) -> Result<bool, Failure> {
        if self.has_errors() {
            return self.report(keep_going, common, world);
        }
        let all = std::mem::take(&mut self.found);
        let (about, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|own| is_about(self, own));
        self.found = about;
        let others = others.len() + self.beyond.warnings();
        self.beyond = Beyond::new(self.kept);
        if !self.found.is_empty() {
            self.complain(common, world)?;
        }
        if others > 0 {
            let count = number(&others.to_string(), self.lang);
            world.complain(&track(Track::OtherWarnings { count: &count }, self.lang), common)?;
        }
        Ok(true)
    }

    /// Says on stderr what is wrong with the files, and tells whether new ones may be made from them: not if there is an error.
    pub(super) fn report_before_writing(&mut self, common: &Common, world: &mut World<'_>) -> Result<bool, Failure> {
        if self.found.is_empty() {
            return Ok(true);
        }
        self.complain(common, world)?;
        let may_write = !self.has_errors();
        if !may_write {
            world.complain(&say(Say::NotWritten, self.lang), common)?;
        }
        Ok(may_write)
    }

    /// Says on stderr what is wrong with the files.
    pub(super) fn complain(&mut self, common: &Common, world: &mut World<'_>) -> Result<(), Failure> {
        diag::sort(&mut self.found);
        let colour = match common.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => world.stderr_is_terminal && !world.no_color,
        };
        let width = complaint_columns(common, world);
        let screen = Screen { width: width.unwrap_or(120).max(40), colour, folds: width.is_some() };
        let text = diagnostics::human(self.list(DRAWN), &self.sources, self.lang, screen);
        world.stderr.write_all(text.as_bytes()).map_err(Failure::Write)?;
        if !self.is_data_checked() {
            world.complain(&say(Say::DataNotChecked, self.lang), common)?;
        }
        Ok(())
    }

    /// Returns how the command ends if nothing else is wrong.
    pub(super) fn exit(&self) -> Exit {
        if self.has_errors() { Exit::Findings } else { Exit::Fine }
    }

    /// Returns what judging needs.
    pub(super) fn judging<'a>(&'a self, read: &'a Read) -> Option<eval::Context<'a>> {
        let (plan, times) = self.plan()?;
        let Read { figures, queries, as_of, .. } = read;
        Some(eval::Context {
            plan,
            times,
            figures,
            queries,
            as_of: *as_of,
            last_year: plan.years.1,
            assumed: &self.assumed,
        })
    }

    /// Judges the plan.
    pub(super) fn judge(&self, read: &Read, asked: &[Vec<Asked>]) -> Result<Option<Judgement>, Failure> {
        let Some(context) = self.judging(read) else { return Ok(None) };
        Ok(Some(eval::judge(context, asked)?))
    }

    /// Puts a judgement together with what its words need.
    pub(super) fn judged<'a>(&'a self, read: &'a Read, judgement: &'a Judgement) -> Option<Judged<'a>> {
        let (plan, times) = self.plan()?;
        let warnings = self.counts().warnings;
        Some(Judged {
            plan,
            times,
            figures: &read.figures,
            judgement,
            lang: self.lang,
            is_chosen: read.is_chosen,
            incomplete: self.has_errors(),
            warnings,
            assumed: &self.assumed,
        })
    }
}

/// Returns the day judged by default: today, but no later than the plan's closing or the last report of its own forms,
/// whichever is later.
fn default_day(plan: &Plan, times: &Timetable, figures: &Figures, today: NaiveDate) -> NaiveDate {
    let own = figures.forms.iter().filter(|tally| !plan.form(tally.form()).history);
    let last = own.filter_map(FormTally::last_reported).chain(times.closing()).max();
    last.map_or(today, |last| last.min(today))
}

/// Reports a file or folder in data/ that nothing reads.
fn stray(name: &str, source: SourceId) -> Diagnostic {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_workbook = ending.is_some_and(|own| ["xlsx", "xls", "xlsm", "ods"].contains(&own.as_str()));
    let kind = if is_workbook { Stray::Workbook } else { Stray::Other };
    let place = Place { source, start: 0, end: 0, line: 1, line_start: 0 };
    Diagnostic::new(Finding::UnclaimedFile { name: name.to_owned(), kind, near: None }, place)
}

/// Reports bytes that are no UTF-8.
pub(super) fn not_utf8(source: SourceId, bytes: &[u8], at: usize) -> Diagnostic {
    let line_start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |before| before + 1);
    let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    let place = Place {
        source,
        start: at as u64,
        end: at as u64 + 1,
        line: u32::try_from(line).unwrap_or(u32::MAX),
        line_start: line_start as u64,
    };
    Diagnostic::new(Finding::NotUtf8 { plan: true }, place)
}
