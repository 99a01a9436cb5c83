//! What the heads of a register's export are called, and the words that stand under them.

use crate::load::dossiers::is_personal;
use crate::model::{Channel, DOSSIER_COLUMNS, Outcome};
use crate::syntax::names::{fold, unmarked};

use super::head::BETWEEN;

/// Heads that say which column it is, without Vietnamese marks.
const CERTAIN: [(&str, &[&str]); 13] = [
    (
        "id",
        &[
            "ma ho so",
            "so ho so",
            "ma so ho so",
            "so bien nhan",
            "ma bien nhan",
            "so tiep nhan",
            "dossier",
            "dossier id",
        ],
    ),
    (
        "procedure",
        &[
            "ma thu tuc",
            "ma tthc",
            "ma thu tuc hanh chinh",
            "thu tuc",
            "tthc",
            "thu tuc hanh chinh",
            "ten thu tuc",
            "ten tthc",
            "ten thu tuc hanh chinh",
            "procedure code",
        ],
    ),
    (
        "unit",
        &["don vi", "don vi giai quyet", "don vi thu ly", "don vi xu ly", "co quan giai quyet", "co quan thuc hien"],
    ),
    ("level", &["muc do", "muc", "muc do dich vu cong", "muc do dvc", "muc do dvctt", "muc dich vu cong"]),
    (
        "channel",
        &[
            "hinh thuc nop",
            "hinh thuc tiep nhan",
            "hinh thuc nop ho so",
            "cach nop",
            "cach tiep nhan",
            "kenh nop",
            "kenh tiep nhan",
            "phuong thuc nop",
        ],
    ),
    (
        "received",
        &[
            "ngay nhan",
            "ngay tiep nhan",
            "ngay nhan ho so",
            "ngay tiep nhan ho so",
            "tiep nhan",
            "nhan ho so",
            "thoi diem tiep nhan",
            "thoi gian tiep nhan",
            "thoi gian nhan",
            "received on",
        ],
    ),
    (
        "due",
        &[
            "ngay hen tra",
            "ngay hen tra ket qua",
            "hen tra",
            "hen tra ket qua",
            "ngay hen",
            "han tra",
            "han tra ket qua",
            "han giai quyet",
            "due day",
            "due date",
        ],
    ),
    ("resolved", &["ngay tra", "ngay tra ket qua", "tra ket qua", "tra", "da tra", "resolved on"]),
    ("outcome", &["ket qua giai quyet", "ket qua xu ly"]),
    ("apology", &["van ban xin loi", "so van ban xin loi", "thu xin loi", "phieu xin loi"]),
    ("apologised", &["ngay xin loi", "ngay van ban xin loi", "apologised on"]),
    ("new-due", &["ngay hen lai", "hen lai", "hen tra lai", "ngay hen tra lai", "ngay hen moi"]),
    ("suspended-days", &["so ngay tam dung", "ngay tam dung", "tam dung", "so ngay cho bo sung"]),
];

/// Words within heads that make a column likely.
const LIKELY: [(&str, &[&str]); 13] = [
    ("id", &["ma ho so", "so ho so", "bien nhan"]),
    ("new-due", &["hen lai", "hen tra lai", "gia han"]),
    ("apologised", &["ngay xin loi"]),
    ("apology", &["xin loi"]),
    ("suspended-days", &["tam dung", "bo sung"]),
    ("due", &["hen tra", "ngay hen", "han xu ly", "han giai quyet", "het han"]),
    ("resolved", &["nhan ket qua", "ngay tra", "ngay ket thuc", "ngay hoan thanh", "ngay co ket qua", "tra ket qua"]),
    ("received", &["ngay nhan", "ngay tiep nhan", "ngay nop", "thoi gian tiep nhan", "thoi diem tiep nhan"]),
    ("outcome", &["ket qua", "tinh trang", "trang thai"]),
    ("channel", &["hinh thuc", "kenh", "phuong thuc"]),
    ("level", &["muc do", "cap do"]),
    ("unit", &["don vi", "co quan", "phong ban"]),
    ("procedure", &["thu tuc", "tthc"]),
];

/// Words that a head begins with where it is about somebody or somewhere, whatever follows.
const ABOUT: [&str; 6] = ["can bo", "cong chuc", "chuyen vien", "nguoi", "noi", "bo phan"];

/// Words of a channel, without Vietnamese marks.
const CHANNELS: [(Channel, &[&str]); 3] = [
    (
        Channel::Online,
        &["truc tuyen", "nop truc tuyen", "qua mang", "online", "dich vu cong truc tuyen", "cong dich vu cong"],
    ),
    (Channel::InPerson, &["truc tiep", "nop truc tiep", "tai cho", "mot cua", "tai bo phan mot cua"]),
    (
        Channel::Post,
        &[
            "buu chinh",
            "buu dien",
            "qua buu chinh",
            "qua buu dien",
            "dich vu buu chinh",
            "buu chinh cong ich",
            "dich vu buu chinh cong ich",
        ],
    ),
];

