//! Words about what is assumed, in Vietnamese.

use super::Assume;
use super::say_vi::did_you_mean;

/// Words something.
pub(super) fn assume(phrase: Assume<'_>) -> String {
    match phrase {
        Assume::Note { list } => format!("GIẢ ĐỊNH, không phải kết quả thật, không ghi vào tệp nào: {list}"),
        Assume::Value { name, value } => format!("{name} = {value}"),
        Assume::Figure { name, period, unit, value } => format!("{name}, {period}, {unit} = {value}"),
        Assume::Changes => "Khác với số liệu thật".into(),
        Assume::NoChange => "Giả định này không làm thay đổi gì ở đây.".into(),
        Assume::BeforeHead => "Thật".into(),
        Assume::AfterHead => "Giả định".into(),
        Assume::DifferenceHead => "Chênh lệch".into(),
        Assume::VerdictBefore => "Kết quả thật".into(),
        Assume::VerdictAfter => "Kết quả giả định".into(),
        Assume::AllPoints => "Tổng điểm".into(),
        Assume::Index { name, before, after } => format!("{name}: chỉ số {before} → {after} (giả định)."),
        Assume::Contradicts => "Với giả định này, tệp số liệu có thêm những điều sau:".into(),
        Assume::Refused => "Không tính với giả định này: sửa --set rồi chạy lại.".into(),
        Assume::NoAssumption { text } => format!(
            "--set {text}: phải viết CHỈ_TIÊU=GIÁ_TRỊ, ví dụ on-time-rate=98, hoặc SỐ_LIỆU@KỲ=GIÁ_TRỊ, ví dụ resolved-late@2019-12=0."
        ),
        Assume::Unknown { text, near } => format!(
            "không có chỉ tiêu hay số liệu nào mã “{text}”{} Chạy “plan show” để xem các mã.",
            did_you_mean(near)
        ),
        Assume::NeedsPeriod { id, example } => format!("“{id}” là một số liệu, phải có kỳ: {example}."),
        Assume::TakesNoPeriod { id } => format!(
            "“{id}” là một chỉ tiêu, không có kỳ: viết {id}=GIÁ_TRỊ; muốn giả định cho một kỳ thì đặt các số liệu của chỉ tiêu."
        ),
        Assume::WhichUnit { id, units, example } => {
            format!("“{id}” do nhiều đơn vị gửi ({units}): ghi rõ đơn vị, ví dụ {example}.")
        }
        Assume::Counted { id } => format!("“{id}” đếm từ sổ hồ sơ, không đặt được: đặt chỉ tiêu dùng số đó."),
        Assume::NotOver { period, last, day } => {
            format!("{period} đến {last} mới hết, mà đánh giá đến hết ngày {day}: thêm --as-of {last}.")
        }
        Assume::NobodySends { id, period } => format!("không đơn vị nào phải gửi “{id}” kỳ {period}."),
        Assume::BadValue { text } => format!("“{text}” không phải là số: viết 98, 98.5 hoặc 98%."),
        Assume::AboveAll { id } => format!("“{id}” là phần của một tổng: giá trị phải từ 0 đến 100%."),
        Assume::Twice { key } => format!("“{key}” được giả định hai lần."),
    }
}
