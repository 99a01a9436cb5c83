//! `plan score --gain`: what can still be won, by what, by whom, and what cannot.

use super::score::{Scored, exact, points, rounded, shown};
use super::score_why::open_words;
use super::status::Judged;
use super::wording::{self, count};
use super::{Block, Cell, Column, Shown, Table, Tone, Value};
use crate::eval::{Closed, Gain, IndexScore, Measured, Move, Outlook, Step, Take, Waits};
use crate::model::{Cases, Criterion, Decimal, Index, Limit, MeasureId, Plan, Ratio, Rule};
use crate::text::{self, Lang, Scoring, Winning, Word, scoring, winning};

/// The tables of what can be won, over all indexes that are shown.
pub(super) struct Gains {
    winnable: Table,
    steps: Table,
    waiting: Table,
    closed: Table,
    arises: bool,
}

/// One thing that can be won, with what its words need.
#[derive(Clone, Copy)]
struct Own<'a> {
    scored: Scored<'a>,
    index: &'a Index,
    criterion: &'a Criterion,
    gain: &'a Gain,
}

/// Says what can be won at some criteria of an index; nothing where nothing is lacking.
pub(super) fn of_criteria(judged: Judged<'_>, of: &IndexScore, gains: &[Gain]) -> Vec<Block> {
    if gains.is_empty() {
        return Vec::new();
    }
    let alone = std::slice::from_ref(of);
    let whole = Scored { judged, scores: alone, parties: &[], field: None, gains: None, on_file: None };
    let mut tables = Gains::new(judged.lang);
    tables.add(whole, of, gains);
    tables.blocks(false, judged.lang)
}

impl Gains {
    pub(super) fn new(lang: Lang) -> Self {
        let say = |phrase: Winning<'_>| winning(phrase, lang);
        let waits = [("at-most", Winning::AtMostHead), ("waits-for", Winning::WaitsHead)];
        let closed = [("points", Winning::PointsHead), ("why", Winning::WhyHead)];
        Self {
            winnable: Table::new("winnable", say(Winning::Title), winnable_columns(lang)),
            steps: Table::data("steps", &STEPS),
            waiting: Table::new("waiting", say(Winning::WaitingTitle), other_columns(waits, lang)),
            closed: Table::new("out-of-reach", say(Winning::OutOfReachTitle), other_columns(closed, lang)),
            arises: false,
        }
    }

    /// Adds what can be won in an index.
    pub(super) fn add(&mut self, scored: Scored<'_>, of: &IndexScore, gains: &[Gain]) {
        let index = &scored.judged.plan.indexes[of.index.0 as usize];
        let is_shown = shown(scored, index);
        for gain in gains.iter().filter(|gain| is_shown[gain.criterion]) {
            let own = Own { scored, index, criterion: &index.criteria[gain.criterion], gain };
            match &gain.outlook {
                Outlook::Within(steps) => {
                    self.arises |= steps.iter().any(|own| matches!(&own.take, Take::Cases(own) if own.arises));
                    self.winnable.rows.push(own.winnable(steps));
                    self.steps.rows.extend(steps.iter().enumerate().map(|(at, step)| own.step(at, step)));
                }
                Outlook::Waits(waits) => {
                    let words = own.waits(*waits);
                    self.waiting.rows.push(own.other(wait_word(*waits), words));
                }
                Outlook::Beyond(step) => self.closed.rows.push(own.other("pace", own.beyond(step))),
                Outlook::Closed(closed) => self.closed.rows.push(own.other(closed_word(*closed), own.closed(*closed))),
            }
        }
    }

    /// Returns the blocks to show.
    pub(super) fn blocks(mut self, several: bool, lang: Lang) -> Vec<Block> {
        let mut blocks = Vec::new();
        let is_empty = self.winnable.rows.is_empty();
        for table in [&mut self.winnable, &mut self.waiting, &mut self.closed] {
            table.on_screen = !table.rows.is_empty();
            if several {
                text::word(Word::Index, lang).clone_into(&mut table.columns[0].title);
            }
        }
        if is_empty {
            blocks.push(Block::Para(Shown::plain(winning(Winning::Nothing, lang))));
        }
        blocks.push(Block::Table(self.winnable));
        let note = |phrase: Winning<'_>| Block::Note(Shown::toned(winning(phrase, lang), Tone::Quiet));
        if !is_empty {
            blocks.push(note(Winning::EachAlone));
        }
        if self.arises {
            blocks.push(note(Winning::AllGood));
        }
        blocks.extend([self.steps, self.waiting, self.closed].map(Block::Table));
        blocks
    }
}

