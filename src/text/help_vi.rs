//! Help in Vietnamese.

use super::help::{About, Around, Hint, Misuse, NamedCheck, Opt, OptWords};

pub(super) fn about(command: About) -> &'static str {
    match command {
        About::Plan => "Đánh giá một kế hoạch lưu bằng các tệp văn bản: mức giao, sản phẩm, báo cáo và thời hạn.",
        About::Status => "Đang ở đâu so với từng mức giao, và ai chưa báo cáo?",
        About::Show => {
            "Mọi điều về một nội dung, mức giao, chỉ tiêu, đơn vị, biểu mẫu, bộ chỉ số, kỳ hoặc hồ sơ: vì sao có kết quả như vậy."
        }
        About::Remind => "Công văn đôn đốc từng đơn vị còn việc: báo cáo thiếu, muộn, việc quá hạn, chỉ tiêu chậm.",
        About::Score => "Được bao nhiêu điểm, mất ở tiêu chí nào, ai chịu trách nhiệm?",
        About::Dossiers => "Hồ sơ nào trễ hạn mà chưa xin lỗi, hồ sơ nào sắp đến hạn, đơn vị, thủ tục nào chậm?",
        About::Due => "Việc gì đã quá hạn, việc gì sắp đến hạn, của đơn vị nào?",
        About::Report => "Báo cáo định kỳ để lãnh đạo ký: Word, Excel hoặc Markdown, kèm phụ lục.",
        About::Check => "Các tệp đã đúng chưa? Báo mọi chỗ sai cùng một lúc, kèm tệp, dòng và cột.",
        About::Form => "Biểu mẫu để đơn vị điền số liệu của một kỳ: mỗi đơn vị một tệp Excel hoặc CSV.",
        About::Schema => {
            "Lược đồ (JSON Schema) của plan.toml hoặc của mẫu đọc, để trình soạn thảo nhắc và báo lỗi khi đang viết."
        }
        About::Init => "Tạo kế hoạch mới trong một thư mục: plan.toml nhỏ có chú thích và số liệu mẫu để điền tiếp.",
        About::Completions => "Để shell tự điền lệnh, tùy chọn và mã khi bấm phím Tab.",
        About::Import => {
            "Nhập biểu mẫu mà đơn vị đã điền, hoặc bảng bất kỳ theo một mẫu đọc: cho xem từng ô trước, ghi tất cả hoặc không ghi gì."
        }
        About::Freeze => "Khóa số liệu của một kỳ đã báo cáo; từ đó plan check nêu từng số bị đổi.",
        About::Fmt => "Xếp các tệp trong data/ theo một dạng chuẩn, để git chỉ cho thấy điều đã đổi.",
        About::Record => "Ghi thêm một dòng vào data/: số liệu, sản phẩm hoặc tình hình thực hiện.",
        About::RecordFigure => "Ghi báo cáo của một đơn vị trong một kỳ; không ghi số nào thì hỏi lần lượt từng số.",
        About::RecordDeliverable => "Ghi một văn bản, sản phẩm đã có của một nội dung công việc.",
        About::RecordUpdate => "Ghi một lần báo cáo tình hình thực hiện của một nội dung công việc.",
        About::RecordScore => "Ghi điểm mà người chấm cho một chỉ số: tự chấm hoặc thẩm định.",
        About::Man => "Trang hướng dẫn dùng với lệnh man.",
    }
}

const fn with(value: &'static str, help: &'static str) -> OptWords {
    OptWords { value, help }
}

