//! Appendix II: the figures of a form over the period, by unit and in total.

use super::about::Report;
use super::appendix::begin;
use super::heads::{heads, summed};
use crate::eval::{Overflow, form_sums};
use crate::model::{Decimal, Form, FormId};
use crate::text::{Tell, Word, tell, word};
use crate::view::show::key_of;
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
        let table = table(report, id)?;
        if table.rows.is_empty() {
            blocks.push(Block::Para(Shown::toned(form.title.clone(), Tone::Strong)));
            blocks.push(Block::Para(Shown::plain(tell(Tell::NoReports { period: &report.period_name() }, lang))));
        }
        blocks.push(Block::Table(Table { on_screen: !table.rows.is_empty(), ..table }));
        blocks.extend(how_summed(report, id).map(|said| Block::Para(Shown::toned(said, Tone::Quiet))));
        blocks.extend(remarks(report, &[id], &format!("{}:", word(Word::NoteColumn, lang))));
    }
    blocks.extend(remarks(report, &others, &tell(Tell::OtherNotes, lang)));
    for &id in &others {
        blocks.push(Block::Table(Table { on_screen: false, ..table(report, id)? }));
    }
    Ok(blocks)
}

/// Returns the forms that units send and that have a period in the report's.
fn forms(report: &Report<'_>) -> Vec<FormId> {
    let plan = report.plan();
    let fits = |id: &FormId| {
        let form = plan.form(*id);
        !form.history && form.every.months() <= report.made_from.period.kind().months()
    };
    (0..plan.forms.len()).map(FormId::at).filter(fits).collect()
}

/// Tells whether a form's figures are printed: it is declared, or nothing is.
fn is_printed(report: &Report<'_>, form: FormId) -> bool {
    report.plan().report.tables.as_ref().is_none_or(|forms| forms.contains(&form))
}

fn table(report: &Report<'_>, id: FormId) -> Result<Table, Overflow> {
    let (form, lang) = (report.plan().form(id), report.lang());
    let sums = form_sums(report.made_from.context, id, report.rows(id), report.made_from.period.months())?;
    let mut columns = vec![
        Column::hidden("form"),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)).on_paper(plain_head(word(Word::UnitHead, lang), "(1)")),
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
    Ok(table)
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

/// Lists what units remarked on their figures of some forms.
fn remarks(report: &Report<'_>, forms: &[FormId], head: &str) -> Vec<Block> {
    let lang = report.lang();
    let said = forms.iter().flat_map(|id| report.rows(*id)).filter_map(|row| {
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
