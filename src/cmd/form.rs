//! `plan form`.

use std::collections::HashMap;

use super::args::{Common, EntryArg, FormArgs};
use super::failure::Failure;
use super::no_form::{NoForm, NotOwing};
use super::resolve;
use super::session::{Exit, Session, folder, screen};
use super::world::World;
use crate::diag::Beyond;
use crate::files;
use crate::load;
use crate::model::{Form, FormId, Period, Plan, Provenance, Row, Term, Timetable, UnitId};
use crate::render::{self, Screen};
use crate::syntax::names::{fold, nearest};
use crate::view::{self, EntryOf};

/// Runs the command.
pub(super) fn run(args: &FormArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    if folder(common)?.would_own(&args.output)? {
        return Err(Failure::OwnFile(args.output.clone()));
    }
    let mut session = Session::open(common, world)?;
    let read = session.read(None, |_, _, _| Vec::new())?;
    if !session.report_before_writing(common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times))) = (read, session.plan()) else { return Ok(Exit::Findings) };
    let form = form(plan, &args.form)?;
    let term = term(plan, times, form, &args.period)?;
    let units = if args.all { all(plan, form, term)? } else { named(plan, form, term, &args.unit)? };
    let rows = rows(&session, times, form, term, &units, read.as_of)?;
    let row = |unit: UnitId, period: Period| rows.get(&(unit, period));
    let entries = units.iter().map(|&unit| {
        let (before, now) = (row(unit, term.period.plus(-1)), row(unit, term.period));
        EntryOf { plan, form, term, unit, before, now, lang: session.lang }
    });
    let made: Vec<(String, Vec<u8>, EntryOf<'_>)> =
        entries.map(|of| made(of, args.format)).collect::<Result<_, _>>()?;
    let bytes: Vec<(&str, &[u8])> = made.iter().map(|(name, bytes, _)| (name.as_str(), bytes.as_slice())).collect();
    files::create(&args.output, &bytes)?;
    let shown = |name: &str| args.output.join(name).display().to_string();
    let listed: Vec<(String, EntryOf<'_>)> = made.iter().map(|(name, _, of)| (shown(name), *of)).collect();
    let screen = screen(common, world);
    // In a pipe each file stands on one line, however long.
    let letters = |(path, of): &(String, EntryOf<'_>)| path.chars().count() + plan.unit(of.unit).name.chars().count();
    let longest = listed.iter().map(letters).max().unwrap_or(0) + 40;
    let screen = if screen.folds { screen } else { Screen { width: screen.width.max(longest), ..screen } };
    let text = render::terminal(&view::entry_files(&listed, session.lang), screen);
    world.stdout.write_all(text.as_bytes()).map_err(Failure::Write)?;
    Ok(Exit::Fine)
}

/// Makes the file of one unit: its name and bytes.
fn made(of: EntryOf<'_>, format: EntryArg) -> Result<(String, Vec<u8>, EntryOf<'_>), Failure> {
    let entry = view::entry_form(of);
    let unit = of.plan.unit(of.unit);
    let (ending, bytes) = match format {
        EntryArg::Xlsx => {
            let made = render::entry_xlsx(&entry);
            ("xlsx", made.map_err(|why| NoForm::NoWorkbook { unit: unit.name.clone(), reason: why.0 })?)
        }
        EntryArg::Csv => ("csv", render::entry_csv(&entry).into_bytes()),
    };
    let name = format!("{}-{}-{}.{ending}", of.plan.form(of.form).id.value, of.term.period, unit.id);
    Ok((name, bytes, of))
}

/// Finds a form that units send, by its id or title.
fn form(plan: &Plan, text: &str) -> Result<FormId, NoForm> {
    let folded = fold(text);
    let fits = |own: &Form| own.id.value == text || fold(&own.title) == folded;
    let is_published = |own: &Form| matches!(own.provenance, Provenance::Published(_));
    let is_filled_in = |own: &&Form| !is_published(own) && own.is_filled_in();
    let Some(at) = plan.forms.iter().position(fits) else {
        let sent = || plan.forms.iter().filter(is_filled_in);
        let near = nearest(text, sent().flat_map(|own| [own.id.value.as_str(), own.title.as_str()]));
        let list = sent().map(|own| own.id.value.clone()).collect();
        return Err(NoForm::Unknown { text: text.to_owned(), near, list });
    };
    if is_published(&plan.forms[at]) {
        return Err(NoForm::Published(plan.forms[at].id.value.clone()));
    }
    if !plan.forms[at].is_filled_in() {
        return Err(NoForm::Counted(plan.forms[at].id.value.clone()));
    }
    Ok(FormId::at(at))
}

/// Finds a period of a form, also as people write it.
fn term<'a>(plan: &Plan, times: &'a Timetable, form: FormId, text: &str) -> Result<&'a Term, Failure> {
    let terms = times.form(form);
    let every = plan.form(form).every;
    let meant = resolve::meant(text);
    let Some(period) = meant.filter(|period| period.kind() == every) else {
        // A period of another length has begun when one of the form's has, which is then meant, or the plan's first is an example.
        let first = meant.map_or(plan.months().first, |period| period.months().first);
        return Err(NoForm::NotItsPeriod {
            text: text.to_owned(),
            every,
            near: Period::holding(every, first).to_string(),
        }
        .into());
    };
    terms.index(period).map(|at| &terms.all()[at]).ok_or_else(|| {
        let (from, to) = plan.years;
        Failure::PeriodOutside { text: text.to_owned(), from, to }
    })
}

