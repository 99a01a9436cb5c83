//! `plan remind`.

use super::args::Common;
use super::args_paper::RemindArgs;
use super::failure::Failure;
use super::no_report::NoReport;
use super::report::{day, fits, period};
use super::resolve::Resolver;
use super::session::{Exit, Session, folder};
use super::world::World;
use crate::eval::{self, Horizon};
use crate::files;
use crate::model::{Plan, UnitId};
use crate::render;
use crate::view::{self, Debts, Reminding};

/// Runs the command.
pub(super) fn run(args: &RemindArgs, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    if folder(common)?.would_own(&args.output)? {
        return Err(Failure::OwnFile(args.output.clone()));
    }
    let (date, by) = (args.date.as_deref().map(day).transpose()?, args.by.as_deref().map(day).transpose()?);
    let mut session = Session::open(common, world)?;
    let told = session.plan().map(|(plan, times)| period(plan, times, &args.period, session.today));
    let asked = match told {
        Some(Ok((period, _))) => Some(period),
        Some(Err(failure)) if session.is_sound() => return Err(failure),
        Some(Err(_)) | None => None,
    };
    // Unlike a report, a letter tells what is outstanding when it is written.
    let read = session.read(args.as_of.as_deref(), |plan, times, as_of| {
        eval::queries(plan, times, Horizon::of_plan(plan, as_of)).0
    })?;
    if !session.report(args.keep_going, common, world)? {
        return Ok(Exit::Findings);
    }
    let (Some(read), Some((plan, times)), Some(period)) = (read, session.plan(), asked) else {
        return Ok(Exit::Findings);
    };
    fits(plan, period, read.as_of, date)?;
    let dated = date.unwrap_or(read.as_of);
    if let Some(by) = by.filter(|by| *by < dated) {
        return Err(NoReport::AnswerBefore { by: by.to_string(), date: dated.to_string() }.into());
    }
    let units = units(args, &session, plan)?;
    let Some(context) = session.judging(&read) else { return Ok(Exit::Findings) };
    let targets = eval::queries(plan, times, Horizon::of_plan(plan, read.as_of)).1;
    let judgement = eval::judge(context, &targets)?;
    let Some(judged) = session.judged(&read, &judgement) else { return Ok(Exit::Findings) };
    let reminding = Reminding::new(judged, context, period, (dated, by));
    write(&reminding, &units, args, world)?;
    Ok(session.exit())
}

/// Writes the letters, and says of each unit what it is reminded of.
fn write(reminding: &Reminding<'_>, units: &[UnitId], args: &RemindArgs, world: &mut World<'_>) -> Result<(), Failure> {
    let plan = reminding.judged.plan;
    let mut made: Vec<(String, Vec<u8>)> = Vec::new();
    let (mut lines, mut free) = (Vec::new(), Vec::new());
    for &unit in units {
        let debts: Debts<'_> = view::debts(reminding, unit);
        if debts.is_nothing() {
            free.push(plan.unit(unit).name.as_str());
            continue;
        }
        let letter = view::letter(reminding, &debts);
        let name = format!("{}-{}", reminding.period, plan.unit(unit).id);
        made.push((format!("{name}.docx"), render::docx(&letter)));
        made.push((format!("{name}.md"), render::markdown(&letter).into_bytes()));
        let path = args.output.join(format!("{name}.docx")).display().to_string();
        lines.push(view::summary(reminding, &debts, &format!("{path}, .md")));
    }
    let bytes: Vec<(&str, &[u8])> = made.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    files::create_or_same(&args.output, &bytes)?;
    lines.extend(view::nothing_owed(&free, reminding.judged.lang));
    let text: String = lines.iter().flat_map(|line| [render::harmless(line), "\n".to_owned()]).collect();
    world.stdout.write_all(text.as_bytes()).map_err(Failure::Write)
}

/// Returns the units asked for, each once and in the order of the plan; all are those that send a form or lead a task.
fn units(args: &RemindArgs, session: &Session, plan: &Plan) -> Result<Vec<UnitId>, Failure> {
    if args.all {
        let sends = |unit: UnitId| plan.forms.iter().any(|form| form.sent && form.units.contains(&unit));
        let leads = |unit: UnitId| plan.tasks.iter().any(|task| plan.leads(task, unit));
        return Ok((0..plan.units.len()).map(UnitId::at).filter(|unit| sends(*unit) || leads(*unit)).collect());
    }
    let Some(resolver) = Resolver::of(session) else { return Ok(Vec::new()) };
    let mut units = args.unit.iter().map(|text| resolver.unit(text)).collect::<Result<Vec<_>, _>>()?;
    units.sort_unstable();
    units.dedup();
    Ok(units)
}
