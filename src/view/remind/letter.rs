//! The letter to a unit, and what is said of it on a screen.

use super::debts::{Debts, Late, Reminding, Short};
use super::parts::{head, monitor, notes, signature};
use crate::eval::{Debt, Due, Duty, Owed, TargetResult, Unproven};
use crate::model::FormId;
use crate::text::{Lang, Urge, long_day, urge};
use crate::view::duty::name;
use crate::view::wording::{self, count, day, unmarked};
use crate::view::{Block, Document, Shown};

/// Writes the letter to a unit.
pub fn letter(reminding: &Reminding<'_>, debts: &Debts<'_>) -> Document {
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
    blocks.extend(notes(reminding.judged));
    blocks.push(para(closing(reminding, debts)));
    blocks.push(signature(reminding, debts));
    Document { command: "remind", lang, main: "", blocks }
}

fn unit<'a>(reminding: &Reminding<'a>, debts: &Debts<'_>) -> &'a str {
    wording::bare(&reminding.judged.plan.unit(debts.unit).name)
}

/// Names a form within a sentence.
fn form<'a>(reminding: &Reminding<'a>, form: FormId) -> &'a str {
    wording::bare(&reminding.judged.plan.form(form).title)
}

fn opening(reminding: &Reminding<'_>, debts: &Debts<'_>) -> String {
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

fn closing(reminding: &Reminding<'_>, debts: &Debts<'_>) -> String {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let unit = unit(reminding, debts);
    if debts.owes_nothing() {
        return urge(Urge::ClosingLate { unit }, lang);
    }
    let monitor = monitor(reminding, debts).map(|monitor| wording::bare(&plan.unit(monitor).name));
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

fn report(reminding: &Reminding<'_>, owed: &Owed) -> String {
    let lang = reminding.judged.lang;
    let Debt::Form(id) = owed.debt else { return String::new() };
    let (form, period) = (form(reminding, id), &wording::period(owed.period, lang));
    let (due, late) = (&day(owed.due, lang), &overdue(owed.days_late, lang));
    let said = if owed.rejected {
        Urge::ReportWrong { form, period, due, late }
    } else {
        Urge::ReportOwed { form, period, due, late }
    };
    urge(said, lang)
}

fn update(reminding: &Reminding<'_>, owed: &Owed) -> String {
    let (plan, lang) = (reminding.judged.plan, reminding.judged.lang);
    let Debt::Task(task) = owed.debt else { return String::new() };
    let (task, title) = (&plan.tasks[task].no.to_string(), unmarked(wording::bare(&plan.tasks[task].title)));
    let (period, due) = (&wording::period(owed.period, lang), &day(owed.due, lang));
    urge(Urge::UpdateOwed { task, title, period, due, late: &overdue(owed.days_late, lang) }, lang)
}

fn late(reminding: &Reminding<'_>, debts: &Debts<'_>) -> Vec<String> {
    let lang = reminding.judged.lang;
    let one = |own: &Late| {
        let (form, period) = (form(reminding, own.form), &wording::period(own.period, lang));
        urge(Urge::ReportLate { form, period, days: &wording::days(own.days, lang) }, lang)
    };
    debts.late.iter().map(one).collect()
}

fn works(reminding: &Reminding<'_>, debts: &Debts<'_>) -> Vec<String> {
    let (judged, lang) = (reminding.judged, reminding.judged.lang);
    let one = |(own, unproven): &(&Due, Option<&Unproven>)| {
        let task = &own.duty.task().map_or_else(String::new, |task| judged.plan.tasks[task].no.to_string());
        let (name, due) = (&name(judged, own.duty), &day(own.on, lang));
        let name = unmarked(wording::bare(name));
        let late = &overdue((judged.judgement.as_of - own.on).num_days(), lang);
        match (own.duty, unproven) {
            (Duty::Task(_), _) => urge(Urge::TaskOverdue { title: name, task, due, late }, lang),
            (_, None) => urge(Urge::WorkOverdue { name, task, due, late }, lang),
            (_, Some(own)) => {
                let why = &wording::lacks_proof(own, lang);
                urge(Urge::WorkOverdueUnproven { name, task, due, late, why }, lang)
            }
        }
    };
    let unproven = debts.unproven.iter().map(|(result, own)| {
        let task = &judged.plan.tasks[result.task];
        let name = unmarked(wording::bare(&task.deliverables[own.deliverable].name));
        urge(Urge::WorkUnproven { name, task: &task.no.to_string(), why: &wording::lacks_proof(own, lang) }, lang)
    });
    debts.works.iter().map(one).chain(unproven).collect()
}

fn targets(reminding: &Reminding<'_>, debts: &Debts<'_>) -> Vec<String> {
    let (judged, lang) = (reminding.judged, reminding.judged.lang);
    let line = |short: &Short<'_>| {
        let result = match short.own {
            // A unit's own figures are told as those of a target judged over it alone.
            Some(own) => {
                &TargetResult { outcome: own.outcome.clone(), units: Vec::new(), worst: None, ..short.target.clone() }
            }
            None => short.target,
        };
        let (view, outcome) = (judged.target(result), &result.outcome);
        let needed = view.needed_long().filter(|_| !view.holds());
        let needed = needed.map(|what| urge(Urge::Needed { what: wording::bare(&what) }, lang));
        // What can no longer be reached can still be explained.
        let needed = needed.or_else(|| outcome.is_out_of_reach().then(|| urge(Urge::Explain, lang)));
        let (verdict, why) = (&wording::outcome_verdict(outcome, lang).text, &view.why());
        let needed = &needed.unwrap_or_default();
        let name = &format!("{}. {}", view.target().id, wording::bare(&view.indicator().name));
        match short.own {
            Some(_) => urge(Urge::UnitTarget { name, unit: unit(reminding, debts), verdict, why, needed }, lang),
            None => urge(Urge::Target { name, verdict, why, needed }, lang),
        }
    };
    debts.targets.iter().map(line).collect()
}

/// Says in one line what a unit is reminded of, and in which files.
pub fn summary(reminding: &Reminding<'_>, debts: &Debts<'_>, files: &str) -> String {
    let lang = reminding.judged.lang;
    let counted =
        |number: usize, phrase: fn(&str) -> Urge<'_>| (number > 0).then(|| urge(phrase(&count(number, lang)), lang));
    let list = [
        counted(debts.reports.len(), |count| Urge::CountReports { count }),
        counted(debts.updates.len(), |count| Urge::CountUpdates { count }),
        counted(debts.late.len(), |count| Urge::CountLate { count }),
        counted(debts.works.len() + debts.unproven.len(), |count| Urge::CountWorks { count }),
        counted(debts.count_targets(), |count| Urge::CountTargets { count }),
    ];
    let list: Vec<String> = list.into_iter().flatten().collect();
    urge(Urge::Summary { unit: unit(reminding, debts), list: &list.join(", "), files }, lang)
}

/// Names the units that owe nothing; none if all do.
pub fn nothing_owed(names: &[&str], lang: Lang) -> Option<String> {
    (!names.is_empty()).then(|| urge(Urge::NothingOwed { list: &names.join(", ") }, lang))
}
