//! The JSON Schema of plan.toml and of recipes, for editors: as much of the table of keys as that language can say.
//!
//! Written in draft 7, the newest that taplo reads. No keyword here but `type` and `anyOf` refuses a value of another type than it is
//! about, so that a key that is a word or a table needs no second schema, and an editor marks the one value that is wrong.
//! To TOML's dates JSON has no answer: a date is a text in the form of one. An editor therefore does not see quotes around a date.

use serde_json::{Map, Value as Json, json};

use super::{Choice, Key, Kind, Preset, RECIPE, TableSpec};
use crate::text::{Lang, Say, Word, say, word};

/// Lower-case ASCII letters, digits, and hyphens between them; `check::is_id` says the same.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// A day of every year, `12-31`; the 29th of February is in some years only.
const MONTH_DAY: &str =
    "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$";
/// `2019-06`, `2019-Q2`, `2019-H1`, `2019-9M`, `2019`.
const PERIOD: &str = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$";
/// Something but spaces.
const FILLED: &str = "\\S";

/// Returns the schema, keys and tables in the order of the table of keys, ending with a new line.
pub fn json_schema(spec: &TableSpec, lang: Lang) -> String {
    let mut schema = Map::new();
    let about = if std::ptr::eq(spec, &raw const RECIPE) { Say::AboutRecipeSchema } else { Say::AboutSchema };
    insert(&mut schema, "$schema", "http://json-schema.org/draft-07/schema#");
    insert(&mut schema, "description", say(about, lang));
    schema.append(&mut object(spec, lang));
    // Serializing a tree of texts and numbers cannot fail.
    let mut text = serde_json::to_string_pretty(&Json::Object(schema)).unwrap_or_default();
    text.push('\n');
    text
}

fn insert(map: &mut Map<String, Json>, key: &str, value: impl Into<Json>) {
    map.insert(key.to_owned(), value.into());
}

/// Describes a table: its keys, and what they have to do with each other.
fn object(spec: &TableSpec, lang: Lang) -> Map<String, Json> {
    let mut schema = Map::new();
    insert(&mut schema, "title", spec.name);
    insert(&mut schema, "type", "object");
    let properties: Map<_, _> = spec.keys.iter().map(|key| (key.name.to_owned(), property(spec, key, lang))).collect();
    insert(&mut schema, "properties", properties);
    insert(&mut schema, "additionalProperties", false);
    let required: Vec<_> = spec.keys.iter().filter(|key| key.required || is_only_way(spec, key)).collect();
    if !required.is_empty() {
        insert(&mut schema, "required", names(required.iter().map(|key| key.name)));
    }
    let dependencies: Map<_, _> = spec.keys.iter().filter_map(|key| dependency(spec, key)).collect();
    if !dependencies.is_empty() {
        insert(&mut schema, "dependencies", dependencies);
    }
    let conditions = conditions(spec);
    if !conditions.is_empty() {
        insert(&mut schema, "allOf", conditions);
    }
    schema
}

fn names<'a>(list: impl IntoIterator<Item = &'a str>) -> Vec<Json> {
    list.into_iter().map(Json::from).collect()
}

/// Tells whether there is no other way than this key.
fn is_only_way(spec: &TableSpec, key: &Key) -> bool {
    [spec.one_of, spec.ways].iter().any(|ways| matches!(ways, [way] if way.contains(&key.name)))
}

/// Says what the presence of a key asks for and forbids; none if it does neither.
fn dependency(spec: &TableSpec, key: &Key) -> Option<(String, Json)> {
    let (mut with, mut without): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for ways in [spec.one_of, spec.ways] {
        let Some(own) = ways.iter().position(|way| way.contains(&key.name)) else { continue };
        with.extend(ways[own].iter().filter(|name| **name != key.name));
        // The later of two ways is the one too many, so that it is marked only once.
        without.extend(ways[own + 1..].iter().copied().flatten());
    }
    without.extend(spec.apart.iter().filter(|(first, _)| *first == key.name).map(|(_, second)| second));
    let mut schema = Map::new();
    if !with.is_empty() {
        insert(&mut schema, "required", names(with));
    }
    if !without.is_empty() {
        let forbidden: Map<_, _> = without.into_iter().map(|name| (name.to_owned(), Json::Bool(false))).collect();
        insert(&mut schema, "properties", forbidden);
    }
    (!schema.is_empty()).then(|| (key.name.to_owned(), Json::Object(schema)))
}

