//! Remarks in Vietnamese.

use super::remark::Remark;

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn remark(remark: Remark<'_>) -> String {
    match remark {
        Remark::Head { today } => format!(
            "Kế hoạch lập từ bảng in trong văn bản, ngày {today}. Chữ ghi nguyên văn; điều văn bản không nói thì để trống, không đoán.\n\
             Những dòng bắt đầu bằng # là chú thích: đọc, đối chiếu với văn bản, bổ sung, rồi xóa khi đã xong.\n\
             Sau mỗi lần sửa, chạy: plan check. Trang docs/plan-toml.md đi kèm chương trình liệt kê mọi khóa."
        ),
        Remark::Units => "--- Đơn vị, cá nhân: theo cột chủ trì và cột phối hợp; name là cách viết gặp trước, aliases là các cách viết khác ---".into(),
        Remark::Groups => "--- Tên gọi chung nhiều đơn vị ---".into(),
        Remark::Tasks => {
            "--- Nội dung công việc ---\n\
             Sản phẩm không phải văn bản có số, ký hiệu (hồ sơ, thông tin, hộp thư) thì ghi: { name = \"...\", numbered = false }.\n\
             Con số trong nội dung trông như mức giao được nêu ở dòng # targets. Muốn dùng: khai biểu mẫu [[form]] và chỉ tiêu\n\
             [[indicator]], thay \"...\" bằng mã chỉ tiêu, rồi bỏ dấu # ở đầu dòng."
                .into()
        }
        Remark::Rest => {
            "--- Phần còn lại của văn bản, từng dòng, nguyên văn ---\n\
             Có thể dùng cho các khóa của [plan]: parent, recipients, signer, monitor, funding, purposes, requirements."
                .into()
        }
        Remark::AsPrinted { text } => format!("in ra: “{text}”"),
        Remark::Attached { text } => format!("của văn bản mà bảng này kèm theo, in ra: “{text}”. Đúng thì bỏ dấu #"),
        Remark::Appendix => "tên phụ lục; trích yếu của văn bản khác thì sửa lại, rồi bỏ dấu #".into(),
        Remark::NoNumber => "không thấy số, ký hiệu văn bản (dòng “Số: ...”): ghi vào đây".into(),
        Remark::NoAgency => "không thấy rõ cơ quan ban hành: ghi vào đây".into(),
        Remark::NoTitle => "không thấy rõ trích yếu (dưới chữ KẾ HOẠCH): ghi vào đây".into(),
        Remark::NoIssued => "không thấy ngày ban hành (“..., ngày 05 tháng 01 năm 2019”): ghi năm-tháng-ngày, không có ngoặc kép".into(),
        Remark::NoYear => "không thấy rõ năm thực hiện: ghi vào đây; kế hoạch nhiều năm thì ghi from và to".into(),
        Remark::YearOfIssue => "lấy theo ngày ban hành: trích yếu không nêu năm".into(),
        Remark::Updates => "bỏ dấu # nếu nội dung không có mức giao phải cập nhật tiến độ mỗi quý".into(),
        Remark::NoMembers => "văn bản không liệt kê: ghi mã các đơn vị, nhóm nằm trong tên gọi chung này".into(),
        Remark::MembersNamed => "Các đơn vị mà bảng nêu tên; chọn trong đó, thêm [[unit]] cho đơn vị chưa có:".into(),
        Remark::Several => "Tên có dấu phẩy hoặc “và các”, giữ nguyên là một. Nếu là nhiều đơn vị: tách thành nhiều mục, sửa lead, support.".into(),
        Remark::Near { name, id } => {
            format!("Gần giống “{name}” ({id}), để là hai.\nNếu là một: thêm tên này vào aliases của {id}, xóa mục này, thay mã ở lead, support.")
        }
        Remark::NoUnit => "Bảng không nêu tên đơn vị nào: thêm [[unit]] có id và name, rồi ghi mã vào lead, support.".into(),
        Remark::NoNumbers => "Bảng không in số thứ tự, hoặc để Word tự đánh số: ở đây đánh số theo thứ tự dòng.".into(),
        Remark::Unnumbered => "bảng không in số thứ tự ở dòng này".into(),
        Remark::NumberNotPlain { text } => format!("số thứ tự in ra là “{text}”, không phải số nguyên, nên đánh số tiếp"),
        Remark::NumberRepeated { text } => format!("số thứ tự in ra là “{text}”, đã có ở dòng trên, nên đánh số tiếp"),
        Remark::HasMore => "Ngay dưới có dòng không có số thứ tự, nội dung: ghép vào nội dung này, xem lại.".into(),
        Remark::NoLead => "bảng không ghi đơn vị chủ trì: ghi mã đơn vị hoặc nhóm".into(),
        Remark::NoLeadColumn { heads } => format!("không thấy cột chủ trì; cột không hiểu: {heads}. Ghi mã đơn vị hoặc nhóm"),
        Remark::LeadPrinted { text } => format!("chủ trì in ra: “{text}”"),
        Remark::SupportPrinted { text } => format!("phối hợp in ra: “{text}”"),
        Remark::PartedByBeginning => "tách ở dấu phẩy vì phần sau bắt đầu như tên một đơn vị: xem lại".into(),
        Remark::NoSchedule => "bảng không ghi thời gian: ghi \"continuous\", \"on-event\", { by = ngày } hoặc { every = \"tháng-ngày\" }".into(),
        Remark::NoScheduleColumn { heads } => {
            format!("không thấy cột thời gian; cột không hiểu: {heads}. Ghi \"continuous\", \"on-event\", {{ by = ngày }} hoặc {{ every = \"tháng-ngày\" }}")
        }
        Remark::Unclear { text } => {
            format!("in ra: “{text}”, chưa rõ là thời hạn nào: ghi \"continuous\", \"on-event\", {{ by = ngày }} hoặc {{ every = \"tháng-ngày\" }}")
        }
        Remark::NoYearOfTime { text } => {
            format!("in ra: “{text}”, không rõ năm nào: văn bản không nêu năm. Ghi year trong [plan], và ở đây {by} với ngày cuối của thời hạn ấy", by = "{ by = ngày }")
        }
        Remark::Periodic { text, every } => {
            format!("in ra: “{text}”, là việc định kỳ: bỏ dấu # ở đây và ở updates trong [plan], ghi every = \"{every}\" ở đó để mỗi kỳ phải cập nhật tiến độ")
        }
        Remark::SeveralDays { text, days } => {
            format!("in ra: “{text}”, có nhiều hạn: {days}. Bỏ dấu # để lấy hạn cuối; hạn trước ghi ở từng sản phẩm: deliverables = [{due}]", due = "{ name = \"...\", due = ngày }")
        }
        Remark::Before { text, day } => {
            format!("in ra: “{text}”. Ngày nêu tên được tính là còn hạn, để không ai bị coi là trễ vào đúng ngày ấy; nếu ngày ấy đã là trễ thì ghi {day}")
        }
        Remark::EitherOf => "dấu “/” được hiểu là có một trong các văn bản là đủ".into(),
        Remark::Doubtful { text } => format!("Sản phẩm “{text}” giữ là một; nếu là nhiều thì tách ra."),
        Remark::Repeated { text } => format!("Sản phẩm ghi hai lần trong ô, bỏ lần sau: “{text}”"),
        Remark::BoundStrict { text } => format!("in ra: “{text}”, không kể chính số ấy; ở đây bằng mức là đạt"),
        Remark::Other { head: "", text } => format!("Cột khác: {text}"),
        Remark::Other { head, text } => format!("Cột “{head}”: {text}"),
        Remark::Row { text } => format!("Dòng của bảng, không phải nội dung công việc: {text}"),
        Remark::Heads { text } => format!("Tiêu đề của bảng: {text}"),
    }
}