#[expect(clippy::too_many_lines, reason = "one arm for each option, so that a missing wording does not compile")]
pub(super) fn opt(opt: Opt) -> OptWords {
    match opt {
        Opt::Directory => {
            with("THƯ_MỤC", "Tìm plan.toml trong thư mục này hoặc các thư mục trên nó, thay cho thư mục hiện tại")
        }
        Opt::PlanFile => with("TỆP", "Dùng tệp này làm plan.toml"),
        Opt::Lang => with("NGÔN_NGỮ", "Ngôn ngữ của bảng và lời báo; không ghi thì theo kế hoạch, rồi theo máy"),
        Opt::Color => with("KHI_NÀO", "Khi nào dùng màu"),
        Opt::Width => with("SỐ_CỘT", "Vẽ cho màn hình rộng chừng này cột, thay cho độ rộng của cửa sổ"),
        Opt::Help => with("", "In hướng dẫn này"),
        Opt::Version => with("", "In số phiên bản"),
        Opt::AsOf => with("NGÀY", "Đánh giá đến hết ngày này (năm-tháng-ngày), thay cho hôm nay"),
        Opt::KeepGoing => with("", "Vẫn in dù tệp còn lỗi: bỏ các dòng lỗi ra, mã thoát là 1"),
        Opt::Format => with("DẠNG", "In ra dạng nào; không ghi thì theo đuôi tệp của -o"),
        Opt::Output => with("TỆP", "Ghi vào tệp này (.json, .csv, .md, .txt) thay cho màn hình"),
        Opt::PlainOutput => with("TỆP", "Ghi vào tệp này thay cho màn hình"),
        Opt::Table => with("TÊN", "Chỉ lấy bảng này, theo tên trong JSON; dạng csv không ghi thì lấy bảng chính"),
        Opt::Units => with("ĐƠN_VỊ", "Chỉ những nội dung mà đơn vị hoặc nhóm này chủ trì, phối hợp"),
        Opt::Tasks => with("SỐ", "Chỉ những nội dung có số thứ tự này"),
        Opt::Indexes => with("BỘ_CHỈ_SỐ", "Chỉ những nội dung phục vụ bộ chỉ số này"),
        Opt::Verdicts => with("KẾT_QUẢ", "Chỉ những nội dung có phần nào đó mang kết quả này"),
        Opt::Sort => with("THỨ_TỰ", "Xếp theo thứ tự nào"),
        Opt::FailOn => with("KẾT_QUẢ", "Thoát với mã 1 nếu có phần nào đang hiện mang kết quả này"),
        Opt::Id => with(
            "MÃ",
            "Số của nội dung hoặc mức giao, mã hoặc tên của thứ đã khai báo, một kỳ, hoặc mã một hồ sơ; không ghi thì in danh sách",
        ),
        Opt::OnlyUnit => with("ĐƠN_VỊ", "Chỉ số liệu của đơn vị này"),
        Opt::Checks => with("MỤC", "Tìm thêm:"),
        Opt::ChecksAsOf => {
            with("NGÀY", "Xét những gì đến hạn tính đến hết ngày này (năm-tháng-ngày), thay cho hôm nay")
        }
        Opt::FindingsFormat => with("DẠNG", "In ra dạng nào: có trích dòng, mỗi chỗ một dòng, hoặc JSON"),
        Opt::Strict => with("", "Có cảnh báo cũng thoát với mã 1"),
        Opt::Limit => with("SỐ", "Hiện nhiều nhất bao nhiêu chỗ; vẫn đếm tất cả"),
        Opt::PrintedTable => with(
            "TỆP",
            "Lập kế hoạch từ bảng in trong tệp này: Word (.docx), bảng tính hoặc văn bản có bảng; điều văn bản không nói thì để trống",
        ),
        Opt::NewFolder => with("THƯ_MỤC", "Thư mục của kế hoạch; chưa có thì tạo"),
        Opt::ImportFiles => {
            with("TỆP", "Biểu mẫu đã điền, hoặc bảng, sổ hồ sơ bất kỳ nếu có --recipe: xlsx, xls, ods, csv hoặc tsv")
        }
        Opt::ImportRecipe => with("MẪU", "Đọc bảng theo mẫu recipes/MẪU.toml; “new” thì lập mẫu mới từ tệp"),
        Opt::ImportPeriod => with("KỲ", "Kỳ của số liệu, nếu tệp và mẫu đọc không ghi"),
        Opt::ImportUnit => with("ĐƠN_VỊ", "Đơn vị có số liệu hoặc hồ sơ, nếu tệp và mẫu đọc không ghi"),
        Opt::ImportSheet => with("TRANG", "Trang tính cần đọc"),
        Opt::ImportForm => with("BIỂU_MẪU", "Biểu mẫu mà bảng có số liệu, khi lập mẫu đọc mới"),
        Opt::SchemaOf => with("TỆP", "Của plan.toml (plan), của mẫu đọc (recipe), hay của mẫu đọc sổ hồ sơ (register)"),
        Opt::RecipeName => with("TÊN", "Tên của mẫu đọc mới; không ghi thì là mã biểu mẫu"),
        Opt::RecipeLikely => with("", "Ghi vào mẫu đọc mới cả những chỗ “có lẽ”; chỉ dùng sau khi đã xem các chỗ đó"),
        Opt::ImportReported => with("NGÀY", "Ngày nhận của các báo cáo chưa ghi trước đó, không ghi thì là hôm nay"),
        Opt::Yes => with("", "Ghi luôn, không hỏi"),
        Opt::FreezePeriod => with("KỲ", "Kỳ đã hết, chẳng hạn 2019-06 hoặc 2019-Q2: khóa mọi báo cáo nằm trong kỳ"),
        Opt::Lift => with("", "Mở khóa; phải có --reason"),
        Opt::Reason => with("LÝ_DO", "Lý do, được giữ lại trong data/freezes.csv"),
        Opt::FmtCheck => with("", "Không ghi; có tệp chưa đúng dạng chuẩn thì thoát với mã 1"),
        Opt::FmtDiff => with("", "Cho xem từng dòng đổi, thay cho tên tệp"),
        Opt::Values => with("MÃ=SỐ", "Các số liệu, viết mã số liệu, dấu bằng, rồi số"),
        Opt::Sender => with("ĐƠN_VỊ", "Đơn vị báo cáo: mã, tên hoặc cách viết khác"),
        Opt::Reported => {
            with("NGÀY", "Ngày nhận báo cáo lần đầu, không ghi thì là hôm nay; báo cáo đã có thì giữ ngày cũ")
        }
        Opt::Remark => with("LỜI", "Ghi chú kèm số liệu"),
        Opt::Replace => with("", "Cho phép thay số đã ghi"),
        Opt::DryRun => with("", "Chạy thử: cho xem sẽ ghi gì, không ghi"),
        Opt::TaskNo => with("SỐ", "Số thứ tự của nội dung công việc"),
        Opt::DeliverableName => with("SẢN_PHẨM", "Tên sản phẩm như trong kế hoạch"),
        Opt::Issued => with("NGÀY", "Ngày ban hành hoặc hoàn thành (năm-tháng-ngày)"),
        Opt::DocumentNumber => with("SỐ_HIỆU", "Số, ký hiệu văn bản"),
        Opt::DocumentTitle => with("TRÍCH_YẾU", "Trích yếu của văn bản"),
        Opt::DocumentPlace => with("CHỖ", "Mục, trang chứng minh"),
        Opt::DocumentLink => with("ĐƯỜNG_DẪN", "Nơi lưu văn bản"),
        Opt::Story => with("LỜI", "Nội dung báo cáo"),
        Opt::StoryKind => with("LOẠI", "Loại: kết quả, vướng mắc, đề xuất, hoàn thành"),
        Opt::StoryDate => with("NGÀY", "Ngày báo cáo, không ghi thì là hôm nay"),
        Opt::StoryPeriod => with("KỲ", "Kỳ mà báo cáo nói đến; loại done có thể không ghi"),
        Opt::Criterion => with("CHỈ_SỐ", "Mã hoặc tên bộ chỉ số"),
        Opt::Points => with("ĐIỂM", "Số điểm, phần thập phân sau dấu chấm"),
        Opt::Round => with("LẦN", "Ai chấm: tự chấm, thẩm định lần 1, thẩm định lần 2"),
        Opt::Evidence => with("VĂN_BẢN", "Tài liệu kiểm chứng: số văn bản, mục, trang"),
        Opt::ScoreNote => with("LỜI", "Ghi chú"),
        Opt::Shell => with("SHELL", "Tên shell"),
        Opt::ReportPeriod => with("KỲ", "Kỳ báo cáo, chẳng hạn 2019-Q1, 2019-H1 (6 tháng), 2019-9M (9 tháng), 2019"),
        Opt::RemindPeriod => with("KỲ", "Kỳ mà báo cáo gửi muộn được nêu, chẳng hạn 2019-05, 2019-Q2"),
        Opt::RemindUnits => with("ĐƠN_VỊ", "Chỉ viết cho đơn vị này (mã hoặc tên)"),
        Opt::RemindAll => with("", "Viết cho mọi đơn vị còn việc phải đôn đốc"),
        Opt::RemindFolder => with("THƯ_MỤC", "Để công văn vào thư mục này"),
        Opt::RemindBy => with("NGÀY", "Ngày đơn vị phải trả lời (năm-tháng-ngày)"),
        Opt::RemindDate => with("NGÀY", "Ngày của công văn (năm-tháng-ngày), không ghi thì là ngày đánh giá"),
        Opt::Within => with("SỐ_NGÀY", "Nhìn trước bao lâu: 30d là 30 ngày, 4w là 4 tuần"),
        Opt::ScoreIndexes => with("CHỈ_SỐ", "Chỉ bộ chỉ số này (mã hoặc tên)"),
        Opt::ScoreUnits => with("ĐƠN_VỊ", "Chỉ các tiêu chí do đơn vị hoặc nhóm này chịu trách nhiệm (mã hoặc tên)"),
        Opt::Assume => with(
            "MÃ=GIÁ_TRỊ",
            "Giả định: CHỈ_TIÊU=GIÁ_TRỊ hoặc SỐ_LIỆU@KỲ[/ĐƠN_VỊ]=GIÁ_TRỊ, không ghi vào tệp; khi đó ngày đánh giá được ở sau hôm nay",
        ),
        Opt::ScoreGain => with("", "Còn giành được điểm nào, cần làm gì, ai làm; nhiều điểm trước"),
        Opt::ScoreField => with("LĨNH_VỰC", "Chỉ lĩnh vực này (số hoặc tên)"),
        Opt::DossierUnits => with("ĐƠN_VỊ", "Chỉ hồ sơ của đơn vị hoặc nhóm này (mã hoặc tên)"),
        Opt::DossierProcedures => with("MÃ_TTHC", "Chỉ hồ sơ của thủ tục có mã này"),
        Opt::DossierPeriod => with("KỲ", "Xem một kỳ, chẳng hạn 2019-Q3, thay cho từ đầu năm"),
        Opt::DossierMeasure => {
            with("SỐ_LIỆU", "Liệt kê các hồ sơ được đếm vào số liệu này trong kỳ (mã số liệu; cần --period)")
        }
        Opt::DossierWithin => with("SỐ_NGÀY", "Liệt kê hồ sơ đến hạn trong bao lâu nữa: 7d là 7 ngày, 2w là 2 tuần"),
        Opt::DueUnits => with("ĐƠN_VỊ", "Chỉ những việc của đơn vị hoặc nhóm này (mã hoặc tên)"),
        Opt::DueOutput => with("TỆP", "Ghi vào tệp này (.ics cho lịch, .csv, .md, .json, .txt) thay cho màn hình"),
        Opt::ReportOutput => {
            with("TỆP", "Ghi vào tệp này (.docx, .xlsx, .html, .md, .json, .csv, .txt) thay cho màn hình")
        }
        Opt::ReportGroup => {
            with("CÁCH", "Xếp các nội dung theo bộ chỉ số, theo đơn vị chủ trì, hay như trong kế hoạch")
        }
        Opt::ReportNumber => with("SỐ", "Số của báo cáo, chẳng hạn 12 hoặc 12/BC-SKHCN; không ghi thì để trống"),
        Opt::ReportDate => with("NGÀY", "Ngày của báo cáo (năm-tháng-ngày), không ghi thì là ngày đánh giá"),
        Opt::ReportAsOf => {
            with("NGÀY", "Đánh giá đến hết ngày này, thay cho ngày cuối cùng mà báo cáo của kỳ phải gửi")
        }
        Opt::FormName => with("BIỂU_MẪU", "Mã hoặc tên của biểu mẫu"),
        Opt::FormPeriod => with("KỲ", "Kỳ phải báo cáo, chẳng hạn 2019-07, 7/2019, 2019-Q3"),
        Opt::FormUnits => with("ĐƠN_VỊ", "Tạo tệp cho đơn vị này, theo mã hoặc tên; ghi được nhiều lần"),
        Opt::FormAll => with("", "Tạo tệp cho mọi đơn vị phải gửi báo cáo kỳ đó"),
        Opt::FormFolder => with("THƯ_MỤC", "Thư mục để ghi các tệp; chưa có thì tạo, không ghi đè tệp nào"),
        Opt::FormFormat => with("DẠNG", "Tạo tệp dạng nào"),
    }
}

