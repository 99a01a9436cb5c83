//! Heads of columns that say who somebody is. A register holds them; nothing here needs them.

use crate::syntax::names::{fold, unmarked};

/// What such heads hold, without Vietnamese marks; as whole words.
const PERSONAL: [&str; 43] = [
    "ho ten",
    "ho va ten",
    "nguoi nop",
    "nguoi lam",
    "nguoi dung ten",
    "nguoi nhan",
    "nguoi lien he",
    "chu ho so",
    "cong dan",
    "ten to chuc",
    "ten ca nhan",
    "to chuc ca nhan",
    "ca nhan to chuc",
    "ten khach hang",
    "khach hang",
    "doanh nghiep",
    "dia chi",
    "noi o",
    "thuong tru",
    "tam tru",
    "so nha",
    "dien thoai",
    "sdt",
    "so dt",
    "di dong",
    "zalo",
    "thu dien tu",
    "e mail",
    "email",
    "cmnd",
    "cccd",
    "can cuoc",
    "chung minh",
    "ho chieu",
    "dinh danh",
    "ngay sinh",
    "nam sinh",
    "gioi tinh",
    "dan toc",
    "chu ky",
    "ky nhan",
    "ma so thue",
    "mst",
];

/// The same in English.
const ENGLISH: [&str; 21] = [
    "name",
    "full name",
    "first name",
    "last name",
    "surname",
    "applicant",
    "citizen",
    "customer",
    "company",
    "address",
    "phone",
    "telephone",
    "mobile",
    "tel",
    "e mail",
    "email",
    "passport",
    "birthday",
    "birth",
    "gender",
    "tax code",
];

/// Tells whether a column with this head probably says who somebody is.
pub fn is_personal(head: &str) -> bool {
    let plain = unmarked(&fold(head));
    let words: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let holds = |wanted: &&str| {
        let wanted: Vec<&str> = wanted.split(' ').collect();
        words.windows(wanted.len()).any(|own| own == wanted)
    };
    let is_procedure = ["thu tuc", "tthc", "procedure", "linh vuc", "don vi", "co quan", "ho so"];
    let own = PERSONAL.iter().chain(&ENGLISH).find(|wanted| holds(wanted));
    // The name of a procedure, a field or a unit says nothing about anybody.
    match own {
        Some(&"name") => words.len() == 1 || !is_procedure.iter().any(holds),
        Some(_) => true,
        // "Họ" by itself; within other words it may be a dossier.
        None => words == ["ho"],
    }
}

/// Tells whether a text holds a Vietnamese telephone number: ten digits that begin as one of a mobile phone, or eleven with the country
/// before them, written together or parted by spaces or points.
pub(in crate::load) fn holds_telephone(text: &str) -> bool {
    // Most cells have too few digits to look at.
    if text.bytes().filter(u8::is_ascii_digit).count() < 10 {
        return false;
    }
    let parts = text.split(|own: char| !(own.is_ascii_digit() || own == '.' || own == ' '));
    parts.into_iter().any(|part| {
        let runs: Vec<&str> = part.split(['.', ' ']).filter(|run| !run.is_empty()).collect();
        (0..runs.len()).any(|first| (first..runs.len()).any(|last| is_telephone(&runs[first..=last].concat())))
    })
}

fn is_telephone(digits: &str) -> bool {
    let local = match digits.len() {
        10 => digits.strip_prefix('0'),
        11 => digits.strip_prefix("84"),
        _ => None,
    };
    local.is_some_and(|own| own.starts_with(['3', '5', '7', '8', '9']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_are_told_from_numbers_of_dossiers() {
        for text in ["0903111222", "Gọi anh An 0903.111.222", "số 12, ĐT 0903 111 222", "+84 903111222"] {
            assert!(holds_telephone(text), "{text}");
        }
        for text in [
            "MC-190110-001",
            "H06.14-191211-0001",
            "000.00.04.H06-191211-0001",
            "12/PXL-SKHCN",
            "2019-12-31 08:15",
            "QLCN-090311-1222",
        ] {
            assert!(!holds_telephone(text), "{text}");
        }
    }

    #[test]
    fn who_somebody_is_and_what_a_dossier_is() {
        for head in [
            "Họ và tên người nộp",
            "Họ tên",
            "HO TEN",
            "Địa chỉ",
            "Số điện thoại",
            "Điện thoại liên hệ",
            "SĐT",
            "Email",
            "CMND/CCCD",
            "Ngày sinh",
            "Tên tổ chức, cá nhân",
            "Chữ ký người nhận",
            "Chủ hồ sơ",
            "applicant",
            "full-name",
            "phone",
            "Name",
        ] {
            assert!(is_personal(head), "{head}");
        }
        for head in [
            "Mã hồ sơ",
            "Số hồ sơ",
            "Tên TTHC",
            "Tên thủ tục hành chính",
            "Procedure name",
            "Đơn vị",
            "Ngày nhận",
            "Ngày hẹn trả",
            "Ngày trả kết quả",
            "Kết quả",
            "Hình thức tiếp nhận",
            "Mức độ",
            "note",
            "id",
            "unit",
        ] {
            assert!(!is_personal(head), "{head}");
        }
    }
}
