//! A plan whose figures are written by the program: two forms, three units, deliverables and updates.

use super::{Scratch, head};

/// Rows of form `f`: February is to come, and a note has what must be quoted.
pub const ROWS: &str = "period,unit,reported,new,done,all,mark,note\n\
    2019-01,a,2019-02-04,1,2,3,7.50,\n\
    2019-01,b,2019-02-04,4,5,9,-0.25,\"chậm, \"\"có lý do\"\"\"\n\
    2019-03,a,2019-04-04,6,7,13,8.00,\n";

/// Its plan.toml.
pub fn toml() -> String {
    format!(
        "{}[[unit]]\nid = \"a\"\nname = \"Phòng A\"\naliases = [\"P. A\"]\n\
         [[unit]]\nid = \"b\"\nname = \"Phòng B\"\n\
         [[unit]]\nid = \"c\"\nname = \"Phòng C\"\n\
         [[form]]\nid = \"f\"\ntitle = \"Biểu tháng\"\nevery = \"month\"\nprovenance = \"made-up\"\nunits = [\"a\", \"b\"]\n\
         due = {{ days = 5 }}\nidentities = [{{ total = \"all\", parts = [\"new\", \"done\"] }}]\nmeasures = [\n\
         {{ id = \"new\", name = \"Mới\", kind = \"flow\" }},\n\
         {{ id = \"done\", name = \"Xong\", kind = \"flow\" }},\n\
         {{ id = \"all\", name = \"Tổng số\", kind = \"flow\" }},\n\
         {{ id = \"mark\", name = \"Điểm\", kind = \"level\", decimals = 2 }},\n]\n\
         [[form]]\nid = \"g\"\ntitle = \"Biểu quý\"\nevery = \"quarter\"\nprovenance = \"made-up\"\nunits = [\"c\", \"a\"]\n\
         due = {{ days = 5 }}\nmeasures = [{{ id = \"n\", name = \"Số\", kind = \"flow\" }}]\n\
         [[task]]\nno = 1\ntitle = \"Việc một\"\nlead = [\"a\"]\nschedule = \"continuous\"\n\
         deliverables = [\"Kế hoạch\", \"Báo cáo\"]\n\
         [[task]]\nno = 2\ntitle = \"Việc hai\"\nlead = [\"b\"]\nschedule = \"continuous\"\n",
        head("language = \"vi\"\nupdates = { every = \"quarter\", due = { days = 5 } }")
    )
}

/// Makes the plan with the rows of form `f`.
pub fn reports() -> Scratch {
    Scratch::new(&toml()).file("data/f.csv", ROWS)
}
