//! Appendix II: the figures of a form over the period, by unit and in total.

use super::about::Report;
use super::appendix::begin;
use crate::eval::{Overflow, form_sums, mixed_parts};
use crate::model::{Decimal, Form, FormId, Row};
use crate::text::{Tell, Word, tell, word};
use crate::view::show::key_of;
use crate::view::wording::{self, capital, count, number};
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
        blocks.extend(summed(report, form, report.rows(id)).map(|said| Block::Para(Shown::toned(said, Tone::Quiet))));
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

/// Heads the measures as a printed form does. A total and the parts that stand right behind it share a head: what the total is
/// called before the colon. A number in parentheses at the end of a name is the column's number.
fn heads(form: &Form, lang: crate::text::Lang) -> Vec<PaperHead> {
    let parted: Vec<(&str, &str)> = form.measures.iter().map(|measure| parted(&measure.name)).collect();
    let is_numbered = parted.iter().all(|(_, number)| !number.is_empty());
    let mut heads: Vec<PaperHead> = parted
        .iter()
        .enumerate()
        .map(|(at, (title, number))| {
            // The unit's column is the first, or as a printed form counts.
            let number = if is_numbered { (*number).to_owned() } else { format!("({})", at + 2) };
            PaperHead { group: String::new(), title: capital(title), number }
        })
        .collect();
    for identity in &form.identities {
        let total = usize::from(identity.total);
        let behind = (total + 1..).zip(&identity.parts).all(|(at, part)| at == usize::from(*part));
        if !behind || !heads[total].group.is_empty() {
            continue;
        }
        let (group, own) = match parted[total].0.split_once(':') {
            Some((group, own)) => (group.trim().to_owned(), own.trim().to_owned()),
            None => (parted[total].0.to_owned(), tell(Tell::TotalHead, lang)),
        };
        heads[total].title = capital(&own);
        for head in &mut heads[total..=total + identity.parts.len()] {
            if let Some(rest) = head.title.strip_prefix(group.as_str()).and_then(|rest| rest.strip_prefix(':')) {
                head.title = capital(rest.trim());
            }
            head.group.clone_from(&group);
        }
    }
    heads
}

/// Parts a name from the column's number behind it.
fn parted(name: &str) -> (&str, &str) {
    let Some(open) = name.rfind('(').filter(|_| name.ends_with(')')) else { return (name, "") };
    let inner = &name[open + 1..name.len() - 1];
    let is_number = inner.chars().next().is_some_and(|c| c.is_ascii_digit()) && inner.chars().count() <= 4;
    if is_number { (name[..open].trim_end(), &name[open..]) } else { (name, "") }
}

/// Says how columns were summed that do not simply add up over several periods.
fn summed(report: &Report<'_>, form: &Form, rows: &[Row]) -> Option<String> {
    let lang = report.lang();
    if form.every.months() == report.made_from.period.kind().months() || rows.is_empty() {
        return None;
    }
    let name = |column: usize| parted(&form.measures[column].name);
    let called = |column: usize| match name(column) {
        (_, number) if !number.is_empty() => number.to_owned(),
        (title, _) => crate::text::quoted(title, lang),
    };
    let mut said = Vec::new();
    for column in 0..form.measures.len() {
        if let Some(parts) = mixed_parts(form, column) {
            let parts: Vec<String> = parts.iter().map(|part| called(usize::from(*part))).collect();
            said.push(tell(Tell::SumOfParts { total: &called(column), parts: &parts.join(" + ") }, lang));
        }
    }
    let of = |kinds: &[crate::model::MeasureKind]| {
        let own = (0..form.measures.len())
            .filter(|column| kinds.contains(&form.measures[*column].kind) && mixed_parts(form, *column).is_none());
        own.map(called).collect::<Vec<_>>().join(", ")
    };
    let opening = of(&[crate::model::MeasureKind::StockOpen]);
    let last =
        of(&[crate::model::MeasureKind::Stock, crate::model::MeasureKind::ToDate, crate::model::MeasureKind::Level]);
    if !opening.is_empty() {
        said.push(tell(Tell::FirstOf { columns: &opening }, lang));
    }
    if !last.is_empty() {
        said.push(tell(Tell::LastOf { columns: &last }, lang));
    }
    (!said.is_empty()).then(|| said.join(" "))
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
