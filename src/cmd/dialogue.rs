//! A report asked for one figure after the other, each beside that of the period before, identities checked as they go.

use super::args::FigureArgs;
use super::ask;
use super::failure::Failure;
use super::no_change::NoChange;
use super::resolve::Resolver;
use super::session::Session;
use super::world::World;
use crate::diag::Beyond;
use crate::edit::NewReport;
use crate::load;
use crate::model::{Decimal, Form, FormId, Period, Row, UnitId};
use crate::render;
use crate::syntax::cell::plain;
use crate::text::{self, Finding, Lang, Say, say};
use crate::view;

/// What is known while figures are asked for.
struct Dialogue<'a> {
    form: &'a Form,
    lang: Lang,
    before: Option<Row>,
    now: Option<Row>,
    /// What was typed, by column.
    typed: Vec<Option<String>>,
}

/// What is typed to get to the figure before.
const BACK: &str = "<";

/// How a question ended.
enum Asked {
    /// With an answer.
    Done,
    /// The one before is to be asked again.
    Back,
}

/// Asks for a report.
pub(super) fn report(args: &FigureArgs, session: &mut Session, world: &mut World<'_>) -> Result<NewReport, Failure> {
    session.read(None, |_, _, _| Vec::new())?;
    let lang = session.lang;
    let Some(resolver) = Resolver::of(session) else { return Err(Failure::Change(NoChange::Abandoned)) };
    let form = resolver.form(&args.form)?;
    let (unit, period) = (resolver.sender(form, &args.unit)?, resolver.period(form, &args.period)?);
    let rows = rows(session, resolver, form, unit)?;
    let row = |period: Period| rows.iter().find(|row| row.period == period).cloned();
    let declared = resolver.plan.form(form);
    let mut dialogue = Dialogue {
        form: declared,
        lang,
        before: row(period.plus(-1)),
        now: row(period),
        typed: vec![None; declared.measures.len()],
    };
    let period_name = view::period_name(period, lang);
    let head =
        say(Say::AskHead { form: &declared.title, unit: &resolver.plan.unit(unit).name, period: &period_name }, lang);
    for line in head.lines() {
        say_line(line, world)?;
    }
    say_line(&say(Say::AskHint, lang), world)?;
    let mut column = 0;
    while column < declared.measures.len() {
        column = match dialogue.ask(column, world)? {
            Asked::Done => column + 1,
            Asked::Back => column.saturating_sub(1),
        };
    }
    let reported = match &dialogue.now {
        Some(_) => None,
        None => Some(received(args, resolver, lang, world)?),
    };
    let note = ask::line(&say(Say::AskNote, lang), world)?;
    let typed = dialogue.typed.into_iter().enumerate();
    Ok(NewReport {
        unit,
        period,
        reported,
        is_day_sent: false,
        figures: typed.filter_map(|(at, text)| Some((u16::try_from(at).ok()?, text?))).collect(),
        note: Some(note).filter(|note| !note.is_empty()),
    })
}

/// Asks for the day of receipt until it is one.
fn received(
    args: &FigureArgs,
    resolver: Resolver<'_>,
    lang: Lang,
    world: &mut World<'_>,
) -> Result<chrono::NaiveDate, Failure> {
    if args.reported.is_some() {
        return resolver.day(args.reported.as_deref());
    }
    let today = resolver.day(None)?.to_string();
    loop {
        let answer = ask::line(&say(Say::AskReported { today: &today }, lang), world)?;
        match resolver.day(Some(&answer).filter(|answer| !answer.is_empty()).map(String::as_str)) {
            Ok(day) => return Ok(day),
            Err(Failure::Change(NoChange::Figure(finding))) => complain(&finding, lang, world)?,
            Err(failure) => return Err(failure),
        }
    }
}

/// Reads the reports of one unit.
fn rows(session: &Session, resolver: Resolver<'_>, form: FormId, unit: UnitId) -> Result<Vec<Row>, Failure> {
    let beyond = Beyond::new(0);
    let context = session.context(resolver.times, &[], session.today, &beyond);
    let wanted = |row: &Row| row.unit == unit;
    load::details(context, resolver.loaded, &session.data, (form, &[]), &wanted)
        .map_err(|(file, error)| session.vanished(file, error))
}