/// Says which keys must be there, where that is not simply one.
fn conditions(spec: &TableSpec) -> Vec<Json> {
    let several = [spec.one_of, spec.ways].into_iter().filter(|ways| ways.len() > 1);
    // What else belongs to a way is asked for by each of its keys.
    let begun = several.map(|ways| {
        let keys = ways.iter().copied().flatten();
        json!({ "anyOf": keys.map(|key| json!({ "required": [key] })).collect::<Vec<_>>() })
    });
    let needs = spec.needs.iter().map(|need| {
        let has = Map::from_iter([(need.key.to_owned(), json!({ "enum": need.words }))]);
        let mut begun = json!({ "properties": has, "required": [need.key] });
        if let Some(other) = need.unless {
            begun["not"] = json!({ "required": [other] });
        }
        json!({ "if": begun, "then": { "required": [need.needed] } })
    });
    begun.chain(needs).collect()
}

/// Describes a key and its value.
fn property(spec: &TableSpec, key: &Key, lang: Lang) -> Json {
    let mut schema = Map::new();
    insert(&mut schema, "description", description(key, lang));
    if let Some(default) = key.default {
        let value = match default {
            Preset::Word(word) => Json::from(word),
            Preset::Integer(number) => Json::from(number),
            Preset::Boolean(flag) => Json::from(flag),
        };
        insert(&mut schema, "default", value);
    }
    let mut value = value(key, lang);
    if spec.is_filled(key) && value.get("items").is_some() && value.get("minItems").is_none() {
        insert(&mut value, "minItems", 1);
    }
    schema.append(&mut value);
    Json::Object(schema)
}

/// Words what a key is for: its meaning, its words, its default.
fn description(key: &Key, lang: Lang) -> String {
    let mut parts = vec![format!("{}.", capital(key.meaning(lang)))];
    parts.extend(key.choices.iter().map(|choice| format!("- `{}`: {}", choice.word, choice.meaning(lang))));
    parts.extend(key.default.map(|default| format!("{}: `{default}`", capital(word(Word::ByDefault, lang)))));
    parts.join("\n\n")
}