/// Returns every unit that owes a report.
fn all(plan: &Plan, form: FormId, term: &Term) -> Result<Vec<UnitId>, NoForm> {
    let declared = plan.form(form);
    let units: Vec<UnitId> = declared.units.iter().copied().filter(|&unit| plan.owes(unit, form, term)).collect();
    if units.is_empty() {
        let (form, period) = (declared.id.value.clone(), term.period.to_string());
        return Err(NoForm::NobodyOwes { form, period });
    }
    Ok(units)
}

/// Finds the units asked for, each once and in the order of the plan; all of them must owe a report.
fn named(plan: &Plan, form: FormId, term: &Term, texts: &[String]) -> Result<Vec<UnitId>, NoForm> {
    let mut units = texts.iter().map(|text| unit(plan, form, text)).collect::<Result<Vec<_>, _>>()?;
    units.sort_unstable();
    units.dedup();
    for &unit in &units {
        if let Some(why) = not_owing(plan, form, term, unit) {
            let (form, period) = (plan.form(form).id.value.clone(), term.period.to_string());
            return Err(NoForm::NotOwing { unit: plan.unit(unit).name.clone(), form, period, why });
        }
    }
    Ok(units)
}

/// Finds a unit by its id, name or alias.
fn unit(plan: &Plan, form: FormId, text: &str) -> Result<UnitId, NoForm> {
    let folded = fold(text);
    let found = plan.units.iter().position(|own| {
        own.id == text || fold(&own.name) == folded || own.aliases.iter().any(|alias| fold(alias) == folded)
    });
    found.map(UnitId::at).ok_or_else(|| {
        let near = nearest(text, plan.units.iter().flat_map(|own| [own.id.as_str(), own.name.as_str()]));
        let list = plan.form(form).units.iter().map(|&unit| plan.unit(unit).id.clone()).collect();
        NoForm::UnknownUnit { text: text.to_owned(), near, list }
    })
}

/// Returns why a unit owes no report; none if it owes one.
fn not_owing(plan: &Plan, form: FormId, term: &Term, unit: UnitId) -> Option<NotOwing> {
    let declared = plan.unit(unit);
    match declared.excuse(form, term.period) {
        _ if !plan.form(form).units.contains(&unit) => Some(NotOwing::NotOfForm),
        Some(excuse) => Some(NotOwing::Excused(excuse.reason.clone())),
        None if !declared.exists(term.last) => Some(NotOwing::Gone { from: declared.from, until: declared.until }),
        None => (!plan.owes(unit, form, term)).then_some(NotOwing::NothingDue),
    }
}

/// Reads the reports on file of some units, for a period and the one before.
fn rows(
    session: &Session,
    times: &Timetable,
    form: FormId,
    term: &Term,
    units: &[UnitId],
    as_of: chrono::NaiveDate,
) -> Result<HashMap<(UnitId, Period), Row>, Failure> {
    let Some(loaded) = &session.loaded else { return Ok(HashMap::new()) };
    let beyond = Beyond::new(0);
    let context = session.context(times, &[], as_of, &beyond);
    let periods = [term.period.plus(-1), term.period];
    let wanted = |row: &Row| periods.contains(&row.period) && units.binary_search(&row.unit).is_ok();
    let rows = load::details(context, loaded, &session.data, (form, &[]), &wanted)
        .map_err(|(file, error)| session.vanished(file, error))?;
    Ok(rows.into_iter().map(|row| ((row.unit, row.period), row)).collect())
}
