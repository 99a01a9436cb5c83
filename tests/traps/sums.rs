//! How figures add up over months and units: by kind of measure, counts before percentages, blanks left out whole.

use crate::common::{BY_DECEMBER, MONTHLY, QUARTERLY, Scratch, Simple, head, unit};

#[test]
fn units_and_months_are_summed_as_counts_not_as_percentages() {
    let rows = "2019-01,a,2019-02-04,1,2 2019-01,b,2019-02-04,98,98 2019-02,a,2019-03-04,0,100";
    let scratch = Simple { units: "a b", rows, ..Simple::default() }.scratch();
    assert_eq!(scratch.at("2019-02-10").part("1.1", "numerator denominator percent"), "99 100 99.00");
    assert_eq!(scratch.at("2019-03-10").part("1.1", "numerator denominator percent"), "99 200 49.50");
}

/// Two indicators over one form.
fn blank(rows: &str) -> Scratch {
    let rest = "[[indicator]]\nid = \"other\"\nname = \"Khác\"\nnumerator = [\"extra\"]\ndenominator = [\"all\"]\n\
                [[task]]\nno = 2\ntitle = \"Hai\"\nlead = [\"a\"]\nschedule = \"continuous\"\ntargets = [{ indicator = \"other\", at-least = 1 }]";
    Simple { measures: "good:flow all:flow extra:flow", rest, rows, ..Simple::default() }.scratch()
}

#[test]
fn a_blank_cell_leaves_the_row_out_of_the_indicators_that_need_it_and_of_no_other() {
    let status = blank("2019-01,a,2019-02-04,8,10,1 2019-02,a,2019-03-04,,10,2").at("2019-03-10");
    assert_eq!(status.part("1.1", "numerator denominator reports-in reports-owed provisional"), "8 10 1 2 [missing]");
    assert_eq!(status.part("2.1", "numerator denominator reports-in reports-owed provisional"), "3 20 2 2 []");
    assert_eq!(status.form("f", "due in missing"), "2 2 0");
}

#[test]
fn a_blank_denominator_leaves_the_numerator_out_too() {
    let status = blank("2019-01,a,2019-02-04,8,10,1 2019-02,a,2019-03-04,5,,2").at("2019-03-10");
    assert_eq!(status.counts("1.1"), "8 10");
    assert_eq!(status.counts("2.1"), "1 10");
}

#[test]
fn zero_is_a_figure_and_blank_is_none() {
    let status = blank("2019-01,a,2019-02-04,0,10,0 2019-02,a,2019-03-04,,,").at("2019-03-10");
    assert_eq!(status.part("1.1", "numerator denominator reports-in"), "0 10 1");
    assert_eq!(status.form("f", "due in missing"), "2 1 1");
    assert_eq!(status.owed("unit period"), "a 2019-02");
}

#[test]
fn a_row_that_lacks_every_needed_cell_is_no_report_for_the_indicator() {
    let status = blank("2019-01,a,2019-02-04,,10,1").at("2019-02-10");
    assert_eq!(status.verdict("1.1"), "no-data");
    assert_eq!(status.verdict("2.1"), "met");
}

#[test]
fn a_stock_takes_each_units_last_report_and_is_summed_over_units_only() {
    let rows =
        "2019-Q1,a,2019-04-04,40,82 2019-Q1,b,2019-04-04,1,10 2019-Q2,a,2019-07-04,48,82 2019-Q2,b,2019-07-04,2,10";
    let plan = Simple { units: "a b", form: QUARTERLY, measures: "good:stock all:stock", rows, ..Simple::default() };
    assert_eq!(plan.scratch().at("2019-07-10").part("1.1", "numerator denominator provisional"), "50 92 []");
}

#[test]
fn a_missing_last_stock_is_taken_from_the_period_before_and_said_so_by_name() {
    let rows = "2019-Q1,a,2019-04-04,40,82 2019-Q2,a,2019-07-04,48,82 2019-Q1,b,2019-04-04,1,10";
    let plan = Simple { units: "a b", form: QUARTERLY, measures: "good:stock all:stock", rows, ..Simple::default() };
    let scratch = plan.scratch();
    let said = scratch.at("2019-07-10").part("1.1", "numerator denominator reports-in reports-owed provisional");
    assert_eq!(said, "49 92 3 4 [missing,older-stock]");
    for (lang, period) in [("vi", "I/2019"), ("en", "Q1 2019")] {
        let table = scratch.run(&format!("status --as-of 2019-07-10 --width 400 --lang {lang}")).stdout;
        assert!(table.contains("Đơn vị b") && table.contains(period), "{table}");
    }
}

#[test]
fn while_the_last_reports_are_not_due_the_older_stock_is_only_awaited() {
    let rows = "2019-Q1,a,2019-04-04,40,82";
    let plan = Simple { form: QUARTERLY, measures: "good:stock all:stock", rows, ..Simple::default() };
    let said = plan.scratch().at("2019-07-04").part("1.1", "reports-in reports-owed reports-due provisional");
    assert_eq!(said, "1 2 1 [awaiting,older-stock]");
}

#[test]
fn carried_over_dossiers_are_counted_once_from_the_first_month() {
    let rows = "2019-02,a,2019-03-04,30,12,38 2019-01,a,2019-02-04,54,14,52 2019-03,a,2019-04-04,40,20,30";
    let plan = Simple {
        measures: "resolved:flow carried:stock-open new:flow",
        numerator: "resolved",
        denominator: "carried,new",
        rows,
        ..Simple::default()
    };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-02-10").counts("1.1"), "54 66");
    assert_eq!(scratch.at("2019-03-10").counts("1.1"), "84 104");
    assert_eq!(scratch.at("2019-04-10").part("1.1", "numerator denominator provisional"), "124 134 []");
}

