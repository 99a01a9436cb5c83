//! What the report says is so: nothing old as new, nothing of one unit as of all, nothing due that nobody owes.

use crate::common::{BY_DECEMBER, CONTINUOUS, QUARTERLY, Scratch, Simple};

fn of(plan: &Scratch, args: &str) -> String {
    let ran = plan.run(&format!("report --format markdown {args}"));
    // A blank cell or an early row is warned of, and does not keep the report from being made.
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    ran.stdout
}

/// Returns the lines of a report that begin or go on with some words.
fn line<'a>(text: &'a str, words: &str) -> &'a str {
    text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}\n---\n{text}"))
}

fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n---\n{text}");
    }
}

/// A plan of these years with a task and form of every year.
fn years(from: i32, to: i32, more: &str) -> String {
    format!(
        "[plan]\nnumber = \"1/KH\"\nagency = \"Sở\"\ntitle = \"Kế hoạch\"\nissued = {}-12-20\nfrom = {from}\nto = {to}\n\n\
         [[unit]]\nid = \"a\"\nname = \"Đơn vị a\"\n{more}",
        from - 1
    )
}

#[test]
fn a_figure_that_was_not_given_anew_is_told_as_the_last_one() {
    let plan = Simple {
        form: QUARTERLY,
        measures: "good:stock all:stock",
        target: "at-least = 100, over = \"period\"",
        rows: "2019-Q1,a,2019-04-03,50,61 2019-Q2,a,2019-07-03,58,61",
        ..Simple::default()
    };
    let plan = plan.scratch();
    let text = of(&plan, "--period 2019-9M");
    holds(
        line(&text, "- 1.1."),
        &["chưa có số liệu quý III/2019; số gần nhất là 95,08% (58/61) của quý II/2019. Mức giao 100%"],
    );
    assert!(!line(&text, "- 1.1.").contains("không thay đổi"), "{text}");
    holds(line(&text, "| 1.1 |"), &["| – | – | – | chưa có số liệu |"]);
    holds(&text, &["- 1.1. Tỷ lệ: chưa có số liệu. Chưa gửi báo cáo theo biểu mẫu “Biểu”: Đơn vị a quý III/2019."]);
    // With it there is a figure, held against the one of the period before.
    let half = of(&plan, "--period 2019-H1");
    holds(
        line(&half, "- 1.1."),
        &["95,08% (58/61) trong 6 tháng đầu năm 2019, tăng 13,11 điểm phần trăm so với 81,97% (50/61) của quý I/2019"],
    );
}

#[test]
fn what_is_judged_and_not_in_the_period_is_told_with_its_period() {
    let plan = Simple { rows: "2019-01,a,2019-02-03,4,5", ..Simple::default() }.scratch();
    let text = of(&plan, "--period 2019-Q2 --as-of 2019-04-30");
    holds(line(&text, "- 1.1."), &["chưa có số liệu quý II/2019; lũy kế từ đầu năm 80,00% (4/5)"]);
    let partly =
        Simple { target: "at-least = 80, over = \"period\"", rows: "2019-01,a,2019-02-03,4,5", ..Simple::default() };
    let text = of(&partly.scratch(), "--period 2019-Q1");
    holds(line(&text, "- 1.1."), &["80,00% (4/5) trong quý I/2019, mới có 1/3 báo cáo"]);
}

