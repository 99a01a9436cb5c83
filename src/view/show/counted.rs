//! What the register comes to for a form, beside what was entered.

use super::Showing;
use super::describe::{cap, period_cell, unit_id, unit_name, word};
use super::history::key_of;
use crate::model::{CountedForm, Decimal, Form, FormId};
use crate::text::{self, Lang, Track, Word};
use crate::view::wording::{self, count};
use crate::view::{Cell, Column, Holds, Table, Tone, Value};

/// Lists the counted figures by period and unit; none if nothing of the form is counted.
pub(super) fn counted(showing: Showing<'_>, id: FormId) -> Option<Table> {
    let counted = showing.judged.figures.counted.iter().find(|own| own.form() == id)?;
    let (plan, lang) = (showing.judged.plan, showing.judged.lang);
    let form = plan.form(id);
    let mut columns = vec![
        Column::new("period", word(Word::PeriodHead, lang)),
        Column::hidden("unit"),
        Column::new("name", word(Word::UnitHead, lang)),
        Column::new("compared", word(Word::Compared, lang)).holding(Holds::Nothing),
        Column::new("figures", word(Word::Figures, lang)).holding(Holds::Nothing),
        Column::hidden("differences"),
    ];
    columns.extend(counted.columns().map(|at| Column::hidden(key_of(&form.measures[usize::from(at)].id.value))));
    let mut table = Table::new("counted", word(Word::FromRegister, lang), columns);
    let terms = showing.judged.times.form(id).all();
    for (period, term) in terms.iter().enumerate().filter(|(_, term)| term.is_closed(showing.judged.judgement.as_of)) {
        for slot in (0..form.units.len()).filter(|slot| counted.covers(*slot, period)) {
            if showing.unit.is_some_and(|only| only != form.units[slot]) || counted.is_broken(slot, period) {
                continue;
            }
            let row = showing.row(id, form.units[slot], term.period).filter(|_| form.from_register.is_none());
            let entered = row.map(|row| row.cells.as_slice()).unwrap_or_default();
            let beside = beside(counted, form, (slot, period), entered, lang);
            let mut cells = vec![
                period_cell(term.period, lang),
                unit_id(showing, form.units[slot]),
                unit_name(showing, form.units[slot]),
                beside.compared,
                Cell::new(Value::Null, beside.figures.join("; ")),
                Cell::data(beside.differences.map_or(Value::Null, Value::count)),
            ];
            cells.extend(counted.columns().map(|at| {
                let figure = counted.figure(at, slot, period);
                Cell::data(figure.map_or(Value::Null, |figure| Value::Int(i128::from(figure))))
            }));
            table.rows.push(cells);
        }
    }
    table.on_screen = !table.rows.is_empty();
    cap(&mut table, lang);
    Some(table)
}

/// Counted figures of a unit and period beside what it entered.
struct Beside {
    /// The figures worth a look: those that differ, or all that are not zero where nothing is entered.
    figures: Vec<String>,
    compared: Cell,
    /// How many differ; none if nothing is entered.
    differences: Option<usize>,
}

fn beside(
    counted: &CountedForm,
    form: &Form,
    (slot, period): (usize, usize),
    entered: &[Option<i64>],
    lang: Lang,
) -> Beside {
    let figure = |at: u16| counted.figure(at, slot, period);
    let name = |at: u16| form.measures[usize::from(at)].name.as_str();
    let both = |at: u16| Some((at, entered.get(usize::from(at)).copied().flatten()?, figure(at)?));
    let both: Vec<_> = counted.columns().filter_map(both).collect();
    if both.is_empty() {
        let of_any = |at: u16| Some((at, figure(at).filter(|figure| *figure != 0)?));
        let mut figures: Vec<String> = counted
            .columns()
            .filter_map(of_any)
            .map(|(at, own)| format!("{} {}", name(at), whole(own, lang)))
            .collect();
        if figures.is_empty() {
            figures.push(word(Word::AllZero, lang).to_owned());
        }
        return Beside { figures, compared: Cell::data(Value::Null), differences: None };
    }
    let differ = |(at, entered, counted): &(u16, i64, i64)| {
        let (entered, counted) = (&whole(*entered, lang), &whole(*counted, lang));
        text::track(Track::CountAgainst { measure: name(*at), entered, counted }, lang)
    };
    let figures: Vec<String> = both.iter().filter(|(_, entered, counted)| entered != counted).map(differ).collect();
    let (other, same) = (figures.len(), both.len() - figures.len());
    let compared = if other == 0 {
        let said = text::track(Track::CountsAgree { count: &count(same, lang) }, lang);
        Cell::toned(Value::Null, said, Tone::Good)
    } else {
        let said = text::track(Track::CountsDiffer { count: &count(other, lang) }, lang);
        Cell::toned(Value::Null, said, Tone::Warn)
    };
    Beside { figures, compared, differences: Some(other) }
}

fn whole(figure: i64, lang: Lang) -> String {
    Decimal::new(i128::from(figure), 0).map_or_else(|| figure.to_string(), |figure| wording::number(figure, lang))
}