/// Words of an outcome, without Vietnamese marks.
const OUTCOMES: [(Outcome, &[&str]); 3] = [
    (Outcome::Granted, &["cap", "da cap", "dong y", "cap moi", "duoc cap"]),
    (Outcome::Refused, &["tu choi", "khong cap", "khong dong y", "tu choi cap"]),
    (Outcome::Withdrawn, &["rut", "rut ho so", "da rut", "xin rut ho so"]),
];

/// What the head of a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// This column of the register.
    Certain(usize),
    /// Something like it.
    Likely(usize),
    /// Who somebody is.
    Personal,
    /// Nothing of a register.
    Nothing,
}

/// Reads the head of a column; of heads over one another the last one counts too.
pub(super) fn said(head: &str) -> Said {
    let last = head.rsplit(BETWEEN).next().unwrap_or(head);
    let (whole, last) = (plain(head), plain(last));
    let by_column = DOSSIER_COLUMNS.iter().position(|own| plain(own) == whole);
    let certain = |(_, heads): &&(&str, &[&str])| heads.contains(&whole.as_str()) || heads.contains(&last.as_str());
    let certain = by_column.or_else(|| CERTAIN.iter().find(certain).and_then(|(column, _)| place(column)));
    if let Some(is) = certain {
        return Said::Certain(is);
    }
    if is_personal(head) {
        return Said::Personal;
    }
    let holds = |wanted: &&str| format!(" {whole} ").contains(&format!(" {wanted} "));
    // How somebody gets an answer is not how a dossier came in.
    let is_way_out = holds(&"hinh thuc") && holds(&"ket qua");
    if is_way_out || ABOUT.iter().any(|word| whole == *word || whole.starts_with(&format!("{word} "))) {
        return Said::Nothing;
    }
    let likely = LIKELY.iter().find(|(_, words)| words.iter().any(&holds));
    likely.and_then(|(column, _)| place(column)).map_or(Said::Nothing, Said::Likely)
}

/// Returns the place of a column in [`DOSSIER_COLUMNS`].
pub(super) fn place(column: &str) -> Option<usize> {
    DOSSIER_COLUMNS.iter().position(|own| *own == column)
}

/// Finds the channel that a word of an export means.
pub(super) fn channel(word: &str) -> Option<Channel> {
    let word = plain(word);
    CHANNELS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(channel, _)| *channel)
}

/// Finds the outcome that a word of an export probably means.
pub(super) fn outcome(word: &str) -> Option<Outcome> {
    let word = plain(word);
    OUTCOMES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(outcome, _)| *outcome)
}

/// Finds the level in a word such as "Mức 3" or "Mức độ 4".
pub(super) fn level(word: &str) -> Option<String> {
    let word = plain(word);
    let rest = ["muc do", "muc", "md", "level"].into_iter().find_map(|before| word.strip_prefix(before))?;
    let digit = rest.trim();
    ["2", "3", "4"].contains(&digit).then(|| digit.to_owned())
}

/// Without marks, and with one space between words.
fn plain(text: &str) -> String {
    let plain = unmarked(&fold(text));
    plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_say_which_column_it_is() {
        let is = |column: &str| place(column).expect("a column");
        for (head, column) in [
            ("Mã hồ sơ", "id"),
            ("MÃ TTHC", "procedure"),
            ("Thời gian / Ngày nhận", "received"),
            ("Ngày hẹn trả", "due"),
            ("Ngày trả kết quả", "resolved"),
            ("suspended-days", "suspended-days"),
        ] {
            assert_eq!(said(head), Said::Certain(is(column)), "{head}");
        }
        for (head, column) in
            [("Tình trạng hồ sơ", "outcome"), ("Ngày nhận từ bưu điện", "received"), ("Lý do gia hạn", "new-due")]
        {
            assert_eq!(said(head), Said::Likely(is(column)), "{head}");
        }
        for head in ["Họ và tên", "Số điện thoại", "Tên tổ chức, cá nhân nộp hồ sơ"] {
            assert_eq!(said(head), Said::Personal, "{head}");
        }
        for head in ["STT", "Ghi chú", "Phí", "Hình thức nhận kết quả", "Bộ phận tiếp nhận", "Cán bộ thụ lý"]
        {
            assert_eq!(said(head), Said::Nothing, "{head}");
        }
    }

    #[test]
    fn words_say_the_channel_and_the_level() {
        assert_eq!(channel("Trực tuyến"), Some(Channel::Online));
        assert_eq!(channel("Qua bưu điện"), Some(Channel::Post));
        assert_eq!(channel("Khác"), None);
        assert_eq!(level("Mức độ 4").as_deref(), Some("4"));
        assert_eq!(level("Toàn trình"), None);
    }
}
