//! What must hold for any figures: order leaves no trace, scale changes no rate, and better figures give no worse verdict.

mod common;

use common::{MONTHLY, Scratch, Status, head, measures, unit};
use proptest::prelude::*;

/// One report: month, unit and counts.
#[derive(Clone, Debug)]
struct Row {
    month: usize,
    unit: &'static str,
    good: u32,
    bad: u32,
    carried: u32,
    left: u32,
    used: u32,
    /// Days after the month on which it came; the reports are due after five.
    after: u32,
}

const UNITS: [&str; 3] = ["a", "b", "c"];
const HEADER: &str = "period,unit,reported,good,all,carried,left,used,note\n";
/// Verdicts of targets, from worst to best.
const WORST_FIRST: [&str; 8] = ["missed", "behind", "no-data", "open", "on-track", "not-due", "met", "no-cases"];

impl Row {
    fn text(&self, times: u32) -> String {
        let Self { month, unit, good, bad, carried, left, used, after } = self;
        let all = (good + bad) * times;
        let [good, carried, left, used] = [good, carried, left, used].map(|count| count * times);
        format!("2019-{month:02},{unit},2019-{:02}-{after:02},{good},{all},{carried},{left},{used},\n", month + 1)
    }
}

fn csv(rows: &[Row], times: u32) -> String {
    let rows: String = rows.iter().map(|row| row.text(times)).collect();
    format!("{HEADER}{rows}")
}

/// Targets over every kind of measure; bounds as they come.
fn plan(low: u32, high: u32) -> String {
    let units: String = UNITS.map(|id| unit(id, "")).concat();
    let measures = measures("good:flow all:flow carried:stock-open left:stock used:to-date");
    let indicator = |id: &str, numerator: &str, denominator: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nname = \"Tỷ lệ {id}\"\nnumerator = [{numerator}]\ndenominator = [{denominator}]\n"
        )
    };
    let target = |indicator: &str, keys: &str| format!("{{ indicator = \"{indicator}\", {keys} }}");
    let targets = [
        target("flow", &format!("at-least = {low}")),
        target("flow", &format!("at-least = {low}, each-unit = true")),
        target("flow", &format!("at-least = {low}, over = \"period\"")),
        target(
            "flow",
            &format!("at-least = {high}, by = 2019-06-30, milestones = [{{ on = 2019-03-31, at-least = {low} }}]"),
        ),
        target("flow", &format!("at-least = {high}, by = 2019-06-30, baseline = {{ on = 2018-12-31, value = {low} }}")),
        target("flow", "at-least = 100, by = 2019-06-30"),
        target("stocks", &format!("at-most = {high}, by = 2019-12-31")),
        target("mixed", &format!("between = [{low}, {high}]")),
    ];
    format!(
        "{}{units}[[form]]\nid = \"f\"\ntitle = \"Biểu\"\nprovenance = \"reported\"\nunits = \"all\"\n{MONTHLY}\nmeasures = {measures}\n\
         [[form]]\nid = \"g\"\ntitle = \"Biểu hai\"\nprovenance = \"reported\"\nunits = \"all\"\n{MONTHLY}\nmeasures = {}\n{}{}{}\
         [[task]]\nno = 1\ntitle = \"Việc\"\nlead = [\"a\"]\nschedule = \"continuous\"\ntargets = [{}]\n",
        head(""),
        common::measures("extra:flow"),
        indicator("flow", "\"good\"", "\"all\""),
        indicator("stocks", "\"left\"", "\"carried\", \"all\""),
        indicator("mixed", "\"used\", \"extra\"", "\"all\", \"left\""),
        targets.join(", ")
    )
}

fn row(month: usize, unit: &'static str) -> impl Strategy<Value = Row> {
    let count = || 0u32..40;
    (1u32..40, count(), count(), count(), count(), 1u32..12).prop_map(move |(good, bad, carried, left, used, after)| {
        Row { month, unit, good, bad, carried, left, used, after }
    })
}

/// Reports of three units for six months, some of them missing, in any order.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let all: Vec<_> =
        (1..=6).flat_map(|month| UNITS.map(|unit| (prop::bool::weighted(0.8), row(month, unit)))).collect();
    all.prop_map(|list| list.into_iter().filter(|(is_in, _)| *is_in).map(|(_, row)| row).collect::<Vec<_>>())
        .prop_shuffle()
}