#[test]
fn a_report_on_a_year_judges_no_target_of_the_next() {
    let more = "[[form]]\nid = \"f\"\ntitle = \"F\"\nevery = \"month\"\nprovenance = \"reported\"\nunits = [\"a\"]\n\
        due = { days = 40 }\nmeasures = [{ id = \"good\", name = \"g\", kind = \"flow\" }, { id = \"all\", name = \"h\", kind = \"flow\" }]\n\
        [[indicator]]\nid = \"i\"\nname = \"Tỷ lệ\"\nnumerator = [\"good\"]\ndenominator = [\"all\"]\n\
        [[task]]\nno = 1\ntitle = \"Hằng năm\"\nlead = [\"a\"]\nschedule = { every = \"12-31\" }\ndeliverables = [\"Báo cáo\"]\n\
        targets = [{ indicator = \"i\", at-least = 80 }]\n";
    let sent = |month: u32| if month == 12 { "2020-01-10".to_owned() } else { format!("2019-{:02}-05", month + 1) };
    let rows: Vec<String> = (1..=12).map(|month| format!("2019-{month:02},a,{},9,10,\n", sent(month))).collect();
    let rows = rows.concat();
    let plan = Scratch::new(&years(2019, 2020, more))
        .file("data/f.csv", format!("period,unit,reported,good,all,note\n{rows}2020-01,a,2020-02-01,1,10,\n"))
        .file(
            "data/deliverables.csv",
            "task,deliverable,number,issued,title,where,link\n1,Báo cáo,7/BC,2019-12-20,,,\n",
        )
        .today("2020-03-01");
    let text = of(&plan, "--period 2019");
    // By the day on which December's report is due, January has closed.
    holds(&text, &["tính đến hết ngày 09/02/2020"]);
    holds(line(&text, "- 1.1."), &["90,00% (108/120) trong năm 2019, ", "Mức giao từ 80% trở lên; đánh giá: đạt."]);
    holds(line(&text, "- Sản phẩm"), &["số 7/BC ngày 20/12/2019; hoàn thành đúng hạn."]);
    // What comes round in the year ahead is due then.
    holds(
        &text,
        &[
            "- Ngày 31/12/2020, sản phẩm phải có: “Báo cáo” của nội dung 1 (Đơn vị a).",
            "- Ngày 31/12/2020, hạn của chỉ tiêu: 1.1. Tỷ lệ, từ 80% trở lên (Đơn vị a).",
        ],
    );
    let later = of(&plan, "--period 2019 --as-of 2020-03-01");
    assert_eq!(line(&later, "- Sản phẩm"), line(&text, "- Sản phẩm"));
    assert_eq!(line(&later, "- 1.1."), line(&text, "- 1.1."));
}

#[test]
fn of_units_judged_each_by_itself_the_worst_is_named_and_all_that_fall_short() {
    let plan = |target: &'static str| {
        Simple {
            units: "a b c",
            target,
            rows: "2019-01,a,2019-02-03,7,10 2019-01,b,2019-02-03,4,10 2019-01,c,2019-02-03,9,10",
            ..Simple::default()
        }
        .scratch()
    };
    let text = of(&plan("at-least = 80, each-unit = true"), "--period 2019-01");
    holds(
        line(&text, "- 1.1. Tỷ lệ: không đạt"),
        &[
            "Đơn vị b: hiện là 40,00% (4/10), mức giao từ 80% trở lên.",
            "Các đơn vị chưa đạt: Đơn vị a 70,00% (7/10); Đơn vị b 40,00% (4/10).",
        ],
    );
    let most = of(&plan("at-most = 60, each-unit = true"), "--period 2019-01");
    holds(line(&most, "| 1.1 |"), &["| 90,00% (9/10) | không đạt | kém nhất: Đơn vị c; 1/3 đơn vị đạt; "]);
    // A value that is met is one unit's too.
    let met = of(&plan("at-least = 30, each-unit = true"), "--period 2019-01");
    holds(&met, &["- 1.1. Tỷ lệ: đơn vị kém nhất là Đơn vị b, 40,00% (4/10), mức giao từ 30% trở lên; đạt."]);
}

#[test]
fn reports_that_one_unit_owes_are_not_counted_as_all() {
    let plan = Simple {
        units: "a b",
        target: "at-least = 80, each-unit = true",
        rows: "2019-01,a,2019-02-03,9,10",
        ..Simple::default()
    };
    let text = plan.scratch().run("show 1.1 --as-of 2019-03-10").stdout;
    holds(&text, &["Đơn vị b: 2 báo cáo đã đến hạn nhưng chưa báo cáo nào có đủ số liệu."]);
}