pub(super) fn named_check(check: NamedCheck) -> &'static str {
    match check {
        NamedCheck::Late => "báo cáo thiếu và muộn",
        NamedCheck::Evidence => "báo hoàn thành mà chưa có văn bản",
        NamedCheck::Scores => "điểm đã cho khác điểm tính ra, điểm thiếu tài liệu",
        NamedCheck::Names => "tên viết theo cách khác",
    }
}

pub(super) fn around(words: Around<'_>) -> String {
    match words {
        Around::Usage => "Cách dùng".into(),
        Around::Commands => "Lệnh".into(),
        Around::Arguments => "Tham số".into(),
        Around::Options => "Tùy chọn".into(),
        Around::Common => "Tùy chọn của mọi lệnh".into(),
        Around::Examples => "Ví dụ".into(),
        Around::SomeOptions => "[TÙY_CHỌN]".into(),
        Around::SomeCommand => "LỆNH".into(),
        Around::OneOf { list } => format!("một trong: {list}"),
        Around::Default { value } => format!("mặc định: {value}"),
        Around::Limits { drawn, listed } => format!("mặc định: {drawn}; {listed} với concise và json"),
        Around::Manual => "Hướng dẫn sử dụng".into(),
        Around::Name => "Tên".into(),
        Around::ExitCodes => "Mã thoát".into(),
        Around::ExitFine => "Mọi việc đều ổn.".into(),
        Around::ExitFindings => "Tệp có lỗi, hoặc có kết quả mà --fail-on hay --strict bắt phải báo.".into(),
        Around::ExitCannot => {
            "Không làm được: lệnh viết sai, không tìm thấy kế hoạch, không đọc hoặc ghi được tệp.".into()
        }
        Around::SeeHelp { command } => format!("Xem thêm bằng lệnh {command} --help"),
    }
}

