//! What the table of keys gives to those who write plan.toml and recipes: docs/plan.schema.json and docs/recipe.schema.json, which
//! editors read, and the lists of docs/plan-toml.md and docs/recipes.md. `UPDATE=1 cargo test --test plan_toml` writes all anew.
#![expect(clippy::disallowed_methods, reason = "a test reads the pages of the repository")]

mod common;
mod reference;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::Scratch;
use plan::syntax::keys::{RECIPE, REGISTER_RECIPE, ROOT};

const SCHEMA: &str = "docs/plan.schema.json";
const RECIPE_SCHEMA: &str = "docs/recipe.schema.json";
const RECIPES: &str = "docs/recipes.md";
const REGISTER_SCHEMA: &str = "docs/register-recipe.schema.json";
const REGISTER: &str = "docs/register.md";
const PAGE: &str = "docs/plan-toml.md";
const LIST: (&str, &str) =
    ("<!-- The lists are written by tests/plan_toml.rs. -->\n\n", "\n<!-- End of the lists. -->\n");

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Compares a file with what it should be, or writes it.
fn compare(name: &str, is: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(name), is).expect("the file can be written");
        return;
    }
    let was = read(name);
    let at = was.lines().zip(is.lines()).take_while(|(was, is)| was == is).count();
    let line = |text: &str| text.lines().nth(at).unwrap_or("the end").to_owned();
    let advice = "UPDATE=1 writes it anew; look at the difference";
    assert!(was == is, "{name}:{}: was {:?}, is {:?}; {advice}", at + 1, line(&was), line(is));
}

/// Runs `plan schema` in a folder without a plan.
fn schema(args: &[&str], locale: Option<&str>) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.arg("schema").args(args).current_dir(folder.path()).env_clear();
    command.envs(locale.map(|locale| ("LC_ALL", locale)));
    let done = command.output().expect("run the program");
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
    String::from_utf8(done.stdout).expect("the program prints UTF-8")
}

#[test]
fn the_schema_in_docs_is_the_one_that_the_program_prints() {
    compare(SCHEMA, &schema(&["--lang", "vi"], None));
    compare(RECIPE_SCHEMA, &schema(&["recipe", "--lang", "vi"], None));
    compare(REGISTER_SCHEMA, &schema(&["register", "--lang", "vi"], None));
    let first = read("plan.toml").lines().next().map(str::to_owned);
    assert_eq!(first.as_deref(), Some("#:schema docs/plan.schema.json"), "editors find the schema by this line");
}

#[test]
fn the_language_is_asked_for_or_the_plans_or_the_locales() {
    let (vi, en) = (schema(&["--lang", "vi"], Some("en_US.UTF-8")), schema(&["--lang", "en"], None));
    assert_ne!(vi, en);
    assert_eq!(schema(&[], None), vi);
    assert_eq!(schema(&[], Some("en_US.UTF-8")), en);
    let plan = Scratch::new("[plan]\nlanguage = \"en\"\nbroken = \n");
    assert_eq!(plan.run("schema").stdout, en);
    assert_eq!(plan.run("schema --lang vi").stdout, vi);
    let folder = plan.path().display().to_string();
    assert_eq!(schema(&["-C", &folder], Some("vi_VN.UTF-8")), en);
}

#[test]
fn the_pages_list_every_table_and_key() {
    for (name, whole) in [(PAGE, &ROOT), (RECIPES, &RECIPE), (REGISTER, &REGISTER_RECIPE)] {
        let page = read(name);
        let (before, rest) = page.split_once(LIST.0).expect("the page has a mark before the lists");
        let (_, after) = rest.split_once(LIST.1).expect("the page has a mark after the lists");
        compare(name, &[before, LIST.0, &reference::lists(whole), LIST.1, after].concat());
    }
}

/// Returns what stands between the fences of the only block of a language.
fn block(page: &str, language: &str) -> String {
    let (_, after) = page.split_once(&format!("\n```{language}\n")).expect("the page has an example");
    let (inside, after) = after.split_once("```\n").expect("the example is closed");
    assert!(!after.contains(&format!("\n```{language}\n")), "the page has one example");
    inside.to_owned()
}

#[test]
fn the_example_of_the_page_is_a_plan() {
    let page = read(PAGE);
    let example = block(&page, "toml");
    let plan = Scratch::new(&example).file("data/ho-so.csv", block(&page, "csv"));
    let status = plan.at("2020-07-31");
    assert_eq!(status.part("1.1", "verdict numerator denominator"), "met 57 60");
    // What is left out is what the page says it is by default.
    let mut spelt = example;
    for (short, long) in [
        ("year = 2020\n", "year = 2020\nwindow = \"calendar\"\n"),
        ("every = \"quarter\"\n", "every = \"quarter\"\nhistory = false\n"),
        ("kind = \"flow\" ", "kind = \"flow\", decimals = 0, fixed = false "),
        ("\n[[task]]", "decimals = 2\n\n[[task]]"),
        ("at-least = 95 ", "at-least = 95, over = \"year\", each-unit = false "),
    ] {
        assert!(spelt.contains(short), "the example has no {short:?}");
        spelt = spelt.replace(short, long);
    }
    let again = Scratch::new(&spelt).file("data/ho-so.csv", block(&page, "csv"));
    assert_eq!(again.at("2020-07-31"), status);
}
