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

#[cfg(test)]
mod tests {
    use super::*;

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
