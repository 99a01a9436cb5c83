//! What a recipe that is proposed says, what is only likely in it, and what the user must say.

use super::proposed::{self, Sure};
use super::{Block, Cell, Document, Facts, Shown, Tone, Value};
use crate::model::{Contents, Plan, Proposal, ProposedColumn, ProposedRow, RowsAre, Sighting};
use crate::text::{self, Lang, Say, Word, say};
use crate::view::wording;

/// What a trial of the recipe gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// How many figures.
    pub figures: usize,
    /// Of how many reports.
    pub reports: usize,
    /// How many cells are refused.
    pub refused: usize,
}

struct Lines<'a> {
    plan: &'a Plan,
    proposal: &'a Proposal,
    lang: Lang,
    rows: Vec<Vec<Cell>>,
}

/// Makes the document.
pub fn proposal(plan: &Plan, proposal: &Proposal, trial: Option<Trial>, lang: Lang) -> Document {
    let mut lines = Lines { plan, proposal, lang, rows: Vec::new() };
    lines.whole();
    lines.numbers();
    lines.above();
    for column in &proposal.columns {
        lines.column(column);
    }
    for row in &proposal.lines {
        lines.row(row);
    }
    for name in &proposal.leave_out {
        lines.add("leave-out", lines.word(Word::RowHead), name, lines.word(Word::NotRead), Sure::Left);
    }
    let mut blocks = vec![Block::Table(proposed::table(lines.rows, lang))];
    if let Some(Trial { figures, reports, refused }) = trial {
        let mut facts = Facts::new("trial");
        for (key, count) in [("figures", figures), ("reports", reports), ("refused", refused)] {
            facts.add(key, "", Cell::data(Value::count(count)));
        }
        blocks.push(Block::Facts(facts));
        let number = |count: usize| text::number(&count.to_string(), lang);
        let said = Say::Trial { figures: &number(figures), reports: &number(reports), refused: &number(refused) };
        let tone = if refused > 0 || figures == 0 { Tone::Warn } else { Tone::Good };
        blocks.push(Block::Para(Shown::toned(say(said, lang), tone)));
    }
    Document { command: "recipe", lang, main: "proposal", blocks }
}

