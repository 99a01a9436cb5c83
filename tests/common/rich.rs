//! A plan that says everything a plan can say, so that every key of JSON has something to hold.

use std::fmt::Write as _;

use super::Scratch;

const PLAN: &str = r#"[plan]
number = "2/KH"
agency = "Sở"
parent = "UBND tỉnh"
place = "Vũng Tàu"
title = "Kế hoạch đầy đủ"
issued = 2019-01-05
year = 2019
updates = { every = "quarter", due = { working-days = 5 } }
basis = ["Quyết định 1/QĐ"]
recipients = ["Như trên"]
signer = { name = "Nguyễn Văn A", title = "Giám đốc" }
monitor = { unit = "a", reports-to = "UBND", duty = "Theo dõi" }
funding = "Chi thường xuyên"
purposes = ["Mục đích."]
requirements = ["Yêu cầu."]
note = "Số liệu trong phép thử đều bịa."

[severity]
parent-and-child = { level = "off", reason = "Hai cấp gửi số riêng" }

[calendar]
days-off = [2019-01-01]
working-days = [2019-01-05]

[[unit]]
id = "a"
name = "Phòng A"
aliases = ["P. A"]
note = "Ghi chú"

[[unit]]
id = "b"
name = "Phòng B"
parent = "a"
from = 2019-02-01
until = 2019-12-31
excused = [{ form = "f", period = "2019-05", reason = "Sáp nhập" }]

[[group]]
id = "both"
name = "Các phòng"
aliases = ["Hai phòng"]
members = ["a", "b"]
note = "Ghi chú"

[[form]]
id = "f"
title = "Biểu đếm"
every = "month"
provenance = "reported"
units = ["a", "b"]
due = { days = 5 }
identities = [{ total = "all", parts = ["good", "bad"] }]
carries = { opening = "opened", closing = "left" }
note = "Ghi chú"
measures = [
  { id = "good", name = "Đúng", kind = "flow", unit = "hồ sơ", note = "Ghi chú" },
  { id = "bad", name = "Sai", kind = "flow" },
  { id = "all", name = "Cộng", kind = "flow", decimals = 1 },
  { id = "opened", name = "Đầu kỳ", kind = "stock-open" },
  { id = "left", name = "Cuối kỳ", kind = "stock" },
  { id = "standing", name = "Số đang có", kind = "to-date" },
]

[[form]]
id = "g"
title = "Biểu điểm"
every = "quarter"
provenance = "reported"
units = ["a"]
due = { days = 5 }
measures = [{ id = "mark", name = "Điểm", kind = "level", decimals = 2, unit = "điểm" }]

[[form]]
id = "p"
title = "Đã công bố"
every = "year"
provenance = "published"
source = "Báo cáo"
history = true
units = ["a"]
measures = [{ id = "score", name = "Điểm số", kind = "level", decimals = 2 }]

[[indicator]]
id = "rate"
name = "Tỷ lệ"
numerator = ["good"]
denominator = ["all"]
counts = "hồ sơ"
note = "Vì sao"

[[indicator]]
id = "marks"
name = "Điểm kỳ này"
level = "mark"

[[indicator]]
id = "scores"
name = "Điểm đã công bố"
level = "score"

[[index]]
id = "index"
name = "Chỉ số"
note = "Ghi chú"

[[task]]
no = 1
title = "Việc một"
printed = "Việc mọt"
lead = ["a"]
support = ["both"]
schedule = { by = 2019-06-30 }
schedule-printed = "Quý II"
extended = { to = 2019-12-31, basis = "Công văn 5" }
assigned = 2019-01-10
basis = "Công văn 1"
deliverables = ["Báo cáo", { name = "Đĩa", due = 2019-03-31, numbered = false }]
deliverables-printed = "Báo cáo; đĩa"
indexes = ["index"]
note = "Ghi chú"
targets = [
  { indicator = "rate", at-least = 80, note = "Ghi chú", milestones = [{ on = 2019-06-30, at-least = 50, basis = "Mốc" }] },
  { indicator = "rate", at-least = 99.5, baseline = { on = 2018-12-31, value = 40, basis = "Gốc" } },
]

[[task]]
no = 2
title = "Việc hai"
lead = ["both"]
schedule = "on-event"
targets = [
  { indicator = "rate", at-least = 70, each-unit = true, revised = [{ from = 2019-04-01, at-least = 75, basis = "Sửa" }] },
  { indicator = "marks", equals = 7.5, each-unit = true },
]

[[task]]
no = 3
title = "Việc ba"
lead = ["b"]
schedule = "continuous"
deliverables = ["Quy chế"]

[[task]]
no = 4
title = "Việc bốn"
lead = ["a"]
schedule = { every = "12-31" }
"#;

/// Rows of form `f`: unit `b` leaves out a month, is late once, and leaves a figure blank once.
fn rows() -> String {
    let mut csv = "period,unit,reported,good,bad,all,opened,left,standing,note\n".to_owned();
    for month in 1..=12 {
        let (year, next) = if month == 12 { (2020, 1) } else { (2019, month + 1) };
        writeln!(csv, "2019-{month:02},a,{year}-{next:02}-04,9,1,10.0,3,3,{month},").expect("a text can be written to");
        let late = if month == 3 { "09" } else { "04" };
        let all = if month == 9 { "" } else { "10" };
        if ![1, 5, 11].contains(&month) {
            writeln!(csv, "2019-{month:02},b,{year}-{next:02}-{late},6,4,{all},2,2,{month},Lưu ý {month}")
                .expect("a text can be written to");
        }
    }
    csv
}

/// Makes the plan with its figures.
pub fn rich() -> Scratch {
    Scratch::new(PLAN)
        .file("data/f.csv", rows())
        .file("data/g.csv", "period,unit,reported,mark,note\n2019-Q1,a,2019-04-04,7.5,\n2019-Q2,a,2019-07-04,8.25,\n")
        .file("data/p.csv", "period,unit,reported,score,note\n2018,a,,71.30,\n2019,a,2020-01-10,80.00,\n")
        .file(
            "data/deliverables.csv",
            "task,deliverable,number,issued,title,where,link\n1,Báo cáo,12/BC,2019-12-20,Báo cáo năm,Mục 1,\n1,Đĩa,,2019-04-02,,,\n",
        )
        .file(
            "data/updates.csv",
            "date,period,task,unit,kind,text\n2019-07-03,2019-Q2,4,a,result,Đã làm\n2019-10-03,2019-Q3,4,a,obstacle,Vướng\n\
             2019-11-01,,3,b,done,Đã xong\n2019-08-01,2019-Q2,1,a,proposal,Đề nghị\n",
        )
        .file(
            "data/scores.csv",
            "criterion,round,points,evidence,note\nindex,self,86.5,Báo cáo 12,\nindex,appraisal-1,84.25,,Trừ điểm\n",
        )
}