fn winnable_columns(lang: Lang) -> Vec<Column> {
    let say = |phrase: Winning<'_>| winning(phrase, lang);
    vec![
        Column::hidden("index"),
        Column::new("no", text::word(Word::No, lang)),
        Column::new("name", scoring(Scoring::CriterionHead, lang)),
        Column::right("gain", say(Winning::GainHead)),
        Column::hidden("gain-exact"),
        Column::new("takes", say(Winning::TakesHead)),
        Column::hidden("count"),
        Column::new("by", say(Winning::ByHead)).spare(2),
        Column::new("to-come", say(Winning::TimeHead)).spare(1),
        Column::hidden("reports-to-come"),
        Column::hidden("cases-to-come"),
        Column::hidden("gain-at-most"),
        Column::new("owner", scoring(Scoring::ByOwner, lang)),
        Column::hidden("owners"),
    ]
}

fn other_columns(own: [(&'static str, Winning<'_>); 2], lang: Lang) -> Vec<Column> {
    let [(most, most_head), (reason, reason_head)] = own;
    vec![
        Column::hidden("index"),
        Column::new("no", text::word(Word::No, lang)),
        Column::new("name", scoring(Scoring::CriterionHead, lang)),
        Column::right(most, winning(most_head, lang)),
        Column::hidden("state"),
        Column::new(reason, winning(reason_head, lang)),
        Column::new("owner", scoring(Scoring::ByOwner, lang)),
        Column::hidden("owners"),
    ]
}

/// The columns of all steps as data.
const STEPS: [&str; 15] = [
    "index",
    "no",
    "item",
    "step",
    "gain",
    "gain-exact",
    "index-gain-exact",
    "others",
    "count",
    "fewer",
    "measures",
    "along",
    "task",
    "deliverable",
    "by",
];

