//! `[report]`.

use super::plan::SIGNER;
use super::{Key, Kind, TableSpec};
use crate::text::Noun;

pub(super) static REPORT: TableSpec = TableSpec::new(
    "[report]",
    &[
        Key::may(
            "symbol",
            Kind::Text,
            "ký hiệu sau số của báo cáo, chẳng hạn \"BC-SKHCN\"; nếu không ghi thì suy ra từ số của kế hoạch",
            "what stands behind the number of a report, such as \"BC-SKHCN\"; else it is made from the plan's number",
        ),
        Key::may(
            "subject",
            Kind::Text,
            "trích yếu của báo cáo, không kèm kỳ báo cáo: tên kỳ được thêm vào sau",
            "what the reports are about, without the period, which is added behind it",
        ),
        Key::may(
            "recipients",
            Kind::Texts,
            "nơi nhận báo cáo, mỗi nơi một dòng; nếu không ghi thì là nơi mà bộ phận theo dõi báo cáo, rồi nơi nhận của kế hoạch",
            "recipients of the report, one each; else the one that the monitor reports to, then those of the plan",
        ),
        Key::may(
            "signer",
            Kind::Table(&SIGNER),
            "người ký báo cáo, nếu không phải người ký kế hoạch",
            "who signs the report, if not who signed the plan",
        ),
        Key::may(
            "tables",
            Kind::Refs(&[Noun::Form]),
            "biểu mẫu in số liệu theo đơn vị ở phụ lục; nếu không ghi thì in mọi biểu mẫu",
            "the forms whose figures are appended by unit; else every form",
        ),
    ],
);
