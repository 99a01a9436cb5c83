//! What the register comes to for a form, beside what was entered.

use super::Showing;
use super::describe::{cap, period_cell, unit_id, unit_name, word};
use super::history::key_of;
use crate::model::{CountedForm, Form, FormId};
use crate::text::{self, Track, Word};
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
        Column::new("figures", word(Word::Figures, lang)).holding(Holds::Nothing),
        Column::new("compared", word(Word::Compared, lang)).holding(Holds::Nothing),
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
            let figures = figures(counted, form, (slot, period), lang);
            let row = showing.row(id, form.units[slot], term.period).filter(|_| form.from_register.is_none());
            let entered = |at: u16| row.and_then(|row| row.cells.get(usize::from(at)).copied().flatten());
            let both = counted.columns().filter_map(|at| Some((entered(at)?, counted.figure(at, slot, period)?)));
            let (mut same, mut other) = (0, 0);
            both.for_each(|(entered, counted)| if entered == counted { same += 1 } else { other += 1 });
            let compared = match (same, other) {
                (0, 0) => Cell::new(Value::Null, "–"),
                (_, 0) => Cell::toned(
                    Value::Null,
                    text::track(Track::CountsAgree { count: &count(same, lang) }, lang),
                    Tone::Good,
                ),
                (_, other) => Cell::toned(
                    Value::Null,
                    text::track(Track::CountsDiffer { count: &count(other, lang) }, lang),
                    Tone::Warn,
                ),
            };
            let is_compared = same + other > 0;
            let mut cells = vec![
                period_cell(term.period, lang),
                unit_id(showing, form.units[slot]),
                unit_name(showing, form.units[slot]),
                Cell::new(Value::Null, figures.join("; ")),
                compared,
                Cell::data(if is_compared { Value::count(other) } else { Value::Null }),
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

/// Words the figures that are not zero.
fn figures(counted: &CountedForm, form: &Form, (slot, period): (usize, usize), lang: text::Lang) -> Vec<String> {
    let shown = |at: u16| {
        let figure = counted.figure(at, slot, period).filter(|figure| *figure != 0)?;
        let figure = crate::model::Decimal::new(i128::from(figure), 0)?;
        Some(format!("{} {}", form.measures[usize::from(at)].name, wording::number(figure, lang)))
    };
    counted.columns().filter_map(shown).collect()
}