impl Own<'_> {
    fn plan(&self) -> &Plan {
        self.scored.judged.plan
    }

    fn lang(&self) -> Lang {
        self.scored.judged.lang
    }

    fn say(&self, phrase: Winning<'_>) -> String {
        winning(phrase, self.lang())
    }

    fn name(&self) -> String {
        let item = match (&self.criterion.rule, self.gain.item) {
            (Some(Rule::Items(items)), Some(at)) => items.get(at),
            _ => None,
        };
        match item {
            Some(item) => format!("{}: {}", self.criterion.name, item.name),
            None => self.criterion.name.clone(),
        }
    }

    fn head(&self) -> [Cell; 3] {
        [
            Cell::new(Value::Text(self.index.id.value.clone()), self.index.name.clone()),
            Cell::text(self.criterion.no.value.clone()),
            Cell::text(self.name()),
        ]
    }

    fn owners(&self) -> [Cell; 2] {
        let plan = self.plan();
        let ids = self.criterion.owners.iter().map(|own| Value::Text(plan.party_id(*own).to_owned())).collect();
        let name = wording::parties(plan, &self.criterion.owners);
        let name = if name.is_empty() { scoring(Scoring::NoOwner, self.lang()) } else { name };
        [Cell::text(name), Cell::data(Value::List(ids))]
    }

    fn winnable(&self, steps: &[Step]) -> Vec<Cell> {
        let lang = self.lang();
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return Vec::new() };
        let mut takes = self.takes(&first.take);
        if last.gain > first.gain
            && let Take::Cases(most) = &last.take
        {
            let (gain, count) = (&points(last.gain, None, lang), &wording::number(most.count.trimmed(), lang));
            takes = format!("{takes}; {}", self.say(Winning::Further { gain, count }));
        }
        if !first.others.is_empty() {
            takes = format!("{takes}; {}", self.others(first));
        }
        let gain = rounded(first.gain, None);
        let [reports, cases] = still_to_come(first);
        let mut cells = self.head().to_vec();
        cells.extend([
            Cell::toned(Value::Number(gain), format!("+{}", wording::number(gain, lang)), Tone::Good),
            Cell::data(exact(first.gain)),
            Cell::text(takes),
            Cell::data(count_of(&first.take)),
            Cell::new(Value::Date(first.by), wording::day(first.by, lang)),
            Cell::text(self.time(first)),
            Cell::data(reports),
            Cell::data(cases),
            Cell::data(Value::Number(rounded(last.gain, None))),
        ]);
        cells.extend(self.owners());
        cells
    }

    /// Says what a step brings at other criteria.
    fn others(&self, step: &Step) -> String {
        let one = |(at, gain): &(usize, Ratio)| {
            let sign = if *gain > Ratio::ZERO { "+" } else { "" };
            format!("{} {sign}{}", self.index.criteria[*at].no.value, points(*gain, None, self.lang()))
        };
        let list: Vec<String> = step.others.iter().map(one).collect();
        self.say(Winning::Others { list: &list.join(", ") })
    }

    /// Says what is still to come.
    fn time(&self, step: &Step) -> String {
        let lang = self.lang();
        let Take::Cases(own) = &step.take else { return "–".to_owned() };
        let reports = &count(own.reports, lang);
        match self.pace(own) {
            _ if own.reports == 0 => "–".to_owned(),
            Some(cases) => self.say(Winning::ReportsWith { count: reports, cases: &cases, unit: &self.unit(own) }),
            None => self.say(Winning::Reports { count: reports }),
        }
    }

    fn pace(&self, own: &Move) -> Option<String> {
        let cases = own.expected.and_then(|own| own.cases().ok()).and_then(|cases| cases.rounded(0))?;
        Some(wording::number(cases, self.lang()))
    }

    fn unit(&self, own: &Move) -> String {
        let unit = own.measures.first().and_then(|measure| self.plan().measure(*measure).unit.clone());
        unit.unwrap_or_else(|| self.say(Winning::Case))
    }

    fn takes(&self, take: &Take) -> String {
        match take {
            Take::Document { task, deliverable } => {
                self.say(Winning::HandIn { name: &self.plan().tasks[*task].deliverables[*deliverable].name })
            }
            Take::Cases(own) => {
                let number = &wording::number(own.count.trimmed(), self.lang());
                let (names, unit) = (&self.names(&own.measures), &self.unit(own));
                let cases = self.say(Winning::Cases { count: number, unit, names, fewer: own.fewer });
                let (from, to) = self.before_and_after(own);
                format!("{cases}: {}", self.say(Winning::FromTo { from: &from, to: &to }))
            }
        }
    }

    fn names(&self, measures: &[MeasureId]) -> String {
        let name = |own: &MeasureId| text::quoted(&self.plan().measure(*own).name, self.lang());
        measures.iter().map(name).collect::<Vec<_>>().join(" / ")
    }

    /// Words what was found and what it would be; neither looks like the other.
    fn before_and_after(&self, own: &Move) -> (String, String) {
        let lang = self.lang();
        let value = |own: Measured| match own {
            Measured::Value { amount: Some(amount), .. } => amount.value(),
            _ => None,
        };
        let limits = |other: Measured| -> Vec<Limit> {
            value(other).map(|own| [Limit::Low(own), Limit::High(own)]).into_iter().flatten().collect()
        };
        let word = |own: Measured, other: Measured| match own {
            Measured::Value { indicator, amount: Some(amount), .. } => {
                let declared = self.plan().indicator(indicator);
                wording::amount(amount, declared, &limits(other), lang)
            }
            Measured::Cases { count: Some(count), .. } => wording::number(count.trimmed(), lang),
            _ => String::new(),
        };
        (word(own.from, own.to), word(own.to, own.from))
    }

    fn step(&self, at: usize, step: &Step) -> Vec<Cell> {
        let plan = self.plan();
        let ids = |own: &[MeasureId]| {
            Value::List(own.iter().map(|own| Value::Text(plan.measure(*own).id.value.clone())).collect())
        };
        let (count, fewer, measures, along) = match &step.take {
            Take::Cases(own) => (Value::Number(own.count), Value::Bool(own.fewer), ids(&own.measures), ids(&own.along)),
            Take::Document { .. } => (Value::Null, Value::Null, Value::List(Vec::new()), Value::List(Vec::new())),
        };
        let (task, deliverable) = match &step.take {
            Take::Document { task, deliverable } => {
                let task = &plan.tasks[*task];
                let name = task.deliverables[*deliverable].name.clone();
                (Value::Int(i128::from(task.no)), Value::Text(name))
            }
            Take::Cases(_) => (Value::Null, Value::Null),
        };
        let item = self.gain.item.map_or(Value::Null, |at| Value::count(at + 1));
        [
            Value::Text(self.index.id.value.clone()),
            Value::Text(self.criterion.no.value.clone()),
            item,
            Value::count(at + 1),
            Value::Number(rounded(step.gain, None)),
            exact(step.gain),
            exact(step.whole),
            Value::List(
                step.others.iter().map(|(at, _)| Value::Text(self.index.criteria[*at].no.value.clone())).collect(),
            ),
            count,
            fewer,
            measures,
            along,
            task,
            deliverable,
            Value::Date(step.by),
        ]
        .map(Cell::data)
        .to_vec()
    }

    fn other(&self, state: &'static str, words: String) -> Vec<Cell> {
        let most = rounded(self.gain.most, None);
        let mut cells = self.head().to_vec();
        cells.extend([
            Cell::new(Value::Number(most), wording::number(most, self.lang())),
            Cell::data(Value::Text(state.to_owned())),
            Cell::text(words),
        ]);
        cells.extend(self.owners());
        cells
    }

    fn waits(&self, waits: Waits) -> String {
        let lang = self.lang();
        match waits {
            Waits::Open(open) => open_words(open, lang),
            Waits::Appraisal(Some(gain)) => self.say(Winning::AppraisalOfFigures { gain: &points(gain, None, lang) }),
            Waits::Appraisal(None) => self.say(Winning::Appraisal),
            Waits::People => self.say(Winning::People),
            Waits::Reports(reports) => self.say(Winning::LateReports { count: &count(reports, lang) }),
            Waits::Evidence => self.say(Winning::Evidence),
        }
    }

    fn beyond(&self, step: &Step) -> String {
        let Take::Cases(own) = &step.take else { return String::new() };
        let count = &wording::number(own.count.trimmed(), self.lang());
        let cases = &self.pace(own).unwrap_or_default();
        self.say(Winning::Beyond { count, unit: &self.unit(own), cases, fewer: own.fewer })
    }

    fn closed(&self, closed: Closed) -> String {
        let number = |own: Decimal| wording::number(own.trimmed(), self.lang());
        match closed {
            Closed::Lost(cases) => self.say(Winning::Lost { count: &number(cases) }),
            Closed::Happened(cases) if counts_reports(self.criterion) => {
                self.say(Winning::LateHappened { count: &number(cases) })
            }
            Closed::Happened(cases) => self.say(Winning::Happened { count: &number(cases) }),
            Closed::Over => self.say(Winning::Over),
            Closed::Appraised => self.say(Winning::Appraised),
            Closed::Surveyed => self.say(Winning::Surveyed),
            Closed::Assumed => self.say(Winning::Assumed),
            Closed::NoStep => self.say(Winning::NoStep),
        }
    }
}

