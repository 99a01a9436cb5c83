//! A letter of this repository's plan, as it is kept in git and as it is signed.

use std::fs;

use crate::common::{golden, ours};

#[test]
fn the_files_are_what_the_program_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().display();
    let args = format!("remind --period 2019-05 --as-of 2019-06-10 --by 2019-06-20 --unit phong-qlcn -o {path}");
    assert_eq!(ours(&args).code, 0);
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a letter");
    golden::compare(
        "remind/golden",
        &[
            ("2019-05-phong-qlcn.md", golden::text(read("2019-05-phong-qlcn.md"), "md")),
            ("2019-05-phong-qlcn.docx.txt", golden::text(read("2019-05-phong-qlcn.docx"), "docx")),
        ],
    );
}