fn capital(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Describes what a value of a key may be.
fn value(key: &Key, lang: Lang) -> Map<String, Json> {
    let schema = match key.kind {
        Kind::Text => text(),
        Kind::Id | Kind::Ref(_) => json!({ "type": "string", "pattern": ID }),
        Kind::Texts => json!({ "type": "array", "items": text() }),
        Kind::Refs(_) => ids(),
        Kind::RefsOrWord(_, word) => either(&[word], key, "array", ids(), lang),
        Kind::Integer(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Kind::Number => number(),
        Kind::Range => json!({ "type": "array", "items": number(), "minItems": 2, "maxItems": 2 }),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Date => date(),
        Kind::Dates => json!({ "type": "array", "items": date() }),
        Kind::MonthDay => json!({ "type": "string", "pattern": MONTH_DAY }),
        Kind::Period => json!({ "type": "string", "pattern": PERIOD }),
        Kind::Word(words) => Json::Object(one_of_words(words, key.choices, lang)),
        Kind::Table(spec) => Json::Object(object(spec, lang)),
        Kind::Tables(spec) => json!({ "type": "array", "items": object(spec, lang) }),
        Kind::Each(each, spec) => json!({
            "type": "object",
            "propertyNames": { "enum": each },
            "additionalProperties": object(spec, lang),
        }),
        Kind::WordOrTable(words, spec) => either(words, key, "object", Json::Object(object(spec, lang)), lang),
        Kind::TextsOrTables(spec) => {
            let mut item = object(spec, lang);
            insert(&mut item, "type", names(["string", "object"]));
            insert(&mut item, "pattern", FILLED);
            json!({ "type": "array", "items": item })
        }
    };
    match schema {
        Json::Object(schema) => schema,
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => Map::new(),
    }
}

fn text() -> Json {
    json!({ "type": "string", "pattern": FILLED })
}

fn number() -> Json {
    json!({ "type": "number" })
}

fn date() -> Json {
    json!({ "type": "string", "format": "date" })
}

/// Nobody means an id twice; a measure named twice would be summed twice.
fn ids() -> Json {
    json!({ "type": "array", "items": { "type": "string", "pattern": ID }, "uniqueItems": true })
}

/// A few words with what they mean, which taplo shows where it offers them.
fn one_of_words(words: &[&str], choices: &[Choice], lang: Lang) -> Map<String, Json> {
    let mut schema = Map::new();
    insert(&mut schema, "type", "string");
    insert(&mut schema, "enum", names(words.iter().copied()));
    if !choices.is_empty() {
        let meanings = names(choices.iter().map(|choice| choice.meaning(lang)));
        insert(&mut schema, "x-taplo", json!({ "docs": { "enumValues": meanings } }));
    }
    schema
}

/// A few words, or a value of another type.
fn either(words: &[&str], key: &Key, other: &str, schema: Json, lang: Lang) -> Json {
    let mut schema = schema;
    schema["type"] = json!(["string", other]);
    schema["anyOf"] = json!([one_of_words(words, key.choices, lang), { "type": other }]);
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::keys::ROOT;

    fn schema(lang: Lang) -> Json {
        serde_json::from_str(&json_schema(&ROOT, lang)).unwrap()
    }

    #[test]
    fn every_table_of_the_schema_is_closed() {
        fn check(schema: &Json, at: &str) {
            if let Some(properties) = schema.get("properties").and_then(Json::as_object) {
                assert_eq!(schema["additionalProperties"], json!(false), "{at}");
                for (key, value) in properties {
                    assert!(value["description"].as_str().is_some_and(|text| text.len() > 3), "{at}.{key}");
                    check(value, &format!("{at}.{key}"));
                    check(&value["items"], &format!("{at}.{key}[]"));
                }
            }
        }
        check(&schema(Lang::Vi), "");
        check(&schema(Lang::En), "");
        check(&serde_json::from_str(&json_schema(&RECIPE, Lang::Vi)).unwrap(), "");
    }

    #[test]
    fn the_language_changes_words_alone() {
        fn bare(value: &mut Json) {
            if let Some(map) = value.as_object_mut() {
                // A table has a key of this name; its description is no text.
                map.retain(|key, value| key != "x-taplo" && !(key == "description" && value.is_string()));
                map.values_mut().for_each(bare);
            } else if let Some(list) = value.as_array_mut() {
                list.iter_mut().for_each(bare);
            }
        }
        let (mut vi, mut en) = (schema(Lang::Vi), schema(Lang::En));
        assert_ne!(vi, en);
        bare(&mut vi);
        bare(&mut en);
        assert_eq!(vi, en);
    }

    #[test]
    fn ways_exclude_each_other_and_are_whole() {
        let plan = &schema(Lang::En)["properties"]["plan"];
        assert_eq!(plan["dependencies"]["year"], json!({ "properties": { "from": false, "to": false } }));
        assert_eq!(plan["dependencies"]["from"], json!({ "required": ["to"] }));
        assert_eq!(plan["allOf"][0]["anyOf"][0], json!({ "required": ["year"] }));
        assert_eq!(schema(Lang::En)["required"], json!(["plan", "task"]));
    }

    #[test]
    fn a_list_that_must_hold_something_says_so() {
        let root = &schema(Lang::En)["properties"];
        let task = &root["task"]["items"]["properties"];
        assert_eq!(task["lead"]["minItems"], 1);
        assert_eq!(task["support"].get("minItems"), None);
        assert_eq!(root["indicator"]["items"]["properties"]["numerator"]["minItems"], 1);
        assert_eq!(root["task"]["minItems"], 1);
    }
}