#[test]
fn a_target_that_is_not_to_be_passed_is_worded_so() {
    let plan = Simple {
        schedule: BY_DECEMBER,
        target: "at-most = 10, baseline = { on = 2018-12-31, value = 50 }",
        rows: "2019-01,a,2019-02-03,60,100",
        ..Simple::default()
    };
    let text = of(&plan.scratch(), "--period 2019-01");
    holds(
        &text,
        &["chậm tiến độ (theo tiến độ, đến 31/01/2019 không được quá", "- 1.1. Tỷ lệ: chậm tiến độ. Hiện là 60,00%"],
    );
    assert!(!text.contains("Hiện mới là"), "{text}");
}

/// A task by a day that declares nothing to be judged by.
fn bare() -> Scratch {
    let rest = "[[task]]\nno = 2\ntitle = \"Việc một lần\"\nlead = [\"a\"]\nschedule = { by = 2019-02-15 }\n";
    Simple { rest, head: "updates = { every = \"quarter\", due = { days = 5 } }", ..Simple::default() }.scratch()
}

#[test]
fn a_task_that_declares_nothing_is_overdue_until_it_is_said_to_be_done() {
    let text = of(&bare(), "--period 2019-Q1");
    holds(line(&text, "| **2** |"), &["**đang thực hiện, quá hạn**", "quá hạn 49 ngày, chưa báo hoàn thành"]);
    holds(
        &text,
        &[
            "- Đơn vị a: báo cáo tháng 1/2019 (hạn 05/02/2019), tháng 2/2019 (hạn 05/03/2019), tháng 3/2019 (hạn 05/04/2019) theo biểu mẫu “Biểu”; ",
            "; nội dung 2 (hạn 15/02/2019); ",
            "báo cáo tiến độ quý I/2019 (hạn 05/04/2019) của nội dung 2.",
        ],
    );
    let told = |day: &str| {
        let updates = format!("date,period,task,unit,kind,text\n{day},2019-Q1,2,a,done,Đã xong\n");
        of(&bare().file("data/updates.csv", updates), "--period 2019-Q1")
    };
    let done = told("2019-02-10");
    holds(line(&done, "| **2** |"), &["**hoàn thành đúng hạn**"]);
    assert!(!done.contains("nội dung 2 (hạn"), "{done}");
    holds(line(&told("2019-03-10"), "| **2** |"), &["**hoàn thành quá hạn**"]);
}

#[test]
fn what_falls_due_on_the_day_judged_is_told_as_to_come() {
    let ahead = of(&bare(), "--period 2019-01 --as-of 2019-02-15");
    holds(&ahead, &["- Ngày 15/02/2019, nội dung phải hoàn thành: nội dung 2 (Đơn vị a)."]);
}

#[test]
fn nothing_is_due_that_nobody_owes() {
    // A unit that is excused, one that has ended, and a task that is done.
    let plan = Simple {
        units: "a(excused = [{ form = \"f\", period = \"2019-Q2\", reason = \"Văn bản\" }]) b(until = 2019-02-15)",
        form: QUARTERLY,
        head: "updates = { every = \"quarter\", due = { days = 5 } }",
        ..Simple::default()
    };
    let text = of(&plan.scratch(), "--period 2019-Q1");
    let ahead = &text[text.find("## IV.").expect("section IV")..text.find("## V.").expect("section V")];
    assert!(!ahead.contains("quý II/2019 theo biểu mẫu"), "{ahead}");
    assert!(!ahead.contains("báo cáo tiến độ"), "no task owes updates: {ahead}");
}

#[test]
fn each_deliverable_has_its_own_proof() {
    let plan = Simple {
        schedule: BY_DECEMBER,
        task: "deliverables = [{ name = \"Kế hoạch\", numbered = true }, { name = \"Quy chế\", numbered = true }]",
        ..Simple::default()
    }
    .scratch()
    .file("data/deliverables.csv", "task,deliverable,number,issued,title,where,link\n1,Kế hoạch,,2019-02-20,,,\n");
    let text = of(&plan, "--period 2019-Q1");
    holds(
        &text,
        &[
            "- Sản phẩm “Kế hoạch”: văn bản đã có nhưng chưa ghi số, hạn 31/12/2019; đang thực hiện, trong hạn.",
            "- Sản phẩm “Quy chế”: chưa có, hạn 31/12/2019; đang thực hiện, trong hạn.",
            "chưa có: Quy chế; Kế hoạch: văn bản đã có nhưng chưa ghi số |",
        ],
    );
}

