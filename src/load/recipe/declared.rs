//! A recipe file to a recipe, reporting every problem and stopping at none.

use super::called::offer_by_name;
use crate::diag::{Diagnostic, Place, SourceId, Spanned};
use crate::load::plan::Loaded;
use crate::model::{
    Contents, Dash, DayOrder, FormId, Mark, MeasureKind, Party, Percent, Period, Recipe, RecipeColumn, RecipeRow,
    RowsAre, Spot, UnitId,
};
use crate::syntax::keys::RECIPE;
use crate::syntax::names::fold;
use crate::syntax::table::Grid;
use crate::syntax::{TableNode, check, parse, point_at_comments};
use crate::text::{Finding, RecipeFault};

/// Reads a recipe; none if it cannot be used, the findings saying why.
pub fn recipe(
    loaded: &Loaded,
    source: SourceId,
    name: &str,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<Recipe> {
    let before = found.len();
    let (root, syntax) = parse(source, text);
    let readable = syntax.is_empty();
    found.extend(syntax);
    check(&root, &RECIPE, found);
    point_at_comments(source, text, &mut found[before..]);
    let recipe = if readable { Reading { loaded, found }.recipe(name, &root) } else { None };
    let form = root.text("form").and_then(|id| loaded.names.form(&id, &mut Vec::new()));
    offer_by_name(loaded, form, &mut found[before..]);
    loaded.names.offer(&mut found[before..]);
    recipe.filter(|_| found.len() == before)
}

/// The last row that a spreadsheet has.
const LAST_ROW: usize = 1_048_576;

struct Reading<'a> {
    loaded: &'a Loaded,
    found: &'a mut Vec<Diagnostic>,
}

