//! `plan record figure`: a unit's report, from the command line or asked for one figure after the other.

use super::args::{Common, FigureArgs};
use super::changing::{Changing, May, Written, show};
use super::dialogue;
use super::failure::Failure;
use super::meaning::key;
use super::no_change::NoChange;
use super::record::write;
use super::resolve::Resolver;
use super::session::{Exit, Session};
use super::world::World;
use crate::edit::{self, Around, Change, Edited, NewReport, TextFile};
use crate::load::figure;
use crate::model::{Form, FormId, Measure, UnitId};
use crate::syntax::cell::plain;
use crate::syntax::names::{kept, nearest};
use crate::text::{Finding, Lang, Say, say};

/// Runs the command.
pub(super) fn run(args: &FigureArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let mut report = None;
    let is_asked = args.values.is_empty() && args.note.is_none();
    if is_asked {
        if !world.stdin_is_terminal {
            return Err(Failure::Change(NoChange::NoValues));
        }
        // Nobody else waits while somebody thinks: the lock is taken when all is known.
        let mut session = Session::open(common, world)?;
        if !session.is_sound() || !session.is_data_checked() {
            session.complain(common, world)?;
            return Ok(Exit::Findings);
        }
        report = Some(dialogue::report(args, &mut session, world)?);
    }
    let Some(changing) = Changing::begin(args.dry_run, common, world)? else { return Ok(Exit::Findings) };
    let Some(resolver) = Resolver::of(&changing.session) else { return Ok(Exit::Findings) };
    let form = resolver.form(&args.form)?;
    let report = match report {
        Some(report) => report,
        None => typed(args, resolver, form)?,
    };
    let lang = changing.session.lang;
    let files = changing.files(&resolver.plan.form(form).id.value)?;
    let (edited, changes) = set(resolver, &files, form, std::slice::from_ref(&report))?;
    // One report is put into one file.
    let edited = edited.into_iter().next().map(|own| Edited { change: changes.into_iter().next(), ..own });
    let edited = edited.ok_or(Failure::Change(NoChange::Misplanned))?;
    if !is_asked && !args.replace && tell_differences(&resolver.plan.form(form).measures, &edited, lang, common, world)?
    {
        return Ok(Exit::Findings);
    }
    let keys = [key(&resolver.plan.form(form).id.value, &resolver.id(report.unit), &report.period.to_string())];
    if let Some(change) = edited.change.as_ref().filter(|_| is_asked && !args.dry_run) {
        let changes = std::slice::from_ref(change);
        show(changes, world)?;
        return asked(changing, (changes, &keys), common, world);
    }
    write(&changing, (edited, &keys), args.dry_run, common, world)
}

/// Says what changes would bring, asks, and writes them.
pub(super) fn asked(
    changing: Changing,
    (changes, keys): (&[Change], &[String]),
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let lang = changing.session.lang;
    if changing.foresee((changes, May::Add(keys)), common, world)? == Written::Refused {
        return Ok(Exit::Findings);
    }
    let planned = (changes, May::Add(keys));
    let Some(changing) = changing.ask(&say(Say::AskWrite, lang), planned, common, world)? else {
        return Ok(Exit::Findings);
    };
    changing.put(changes)?;
    changing.tell_written(changes, false, common, world)?;
    Ok(Exit::Fine)
}

/// Reads the report of the command line.
fn typed(args: &FigureArgs, resolver: Resolver<'_>, form: FormId) -> Result<NewReport, Failure> {
    let declared = resolver.plan.form(form);
    let figures = args.values.iter().map(|text| value(text, declared)).collect::<Result<Vec<_>, _>>()?;
    // Which of two is meant nobody can tell.
    let is_again = |at: &usize| figures[..*at].iter().any(|(column, _)| *column == figures[*at].0);
    if let Some(at) = (0..figures.len()).find(is_again) {
        let own = &declared.measures[usize::from(figures[at].0)];
        let finding = Finding::RepeatedId { id: own.id.value.clone(), key: args.values.join(" ") };
        return Err(Failure::Change(NoChange::Figure(Box::new(finding))));
    }
    let reported = resolver.day(args.reported.as_deref())?;
    Ok(NewReport {
        unit: resolver.sender(form, &args.unit)?,
        period: resolver.period(form, &args.period)?,
        reported: Some(reported),
        is_day_sent: false,
        figures,
        note: args.note.as_deref().map(kept),
    })
}

/// Reads `resolved-on-time=120`.
fn value(text: &str, form: &Form) -> Result<(u16, String), Failure> {
    let Some((id, value)) = text.split_once('=') else {
        return Err(Failure::Change(NoChange::NotAValue(text.to_owned())));
    };
    let at = form.measures.iter().position(|measure| measure.id.value == id);
    let Some(at) = at else {
        let near = nearest(id, form.measures.iter().map(|measure| measure.id.value.as_str()));
        return Err(Failure::UnknownThing { text: id.to_owned(), near });
    };
    figure(value, &form.measures[at]).map_err(|finding| Failure::Change(NoChange::Figure(Box::new(finding))))?;
    Ok((u16::try_from(at).unwrap_or(u16::MAX), plain(value)))
}

/// Plans the changes that reports make in the files of their form, and says what becomes of each report.
pub(super) fn set(
    resolver: Resolver<'_>,
    files: &[TextFile],
    form: FormId,
    reports: &[NewReport],
) -> Result<(Vec<Edited>, Vec<Change>), Failure> {
    let declared = resolver.plan.form(form);
    let around = Around {
        form: declared,
        id: &|unit: UnitId| resolver.id(unit),
        called: &|name: &str| resolver.loaded.unit_called(name),
    };
    edit::set_reports(around, files, reports).map_err(|_| Failure::Change(NoChange::Unfit(declared.id.value.clone())))
}

/// Says what on file would be replaced, figures by the names of their measures; tells whether there are any.
pub(super) fn tell_differences(
    measures: &[Measure],
    edited: &Edited,
    lang: Lang,
    common: &Common,
    world: &mut World<'_>,
) -> Result<bool, Failure> {
    let mut differ = false;
    for cell in edited.cells.iter().filter(|cell| !cell.old.is_empty()) {
        let measure = measures.iter().find(|own| own.id.value == cell.column);
        let name = measure.map_or(cell.column.as_str(), |own| own.name.as_str());
        let said = say(Say::Differs { name, old: &cell.old, new: &cell.new }, lang);
        world.complain(&said, common)?;
        differ = true;
    }
    if differ {
        world.complain(&say(Say::UseReplace, lang), common)?;
    }
    Ok(differ)
}
