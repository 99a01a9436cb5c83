//! The report of this repository's plan in each format, as files to be read. `UPDATE=1 cargo test --test report` writes them anew.

use crate::common::golden;
use crate::parts::written;

/// Each file with what makes it. Of an archive every part is kept, one behind the other.
const FILES: [(&str, &str, &str); 7] = [
    ("2019-H1.md", "--period 2019-H1", "md"),
    ("2019-Q3-en.md", "--period 2019-Q3 --lang en --group lead", "md"),
    ("2019-H1.docx.txt", "--period 2019-H1", "docx"),
    ("2019-decree.docx.txt", "--period 2019 --number 12 --date 2020-03-09 --lang en", "docx"),
    ("2019-H1.xlsx.txt", "--period 2019-H1", "xlsx"),
    ("2019-9M.html", "--period 2019-9M", "html"),
    ("2019-Q1.json", "--period 2019-Q1", "json"),
];

#[test]
fn the_files_are_what_the_program_writes() {
    let texts: Vec<_> =
        FILES.iter().map(|(name, args, ending)| (*name, golden::text(written(args, ending), ending))).collect();
    golden::compare("report/golden", &texts);
}

#[test]
fn the_same_report_is_the_same_bytes() {
    for ending in ["docx", "xlsx", "md", "json", "csv", "txt"] {
        let args = "--period 2019-9M --group lead";
        assert!(written(args, ending) == written(args, ending), "{ending}");
    }
}
