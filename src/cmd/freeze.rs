//! `plan freeze`: a reported period locked, or the lock lifted with a reason.

use super::args::{Common, FreezeArgs};
use super::changing::{Changing, May, Written};
use super::failure::Failure;
use super::no_change::NoChange;
use super::resolve::{Resolver, meant};
use super::session::{Exit, Read};
use super::world::World;
use crate::diag::{Beyond, Severity};
use crate::edit::{self, Change, FreezeFiles};
use crate::load;
use crate::model::{ACTIONS, FREEZES, FormId, Period, Row};
use crate::syntax::loose;
use crate::syntax::names::kept;
use crate::text::{Finding, Say, say};
use crate::view;

/// Runs the command.
pub(super) fn run(args: &FreezeArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let Some(mut changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let period = period(&changing, &args.period)?;
    // The log must stay a file that can be read.
    if args.reason.as_ref().is_some_and(|reason| kept(reason).chars().any(char::is_control)) {
        let finding = Finding::ControlCharacter { column: FREEZES[5].to_owned() };
        return Err(Failure::Change(NoChange::Figure(Box::new(finding))));
    }
    // What is wrong with a locked period is what its lock may be lifted for.
    if !args.lift && changing.session.has_errors() {
        changing.session.found.retain(|own| own.severity == Severity::Error);
        changing.session.complain(common, world)?;
        world.complain(&say(Say::FreezeNeedsRight, changing.session.lang), common)?;
        return Ok(Exit::Findings);
    }
    let (log, copies) = (changing.files("freezes")?.pop(), changing.files("frozen")?.pop());
    let files = FreezeFiles { log: log.as_ref(), copies: copies.as_ref() };
    if args.lift {
        lift(args, period, &changing, files, common, world)
    } else {
        freeze(args, period, &changing, files, common, world)
    }
}

/// Reads a period that lies in the plan and is over.
fn period(changing: &Changing, text: &str) -> Result<Period, Failure> {
    let bad = |finding| Failure::Change(NoChange::Figure(Box::new(finding)));
    let near = loose::period(text);
    let period = meant(text).ok_or_else(|| bad(Finding::BadPeriod { text: text.to_owned(), near }))?;
    let Some(resolver) = Resolver::of(&changing.session) else { return Err(Failure::Overflow) };
    if !resolver.plan.months().covers(period.months()) {
        let (from, to) = resolver.plan.years;
        return Err(Failure::PeriodOutside { text: text.to_owned(), from, to });
    }
    let last = resolver.plan.window.last_day(period.months().last);
    match last.filter(|last| *last >= changing.session.today) {
        Some(last) => Err(Failure::Change(NoChange::NotOver { period: period.to_string(), last: last.to_string() })),
        None => Ok(period),
    }
}

fn is_locked(read: &Read, period: Period) -> bool {
    read.figures.locks.iter().any(|lock| lock.period == period)
}

/// Locks a period: every report that lies in it is copied.
fn freeze(
    args: &FreezeArgs,
    period: Period,
    changing: &Changing,
    files: FreezeFiles<'_>,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let lang = changing.session.lang;
    let name = view::period_name(period, lang);
    if changing.read.as_ref().is_some_and(|read| is_locked(read, period)) {
        world.complain(&say(Say::FrozenAlready { period: &name }, lang), common)?;
        return Ok(Exit::Fine);
    }
    let copies = copies(changing, period)?;
    if copies.is_empty() {
        return Err(Failure::Change(NoChange::NothingToFreeze(name)));
    }
    let missing = missing(changing, period);
    if missing > 0 {
        world.complain(&say(Say::FreezeMissing { count: &missing.to_string() }, lang), common)?;
    }
    let seal = load::seal_of(&copies);
    let today = changing.session.today.to_string();
    let reports = copies.len().to_string();
    let entry = [
        period.to_string(),
        ACTIONS[0].to_owned(),
        today,
        reports.clone(),
        seal.clone(),
        args.reason.as_deref().map(kept).unwrap_or_default(),
    ];
    let changes = edit::freeze(files, &entry, &copies).map_err(|_| unfit())?;
    let said = say(Say::Frozen { period: &name, reports: &reports, seal: &seal[..12] }, lang);
    write(&changes, &said, args.dry_run, changing, common, world)
}

/// Lifts a lock; the reason stays in the log.
fn lift(
    args: &FreezeArgs,
    period: Period,
    changing: &Changing,
    files: FreezeFiles<'_>,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let lang = changing.session.lang;
    let name = view::period_name(period, lang);
    let reason = args.reason.as_deref().map(kept).filter(|reason| !reason.is_empty());
    let Some(reason) = reason else { return Err(Failure::Change(NoChange::NoReason)) };
    if !changing.read.as_ref().is_some_and(|read| is_locked(read, period)) {
        return Err(Failure::Change(NoChange::NotFrozen(name)));
    }
    let today = changing.session.today.to_string();
    let entry = [period.to_string(), ACTIONS[1].to_owned(), today, String::new(), String::new(), reason];
    let changes = edit::lift(files, &entry).map_err(|_| unfit())?;
    write(
        &changes,
        &say(Say::Lifted { period: &name, id: &period.to_string() }, lang),
        args.dry_run,
        changing,
        common,
        world,
    )
}

fn unfit() -> Failure {
    Failure::Change(NoChange::Unfit("frozen".to_owned()))
}

fn write(
    changes: &[Change],
    said: &str,
    is_trial: bool,
    changing: &Changing,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    if changing.finish((changes, May::Rewrite), is_trial, common, world)? == Written::Refused {
        return Ok(Exit::Findings);
    }
    world
        .stdout
        .write_all(format!("{said}\n").as_bytes())
        .and_then(|()| world.stdout.flush())
        .map_err(Failure::Write)?;
    if is_trial {
        changing.tell_written(changes, true, common, world)?;
    }
    Ok(Exit::Fine)
}

/// Returns the reports that lie in a period, as the copies have them, in the order of forms, periods and units.
fn copies(changing: &Changing, period: Period) -> Result<Vec<[String; 6]>, Failure> {
    let session = &changing.session;
    let Some(resolver) = Resolver::of(session) else { return Ok(Vec::new()) };
    let beyond = Beyond::new(0);
    let context = session.context(resolver.times, &[], session.today, &beyond);
    let lies_in = |row: &Row| period.months().covers(row.period.months()) && row.cells.iter().any(Option::is_some);
    let counted = load::counted(context, resolver.loaded, &session.data);
    let counted = counted.map_err(|(file, error)| session.vanished(file, error))?;
    let mut list = Vec::new();
    for form in (0..resolver.plan.forms.len()).map(FormId::at) {
        let rows = load::details(context, resolver.loaded, &session.data, (form, &counted), &lies_in);
        let mut rows = rows.map_err(|(file, error)| session.vanished(file, error))?;
        rows.sort_by_key(|row| (row.period, row.unit));
        list.extend(rows.iter().map(|row| load::frozen_row(resolver.loaded, period, form, row)));
    }
    Ok(list)
}

/// Counts the reports that are owed for a period and not in.
fn missing(changing: &Changing, period: Period) -> usize {
    let (Some(resolver), Some(read)) = (Resolver::of(&changing.session), &changing.read) else { return 0 };
    let of = |tally: &crate::model::FormTally| {
        let units = resolver.plan.form(tally.form()).units.len();
        let within = resolver.times.form(tally.form()).within(period.months());
        let lacks = |slot: usize, own: usize| tally.is_owed(slot, own) && !tally.is_in(slot, own);
        within.flat_map(|own| (0..units).map(move |slot| (slot, own))).filter(|(slot, own)| lacks(*slot, *own)).count()
    };
    read.figures.forms.iter().map(of).sum()
}
