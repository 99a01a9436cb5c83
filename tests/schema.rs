//! JSON is as docs/output.schema.json says, and the schema says nothing that is not there.
#![expect(clippy::disallowed_methods, reason = "the test reads the schema")]

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::register::Register;
use common::{Ran, Scratch, Simple, ours, rich};
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/output.schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the schema")).expect("JSON")
}

fn validator() -> Validator {
    assert!(jsonschema::meta::is_valid(&schema()), "the schema breaks the rules of schemas");
    jsonschema::validator_for(&schema()).expect("a schema")
}

/// Everything asked of the plan of this repository.
const OURS: [&str; 60] = [
    "check",
    "check late evidence names",
    "check late --lang en --limit 1",
    "status",
    "status --as-of 2019-01-05",
    "status --as-of 2019-03-31",
    "status --as-of 2019-06-30 --lang en",
    "status --as-of 2019-10-15 --unit mot-cua",
    "status --as-of 2019-06-30 --task 8",
    "status --verdict missed --sort verdict",
    "status --task 6 --verdict missed",
    "status --table parts",
    "status --table completion --lang en",
    "status --table head",
    "due --as-of 2019-09-30",
    "due --within 0d --unit to-cntt",
    "due --table units --as-of 2019-10-15 --lang en",
    "report --period 2019-Q1 --lang en",
    "report --period 2019-Q2 --number 7",
    "report --period 2019-9M --group lead",
    "report --period 2019 --date 2020-03-05",
    "report --period 2019-08 --group none",
    "report --period 2019-H1 --table figures",
    "show",
    "show plan",
    "show plan --lang en",
    "show 7",
    "show 7.2 --as-of 2019-06-30",
    "show 10 --lang en",
    "show on-time-rate --as-of 2019-10-15",
    "show on-time-rate --unit mot-cua",
    "show par-index-level",
    "show received",
    "show one-stop",
    "show index-levels",
    "show mot-cua --lang en",
    "show truc-thuoc",
    "show par-index",
    "show 2019-06",
    "score",
    "score --as-of 2019-06-30 --lang en",
    "score --unit mot-cua --table owners",
    "score --set it-plan-rate=50",
    "score --set resolved-late@2019-10=0 --lang en",
    "status --set on-time-rate=98 --set received-online@2019-12/mot-cua=90",
    "score --gain --as-of 2019-06-30",
    "score --gain --lang en",
    "score --gain --as-of 2019-09-15 --table steps",
    "show cchc-so",
    "show cchc-so/2.1.1",
    "show cchc-so/1.4 --lang en",
    "show cchc-so/2",
    "show cchc-so/1 --as-of 2019-06-30",
    "show cchc-so/2 --as-of 2019-09-15 --lang en",
    "show cchc-so/3 --as-of 2019-09-15",
    "dossiers --as-of 2019-10-05",
    "dossiers --as-of 2019-07-20 --lang en",
    "dossiers --measure resolved-late --period 2019-10",
    "show TDC-190607-003",
    "show TDC-190607-003 --as-of 2019-06-12 --lang en",
];

/// And of the plan that says everything.
const RICH: [&str; 28] = [
    "status",
    "status --as-of 2019-01-01",
    "status --as-of 2019-04-10",
    "status --as-of 2019-06-30 --lang en",
    "status --as-of 2019-11-15",
    "due --as-of 2019-01-10 --within 400d",
    "report --period 2019-Q2",
    "report --period 2019-H1 --as-of 2019-05-15 --lang en",
    "show",
    "show plan",
    "show 1 --as-of 2019-11-15",
    "show 2 --lang en",
    "show 3",
    "show 4",
    "show rate",
    "show marks --lang en",
    "show scores",
    "show standing",
    "show f",
    "show p --table rows",
    "show score",
    "show a",
    "show b --lang en",
    "show both",
    "show index",
    "show 2019-Q1 --lang en",
    "show 2019-Q3",
    "show 2019-04 --table reports",
];

