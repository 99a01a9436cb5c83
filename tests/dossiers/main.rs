//! The register of dossiers: what is counted of it, what is found wrong with it, what screens say of it.

#[path = "../common/mod.rs"]
mod common;

mod counted;
mod import;
mod page;
mod propose;
mod screens;
mod traps;

use common::Scratch;
use serde_json::Value;

/// Returns the figures counted for a unit and a period as of a day, in the order asked for.
fn counts(plan: &Scratch, as_of: &str, (unit, period): (&str, &str), measures: &str) -> Vec<Option<i64>> {
    let ran = plan.run(&format!("show so --as-of {as_of} --format json"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let rows = document["counted"].as_array().expect("a table");
    let row = rows.iter().find(|row| row["unit"] == unit && row["period"] == period);
    measures.split_whitespace().map(|measure| row.and_then(|row| row[measure].as_i64())).collect()
}

/// Returns the findings of a plan as `code file:line:column`, with those that are asked for by a name in their code.
fn findings(plan: &Scratch, like: &str) -> Vec<String> {
    let ran = plan.run("check --format json");
    let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let text = |own: &Value, key: &str| own[key].as_str().unwrap_or_default().to_owned();
    let list = document["findings"].as_array().expect("a list").iter();
    let list = list.filter(|own| text(own, "code").contains(like));
    let at = |own: &Value| {
        let place = &own["place"];
        format!("{} {}:{}:{}", text(own, "code"), text(place, "file"), place["line"], place["column"])
    };
    list.map(at).collect()
}
