//! Appendix II: the figures of a form over the period, by unit and in total.

use super::about::Report;
use super::appendix::begin;
use super::heads::{called, heads, number_of_units, summed};
use crate::eval::{FormSums, Overflow, form_sums};
use crate::model::{Decimal, Form, FormId, Formula, Row};
use crate::text::{Tell, Word, tell, word};
use crate::view::show;
use crate::view::wording::{self, count, number};
use crate::view::{Block, Cell, Column, Paper, PaperHead, Shown, Table, Tone, Value};

/// Writes the appendix: a table for each form that it is to hold. Those of the other forms are for workbooks and programs alone.
pub(super) fn figures(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let (plan, lang) = (report.plan(), report.lang());
    let title = tell(Tell::AppendixFigures { period: &report.period_name() }, lang);
    let mut blocks = vec![begin(report, "II", title, Paper::Landscape)];
    let (printed, others): (Vec<FormId>, Vec<FormId>) =
        forms(report).into_iter().partition(|id| is_printed(report, *id));
    if printed.is_empty() {
        blocks.push(Block::Para(Shown::plain(tell(Tell::Nothing, lang))));
    }
    for &id in &printed {
        let form = plan.form(id);
        let sums = sums(report, id)?;
        let table = table(report, id, &sums);
        if table.rows.is_empty() {
            blocks.push(Block::Para(Shown::toned(form.title.clone(), Tone::Strong)));
            blocks.push(Block::Para(Shown::plain(tell(Tell::NoReports { period: &report.period_name() }, lang))));
        }
        blocks.push(Block::Table(Table { on_screen: !table.rows.is_empty(), ..table }));
        let said = how_summed(report, id).into_iter().chain(left_out(report, id, &sums));
        blocks.extend(said.map(|said| Block::Para(Shown::toned(said, Tone::Quiet))));
        blocks.extend(remarks(report, &[id], &format!("{}:", word(Word::NoteColumn, lang))));
    }
    for &id in &others {
        blocks.push(Block::Table(Table { on_screen: false, ..table(report, id, &sums(report, id)?) }));
    }
    Ok(blocks)
}

/// Returns the forms that units send and that have a period in the report's.
fn forms(report: &Report<'_>) -> Vec<FormId> {
    let plan = report.plan();
    let fits = |id: &FormId| {
        let form = plan.form(*id);
        (!form.history || form.due.is_some()) && form.every.months() <= report.made_from.period.kind().months()
    };
    (0..plan.forms.len()).map(FormId::at).filter(fits).collect()
}

/// Tells whether a form's figures are printed: it is declared, or nothing is.
fn is_printed(report: &Report<'_>, form: FormId) -> bool {
    report.plan().report.tables.as_ref().is_none_or(|forms| forms.contains(&form))
}

fn sums(report: &Report<'_>, id: FormId) -> Result<FormSums, Overflow> {
    form_sums(report.made_from.context, id, report.rows(id), report.made_from.period.months())
}

fn table(report: &Report<'_>, id: FormId, sums: &FormSums) -> Table {
    let (form, lang) = (report.plan().form(id), report.lang());
    let mut columns = vec![
        Column::hidden("form"),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang))
            .on_paper(plain_head(word(Word::UnitHead, lang), number_of_units(form))),
    ];
    let heads = heads(form, lang);
    for (measure, head) in form.measures.iter().zip(heads) {
        columns.push(Column::right(key_of(&measure.id.value), measure.name.clone()).on_paper(head));
    }
    let reports = word(Word::ReportsInHead, lang);
    columns
        .push(Column::right("reports", reports).holding(crate::view::Holds::Nothing).on_paper(plain_head(reports, "")));
    columns.extend([Column::hidden("reports-in"), Column::hidden("reports-owed")]);
    let mut table = Table::new("figures", form.title.clone(), columns);
    table.sheet.clone_from(&form.title);
    for own in &sums.units {
        let unit = report.plan().unit(own.unit);
        table.rows.push(row(form, (Some(&unit.id), &unit.name), &own.sums, (own.received, own.owed), lang));
    }
    let add = |of: &dyn Fn(&crate::eval::UnitSums) -> usize| sums.units.iter().map(of).sum();
    let reports = (add(&|own| own.received), add(&|own| own.owed));
    if sums.units.len() > 1 {
        let total = tell(Tell::Total, lang);
        table.rows.push(row(form, (None, &total), &sums.total, reports, lang).into_iter().map(strong).collect());
    }
    table
}

/// The keys of the columns that count reports.
const OF_REPORTS: [&str; 3] = ["reports", "reports-in", "reports-owed"];

/// Returns the key of a measure's column, which may be no other column's.
fn key_of(measure: &str) -> String {
    if OF_REPORTS.contains(&measure) { format!("measure.{measure}") } else { show::key_of(measure) }
}

fn strong(cell: Cell) -> Cell {
    Cell { shown: Shown { tone: Tone::Strong, ..cell.shown }, ..cell }
}

fn plain_head(title: &str, number: &str) -> PaperHead {
    PaperHead { title: title.to_owned(), number: number.to_owned(), ..PaperHead::default() }
}

