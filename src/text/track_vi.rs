//! Sentences about dossiers in Vietnamese.

use super::Track;

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn track(phrase: Track<'_>) -> String {
    match phrase {
        Track::DossierSpan { first, last } => format!("Hồ sơ từ ngày {first} đến hết ngày {last}."),
        Track::DossierTotals { received, resolved, early, on_time, late, pending, overdue } => {
            format!(
                "Tiếp nhận mới {received}; đã giải quyết {resolved}: trước hạn {early}, đúng hạn {on_time}, quá hạn {late}; đang giải quyết {pending}, trong đó quá hạn {overdue}."
            )
        }
        Track::DossiersOfFigure { figure, count } => format!("{figure}: {count} hồ sơ."),
        Track::RegisterEnds { day } => format!("Sổ hồ sơ ghi đến hết ngày {day}: hồ sơ được xét đến hết ngày đó."),
        Track::RegisterEndsOf { units, day } => format!("Sổ hồ sơ của {units} ghi đến hết ngày {day}: hồ sơ ở đó được xét đến hết ngày đó."),
        Track::FigureNotKnown { units, day } => format!("Chưa có số liệu này của {units}: sổ hồ sơ mới ghi đến hết ngày {day}, chưa hết kỳ."),
        Track::FigureUntil { day } => format!("Đếm đến hết ngày {day}."),
        Track::ProceduresOfFigure { figure, procedures, count } => format!("{figure}: {procedures} thủ tục, từ {count} hồ sơ."),
        Track::NoSuchDossiers => "Sổ không có hồ sơ nào như vậy.".into(),
        Track::FailPeriodAhead { period, first, day } => format!("{period} bắt đầu từ ngày {first}, sau ngày đánh giá {day}; chọn kỳ khác, hoặc --as-of muộn hơn"),
        Track::OtherWarnings { count } => format!("Còn {count} cảnh báo khác về số liệu; xem bằng plan check."),
        Track::FailReceivedLater { id, received, day } => format!("hồ sơ {id} tiếp nhận ngày {received}, sau ngày đánh giá {day}; chọn --as-of muộn hơn"),
        Track::FailIsProcedure { code } => format!("{code} là mã một thủ tục; xem bằng plan dossiers --procedure {code}"),
        Track::DueNotWritten => "sổ không ghi, tính ra".into(),
        Track::RegisterEndsHere => "sổ ghi đến hết ngày này".into(),
        Track::NoneUnapologised => "Không có hồ sơ nào trễ hạn mà chưa có văn bản xin lỗi.".into(),
        Track::NamedDay { weekday, day } => format!("{weekday} {day}"),
        Track::DossierHeading { id } => format!("Hồ sơ {id}"),
        Track::ResolvedEarly { on, due, days } => format!("Trả kết quả {on}, trước ngày hẹn ({due}) {days}: trước hạn."),
        Track::ResolvedOnDay { due } => format!("Trả kết quả đúng ngày hẹn, {due}: đúng hạn."),
        Track::ResolvedLate { on, due, days } => format!("Trả kết quả {on}, sau ngày hẹn ({due}) {days}: quá hạn."),
        Track::PendingInTime { due, days } => format!("Đang giải quyết, hẹn trả {due}, còn {days}."),
        Track::PendingOverdue { due, days } => format!("Đang giải quyết, hẹn trả {due}: đã quá hạn {days}."),
        Track::DueAsWritten { received, due } => {
            format!("Tiếp nhận {received}, hẹn trả {due} như ghi trong sổ; không có số ngày làm việc của thủ tục để tính lại.")
        }
        Track::DueComputed { received, days, first, due } => {
            format!("Tiếp nhận {received}; thời hạn {days} ngày làm việc, ngày thứ nhất là {first}: hạn tính ra là {due}.")
        }
        Track::WithSuspension { days, suspended } => format!("{days} + {suspended} (chờ bổ sung)"),
        Track::DueOther { due } => format!("Sổ ghi hẹn trả {due}, và được tính theo ngày đó."),
        Track::NoApology => "Trễ hạn, chưa có văn bản xin lỗi.".into(),
        Track::Apologised { number, day } => format!("Đã có văn bản xin lỗi{}, {day}.", numbered(number)),
        Track::ApologisedInTime { number, day } => {
            format!("Đã có văn bản xin lỗi{}, {day}: đúng lúc theo quy tắc đã khai.", numbered(number))
        }
        Track::ApologisedLate { number, day } => {
            format!("Đã có văn bản xin lỗi{}, {day}: muộn theo quy tắc đã khai.", numbered(number))
        }
        Track::ReceivedBy { channel } => format!("tiếp nhận ({channel})"),
        Track::ApologyOf { number } => format!("văn bản xin lỗi{}", numbered(number)),
        Track::NoDossierSoon { days, until } => {
            format!("Không có hồ sơ nào đến hạn trong {days} ngày tới (đến {until}).")
        }
        Track::PercentileNote => "Trung vị, 90%: số ngày làm việc mà một nửa, chín phần mười số hồ sơ đã giải quyết không vượt quá; không tính những ngày chờ bổ sung. Tỷ lệ quá hạn: hồ sơ giải quyết quá hạn trên hồ sơ đã giải quyết, chưa kể hồ sơ đang quá hạn.".into(),
        Track::AppointedAnew { due, new } => format!("{due}, hẹn lại {new}"),
        Track::DossierEarly { days } => format!("trước hạn {days}"),
        Track::DossierLate { days } => format!("muộn {days}"),
        Track::CountsAgree { count } => format!("khớp {count} số"),
        Track::CountsDiffer { count } => format!("lệch {count} số"),
        Track::CountAgainst { measure, entered, counted } => format!("{measure}: nhập {entered}, đếm được {counted}"),
        Track::CountedFrom => "đếm từ sổ hồ sơ, data/dossiers".into(),
        Track::RegisterTrial { dossiers, refused: "0" } => {
            format!("Đọc thử theo mẫu này: {dossiers} hồ sơ, không ô nào bị từ chối.")
        }
        Track::RegisterTrial { dossiers, refused } => {
            format!("Đọc thử theo mẫu này: {dossiers} hồ sơ; {refused} chỗ bị từ chối, lý do hiện ra khi nhập với --dry-run.")
        }
        Track::MoreCellsAlike { count, alike } => {
            format!("Còn {count} ô nữa, trong đó {alike} ô bị từ chối vì cùng lý do với ô đã nêu; xem đủ bằng --format csv hoặc -o TỆP.csv")
        }
        Track::TableRows { count } => format!("{count} dòng"),
        Track::Brought { new, more, same } => {
            format!("Sổ hồ sơ: {new} hồ sơ mới, {more} hồ sơ có thay đổi, {same} hồ sơ như cũ")
        }
        Track::NotSent => "không phải gửi: có khi hết kỳ, nếu sổ hồ sơ đã ghi đến hết kỳ".into(),
    }
}

fn numbered(number: &str) -> String {
    if number.is_empty() { String::new() } else { format!(" số {number}") }
}