/// Every document with what made it.
fn documents() -> Vec<(String, Value)> {
    let read = |args: &str, ran: &Ran| {
        assert!(ran.code < 2 && !ran.stdout.is_empty(), "{args}: {}", ran.stderr);
        (args.to_owned(), serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{args}: {error}")))
    };
    let json = |args: &str| format!("{args} --format json");
    let mut list: Vec<(String, Value)> = OURS.iter().map(|args| read(args, &ours(&json(args)))).collect();
    let scratch = rich();
    list.extend(RICH.iter().map(|args| read(args, &scratch.run(&json(args)))));
    let between = Scratch::new(
        &Simple { target: "between = [10, 90]", rows: "2019-01,a,2019-02-01,4,5", ..Simple::default() }.toml(),
    );
    list.push(read("report of two bounds", &between.run("report --period 2019-01 --format json")));
    let locked = rich();
    assert_eq!(locked.run("freeze 2019-Q1").code, 0);
    list.push(read("show 2019-Q1, locked", &locked.run("show 2019-Q1 --format json")));
    let broken = rich().file("data/g.csv", "period,unit,reported,mark,note\n2019-Q1,a,2019-04-04,sai,\n");
    for args in ["status --keep-going", "show marks --keep-going --lang en"] {
        let ran = broken.run(&json(args));
        assert_eq!(ran.code, 1, "{args}");
        list.push(read(args, &ran));
    }
    let register =
        Register { rows: "A1,P1,a,3,online,2019-01-03,2019-01-08,2019-01-08,granted", ..Register::default() };
    let register = register.scratch().file("data/so.csv", "period,unit,reported,received,received-online,received-direct,carried-over,resolved,resolved-early,resolved-on-time,resolved-late,pending,pending-in-time,pending-overdue,late-apologised,late-unapologised,note\n2019-01,a,2019-02-01,1,1,0,0,1,0,1,0,0,0,0,0,0,\n");
    let lively = Register {
        rules: "until = 2019-12-31\napology = { by = \"before-due\", new-dates = 1 }",
        rows: "A1,P1,a,3,online,2019-01-03,2019-01-08,2019-01-20,granted,1/XL,2019-02-03,2019-02-10 \
               A2,P1,a,3,post,2019-01-03,2019-01-08,,,,,2019-02-10 A3,P1,a,3,post,2019-01-03,2019-01-30,,,2/XL,2019-01-25,2019-02-12",
        ..Register::default()
    };
    let lively = lively.scratch();
    list.push(read("a lively register", &lively.run(&json("dossiers --as-of 2019-02-08"))));
    list.push(read("a lively dossier", &lively.run(&json("show A1 --as-of 2019-02-08"))));
    for args in ["show so --as-of 2019-03-10", "status --as-of 2019-03-10"] {
        list.push(read(args, &register.run(&json(args))));
    }
    list.extend(SCORED.map(|args| read(args, &scored().run(&json(args)))));
    let entered = Register {
        form: "due = { days = 5 }",
        measures: "resolved flow resolved; resolved-early flow; resolved-on-time flow; pending-overdue stock",
        rows: "A1,P1,a,3,online,2019-01-03,2019-01-08,2019-01-08,granted",
        ..Register::default()
    };
    let entered = entered.scratch().file("data/so.csv", "period,unit,reported,resolved,resolved-early,resolved-on-time,pending-overdue,note\n2019-01,a,2019-02-01,2,0,2,0,\n");
    list.push(read("show a form that is compared", &entered.run(&json("show so --as-of 2019-03-10"))));
    let recipe = "into = \"dossiers\"\nheader = [1, 1]\nunit = \"a\"\n".to_owned()
        + &["id", "procedure", "level", "channel", "received"]
            .map(|is| format!("[[column]]\nis = \"{is}\"\nhead = \"{is}\"\n"))
            .concat();
    let table = "id;procedure;level;channel;received;Họ tên\nA7;P1;3;post;03/01/2019;X\n";
    let exported = Register::default().scratch().file("recipes/so.toml", recipe).file("so.csv", table);
    list.push(read("an export of a register", &exported.run(&json("import so.csv --recipe so --dry-run"))));
    let scratch = forms_come_back();
    for args in IMPORTED {
        list.push(read(args, &scratch.run(&json(args))));
    }
    for (args, scratch) in BROKEN.into_iter().zip(broken_plans()) {
        list.push(read(args, &scratch.run(&json(args))));
    }
    list
}

/// Asked of a plan that is scored.
const SCORED: [&str; 4] = ["score", "show x", "show x/1", "report --period 2019"];

/// A plan with points of the second appraisal, and a document that its criteria are of.
fn scored() -> Scratch {
    let index = "[[index]]\nid = \"x\"\nname = \"Chỉ số\"\nsource = \"1/QĐ\"\nwithout-survey = true\n[[index.criterion]]\nno = \"1\"\nname = \"Một\"\n\
                 max = 2\nrule = \"manual\"\nnote = \"Ghi chú\"\n";
    Scratch::new(&format!("{}{index}", Simple::default().toml()))
        .file("data/scores.csv", "criterion,round,points,evidence,note\nx/1,appraisal-2,1,,\n")
}

/// Asked of forms that came back.
const IMPORTED: [&str; 9] = [
    "import part.csv --dry-run",
    "import good.csv --dry-run",
    "import good.csv other.csv --replace --dry-run --lang en",
    "import good.csv other.csv wrong.csv blank.csv plan.toml --yes",
    "import good.csv --dry-run --table files",
    "import wrong.csv --dry-run --table cells --lang en",
    "import table.csv --recipe table --period 2019-02 --dry-run",
    "import table.csv --recipe new --dry-run",
    "import table.csv --recipe new --form f --likely --period 2019-02 --name other",
];

/// A form of a month to come; one of a month on file with another figure; one with a figure that is none, one nobody asks for, and
/// a measure twice; one with nothing in it; one with a blank cell and a row that is gone. A table of another kind, and how it is read.
fn forms_come_back() -> Scratch {
    let scratch = rich();
    let ran = scratch.run("form f --period 2019-02 --unit b --format csv -o forms");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let february = scratch.text("forms/f-2019-02-b.csv");
    let of_g = "\nplan-form,g,2019-Q4,a,2/KH\n";
    let form = |rows: &str| format!("Mã,,,,Kỳ này\n{rows}{of_g}");
    let is_measure = |line: &&str| line.starts_with("good,") || line.starts_with("bad,");
    let first = february.lines().find(is_measure).expect("a measure");
    let (second, rest) =
        (february.lines().filter(is_measure).nth(1).expect("another"), first.rsplit_once(',').expect("cells").0);
    let part = february.replace(first, &format!("{rest},")).replace(&format!("{second}\r\n"), "");
    let recipe = "form = \"f\"\nheader = [2, 2]\nrows = \"units\"\ndecimal = \"comma\"\ndash = \"zero\"\nround = true\n\
                  [[column]]\nat = \"A\"\nis = \"label\"\n[[column]]\nhead = \"Đúng\"\nmeasure = \"good\"\n\
                  [[column]]\nhead = \"Sai\"\nmeasure = \"bad\"\n[[column]]\nhead = \"Cộng\"\nmeasure = \"all\"\n\
                  [[column]]\nhead = \"Ngày nhận\"\nis = \"reported\"\n";
    scratch
        .file("recipes/table.toml", recipe)
        .file("table.csv", "Đơn vị tính: hồ sơ;;;;;\nĐơn vị;Đúng;Sai;Cộng;Đầu kì;Ngày nhận\nPhòng A;6;-;6,25;1;2019-12-31\nPhòng C;1;2;3;4;\n")
        .file("part.csv", part)
        .file("good.csv", form("mark,,,,7.25\nnote,,Ghi chú,,\n"))
        .file("other.csv", february.replace("good,Đúng,hồ sơ,,6", "good,Đúng,hồ sơ,,7"))
        .file("wrong.csv", form("mark,,,,7.255\nmark,,,,7\nextra,,,,9\n"))
        .file("blank.csv", form("mark,,,,\n"))
}

/// Asked of plans with mistakes, one each.
const BROKEN: [&str; 4] = ["check", "check --lang en", "check late evidence names", "check --limit 0"];

/// A wrong number, which has its measure for a second place; a plan that cannot be read; one that can, but not far enough for
/// what is asked by name; one with more findings than are listed.
fn broken_plans() -> [Scratch; 4] {
    let wrong = "period,unit,reported,mark,note\n2019-Q1,a,2019-04-04,sai,\n";
    [
        rich().file("data/g.csv", wrong),
        Scratch::new("[plan\n").file("data/f.csv", "period,unit\n2019-01,a,7\n"),
        Scratch::new(&Simple { target: "at-least = \"x\"", ..Simple::default() }.toml()),
        rich().file("data/g.csv", wrong),
    ]
}

#[test]
fn findings_of_every_kind_are_in_the_answers_that_the_schema_is_held_to() {
    let documents = documents();
    let checks = || documents.iter().map(|(_, document)| document).filter(|document| document["command"] == "check");
    let findings = || checks().filter_map(|document| document["findings"].as_array()).flatten();
    let holds = |key: &str| checks().any(|document| document[key].as_array().is_some_and(|list| !list.is_empty()));
    assert!(findings().any(|one| one["severity"] == "error"), "an error");
    assert!(findings().any(|one| one["severity"] == "warning"), "a warning");
    assert!(findings().any(|one| one["related"].as_array().is_some_and(|list| !list.is_empty())), "another place");
    assert!(checks().any(|document| document["data-checked"] == false), "data that could not be checked");
    assert!(holds("checks-not-done"), "checks that could not be done");
    let cut = |own: &Value| own["errors"] == 1 && own["findings"].as_array().is_some_and(Vec::is_empty);
    assert!(checks().any(cut), "more findings than are listed");
}

#[test]
fn cells_of_every_fate_are_in_the_answers_that_the_schema_is_held_to() {
    let documents = documents();
    let cells = || documents.iter().filter_map(|(_, document)| document["cells"].as_array()).flatten();
    let schema = schema();
    let fates = schema.pointer("/$defs/import/properties/cells/items/properties/fate/enum").expect("the fates");
    for fate in fates.as_array().expect("a list") {
        assert!(cells().any(|cell| cell["fate"] == *fate), "{fate}");
    }
    // The page names them too.
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.md")).expect("the page");
    for fate in fates.as_array().expect("a list") {
        assert!(page.contains(&format!("| `{}` |", fate.as_str().expect("a word"))), "{fate}");
    }
}

#[test]
fn a_wrong_answer_of_import_is_refused() {
    let validator = validator();
    let scratch = forms_come_back();
    let spoils: [Spoil; 7] = [
        ("good.csv", "a head", |own| own["head"] = json!({})),
        ("good.csv", "a key nobody knows", |own| own["files"][0]["extra"] = json!(1)),
        ("good.csv", "a fate in words", |own| own["cells"][0]["fate"] = json!("ghi mới")),
        ("good.csv", "an address by numbers", |own| own["cells"][0]["cell"] = json!("2:5")),
        ("good.csv", "a figure that is none", |own| own["cells"][0]["new"] = json!(7.25)),
        ("wrong.csv", "no reason", |own| drop(own["cells"][0].as_object_mut().expect("a cell").remove("why"))),
        ("wrong.csv", "blanks as a text", |own| own["files"][0]["blank"] = json!("1")),
    ];
    for (file, what, spoil) in spoils {
        let ran = scratch.run(&format!("import {file} --dry-run --format json"));
        let mut document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert!(validator.is_valid(&document), "{}", ran.stdout);
        spoil(&mut document);
        assert!(!validator.is_valid(&document), "{what} is not refused");
    }
}

#[test]
fn every_answer_is_as_the_schema_says() {
    let validator = validator();
    for (args, document) in documents() {
        let errors: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{args}:\n{}", errors.join("\n"));
    }
}

/// Changes a document, and says what is wrong with it then.
type Spoil = (&'static str, &'static str, fn(&mut Value));

#[test]
fn a_wrong_document_is_refused() {
    let validator = validator();
    let spoils: [Spoil; 14] = [
        ("status", "a key nobody knows", |own| own["extra"] = json!(1)),
        ("status", "no version", |own| drop(own.as_object_mut().expect("an object").remove("version"))),
        ("status", "another version", |own| own["version"] = json!(2)),
        ("status", "a command that is not there", |own| own["command"] = json!("check")),
        ("status", "a table of show", |own| own["history"] = json!([])),
        ("status", "a language nobody has", |own| own["language"] = json!("fr")),
        ("status", "a number in quotes", |own| own["parts"][0]["task"] = json!("1")),
        ("status", "a verdict in words", |own| own["parts"][0]["verdict"] = json!("đạt")),
        ("status", "a key too many in a row", |own| own["parts"][0]["extra"] = json!(null)),
        ("status", "a key too few", |own| drop(own["tasks"][0].as_object_mut().expect("a row").remove("title"))),
        ("status", "a day as it is printed", |own| own["head"]["as-of"] = json!("31/12/2019")),
        ("show on-time-rate", "a rate as a list", |own| own["history"][0]["in-period"] = json!([1, 2, 50])),
        ("show on-time-rate", "a figure in words", |own| own["inputs"][0]["resolved"] = json!("54")),
        ("show on-time-rate", "facts of another subject", |own| own["task"] = json!({"lead": "a", "schedule": "by"})),
    ];
    for (args, what, spoil) in spoils {
        let mut document: Value = serde_json::from_str(&ours(&format!("{args} --format json")).stdout).expect("JSON");
        assert!(validator.is_valid(&document), "{args}");
        spoil(&mut document);
        assert!(!validator.is_valid(&document), "{what} is not refused");
    }
}

#[test]
fn a_wrong_list_of_findings_is_refused() {
    let validator = validator();
    let [scratch, ..] = broken_plans();
    let spoils: [Spoil; 17] = [
        ("check", "a key nobody knows", |own| own["extra"] = json!(1)),
        ("check", "no number of errors", |own| drop(own.as_object_mut().expect("an object").remove("errors"))),
        ("check", "a number of errors below zero", |own| own["errors"] = json!(-1)),
        ("check", "a number of warnings in quotes", |own| own["warnings"] = json!("0")),
        ("check", "a word for whether data was checked", |own| own["data-checked"] = json!("no")),
        ("check", "a check that can always be done", |own| own["checks-not-done"] = json!(["names"])),
        ("check", "findings that are no list", |own| own["findings"] = json!({})),
        ("check", "a head", |own| own["head"] = json!({})),
        ("check", "a table of status", |own| own["parts"] = json!([])),
        ("check", "a severity in words", |own| own["findings"][0]["severity"] = json!("lỗi")),
        ("check", "a finding without a code", |own| {
            drop(own["findings"][0].as_object_mut().expect("one").remove("code"));
        }),
        ("check", "a finding with a key too many", |own| own["findings"][0]["extra"] = json!(null)),
        ("check", "a place in words", |own| own["findings"][0]["place"] = json!("data/g.csv:2:22")),
        ("check", "a place without a file", |own| {
            drop(own["findings"][0]["place"].as_object_mut().expect("a place").remove("file"));
        }),
        ("check", "a line before the first", |own| own["findings"][0]["place"]["line"] = json!(0)),
        ("check", "a column before the first", |own| own["findings"][1]["related"][0]["column"] = json!(0)),
        ("check", "another place without a label", |own| {
            drop(own["findings"][1]["related"][0].as_object_mut().expect("a place").remove("label"));
        }),
    ];
    for (args, what, spoil) in spoils {
        let ran = scratch.run(&format!("{args} --format json"));
        let mut document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert!(validator.is_valid(&document), "{}", ran.stdout);
        spoil(&mut document);
        assert!(!validator.is_valid(&document), "{what} is not refused");
    }
}

/// Follows a reference within the schema.
fn resolved<'a>(schema: &'a Value, own: &'a Value) -> &'a Value {
    match own["$ref"].as_str() {
        Some(place) => schema.pointer(place.trim_start_matches('#')).expect("a reference that leads somewhere"),
        None => own,
    }
}

/// Lists every property as `parent.key`, and those that nothing describes.
fn named(schema: &Value, own: &Value, parent: &str, names: &mut BTreeSet<String>, silent: &mut BTreeSet<String>) {
    let own = resolved(schema, own);
    let alternatives = ["anyOf", "allOf", "oneOf"].into_iter().filter_map(|key| own[key].as_array()).flatten();
    for more in alternatives.chain([&own["items"], &own["then"]]).filter(|more| !more.is_null()) {
        named(schema, more, parent, names, silent);
    }
    for (key, value) in own["properties"].as_object().into_iter().flatten() {
        let name = format!("{parent}.{key}");
        if value["description"].is_null() && resolved(schema, value)["description"].is_null() {
            silent.insert(name.clone());
        }
        // A condition names a key without saying what it is.
        named(schema, value, key, names, silent);
        names.insert(name);
    }
}

/// Lists every key that is there as `parent.key`, those that are always null left out.
fn found(value: &Value, parent: &str, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter().filter(|(_, value)| !value.is_null()) {
                names.insert(format!("{parent}.{key}"));
                found(value, key, names);
            }
        }
        Value::Array(list) => list.iter().for_each(|own| found(own, parent, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_property_is_described_and_holds_something_somewhere() {
    let schema = schema();
    let documents = documents();
    let commands: [(&str, &[&str]); 8] = [
        ("score", &["score"]),
        ("dossiers", &["dossiers"]),
        ("check", &["check"]),
        ("due", &["due"]),
        ("report", &["report"]),
        ("import", &["import"]),
        ("status", &["status"]),
        (
            "show",
            &[
                "show-list",
                "show-plan",
                "show-task",
                "show-indicator",
                "show-measure",
                "show-form",
                "show-unit",
                "show-group",
                "show-index",
                "show-criterion",
                "show-period",
                "show-dossier",
            ],
        ),
    ];
    let mut walked = BTreeSet::from(["root".to_owned()]);
    for (command, answers) in commands {
        let mut there = BTreeSet::new();
        for (_, document) in documents.iter().filter(|(_, document)| document["command"] == *command) {
            found(document, "", &mut there);
        }
        for answer in answers {
            let (mut names, mut silent) = (BTreeSet::new(), BTreeSet::new());
            named(&schema, &schema["$defs"][answer], "", &mut names, &mut silent);
            assert!(silent.is_empty(), "{answer}: no description: {silent:?}");
            let stale: Vec<_> = names.difference(&there).collect();
            assert!(stale.is_empty(), "{answer}: in no answer, or null in all: {stale:?}");
            walked.insert((*answer).to_owned());
        }
    }
    let answers = schema["$defs"].as_object().expect("definitions").keys();
    let unwalked: Vec<_> = answers.filter(|name| name.starts_with("show-") && !walked.contains(*name)).collect();
    assert!(unwalked.is_empty(), "nobody looks at {unwalked:?}");
}
