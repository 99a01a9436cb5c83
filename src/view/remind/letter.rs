//! The letter to a unit, and what is said of it on a screen.

use super::debts::{Debts, Reminding};
use super::parts::{head, signature};
use crate::eval::{Debt, Due, Duty, Owed, TargetResult};
use crate::text::{Lang, Urge, long_day, urge};
use crate::view::duty::name;
use crate::view::wording::{self, bound_long, count, day};
use crate::view::{Block, Document, Shown};

/// Writes the letter to a unit.
pub fn letter(reminding: Reminding<'_>, debts: &Debts<'_>) -> Document {
    let lang = reminding.judged.lang;
    let para = |text: String| Block::Para(Shown::plain(text));
    let mut blocks = vec![head(reminding, debts), para(opening(reminding, debts))];
    let period = &wording::period(reminding.period, lang);
    let parts = [
        (Urge::ReportsHead, debts.reports.iter().map(|own| report(reminding, own)).collect::<Vec<_>>()),
        (Urge::UpdatesHead, debts.updates.iter().map(|own| update(reminding, own)).collect()),
        (Urge::LateHead { period }, late(reminding, debts)),
        (Urge::WorksHead, works(reminding, debts)),
        (Urge::TargetsHead, targets(reminding, debts)),
    ];
    let parts = parts.into_iter().filter(|(_, list)| !list.is_empty());
    for (at, (title, list)) in parts.enumerate() {
        blocks.push(Block::Section(2, format!("{}. {}", at + 1, urge(title, lang))));
        blocks.extend(list.into_iter().map(|text| Block::Item(Shown::plain(text))));
    }
    blocks.extend(wording::made_up(reminding.judged.plan.forms.iter(), lang).map(Block::Note));
    blocks.push(para(closing(reminding, debts)));
    blocks.push(signature(reminding));
    Document { command: "remind", lang, main: "", blocks }
}

fn unit<'a>(reminding: Reminding<'a>, debts: &Debts<'_>) -> &'a str {
    &reminding.judged.plan.unit(debts.unit).name
}

fn opening(reminding: Reminding<'_>, debts: &Debts<'_>) -> String {
    let (head, lang) = (&reminding.judged.plan.head, reminding.judged.lang);
    let (number, unit) = (head.number.as_str(), unit(reminding, debts));
    let (issued, as_of) = (&long_day(head.issued, lang), &day(reminding.judged.judgement.as_of, lang));
    let said = if debts.owes_nothing() {
        Urge::OpeningLate { number, day: issued, unit, as_of }
    } else {
        Urge::Opening { number, day: issued, unit, as_of }
    };
    urge(said, lang)
}

fn closing(reminding: Reminding<'_>, debts: &Debts<'_>) -> String {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let unit = unit(reminding, debts);
    if debts.owes_nothing() {
        return urge(Urge::ClosingLate { unit }, lang);
    }
    let monitor = plan.head.monitor.as_ref().map(|own| plan.unit(own.unit).name.as_str());
    let by = reminding.by.map(|by| urge(Urge::Before { day: &long_day(by, lang) }, lang));
    let by = &by.unwrap_or_else(|| urge(Urge::Soon, lang));
    urge(Urge::Closing { unit, to: monitor.unwrap_or(&plan.head.agency), by }, lang)
}

/// Says how long something should have been there.
fn overdue(days: i64, lang: Lang) -> String {
    if days == 0 {
        return urge(Urge::DueToday, lang);
    }
    urge(Urge::OverdueBy { days: &wording::days(days, lang) }, lang)
}

fn report(reminding: Reminding<'_>, owed: &Owed) -> String {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let Debt::Form(form) = owed.debt else { return String::new() };
    let (form, period) = (plan.form(form).title.as_str(), &wording::period(owed.period, lang));
    if owed.rejected {
        return urge(Urge::ReportWrong { form, period }, lang);
    }
    let (due, late) = (&day(owed.due, lang), &overdue(owed.days_late, lang));
    urge(Urge::ReportOwed { form, period, due, late }, lang)
}

fn update(reminding: Reminding<'_>, owed: &Owed) -> String {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let Debt::Task(task) = owed.debt else { return String::new() };
    let (task, title) = (&plan.tasks[task].no.to_string(), wording::bare(&plan.tasks[task].title));
    let (period, due) = (&wording::period(owed.period, lang), &day(owed.due, lang));
    urge(Urge::UpdateOwed { task, title, period, due, late: &overdue(owed.days_late, lang) }, lang)
}

