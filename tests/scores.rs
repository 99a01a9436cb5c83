//! `plan record score` and data/scores.csv: points that people gave an index.
#![expect(clippy::disallowed_methods, reason = "a test reads the files of its own plan")]

mod common;

use common::{Scratch, Simple};

fn plan() -> Scratch {
    let simple = Simple::default();
    let index =
        "[[index]]\nid = \"par\"\nname = \"Chỉ số CCHC\"\n[[index]]\nid = \"sipas\"\nname = \"Chỉ số hài lòng\"\n";
    Scratch::new(&format!("{}{index}", simple.toml()))
}

fn scores(plan: &Scratch) -> String {
    std::fs::read_to_string(plan.path().join("data/scores.csv")).expect("the file is there")
}

#[test]
fn points_are_written_where_they_belong() {
    let plan = plan();
    for args in [
        "record score sipas 71 --round self",
        "record score par 84.25 --round appraisal-1 --note Trừ",
        "record score par 86.5 --round self --evidence 12/BC,tr.3",
    ] {
        let ran = plan.run(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, "Đã ghi: data/scores.csv\n"), "{args}");
    }
    assert_eq!(
        scores(&plan),
        "criterion,round,points,evidence,note\npar,self,86.5,\"12/BC,tr.3\",\npar,appraisal-1,84.25,,Trừ\n\
         sipas,self,71,,\n"
    );
    let shown = plan.run("show par --table scores --format csv");
    assert_eq!(
        shown.stdout,
        "round,points,evidence,note,where,as-of,made-up,incomplete\nself,86.5,\"12/BC,tr.3\",,data/scores.csv:2,2020-01-05,false,false\n\
         appraisal-1,84.25,,Trừ,data/scores.csv:3,2020-01-05,false,false\n"
    );
    assert_eq!(plan.run("fmt --check").code, 0);
}

#[test]
fn points_on_file_are_replaced_only_when_told() {
    let plan = plan();
    assert_eq!(plan.run("record score par 86.5 --round self --evidence 12/BC").code, 0);
    let before = scores(&plan);

    let same = plan.run("record score par 86.50 --round self --lang en");
    assert_eq!((same.code, scores(&plan)), (0, before.clone()), "{}", same.stderr);

    let other = plan.run("record score par 87 --round self --lang en");
    assert_eq!((other.code, scores(&plan)), (1, before.clone()));
    assert!(other.stderr.contains("is 86.5 on file, and now 87"), "{}", other.stderr);

    let trial = plan.run("record score par 87 --round self --replace --dry-run");
    assert_eq!((trial.code, scores(&plan)), (0, before));

    let told = plan.run("record score par 87 --round self --replace --lang en");
    assert_eq!((told.code, told.stderr.as_str()), (0, "Written: data/scores.csv\n"));
    assert_eq!(scores(&plan), "criterion,round,points,evidence,note\npar,self,87,12/BC,\n");
}

#[test]
fn what_is_no_number_of_points_is_not_written() {
    let plan = plan();
    for (points, code) in
        [("86,5", "bad-number"), ("-3", "bad-points"), ("1.00001", "bad-points"), ("=1+1", "bad-number")]
    {
        let ran = plan.run(&format!("record score par {points} --round self --lang en"));
        assert_eq!(ran.code, 1, "{points}");
        assert!(
            format!("{}{}", ran.stdout, ran.stderr).contains(&format!("error[{code}]")),
            "{points}: {}",
            ran.stderr
        );
        assert!(!plan.path().join("data/scores.csv").exists(), "{points}");
    }
    assert_eq!(plan.run("record score pra 3 --round self").code, 2);
    assert_eq!(plan.run("record score par 3 --round own").code, 2);
}

#[test]
fn every_mistake_in_the_file_is_named() {
    let rows =
        "criterion,round,points,evidence,note\npra,self,1,,\npar,own,1,,\npar,self,,,\npar,self,1,,\npar,self,2,,\n";
    let plan = plan().file("data/scores.csv", rows);
    let ran = plan.run("check --format concise --lang en");
    let found: Vec<String> = ran
        .stdout
        .lines()
        .filter_map(|line| {
            let (place, rest) = line.split_once(": ")?;
            Some(format!("{place} {}", rest.split_once('[')?.1.split_once(']')?.0))
        })
        .collect();
    assert_eq!(
        found,
        [
            "data/scores.csv:2:1 unknown-id",
            "data/scores.csv:3:5 not-one-of",
            "data/scores.csv:4:10 missing-cell",
            "data/scores.csv:6:1 repeated-id",
        ]
    );
}