pub(super) fn misuse(misuse: Misuse<'_>) -> String {
    match misuse {
        Misuse::UnknownOption { option } => format!("ở đây không có tùy chọn “{option}”"),
        Misuse::Extra { text } => format!("không hiểu phần “{text}”: lệnh không cần gì thêm ở đó"),
        Misuse::UnknownCommand { command } => format!("không có lệnh “{command}”"),
        Misuse::BadValue { option, value } => format!("{option} không thể là “{value}”"),
        Misuse::NoSuchCheck { name } => format!("không có mục soát “{name}”"),
        Misuse::NoValue { option } => format!("{option} cần một giá trị"),
        Misuse::Missing { options } => format!("còn thiếu: {options}"),
        Misuse::MissingCommand => "chưa ghi lệnh nào".into(),
        Misuse::TooMany { option } => format!("{option} có quá nhiều giá trị"),
        Misuse::Twice { option } => format!("{option} chỉ được ghi một lần"),
        Misuse::Conflict { option, other } => format!("{option} không dùng cùng {other}"),
        Misuse::NotText => "có tham số không phải là chữ hợp lệ".into(),
        Misuse::Other { text } => text.to_owned(),
    }
}

pub(super) fn hint(hint: Hint<'_>) -> String {
    match hint {
        Hint::DidYouMean { near } => format!("có phải {near} không?"),
        Hint::OneOf { list } => format!("viết một trong: {list}"),
        Hint::Whole => "viết một số nguyên".into(),
        Hint::Range { low, high } => format!("viết một số nguyên từ {low} đến {high}"),
    }
}