/// Returns the reports still to come, and what they bring at the pace so far.
fn still_to_come(step: &Step) -> [Value; 2] {
    let Take::Cases(own) = &step.take else { return [Value::Null, Value::Null] };
    let cases = own.expected.and_then(|own| own.cases().ok()).and_then(|cases| cases.rounded(0));
    [Value::count(own.reports), Value::number(cases)]
}

fn counts_reports(own: &Criterion) -> bool {
    matches!(own.rule.as_ref().and_then(Rule::cases), Some(Cases::LateReports(_)))
}

fn count_of(take: &Take) -> Value {
    match take {
        Take::Document { .. } => Value::Null,
        Take::Cases(own) => Value::Number(own.count),
    }
}

fn wait_word(waits: Waits) -> &'static str {
    match waits {
        Waits::Open(why) => super::score::open_word(why),
        Waits::Appraisal(_) => "appraisal",
        Waits::People => "people",
        Waits::Reports(_) => "reports",
        Waits::Evidence => "evidence",
    }
}

fn closed_word(closed: Closed) -> &'static str {
    match closed {
        Closed::Lost(_) => "lost",
        Closed::Happened(_) => "happened",
        Closed::Over => "over",
        Closed::Appraised => "appraised",
        Closed::Surveyed => "surveyed",
        Closed::Assumed => "assumed",
        Closed::NoStep => "no-step",
    }
}