#[test]
fn carried_over_dossiers_of_a_quarter_alone_are_those_of_its_first_month() {
    // Over the last month alone the first report of the span is that month's own.
    let rows = "2019-01,a,2019-02-04,54,14,52 2019-02,a,2019-03-04,30,12,38";
    let plan = Simple {
        measures: "resolved:flow carried:stock-open new:flow",
        numerator: "resolved",
        denominator: "carried,new",
        target: "at-least = 1, over = \"period\"",
        rows,
        ..Simple::default()
    };
    assert_eq!(plan.scratch().at("2019-03-10").counts("1.1"), "30 50");
}

#[test]
fn a_count_to_date_takes_each_units_last_and_is_never_summed_over_months() {
    let rows = "2019-01,a,2019-02-04,3,20 2019-02,a,2019-03-04,5,20 2019-03,a,2019-04-04,9,20 \
                2019-01,b,2019-02-04,1,10 2019-02,b,2019-03-04,2,10";
    let plan = Simple { units: "a b", measures: "good:to-date all:stock", rows, ..Simple::default() };
    let scratch = plan.scratch();
    assert_eq!(scratch.at("2019-03-10").part("1.1", "numerator denominator provisional"), "7 30 []");
    assert_eq!(
        scratch.at("2019-04-10").part("1.1", "numerator denominator provisional"),
        "11 30 [missing,older-stock]"
    );
}

#[test]
fn a_year_begins_its_sums_and_stocks_afresh() {
    let rows = "2019-11,a,2019-12-04,1,10,7 2019-12,a,2020-01-04,2,10,8 2020-01,a,2020-02-04,4,10,9";
    let plan = Simple {
        head: "from = 2019\nto = 2020",
        measures: "good:flow all:flow open:stock-open",
        denominator: "all,open",
        rows,
        ..Simple::default()
    };
    let scratch = plan.scratch();
    let said = "numerator denominator reports-owed from to";
    assert_eq!(scratch.at("2020-01-10").part("1.1", said), "3 27 12 2019-01 2019-12");
    assert_eq!(scratch.at("2020-02-10").part("1.1", said), "4 19 1 2020-01 2020-12");
}

fn levels(units: &str, target: &str, rows: &str) -> Scratch {
    let form = "[[form]]\nid = \"diem\"\ntitle = \"Điểm\"\nprovenance = \"reported\"\nevery = \"quarter\"\ndue = { days = 5 }\nunits = \"all\"\n\
                measures = [{ id = \"score\", name = \"Điểm\", kind = \"level\", decimals = 2 }]\n\
                [[indicator]]\nid = \"level\"\nname = \"Mức\"\nlevel = \"score\"\n";
    let task = format!(
        "[[task]]\nno = 1\ntitle = \"Việc\"\nlead = [\"a\"]\nschedule = \"continuous\"\ntargets = [{{ indicator = \"level\", {target} }}]"
    );
    let units: String = units.split(' ').map(|id| unit(id, "")).collect();
    Scratch::new(&format!("{}{units}{form}{task}", head("")))
        .file("data/diem.csv", format!("period,unit,reported,score,note\n{rows}"))
}

#[test]
fn a_level_takes_the_last_and_is_never_summed() {
    let rows = "2019-Q1,a,2019-04-04,86.02,\n2019-Q2,a,2019-07-04,87.61,\n";
    let scratch = levels("a", "at-least = 87.61", rows);
    assert_eq!(scratch.at("2019-04-10").part("1.1", "verdict value numerator percent"), "missed 86.02 - -");
    assert_eq!(scratch.at("2019-07-10").part("1.1", "verdict value"), "met 87.61");
}

#[test]
fn levels_of_several_units_are_judged_each_or_not_at_all() {
    let rows = "2019-Q1,a,2019-04-04,86.02,\n2019-Q1,b,2019-04-04,85.00,\n";
    levels("a b", "at-least = 86", rows).refused("--as-of 2019-04-10");
    let status = levels("a b", "at-least = 86, each-unit = true", rows).at("2019-04-10");
    assert_eq!(status.part("1.1", "verdict value worst-unit"), "missed 85.00 b");
}

#[test]
fn an_indicator_over_two_forms_needs_both() {
    let rest = "[[form]]\nid = \"g\"\ntitle = \"Hai\"\nprovenance = \"reported\"\nevery = \"quarter\"\ndue = { days = 5 }\nunits = [\"a\"]\n\
                measures = [{ id = \"base\", name = \"Số\", kind = \"stock\" }]\n";
    let plan = Simple {
        schedule: BY_DECEMBER,
        form: MONTHLY,
        denominator: "base",
        rest,
        rows: "2019-01,a,2019-02-04,3,9 2019-02,a,2019-03-04,4,9",
        ..Simple::default()
    };
    let scratch = plan.scratch().file("data/g.csv", "period,unit,reported,base,note\n2019-Q1,a,2019-04-03,100,\n");
    assert_eq!(scratch.at("2019-03-10").part("1.1", "verdict percent"), "not-due -");
    assert_eq!(scratch.at("2019-04-03").part("1.1", "verdict numerator denominator"), "open 7 100");
}