fn day() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "2019-01-31",
        "2019-02-04",
        "2019-03-05",
        "2019-04-10",
        "2019-06-30",
        "2019-07-05",
        "2019-09-30",
        "2020-01-05",
    ])
}

fn bounds() -> impl Strategy<Value = (u32, u32)> {
    (0u32..=100, 0u32..=100).prop_map(|(one, other)| (one.min(other), one.max(other)))
}

const G: &str = "period,unit,reported,extra,note\n2019-01,a,2019-02-03,3,\n2019-02,b,2019-03-09,4,\n";

fn scratch(bounds: (u32, u32)) -> Scratch {
    Scratch::new(&plan(bounds.0, bounds.1)).file("data/g.csv", G)
}

fn rank(verdict: &str) -> usize {
    WORST_FIRST.iter().position(|known| *known == verdict).unwrap_or_else(|| panic!("no target can be {verdict}"))
}

fn every(status: &Status, keys: &str) -> Vec<String> {
    (1..=8).map(|no| status.part(&format!("1.{no}"), keys)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_nothing(rows in rows(), bounds in bounds(), day in day()) {
        let mut sorted = rows.clone();
        sorted.sort_by_key(|row| (row.month, row.unit));
        let as_found = scratch(bounds).file("data/f.csv", csv(&rows, 1)).at(day);
        let in_order = scratch(bounds).file("data/f.csv", csv(&sorted, 1)).at(day);
        prop_assert_eq!(as_found, in_order);
    }

    #[test]
    fn splitting_a_file_changes_nothing(rows in rows(), bounds in bounds(), day in day(), parts in prop::collection::vec(0usize..3, 18)) {
        let whole = scratch(bounds).file("data/f.csv", csv(&rows, 1)).at(day);
        let split = ["z", "a", "m"].iter().enumerate().fold(scratch(bounds), |scratch, (part, name)| {
            let own: Vec<Row> = rows.iter().zip(&parts).filter(|(_, at)| **at == part).map(|(row, _)| row.clone()).collect();
            scratch.file(&format!("data/f/{name}.csv"), csv(&own, 1))
        });
        prop_assert_eq!(whole, split.at(day));
    }

    #[test]
    fn multiplying_every_count_changes_no_rate_and_no_verdict(rows in rows(), bounds in bounds(), day in day(), times in 2u32..5_000) {
        let said = "verdict percent out-of-reach final secure provisional compared-with worst-unit";
        // 1 to 6 are over the one form in which every count is multiplied.
        let before = every(&scratch(bounds).file("data/f.csv", csv(&rows, 1)).at(day), said);
        let after = every(&scratch(bounds).file("data/f.csv", csv(&rows, times)).at(day), said);
        prop_assert_eq!(&before[..7], &after[..7]);
    }

    #[test]
    fn more_good_cases_never_worsen_a_verdict_of_at_least(rows in rows(), bounds in bounds(), day in day(), more in prop::collection::vec(0u32..30, 18)) {
        let better: Vec<Row> = rows.iter().zip(&more).map(|(row, more)| Row { good: row.good + more, ..row.clone() }).collect();
        let before = every(&scratch(bounds).file("data/f.csv", csv(&rows, 1)).at(day), "verdict");
        let after = every(&scratch(bounds).file("data/f.csv", csv(&better, 1)).at(day), "verdict");
        for (before, after) in before[..6].iter().zip(&after) {
            prop_assert!(rank(before) <= rank(after), "{before} became {after}");
        }
    }

    #[test]
    fn what_is_printed_never_contradicts_the_verdict(good in 0u64..100_000, all in 1u64..100_000, bound in 0u32..10_000) {
        let bound = format!("{}.{:02}", bound / 100, bound % 100);
        let rows = format!("2019-01,a,2019-02-04,{},{all}", good.min(all));
        let plan = common::Simple { target: &format!("at-least = {bound}"), rows: &rows, ..common::Simple::default() };
        let part = plan.scratch().at("2019-02-10").part("1.1", "verdict percent");
        let (verdict, percent) = part.split_once(' ').expect("two values");
        let scaled = |text: &str| {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            format!("{whole}{fraction:0<20}").parse::<u128>().expect("digits")
        };
        prop_assert_eq!(verdict == "met", scaled(percent) >= scaled(&bound), "{} against {}", part, bound);
        prop_assert_eq!(verdict == "met", u128::from(good.min(all)) * 100 * 10u128.pow(20) >= scaled(&bound) * u128::from(all));
    }
}