impl Lines<'_> {
    fn word(&self, word: Word) -> &'static str {
        text::word(word, self.lang)
    }

    fn add(&mut self, part: &str, at: &str, says: &str, meaning: &str, sure: Sure) {
        self.rows.push(proposed::row(part, (at, says, meaning), sure, self.lang));
    }

    /// Adds what one cell says.
    fn add_cell(&mut self, part: &str, own: &Sighting, says: &str, meaning: &str, sure: Sure) {
        let at = say(Say::AtCell { address: &own.address }, self.lang);
        self.add(part, &at, says, meaning, sure);
    }

    fn whole(&mut self) {
        let (plan, proposal) = (self.plan, self.proposal);
        if let Some(form) = proposal.form {
            let sure = if proposal.is_form_likely { Sure::Likely } else { Sure::Understood };
            self.add("form", self.word(Word::TheForm), "", &plan.form(form).title, sure);
        } else {
            let titles: Vec<&str> = proposal.forms.iter().map(|form| plan.form(*form).title.as_str()).collect();
            self.add("form", self.word(Word::TheForm), "", &titles.join("; "), Sure::Open);
        }
        if let Some(sheet) = &proposal.sheet {
            self.add("sheet", self.word(Word::SheetHead), sheet, "", Sure::Understood);
        }
        match proposal.header {
            Some((first, last)) => {
                let rows = if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) };
                self.add("header", self.word(Word::HeaderHead), &rows, "", Sure::Understood);
            }
            None => self.add("header", self.word(Word::HeaderHead), "", "", Sure::Open),
        }
        let rows = match proposal.rows {
            Some(RowsAre::Units) => Word::RowsAreUnits,
            Some(RowsAre::Measures) => Word::RowsAreMeasures,
            Some(RowsAre::Periods) => Word::RowsArePeriods,
            None => return self.add("rows", self.word(Word::EachRow), "", "", Sure::Open),
        };
        let count = text::number(&proposal.labelled.to_string(), self.lang);
        let says = say(Say::CountRows { count: &count }, self.lang);
        self.add("rows", self.word(Word::EachRow), &says, self.word(rows), Sure::Understood);
    }

    fn numbers(&mut self) {
        let proposal = self.proposal;
        if let Some(mark) = proposal.decimal {
            self.add("decimal", self.word(Word::DecimalHead), "", mark.example(), Sure::Understood);
        }
        for (part, own, word) in [
            ("decimal", &proposal.undecided, Word::AskDecimal),
            ("dash", &proposal.dash, Word::AskDash),
            ("round", &proposal.long, Word::AskRound),
        ] {
            if let Some(own) = own {
                self.add_cell(part, own, &own.text, self.word(word), Sure::Open);
            }
        }
    }

    /// Says what cells above the table say of all of it.
    fn above(&mut self) {
        let (plan, proposal) = (self.plan, self.proposal);
        if let Some(own) = &proposal.printed_unit {
            match &proposal.printed_other {
                Some(other) => {
                    let meaning = say(Say::NotCountedSo { wanted: &own.text }, self.lang);
                    self.add_cell("printed-unit", own, other, &meaning, Sure::Open);
                }
                None => {
                    self.add_cell("printed-unit", own, &own.text, self.word(Word::PrintedUnit), Sure::Understood);
                }
            }
        }
        match &proposal.period_cell {
            Some((own, period)) => {
                self.add_cell("period", own, &own.text, &wording::period(*period, self.lang), Sure::Understood);
            }
            None if !proposal.has_period() => {
                self.add("period", self.word(Word::PeriodHead), "", self.word(Word::AskPeriod), Sure::Open);
            }
            None => {}
        }
        match &proposal.unit_cell {
            Some((own, unit)) => self.add_cell("unit", own, &own.text, &plan.unit(*unit).name, Sure::Understood),
            None if !proposal.has_unit() => {
                self.add("unit", self.word(Word::UnitHead), "", self.word(Word::AskUnit), Sure::Open);
            }
            None => {}
        }
        if let Some(year) = proposal.year {
            let sure = if proposal.is_year_likely { Sure::Likely } else { Sure::Understood };
            self.add("year", self.word(Word::YearHead), "", &year.to_string(), sure);
        }
    }

    fn column(&mut self, own: &ProposedColumn) {
        let at = say(Say::AtColumn { column: &own.letters }, self.lang);
        let measures = self.proposal.form.map(|form| &self.plan.form(form).measures);
        let name = |at: u16| measures.and_then(|list| list.get(usize::from(at))).map(|own| own.name.clone());
        let (meaning, sure) = match (own.contents, own.near.and_then(name)) {
            (Some(contents), _) => {
                // That a column has the most words does not say what they are.
                let is_guess = contents == Contents::Label && self.proposal.rows.is_none();
                let sure = if is_guess { Sure::Likely } else { Sure::Understood };
                (self.contents(contents, own, name), sure)
            }
            (None, Some(near)) => (near, Sure::Likely),
            (None, None) if own.is_likely_figures => (self.word(Word::IsFigures).to_owned(), Sure::Likely),
            (None, None) if own.has_numbers => (String::new(), Sure::Open),
            (None, None) => (self.word(Word::NotRead).to_owned(), Sure::Left),
        };
        self.add("column", &at, &own.head, &meaning, sure);
    }

    fn contents(&self, contents: Contents, own: &ProposedColumn, name: impl Fn(u16) -> Option<String>) -> String {
        let word = match contents {
            Contents::Measure(at) => return name(at).unwrap_or_default(),
            Contents::Label => Word::IsLabel,
            Contents::Unit => Word::UnitHead,
            Contents::Period => Word::PeriodHead,
            Contents::Reported => Word::ReportedHead,
            Contents::Note => Word::Note,
            Contents::Figures => Word::IsFigures,
        };
        let unit = own.unit.map(|unit| self.plan.unit(unit).name.clone());
        let period = own.period.map(|period| wording::period(period, self.lang));
        let parts = [Some(self.word(word).to_owned()), unit, period];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    fn row(&mut self, own: &ProposedRow) {
        let at = say(Say::AtRow { row: &(own.at + 1).to_string() }, self.lang);
        let measures = self.proposal.form.map(|form| &self.plan.form(form).measures);
        let measure = own.measure.and_then(|at| measures?.get(usize::from(at))).map(|own| own.name.clone());
        let near = own.unit.map(|unit| self.plan.unit(unit).name.clone()).or(measure);
        let sure = if near.is_some() { Sure::Likely } else { Sure::Open };
        self.add("row", &at, &own.name, &near.unwrap_or_default(), sure);
    }
}
