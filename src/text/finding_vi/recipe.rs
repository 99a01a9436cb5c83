//! Findings about recipes, in Vietnamese.

use super::say;
use crate::text::{RecipeFault, Words};

pub(super) fn bad_address(text: &str, is_column: bool) -> Words {
    if is_column {
        say(format!("“{text}” không phải là cột của bảng tính"), "", "ghi chữ cái của cột, chẳng hạn C hoặc AA")
    } else {
        say(format!("“{text}” không phải là ô của bảng tính"), "", "ghi chữ cái của cột rồi số dòng, chẳng hạn A3")
    }
}

pub(super) fn bad_rows(text: &str) -> Words {
    say(
        format!("“{text}” không phải là các dòng của bảng tính"),
        "",
        "ghi số dòng, từ nhỏ đến lớn: 12 hoặc 82-85; ở header là [6, 7]",
    )
}

pub(super) fn columns(fault: &RecipeFault) -> Words {
    match fault {
        RecipeFault::NoLabel => say(
            "mẫu đọc không nói cột nào ghi tên của dòng",
            "",
            "thêm một [[column]] có is = \"label\" với at là chữ cái của cột đó",
        ),
        RecipeFault::SecondLabel => {
            say("có hai cột ghi tên của dòng", "cột thứ hai", "chỉ để một cột có is = \"label\"")
        }
        RecipeFault::NoFigures => say(
            "mẫu đọc không có cột số liệu nào",
            "",
            "thêm [[column]] có measure = \"...\", hoặc is = \"figures\" nếu mỗi dòng là một số liệu",
        ),
        RecipeFault::Unplaced => {
            say("không biết là cột nào", "", "thêm at (chữ cái của cột), head (tiêu đề), hoặc cả hai")
        }
        RecipeFault::ColumnTwice { column } => say(format!("cột {column} khai hai lần"), "lần thứ hai", "giữ lại một"),
        RecipeFault::RowTwice { name } => say(
            format!("dòng “{name}” khai hai lần"),
            "lần thứ hai",
            "giữ lại một; nếu là hai dòng khác nhau thì thêm at cho mỗi dòng",
        ),
        RecipeFault::PercentOfCount => {
            say("cột này là số đếm, không phải tỷ lệ phần trăm", "", "bỏ percent, hoặc sửa measure")
        }
        RecipeFault::MeasureTwice => say(
            "hai cột cùng ghi một số liệu",
            "cột thứ hai",
            "giữ lại cột đúng; nếu là của đơn vị hay kỳ khác thì khai thêm unit, period",
        ),
        RecipeFault::HeadWithoutHeader => {
            say("cột có head mà mẫu đọc không nói tiêu đề ở dòng nào", "", "thêm header, chẳng hạn header = [6, 7]")
        }
        RecipeFault::ColumnMisfit { rows, wanted } => {
            say(format!("cột này không hợp với rows = \"{rows}\""), "", format!("khi đó cột số liệu khai {wanted}"))
        }
        RecipeFault::RowMisfit { rows, wanted } => {
            say(format!("dòng này không hợp với rows = \"{rows}\""), "", format!("khi đó dòng khai {wanted}"))
        }
    }
}