impl Dialogue<'_> {
    /// Asks for one figure until it can be read and the sums hold, or the same one is given again, or somebody wants to go back.
    fn ask(&mut self, column: usize, world: &mut World<'_>) -> Result<Asked, Failure> {
        let measure = &self.form.measures[column];
        let before = shown(self.form, self.before.as_ref(), column);
        let now = self.typed[column].clone().or_else(|| shown(self.form, self.now.as_ref(), column));
        let question = say(
            Say::AskFigure {
                name: &measure.name,
                counts: measure.unit.as_deref().unwrap_or_default(),
                before: before.as_deref().unwrap_or_default(),
                now: now.as_deref().unwrap_or_default(),
            },
            self.lang,
        );
        let mut doubted: Option<String> = None;
        loop {
            let answer = ask::line(&question, world)?;
            if answer == BACK {
                return Ok(Asked::Back);
            }
            if answer.is_empty() && doubted.is_none() {
                return Ok(Asked::Done);
            }
            if answer.is_empty() {
                say_line(&say(Say::AskAgain, self.lang), world)?;
                continue;
            }
            if let Err(finding) = load::figure(&answer, measure) {
                complain(&finding, self.lang, world)?;
                continue;
            }
            let value = plain(&answer);
            self.typed[column] = Some(value.clone());
            let Some(doubt) = self.doubt(column).filter(|_| doubted.as_ref() != Some(&value)) else {
                return Ok(Asked::Done);
            };
            complain(&doubt, self.lang, world)?;
            say_line(&say(Say::AskAgain, self.lang), world)?;
            doubted = Some(value);
        }
    }

    /// Returns a sum that does not hold, once all of its figures are known, one of them being in a column.
    fn doubt(&self, column: usize) -> Option<Finding> {
        let value = |at: u16| self.value(usize::from(at));
        let name = |at: u16| self.form.measures[usize::from(at)].name.clone();
        for identity in &self.form.identities {
            let columns: Vec<u16> = identity.parts.iter().copied().chain([identity.total]).collect();
            if !columns.iter().any(|own| usize::from(*own) == column) {
                continue;
            }
            let (Some(total), Some(parts)) =
                (value(identity.total), identity.parts.iter().map(|part| value(*part)).collect::<Option<Vec<_>>>())
            else {
                continue;
            };
            let sum = parts.iter().try_fold(Decimal::whole(0), |sum, part| sum.checked_add(*part))?;
            if !sum.checked_sub(total)?.is_zero() {
                let parts = parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
                let (stated, sum) = (total.to_string(), sum.to_string());
                return Some(Finding::IdentityFails { total: name(identity.total), stated, parts, sum });
            }
        }
        let carries = self.form.carries.as_ref().filter(|own| usize::from(own.opening) == column)?;
        let before = of_row(self.form, self.before.as_ref(), usize::from(carries.closing))?;
        let stated = value(carries.opening)?;
        let differs = !stated.checked_sub(before)?.is_zero();
        differs.then(|| Finding::CarriesUnequal {
            opening: name(carries.opening),
            stated: stated.to_string(),
            closing: name(carries.closing),
            before: before.to_string(),
        })
    }

    /// Returns the figure of a column: what was typed, else what is on file.
    fn value(&self, column: usize) -> Option<Decimal> {
        let typed = self.typed[column].as_deref().and_then(Decimal::parse);
        typed.or_else(|| of_row(self.form, self.now.as_ref(), column))
    }
}

fn of_row(form: &Form, row: Option<&Row>, column: usize) -> Option<Decimal> {
    let value = row?.cells.get(column).copied().flatten()?;
    Decimal::new(i128::from(value), form.measures[column].decimals)
}

fn shown(form: &Form, row: Option<&Row>, column: usize) -> Option<String> {
    of_row(form, row, column).map(|value| value.trimmed().to_string())
}

fn say_line(text: &str, world: &mut World<'_>) -> Result<(), Failure> {
    let text = render::fold(&render::harmless(text), world.stderr_columns);
    world.stderr.write_all(format!("{text}\n").as_bytes()).map_err(Failure::Write)
}

/// Says what is wrong with an answer, and what to do.
fn complain(finding: &Finding, lang: Lang, world: &mut World<'_>) -> Result<(), Failure> {
    let words = text::finding(finding, lang);
    say_line(&format!("  {}: {}", words.title, words.help), world)
}