fn row(
    form: &Form,
    (unit, name): (Option<&String>, &str),
    sums: &[Option<Decimal>],
    (received, owed): (usize, usize),
    lang: crate::text::Lang,
) -> Vec<Cell> {
    let mut cells =
        vec![Cell::data(Value::Text(form.id.value.clone())), Cell::data(Value::text(unit.cloned())), Cell::text(name)];
    cells.extend(sums.iter().map(|sum| match sum {
        Some(sum) => Cell::new(Value::Number(*sum), number(*sum, lang)),
        None => Cell::new(Value::Null, "–"),
    }));
    let reports = format!("{}/{}", count(received, lang), count(owed, lang));
    cells.push(Cell::toned(Value::Null, reports, if received < owed { Tone::Warn } else { Tone::Plain }));
    cells.extend([Cell::data(Value::count(received)), Cell::data(Value::count(owed))]);
    cells
}

/// Says how columns were summed, where there are several periods to sum.
fn how_summed(report: &Report<'_>, id: FormId) -> Option<String> {
    let form = report.plan().form(id);
    let is_one = form.every.months() == report.made_from.period.kind().months();
    let is_said = !is_one && !report.rows(id).is_empty();
    Some(summed(form, report.lang())).filter(|said| is_said && !said.is_empty())
}

/// Says what is in no figure: cells left blank, targets that wait for them, what units that ended passed on.
fn left_out(report: &Report<'_>, id: FormId, sums: &FormSums) -> Vec<String> {
    let (plan, lang) = (report.plan(), report.lang());
    let form = plan.form(id);
    let called = |columns: &[usize]| columns.iter().map(|at| called(form, *at, lang)).collect::<Vec<_>>().join(", ");
    let within = |row: &&Row| report.made_from.period.months().covers(row.period.months());
    let rows = || report.rows(id).iter().filter(within).filter(|row| row.cells.iter().any(Option::is_some));
    let blank = |row: &Row| {
        (0..form.measures.len()).filter(|at| row.cells.get(*at).is_none_or(Option::is_none)).collect::<Vec<_>>()
    };
    let named = |row: &Row| (plan.unit(row.unit).name.as_str(), wording::period(row.period, lang));
    let mut said = Vec::new();
    for row in rows() {
        let ((unit, period), blank) = (named(row), blank(row));
        if !blank.is_empty() {
            let columns = &called(&blank);
            said.push(tell(Tell::BlankCells { unit, period: &period, columns }, lang));
        }
    }
    let mut waiting: Vec<(String, Vec<String>)> = Vec::new();
    for target in plan.tasks.iter().flat_map(|task| &task.targets) {
        let formula: &Formula = &plan.indicator(target.indicator).formula;
        let columns: Vec<usize> =
            formula.measures().iter().filter(|own| own.form == id).map(|own| usize::from(own.column)).collect();
        let lacks = |row: &&Row| columns.iter().any(|at| row.cells.get(*at).is_none_or(Option::is_none));
        let list: Vec<String> =
            rows().filter(lacks).map(named).map(|(unit, period)| format!("{unit} {period}")).collect();
        match waiting.iter_mut().find(|(_, known)| *known == list) {
            _ if list.is_empty() => {}
            Some((targets, _)) => *targets = format!("{targets}, {}", target.id),
            None => waiting.push((target.id.clone(), list)),
        }
    }
    said.extend(waiting.iter().map(|(targets, list)| tell(Tell::NotCounted { targets, list: &list.join("; ") }, lang)));
    said.extend(sums.passed_on.iter().filter(|_| sums.units.len() > 1).map(|(unit, columns)| {
        let unit = plan.unit(*unit);
        let day = unit.until.map_or_else(String::new, |until| wording::day(until, lang));
        tell(Tell::EndedUnit { unit: &unit.name, day: &day, columns: &called(columns) }, lang)
    }));
    said
}

/// Lists what units remarked on the figures of forms that have no table in print.
pub(super) fn other_remarks(report: &Report<'_>) -> Vec<Block> {
    let others: Vec<FormId> = forms(report).into_iter().filter(|id| !is_printed(report, *id)).collect();
    remarks(report, &others, &tell(Tell::OtherNotes, report.lang()))
}

/// Lists what units remarked on their figures of some forms.
fn remarks(report: &Report<'_>, forms: &[FormId], head: &str) -> Vec<Block> {
    let lang = report.lang();
    let within = |row: &&Row| report.made_from.period.months().covers(row.period.months());
    let said = forms.iter().flat_map(|id| report.rows(*id)).filter(within).filter_map(|row| {
        let note = row.note.as_deref()?;
        let unit = report.plan().unit(row.unit).name.as_str();
        Some(tell(Tell::Remark { period: &wording::period(row.period, lang), unit, note }, lang))
    });
    let list: Vec<Block> = said.map(|said| Block::Item(Shown::plain(said))).collect();
    if list.is_empty() {
        return list;
    }
    std::iter::once(Block::Para(Shown::plain(head))).chain(list).collect()
}