impl Reading<'_> {
    fn report(&mut self, finding: Finding, place: Place) {
        self.found.push(Diagnostic::new(finding, place));
    }

    fn recipe(&mut self, name: &str, root: &TableNode) -> Option<Recipe> {
        let form = root.text("form").and_then(|id| self.loaded.names.form(&id, self.found));
        let rows = word(root, "rows").and_then(|word| RowsAre::from_word(&word));
        let header = self.header(root);
        for (first, second) in RECIPE.apart {
            if let (Some(_), Some(place)) = (root.get(first), root.key_place(second)) {
                let keys = vec![(*first).to_owned(), (*second).to_owned()];
                self.report(Finding::ConflictingKeys { keys, table: RECIPE.name.to_owned() }, place);
            }
        }
        let columns: Vec<RecipeColumn> =
            root.tables("column").into_iter().filter_map(|table| self.column(table, form)).collect();
        let lines: Vec<RecipeRow> = root.tables("row").into_iter().map(|table| self.line(table, form)).collect();
        let recipe = Recipe {
            name: name.to_owned(),
            form: form?,
            sheet: word(root, "sheet"),
            header,
            rows: rows?,
            decimal: word(root, "decimal").map(|word| if word == "comma" { Mark::Comma } else { Mark::Point }),
            dash: word(root, "dash").map(|word| if word == "zero" { Dash::Zero } else { Dash::Blank }),
            percent: percent(root),
            dates: match word(root, "dates").as_deref() {
                Some("mm/dd/yyyy") => DayOrder::MonthFirst,
                Some(_) | None => DayOrder::DayFirst,
            },
            round: root.boolean("round").is_some_and(|own| own.value),
            year: root.integer("year").and_then(|year| i32::try_from(year.value).ok()),
            unit: self.unit(root, form),
            unit_cell: self.cell(root, "unit-cell"),
            period: self.period(root, form),
            period_cell: self.cell(root, "period-cell"),
            printed_unit: word(root, "printed-unit"),
            leave_out: root.texts("leave-out").into_iter().map(|own| own.value).collect(),
            leave_out_rows: root.texts("leave-out-rows").iter().filter_map(|own| self.rows(own)).collect(),
            until: word(root, "until"),
            columns,
            lines,
        };
        self.sense(&recipe, root);
        Some(recipe)
    }

    /// Reads the rows of the head.
    fn header(&mut self, root: &TableNode) -> Option<(usize, usize)> {
        let node = root.get("header")?;
        let numbers: Vec<Option<usize>> = root
            .numbers("header")
            .iter()
            .map(|own| own.value.parse().ok().filter(|row| (1..=LAST_ROW).contains(row)))
            .collect();
        // That there are not two has been reported.
        let [first, last] = numbers[..] else { return None };
        match (first, last) {
            (Some(first), Some(last)) if first <= last => Some((first - 1, last - 1)),
            _ => {
                let text: Vec<String> = root.numbers("header").into_iter().map(|own| own.value).collect();
                self.report(Finding::BadRows { text: text.join("-") }, node.place);
                None
            }
        }
    }

    /// Reads `12` or `82-85`.
    fn rows(&mut self, text: &Spanned<String>) -> Option<(usize, usize)> {
        let (first, last) = text.value.split_once('-').unwrap_or((&text.value, &text.value));
        let row = |text: &str| text.trim().parse::<usize>().ok().filter(|row| (1..=LAST_ROW).contains(row));
        match (row(first), row(last)) {
            (Some(first), Some(last)) if first <= last => Some((first - 1, last - 1)),
            _ => {
                self.report(Finding::BadRows { text: text.value.clone() }, text.place);
                None
            }
        }
    }

    fn cell(&mut self, table: &TableNode, key: &str) -> Option<Spot> {
        let text = table.text(key)?;
        let spot = Grid::spot(&text.value);
        if spot.is_none() {
            self.report(Finding::BadAddress { text: text.value, is_column: false }, text.place);
        }
        spot
    }

    /// Looks up a unit, which must owe the recipe's form.
    fn unit(&mut self, table: &TableNode, form: Option<FormId>) -> Option<UnitId> {
        let id = table.text("unit")?;
        let unit = self.loaded.names.unit(&id, self.found)?;
        let form = self.loaded.plan.form(form?);
        if !form.units.contains(&unit) {
            let unit = self.loaded.plan.party_name(Party::Unit(unit)).to_owned();
            self.report(Finding::UnitNotListed { unit, form: form.id.value.clone() }, id.place);
        }
        Some(unit)
    }

    /// Reads a period, which must be of the kind that the recipe's form has.
    fn period(&mut self, table: &TableNode, form: Option<FormId>) -> Option<Period> {
        let text = table.text("period")?;
        let period = Period::parse(&text.value)?;
        let every = self.loaded.plan.form(form?).every;
        if period.kind() != every {
            let example = Period::holding(every, period.months().first).to_string();
            self.report(Finding::PeriodKind { text: text.value, example }, text.place);
        }
        Some(period)
    }

    /// Looks up a measure, which must be of the recipe's form.
    fn measure(&mut self, id: &Spanned<String>, form: Option<FormId>) -> Option<u16> {
        let measure = self.loaded.names.measure(id, self.found)?;
        let form = form?;
        if measure.form == form {
            return Some(measure.column);
        }
        let form = self.loaded.plan.form(form).id.value.clone();
        self.report(Finding::MeasureOfOtherForm { measure: id.value.clone(), form }, id.place);
        None
    }

    fn column(&mut self, table: &TableNode, form: Option<FormId>) -> Option<RecipeColumn> {
        let at = table.text("at").and_then(|text| {
            let column = Grid::column(&text.value);
            if column.is_none() {
                self.report(Finding::BadAddress { text: text.value.clone(), is_column: true }, text.place);
            }
            column
        });
        let head = word(table, "head");
        if table.get("at").is_none() && head.is_none() {
            self.report(Finding::RecipeColumns { fault: RecipeFault::Unplaced }, table.place);
        }
        let measure = table.text("measure").and_then(|id| self.measure(&id, form));
        let contents = match word(table, "is").as_deref() {
            None => measure.map(Contents::Measure),
            Some("label") => Some(Contents::Label),
            Some("unit") => Some(Contents::Unit),
            Some("period") => Some(Contents::Period),
            Some("reported") => Some(Contents::Reported),
            Some("note") => Some(Contents::Note),
            Some("figures") => Some(Contents::Figures),
            Some(_) => None,
        };
        let (unit, period) = (self.unit(table, form), self.period(table, form));
        let percent = percent(table);
        Some(RecipeColumn { at, head, contents: contents?, unit, period, percent, place: table.place })
    }

    fn line(&mut self, table: &TableNode, form: Option<FormId>) -> RecipeRow {
        let one = table.text("measure").into_iter();
        let ids: Vec<Spanned<String>> = one.chain(table.texts("measures")).collect();
        RecipeRow {
            name: word(table, "name").unwrap_or_default(),
            at: table.integer("at").and_then(|row| usize::try_from(row.value - 1).ok()),
            unit: self.unit(table, form),
            period: self.period(table, form),
            measures: ids.iter().filter_map(|id| self.measure(id, form)).collect(),
            place: table.place,
        }
    }

    /// Reports what does not make sense together.
    fn sense(&mut self, recipe: &Recipe, root: &TableNode) {
        let fault = |fault| Finding::RecipeColumns { fault };
        let declared = root.tables("column").len();
        let labels: Vec<&RecipeColumn> = recipe.columns.iter().filter(|own| own.contents == Contents::Label).collect();
        if declared == recipe.columns.len() {
            match labels[..] {
                [] => self.report(fault(RecipeFault::NoLabel), root.place),
                [_] => {}
                [_, second, ..] => self.report(fault(RecipeFault::SecondLabel), second.place),
            }
            let has_figures = |own: &RecipeColumn| matches!(own.contents, Contents::Figures | Contents::Measure(_));
            if !recipe.columns.iter().any(has_figures) {
                self.report(fault(RecipeFault::NoFigures), root.place);
            }
        }
        for (at, own) in recipe.columns.iter().enumerate() {
            self.column_sense(recipe, own, at);
        }
        let figures = recipe.columns.iter().filter(|own| own.contents == Contents::Figures).count();
        for (at, own) in recipe.lines.iter().enumerate() {
            let is_same = |other: &RecipeRow| (fold(&other.name), other.at) == (fold(&own.name), own.at);
            if recipe.lines[..at].iter().any(is_same) {
                self.report(fault(RecipeFault::RowTwice { name: own.name.clone() }), own.place);
            }
        }
        for (own, table) in recipe.lines.iter().zip(root.tables("row")) {
            let (said, fits) = match recipe.rows {
                RowsAre::Units => ("unit", own.unit.is_some() || table.get("unit").is_some()),
                RowsAre::Periods => ("period", table.get("period").is_some()),
                RowsAre::Measures => ("measure", table.get("measure").is_some() || table.get("measures").is_some()),
            };
            if !fits {
                let rows = recipe.rows.word().to_owned();
                self.report(fault(RecipeFault::RowMisfit { rows, wanted: said.to_owned() }), own.place);
            }
            let count = table.texts("measures").len();
            if count > 0 && count != figures {
                let place = table.key_place("measures").unwrap_or(own.place);
                self.report(Finding::ListLength { key: "measures".into(), expected: figures, found: count }, place);
            }
        }
    }

    fn column_sense(&mut self, recipe: &Recipe, own: &RecipeColumn, at: usize) {
        let is_misfit = match own.contents {
            Contents::Measure(_) => recipe.rows == RowsAre::Measures,
            Contents::Figures => recipe.rows != RowsAre::Measures,
            Contents::Label | Contents::Unit | Contents::Period | Contents::Reported | Contents::Note => false,
        };
        if is_misfit {
            let wanted = if recipe.rows == RowsAre::Measures { "is = \"figures\"" } else { "measure" };
            let (rows, wanted) = (recipe.rows.word().to_owned(), wanted.to_owned());
            self.report(Finding::RecipeColumns { fault: RecipeFault::ColumnMisfit { rows, wanted } }, own.place);
        }
        let is_again = |other: &RecipeColumn| other.at.is_some() && other.at == own.at;
        if recipe.columns[..at].iter().any(is_again) {
            let column = Grid::letters(own.at.unwrap_or_default());
            self.report(Finding::RecipeColumns { fault: RecipeFault::ColumnTwice { column } }, own.place);
        }
        let is_same = |other: &RecipeColumn| {
            matches!(own.contents, Contents::Measure(_))
                && (other.contents, other.unit, other.period) == (own.contents, own.unit, own.period)
        };
        let measures = &self.loaded.plan.form(recipe.form).measures;
        if let (Contents::Measure(measure), Some(_)) = (own.contents, own.percent)
            && measures[usize::from(measure)].kind != MeasureKind::Level
        {
            self.report(Finding::RecipeColumns { fault: RecipeFault::PercentOfCount }, own.place);
        }
        if recipe.columns[..at].iter().any(is_same) {
            self.report(Finding::RecipeColumns { fault: RecipeFault::MeasureTwice }, own.place);
        }
        if own.head.is_some() && recipe.header.is_none() {
            self.report(Finding::RecipeColumns { fault: RecipeFault::HeadWithoutHeader }, own.place);
        }
    }
}

pub(super) fn word(table: &TableNode, key: &str) -> Option<String> {
    table.text(key).map(|own| own.value)
}

fn percent(table: &TableNode) -> Option<Percent> {
    word(table, "percent").map(|word| if word == "fraction" { Percent::Fraction } else { Percent::Number })
}
