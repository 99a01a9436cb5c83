//! Findings about criteria and points, in Vietnamese.

use super::phrases::meant;
use super::say;
use crate::text::{CriteriaFault, NotGiven, Words};

pub(super) fn number(no: &str) -> Words {
    say(
        format!("“{no}” không phải là số của tiêu chí"),
        "",
        "chỉ dùng chữ và số, ngăn bằng dấu chấm, chẳng hạn \"2.1.3\" hoặc \"IV.2\"",
    )
}

pub(super) fn file(name: &str, near: Option<&str>) -> Words {
    let help = "đặt tệp TOML khai các [[criterion]] ngay trong thư mục data/ và ghi đúng tên tệp";
    say(format!("trong data/ không có tệp tiêu chí “{name}”"), "", meant(near, help))
}

pub(super) fn fault(no: &str, fault: &CriteriaFault) -> Words {
    match fault {
        CriteriaFault::BeforeParent => say(
            format!("tiêu chí {no} đứng trước tiêu chí mẹ"),
            "",
            "khai theo thứ tự của bộ chỉ số: tiêu chí mẹ trước, tiêu chí con sau",
        ),
        CriteriaFault::AddsOtherwise => say(
            format!("tiêu chí {no} và tiêu chí mẹ không cùng cách tính vào chỉ số"),
            "",
            "ghi adds như nhau ở tiêu chí mẹ và mọi tiêu chí con",
        ),
        CriteriaFault::HeadingWith { key } => say(
            format!("tiêu chí {no} có tiêu chí con nên không có {key}"),
            "",
            format!("bỏ {key} ở đây; điểm là tổng của các tiêu chí con"),
        ),
        CriteriaFault::NotOfRule { key, rule } => say(
            format!("tiêu chí {no}: khóa {key} không dùng với rule = \"{rule}\""),
            "",
            format!("bỏ {key}, hoặc chọn rule khác"),
        ),
        CriteriaFault::RuleNeeds { key: "cases", rule } => say(
            format!("tiêu chí {no}: rule = \"{rule}\" cần cases hoặc late-reports"),
            "",
            "ghi mã số liệu đếm trường hợp, hoặc mã biểu mẫu để đếm báo cáo muộn",
        ),
        CriteriaFault::RuleNeeds { key: "indicator", rule } if rule == "yes-no" => say(
            format!("tiêu chí {no}: rule = \"yes-no\" cần indicator hoặc document"),
            "",
            "ghi mã chỉ tiêu và mức phải đạt, hoặc sản phẩm phải có",
        ),
        CriteriaFault::RuleNeeds { key, rule } => {
            say(format!("tiêu chí {no}: rule = \"{rule}\" cần có {key}"), "", format!("ghi thêm {key}"))
        }
        CriteriaFault::MixedBands => say(
            format!("tiêu chí {no}: có khoảng ghi from, có khoảng ghi up-to"),
            "",
            "dùng from cho mọi khoảng khi càng nhiều càng tốt, up-to khi càng ít càng tốt",
        ),
        CriteriaFault::BandOrder => say(
            format!("tiêu chí {no}: các khoảng không xếp từ tốt nhất đến kém nhất"),
            "",
            "xếp khoảng tốt nhất, nhiều điểm nhất trước; không có hai khoảng cùng mức hoặc cùng điểm",
        ),
        CriteriaFault::LevelNeedsCap => say(
            format!("tiêu chí {no}: chỉ tiêu là một mức, không phải tỷ lệ, nên phải nói mức nào được điểm tối đa"),
            "",
            "ghi thêm cap",
        ),
        CriteriaFault::NotAboveZero { key } => {
            say(format!("tiêu chí {no}: {key} phải lớn hơn 0"), "", "ghi số theo văn bản ban hành tiêu chí")
        }
        CriteriaFault::FloorAboveCap => say(
            format!("tiêu chí {no}: floor lớn hơn cap nên chưa được điểm nào đã phải đủ điểm"),
            "",
            "floor là mức mà dưới đó 0 điểm, cap là mức được điểm tối đa; cap của một tỷ lệ không ghi là 100",
        ),
    }
}

pub(super) fn sum(no: &str, stated: &str, sum: &str) -> Words {
    say(
        format!("tiêu chí {no} ghi điểm tối đa {stated}, nhưng các tiêu chí con cộng lại là {sum}"),
        "",
        "sửa số sai theo văn bản; hoặc bỏ max ở tiêu chí mẹ",
    )
}

pub(super) fn above_max(points: &str, max: &str) -> Words {
    say(format!("{points} điểm là quá điểm tối đa {max}"), "", "đối chiếu với văn bản rồi sửa số sai")
}

pub(super) fn not_given(criterion: &str, why: NotGiven) -> Words {
    match why {
        NotGiven::Heading => say(
            format!("không cho điểm trực tiếp “{criterion}”: điểm của nó là tổng của các tiêu chí con"),
            "",
            "ghi điểm từng tiêu chí con",
        ),
        NotGiven::Survey => say(
            format!("“{criterion}” do điều tra cho điểm, đơn vị không tự chấm"),
            "",
            "bỏ dòng này; khi có kết quả điều tra thì ghi ở vòng appraisal-1 hoặc appraisal-2",
        ),
    }
}

pub(super) fn differs(criterion: &str, given: &str, computed: &str) -> Words {
    say(
        format!("“{criterion}” ghi {given} điểm, tính theo số liệu là {computed}"),
        "",
        format!("xem cách tính bằng plan show {criterion}; sửa điểm hoặc số liệu, nếu không thì giải trình ở cột note"),
    )
}

pub(super) fn without_evidence(criterion: &str) -> Words {
    say(
        format!("“{criterion}” có điểm nhưng chưa có tài liệu kiểm chứng"),
        "",
        "ghi số văn bản, mục, trang ở cột evidence; thiếu thì khi thẩm định mất điểm",
    )
}

pub(super) fn given_sum(index: &str, given: &str, sum: &str) -> Words {
    say(
        format!("“{index}” ghi {given} điểm, các tiêu chí cộng lại là {sum}"),
        "",
        "đối chiếu từng tiêu chí với văn bản công bố; chênh lệch do làm tròn thì ghi rõ ở cột note",
    )
}
