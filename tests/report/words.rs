//! What the report says.

use crate::common::{BY_DECEMBER, MONTHLY, QUARTERLY, Scratch, Simple, ours};

/// The report of this repository's plan as Markdown.
fn report(args: &str) -> String {
    let ran = ours(&format!("report --format markdown {args}"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args}");
    ran.stdout
}

/// The report of a scratch plan.
fn of(plan: &Scratch, args: &str) -> String {
    let ran = plan.run(&format!("report --format markdown {args}"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args}");
    ran.stdout
}

fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n---\n{text}");
    }
}

/// Returns what stands between a heading and the next of its level or above.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let begin = text.find(&format!("# {heading}")).unwrap_or_else(|| panic!("{heading}\n---\n{text}"));
    let level = text[..=begin].rsplit('\n').next().map_or(0, str::len);
    let rest = &text[begin + 2..];
    let next = rest.match_indices("\n#").find(|(at, _)| rest[at + 1..].find(' ').is_some_and(|marks| marks <= level));
    &rest[..next.map_or(rest.len(), |(at, _)| at)]
}

#[test]
fn the_sections_stand_in_order_and_none_is_left_out_for_being_empty() {
    let text = of(&Simple::default().scratch(), "--period 2019-Q1");
    let heads = [
        "## I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "## II. KẾT QUẢ THỰC HIỆN",
        "## III. ĐÁNH GIÁ CHUNG",
        "### 1. Kết quả đạt được",
        "### 2. Tồn tại, hạn chế và nguyên nhân",
        "### 3. Khó khăn, vướng mắc do các đơn vị báo cáo",
        "### 4. Chấp hành chế độ báo cáo",
        "## IV. NHIỆM VỤ QUÝ II/2019",
        "## V. KIẾN NGHỊ, ĐỀ XUẤT",
        "## Phụ lục I. ",
        "## Phụ lục II. ",
        "## Phụ lục III. ",
        "## Phụ lục IV. ",
    ];
    let places: Vec<usize> =
        heads.iter().map(|head| text.find(head).unwrap_or_else(|| panic!("{head}\n{text}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    holds(section(&text, "I. CÔNG"), &["Trong kỳ chưa ghi nhận văn bản nào được ban hành"]);
    holds(section(&text, "1. Kết quả"), &["Chưa có chỉ tiêu nào đạt."]);
    holds(section(&text, "3. Khó khăn"), &["Không có."]);
    holds(section(&text, "V. KIẾN"), &["Không có."]);
    holds(section(&text, "Phụ lục II. "), &["| Đơn vị a | – | – | 0/3 |"]);
    holds(section(&text, "Phụ lục IV. "), &["Đến ngày 05/04/2019 chưa có số liệu công bố."]);
}

#[test]
fn the_head_is_that_of_an_official_report() {
    let text = report("--period 2019-H1");
    holds(
        &text,
        &[
            "| UBND TỈNH BÀ RỊA - VŨNG TÀU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
            "| **SỞ KHOA HỌC VÀ CÔNG NGHỆ** | **Độc lập - Tự do - Hạnh phúc** |",
            "/BC-SKHCN | Bà Rịa - Vũng Tàu, ngày 05 tháng 7 năm 2019 |",
            "# BÁO CÁO",
            "6 tháng đầu năm 2019**",
            "Căn cứ Quyết định số 2856/QĐ-UBND",
            "Thực hiện Kế hoạch số 01A/KH-SKHCN ngày 05 tháng 01 năm 2019, Sở Khoa học và Công nghệ báo cáo kết quả",
            "Toàn bộ số liệu dùng để đánh giá là số liệu minh họa, không phải số thật.",
            "kính gửi Văn phòng UBND tỉnh./.",
            "| Nơi nhận: | GIÁM ĐỐC |",
            "| - Lưu: VT, VP, TTr. |",
            "**Mai Thanh Quang**",
        ],
    );
    for (args, number) in [("--number 12", "Số: 12/BC-SKHCN"), ("--number 7/BC-VP", "Số: 7/BC-VP")] {
        holds(&report(&format!("--period 2019-H1 {args}")), &[number]);
    }
    holds(
        &report("--period 2019-H1 --number 12 --date 2019-07-09"),
        &[
            "ngày 09 tháng 7 năm 2019 |",
            "(Kèm theo Báo cáo số 12/BC-SKHCN ngày 09 tháng 7 năm 2019 của Sở Khoa học và Công nghệ)",
        ],
    );
}

#[test]
fn the_head_is_what_the_plan_says_of_its_reports() {
    let plan = |rest| Simple { rest, ..Simple::default() }.scratch();
    let text = of(
        &plan(
            "[report]\nsymbol = \"BC-X\"\nsubject = \"Kết quả X\"\nrecipients = [\"Tỉnh\", \"Lưu: VT\"]\n\
             signer = { title = \"Phó Giám đốc\", name = \"Bà B\" }\ntables = []\n",
        ),
        "--period 2019-Q1",
    );
    holds(
        &text,
        &["/BC-X |", "**Kết quả X quý I/2019**", "| - Tỉnh; | |", "| - Lưu: VT. | |", "PHÓ GIÁM ĐỐC", "**Bà B**"],
    );
    holds(section(&text, "Phụ lục II. "), &["Không có."]);
    // Without it everything is the plan's own, and the symbol is made of the plan's.
    let text = of(&plan(""), "--period 2019-Q1");
    holds(&text, &["**Kết quả thực hiện Kế hoạch số 1/KH quý I/2019**", "| - Lưu: VT. | |"]);
    let refused = plan("[report]\ntables = [\"g\"]\nsigne = 1\n").run("check");
    holds(&refused.stdout, &["unknown-id", "unknown-key"]);
}

#[test]
fn figures_stand_with_their_counts_against_the_period_before_and_up_to_the_period() {
    let rows = "2019-01,a,2019-02-03,4,5 2019-02,a,2019-03-03,5,5 2019-03,a,2019-04-03,3,5 2019-04,a,2019-05-03,1,4";
    let plan = Simple { rows, target: "at-least = 50", ..Simple::default() }.scratch();
    let line = |period: &str| {
        let text = of(&plan, &format!("--period {period}"));
        text.lines().find(|line| line.starts_with("- 1.1. ")).unwrap_or_else(|| panic!("{text}")).to_owned()
    };
    assert!(
        line("2019-Q1")
            .starts_with("- 1.1. Tỷ lệ: 80,00% (12/15) trong quý I/2019. Mức giao từ 50% trở lên; đánh giá: đạt")
    );
    holds(
        &line("2019-03"),
        &[
            "60,00% (3/5) trong tháng 3/2019, giảm 40 điểm phần trăm so với 100,00% (5/5) của tháng 2/2019; lũy kế từ đầu năm 80,00% (12/15).",
        ],
    );
    holds(
        &line("2019-Q2"),
        &[
            "25,00% (1/4) trong quý II/2019, giảm 55 điểm phần trăm so với 80,00% (12/15) của quý I/2019; lũy kế từ đầu năm 68,42% (13/19).",
        ],
    );
    // Both periods go back to January: nothing more to be said of the year.
    holds(
        &line("2019-H1"),
        &[
            "68,42% (13/19) trong 6 tháng đầu năm 2019, giảm 11,58 điểm phần trăm so với 80,00% (12/15) của quý I/2019. ",
        ],
    );
    holds(&line("2019-05"), &["chưa có số liệu tháng 5/2019"]);
}

#[test]
fn a_change_is_the_difference_of_what_is_printed() {
    // 66.666…% and 33.333…%: printed 66,67% and 33,33%, and 33,34 apart.
    let rows = "2019-01,a,2019-02-03,1,3 2019-02,a,2019-03-03,2,3";
    let plan = Simple { rows, target: "at-least = 10", ..Simple::default() }.scratch();
    holds(
        &of(&plan, "--period 2019-02"),
        &["tăng 33,34 điểm phần trăm so với 33,33% (1/3)", "| +33,34 |", "| So với tháng 1/2019 (điểm %) |"],
    );
}

#[test]
fn a_form_with_longer_periods_has_no_figures_for_a_shorter_one() {
    let plan = Simple { form: QUARTERLY, rows: "2019-Q1,a,2019-04-03,4,5", ..Simple::default() }.scratch();
    holds(&of(&plan, "--period 2019-03"), &["1.1. Tỷ lệ: chỉ tiêu có số liệu hằng quý"]);
    holds(&of(&plan, "--period 2019-Q1"), &["1.1. Tỷ lệ: 80,00% (4/5) trong quý I/2019"]);
}

#[test]
fn tasks_stand_together_by_index_by_lead_or_as_in_the_plan() {
    let index = report("--period 2019-H1");
    holds(&index, &["### 1. Chỉ số cải cách hành chính (PAR INDEX)", "### 2. Chỉ số hài lòng người dân (SIPAX)"]);
    holds(&index, &["Đồng thời phục vụ: Chỉ số hài lòng người dân (SIPAX)."]);
    let lead = report("--period 2019-H1 --group lead");
    holds(&lead, &["### 1. Đồng chí Thắng", "### 2. Văn phòng Sở", ". Tổ CNTT; Văn phòng Sở"]);
    let none = report("--period 2019-H1 --group none");
    assert!(none.contains("### Nội dung 1. ") && !none.contains("Đồng thời phục vụ"), "{none}");
    for text in [&index, &lead, &none] {
        let tasks = text.lines().filter(|line| line.contains("# Nội dung ")).count();
        assert_eq!(tasks, 14, "each task once");
    }
}

#[test]
fn the_story_the_documents_and_the_verdict_of_a_task_stand_under_it() {
    let text = report("--period 2019-H1");
    let task = section(&text, "Nội dung 2. ");
    holds(
        task,
        &[
            "- Chủ trì: Văn phòng Sở. Phối hợp: Các phòng, đơn vị trực thuộc. Thời gian: năm 2019 (hạn 31/12/2019).",
            "- Đã trình dự thảo phương án vị trí việc làm (minh họa) (Văn phòng Sở, ngày 24/06/2019).",
            "- Sản phẩm “Kế hoạch”: chưa có, hạn 31/12/2019; đang thực hiện, trong hạn.",
            "- Đánh giá: đang thực hiện, trong hạn",
        ],
    );
    assert!(!task.contains("25/09/2019"), "what was told later: {task}");
    holds(
        section(&text, "Nội dung 12. "),
        &["- Sản phẩm “Quy chế ứng xử”: văn bản đã có nhưng chưa ghi số, hạn 31/12/2019; đang thực hiện, trong hạn."],
    );
    let year = report("--period 2019");
    holds(section(&year, "Nội dung 2. "), &["số 61/KH-SKHCN ngày 15/11/2019, Phụ lục, trang 4; hoàn thành đúng hạn."]);
}

#[test]
fn obstacles_and_proposals_are_told_as_units_reported_them() {
    let text = report("--period 2019-9M");
    holds(
        section(&text, "3. Khó khăn"),
        &[
            "- Nội dung 1: 02 hồ sơ quá hạn do chờ ý kiến cơ quan phối hợp (minh họa) (Bộ phận Một cửa, ngày 03/04/2019).",
            "- Nội dung 8: Một số đơn vị cấp xã",
        ],
    );
    holds(section(&text, "V. KIẾN"), &["- Nội dung 7: Đề nghị hỗ trợ", "- Nội dung 11: Đề nghị trình"]);
    assert!(!section(&text, "II. KẾT").contains("Đề nghị hỗ trợ"), "a proposal is no result");
}

#[test]
fn an_update_of_a_quarter_is_told_in_the_month_of_its_day() {
    let told = |period: &str| report(&format!("--period {period}")).contains("Đã trình dự thảo phương án");
    assert_eq!(["2019-06", "2019-05", "2019-Q2", "2019-Q1"].map(told), [true, false, true, false]);
}

#[test]
fn who_was_late_and_who_is_missing_is_named() {
    let text = report("--period 2019-H1");
    holds(
        section(&text, "4. Chấp hành"),
        &[
            "đã gửi 17/18 báo cáo đến hạn, trong đó 2 báo cáo gửi muộn; còn 1 báo cáo chưa gửi.",
            "Gửi muộn: Chi cục TĐC tháng 2/2019 muộn 4 ngày; Phòng Quản lý chuyên ngành tháng 5/2019 muộn 16 ngày.",
            "Chưa gửi: Phòng Quản lý chuyên ngành tháng 6/2019.",
            "- Biểu mẫu “Niêm yết công khai TTHC”: đã gửi 2/2 báo cáo đến hạn, đều đúng hạn.\n",
            "- Báo cáo tiến độ: đã gửi 15/16 báo cáo đến hạn, trong đó 1 báo cáo gửi muộn; còn 1 báo cáo chưa gửi.",
            "Gửi muộn: Bộ phận Một cửa, nội dung 13, quý I/2019 muộn 7 ngày.",
            "Chưa gửi: Phòng Kế hoạch – Tài chính, nội dung 5, quý II/2019.",
        ],
    );
    let table = section(&text, "Phụ lục III. ");
    let row = table.lines().find(|line| line.starts_with("| Phòng Quản lý chuyên ngành | Tình hình")).expect("a row");
    assert!(row.ends_with("| Đ | Đ | Đ | Đ | **M16** | **K** | 6 | 5 | 4 |"), "{row}");
}

#[test]
fn what_falls_due_ahead_stands_by_its_day() {
    let text = report("--period 2019-9M");
    let ahead = section(&text, "IV. NHIỆM VỤ QUÝ IV/2019");
    holds(
        ahead,
        &[
            "- Phòng Kế hoạch – Tài chính: báo cáo tiến độ quý II/2019 (hạn 05/07/2019) của nội dung 5.",
            "- Tổ CNTT: báo cáo quý III/2019 (hạn 07/10/2019) theo biểu mẫu “Niêm yết công khai TTHC”.",
            "- Ngày 31/12/2019, sản phẩm phải có: “Kế hoạch” của nội dung 2 (Văn phòng Sở); ",
            "- Ngày 31/12/2019, hạn của chỉ tiêu: 6.1. Tỷ lệ hoàn thành Kế hoạch ứng dụng CNTT, 100% (Tổ CNTT); ",
            "- Ngày 08/01/2020, gửi báo cáo quý IV/2019 theo biểu mẫu “Thủ tục hành chính cung cấp trực tuyến mức độ 3, 4”, ",
            "- Ngày 08/01/2020, báo cáo tiến độ quý IV/2019 của nội dung 3, 4, 5, 11, 12, 13, 14.",
        ],
    );
    let days: Vec<&str> = ahead.lines().filter_map(|line| line.strip_prefix("- Ngày ")?.get(..10)).collect();
    let key = |day: &&str| (day[6..].to_owned(), day[3..5].to_owned(), day[..2].to_owned());
    assert!(days.len() > 5 && days.is_sorted_by_key(key), "{days:?}");
    let year = report("--period 2019");
    holds(
        section(&year, "IV. NHIỆM VỤ NĂM 2020"),
        &[
            "Kế hoạch thực hiện đến hết năm 2019.",
            "Các việc đã quá hạn, phải hoàn thành ngay:",
            "- Bộ phận KSTTHC: sản phẩm “Quyết định UBND” của nội dung 11 (hạn 31/12/2019).",
        ],
    );
}

#[test]
fn changes_of_the_plan_in_the_period_are_told() {
    let plan = Simple {
        schedule: BY_DECEMBER,
        target: "at-least = 80, revised = [{ from = 2019-05-01, at-least = 90, basis = \"Văn bản R\" }]",
        task: "extended = { to = 2020-01-15, basis = \"Văn bản E\", on = 2019-04-10 }",
        form: MONTHLY,
        rest: "[[task]]\nno = 2\ntitle = \"Thêm\"\nlead = [\"a\"]\nschedule = \"continuous\"\nassigned = 2019-06-01\nbasis = \"Văn bản A\"\n",
        ..Simple::default()
    }
    .scratch();
    let text = of(&plan, "--period 2019-Q2");
    holds(
        section(&text, "I. CÔNG"),
        &[
            "Các điều chỉnh Kế hoạch trong kỳ:",
            "- Gia hạn nội dung 1 đến ngày 15/01/2020 theo Văn bản E.",
            "- Điều chỉnh mức giao của chỉ tiêu 1.1 thành từ 90% trở lên từ ngày 01/05/2019 theo Văn bản R.",
            "- Bổ sung nội dung 2 từ ngày 01/06/2019 theo Văn bản A.",
        ],
    );
    assert!(!of(&plan, "--period 2019-Q1").contains("Các điều chỉnh"), "before");
}

#[test]
fn english_has_everything_too() {
    let text = report("--period 2019-H1 --lang en");
    holds(
        &text,
        &[
            "# REPORT",
            "## I. DIRECTION",
            "## II. RESULTS",
            "## III. ASSESSMENT",
            "## IV. AHEAD: SECOND HALF OF 2019",
            "## V. PROPOSALS",
            "## Appendix I. RESULTS OF TASKS AND TARGETS",
            "All figures judged here are made up, not real ones.",
            "Form \"Tình hình tiếp nhận, giải quyết hồ sơ TTHC\": 17 of 18 reports due are in, of which 2 came late; 1 not received.",
        ],
    );
    for word in ["Nội dung 1", "Mức giao", "Đánh giá:", "Chưa gửi"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn a_screen_of_any_width_shows_the_report() {
    for width in [60, 80, 120] {
        let ran = ours(&format!("report --period 2019-H1 --width {width}"));
        assert_eq!(ran.code, 0);
        let widest = ran.stdout.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or(0);
        assert!(widest <= width, "{width}: {widest}");
    }
}