fn late(reminding: Reminding<'_>, debts: &Debts<'_>) -> Vec<String> {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let one = |(form, period, days): &(crate::model::FormId, crate::model::Period, i64)| {
        let (form, period) = (plan.form(*form).title.as_str(), &wording::period(*period, lang));
        urge(Urge::ReportLate { form, period, days: &wording::days(*days, lang) }, lang)
    };
    debts.late.iter().map(one).collect()
}

fn works(reminding: Reminding<'_>, debts: &Debts<'_>) -> Vec<String> {
    let (judged, lang) = (reminding.judged, reminding.judged.lang);
    let one = |own: &Due| {
        let task = &own.duty.task().map_or_else(String::new, |task| judged.plan.tasks[task].no.to_string());
        let (name, due) = (&name(judged, own.duty), &day(own.on, lang));
        let late = &overdue((judged.judgement.as_of - own.on).num_days(), lang);
        match own.duty {
            Duty::Task(_) => urge(Urge::TaskOverdue { title: wording::bare(name), task, due, late }, lang),
            _ => urge(Urge::WorkOverdue { name, task, due, late }, lang),
        }
    };
    let unproven = debts.unproven.iter().map(|(result, own)| {
        let task = &judged.plan.tasks[result.task];
        let (name, why) = (&task.deliverables[own.deliverable].name, &wording::lacks_proof(own, lang));
        urge(Urge::WorkUnproven { name, task: &task.no.to_string(), why }, lang)
    });
    debts.works.iter().map(one).chain(unproven).collect()
}

fn targets(reminding: Reminding<'_>, debts: &Debts<'_>) -> Vec<String> {
    let (judged, lang) = (reminding.judged, reminding.judged.lang);
    let named = |own: &TargetResult| {
        let view = judged.target(own);
        format!("{}. {}", view.target().id, view.indicator().name)
    };
    let led = debts.targets.iter().map(|own| {
        let view = judged.target(own);
        let needed = view.needed_long().filter(|_| !view.holds());
        let needed = needed.map(|what| urge(Urge::Needed { what: what.trim_end_matches('.') }, lang));
        // What can no longer be reached can still be explained.
        let needed = needed.or_else(|| own.outcome.is_out_of_reach().then(|| urge(Urge::Explain, lang)));
        let (verdict, why) = (&wording::outcome_verdict(&own.outcome, lang).text, &view.why());
        urge(Urge::Target { name: &named(own), verdict, why, needed: &needed.unwrap_or_default() }, lang)
    });
    let own = debts.own.iter().filter_map(|own| {
        let outcome = &own.units.iter().find(|each| each.unit == debts.unit)?.outcome;
        let view = judged.target(own);
        let bound = &bound_long(own.bound, view.indicator(), lang);
        let (value, verdict) = (&view.value(outcome), &wording::outcome_verdict(outcome, lang).text);
        Some(urge(Urge::UnitTarget { name: &named(own), value, bound, verdict }, lang))
    });
    led.chain(own).collect()
}

/// Says in one line what a unit is reminded of, and in which files.
pub fn summary(reminding: Reminding<'_>, debts: &Debts<'_>, files: &str) -> String {
    let lang = reminding.judged.lang;
    let counted =
        |number: usize, phrase: fn(&str) -> Urge<'_>| (number > 0).then(|| urge(phrase(&count(number, lang)), lang));
    let list = [
        counted(debts.reports.len(), |count| Urge::CountReports { count }),
        counted(debts.updates.len(), |count| Urge::CountUpdates { count }),
        counted(debts.late.len(), |count| Urge::CountLate { count }),
        counted(debts.works.len() + debts.unproven.len(), |count| Urge::CountWorks { count }),
        counted(debts.targets.len() + debts.own.len(), |count| Urge::CountTargets { count }),
    ];
    let list: Vec<String> = list.into_iter().flatten().collect();
    urge(Urge::Summary { unit: unit(reminding, debts), list: &list.join(", "), files }, lang)
}

/// Names the units that owe nothing; none if all do.
pub fn nothing_owed(names: &[&str], lang: Lang) -> Option<String> {
    (!names.is_empty()).then(|| urge(Urge::NothingOwed { list: &names.join(", ") }, lang))
}