#[test]
fn a_form_that_keeps_its_history_and_is_reported_has_its_figures_in_the_period() {
    let plan = Simple {
        form: "every = \"month\"\ndue = { days = 5 }\nhistory = true",
        rows: "2018-12,a,2019-01-03,1,2 2019-01,a,2019-02-03,9,10",
        ..Simple::default()
    };
    let text = of(&plan.scratch(), "--period 2019-01");
    holds(line(&text, "- 1.1."), &["90,00% (9/10) trong tháng 1/2019"]);
    holds(&text[text.find("Phụ lục II").expect("the appendix")..], &["| Đơn vị a | 9 | 10 | 1/1 |"]);
}

#[test]
fn cells_left_blank_are_told_with_the_targets_that_wait_for_them() {
    let plan = Simple { rows: "2019-01,a,2019-02-03,9,10 2019-02,a,2019-03-03,,10", ..Simple::default() };
    let text = of(&plan.scratch(), "--period 2019-Q1");
    holds(
        &text,
        &[
            "Đơn vị a, tháng 2/2019: để trống cột “Số good”, số cộng của cột này chưa gồm kỳ đó.",
            "Chỉ tiêu 1.1 chưa tính báo cáo chưa đủ số liệu: Đơn vị a tháng 2/2019.",
        ],
    );
}

#[test]
fn what_an_ended_unit_held_is_in_no_total_and_its_cases_are() {
    let plan = Simple {
        units: "a b(until = 2019-02-28)",
        form: "every = \"month\"\ndue = { days = 5 }\nidentities = [{ total = \"all\", parts = [\"good\", \"open\"] }]",
        measures: "all:stock good:flow open:stock-open left:stock",
        denominator: "good",
        rows: "2019-01,a,2019-02-03,12,10,2,4 2019-02,a,2019-03-03,8,4,4,3 2019-03,a,2019-04-03,9,6,3,5 \
               2019-01,b,2019-02-03,5,5,0,2 2019-02,b,2019-03-03,3,1,2,2",
        ..Simple::default()
    };
    let text = of(&plan.scratch(), "--period 2019-Q1");
    holds(
        &text,
        &[
            "| Đơn vị a | 22 | 20 | 2 | 5 | 3/3 |",
            "| Đơn vị b | 6 | 6 | 0 | 2 | 2/2 |",
            "| **Tổng cộng** | **28** | **26** | **2** | **5** | **5/5** |",
            "Tổng cộng cột “Số left” không gồm số của Đơn vị b, đơn vị đã kết thúc ngày 28/02/2019: số còn lại do đơn vị khác báo cáo.",
        ],
    );
}

#[test]
fn a_figure_that_comes_less_often_says_so() {
    let plan = Simple { form: QUARTERLY, schedule: CONTINUOUS, rows: "2019-Q1,a,2019-04-03,9,10", ..Simple::default() };
    holds(
        line(&of(&plan.scratch(), "--period 2019-04"), "- 1.1."),
        &["chỉ tiêu có số liệu hằng quý. Mức giao", "giá trị đánh giá 90,00% (9/10)"],
    );
}

#[test]
fn a_measure_may_be_called_as_a_column_of_the_table_is() {
    let plan = Simple {
        measures: "reports-in:flow reports:flow",
        numerator: "reports-in",
        denominator: "reports",
        rows: "2019-01,a,2019-02-03,9,10",
        ..Simple::default()
    };
    let ran = plan.scratch().run("report --period 2019-01 --format json");
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let row = &report["figures"][0];
    assert_eq!(
        [&row["measure.reports-in"], &row["measure.reports"], &row["reports-in"], &row["reports-owed"]],
        [9, 10, 1, 1]
    );
}
