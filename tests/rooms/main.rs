//! The rooms of the house: which part of the program may use which, read from its imports and paths.
#![expect(clippy::disallowed_methods, reason = "the test reads the program's source")]

mod scan;

use std::path::{Path, PathBuf};

use scan::{functions, lines_without_tests, named};

/// Each room with those it may use beside itself.
const ROOMS: [(&str, &[&str]); 10] = [
    ("text", &[]),
    ("diag", &["text"]),
    ("model", &["diag"]),
    ("syntax", &["diag", "text"]),
    ("load", &["syntax", "model", "diag", "text"]),
    ("files", &["diag"]),
    ("eval", &["model", "diag"]),
    ("view", &["eval", "model", "text"]),
    ("render", &["view", "diag", "text"]),
    ("edit", &["syntax", "model", "diag", "text"]),
];

/// What only some rooms may name.
const ALONE: [(&str, &[&str]); 11] = [
    ("std::fs", &["files"]),
    ("std::process", &["files"]),
    ("std::env", &["main"]),
    ("toml", &["syntax"]),
    ("csv", &["render", "syntax"]),
    ("csv_core", &["syntax"]),
    ("quick_xml", &["render", "syntax"]),
    ("zip", &["render", "syntax"]),
    ("rust_xlsxwriter", &["render"]),
    ("tempfile", &["files"]),
    ("clap", &["cmd"]),
];

/// The most lines of a file, its tests not counted.
const LONGEST: usize = 500;
/// A `mod.rs` lists and re-exports; a function in it stays under so many lines.
const TINY: usize = 10;

/// Returns what a file names that its room may not use.
fn forbidden(module: &[&str], source: &str) -> Vec<String> {
    let room = module.first().copied().unwrap_or_default();
    let allowed = ROOMS.iter().find(|(own, _)| *own == room).map_or(&[][..], |(_, allowed)| *allowed);
    let mut list = Vec::new();
    for own in named(module, source) {
        let path: Vec<&str> = own.path.iter().map(String::as_str).collect();
        let target = match (path[0], path.get(1)) {
            // Within the library the root itself holds nothing but rooms; the program stands outside it.
            ("crate", target) => Some(target.copied().unwrap_or_default()),
            ("plan", Some(target)) if room == "main" => Some(*target),
            _ => None,
        };
        let within = |target: &str| match room {
            "cmd" => target == "cmd" || ROOMS.iter().any(|(known, _)| *known == target),
            "main" => target == "cmd",
            "lib" => true,
            room => target == room || allowed.contains(&target),
        };
        if target.is_some_and(|target| !within(target)) {
            list.push(format!("line {}: {room} may not use {}", own.line, own.path.join("::")));
        }
        for (name, rooms) in ALONE {
            let parts: Vec<&str> = name.split("::").collect();
            let exit_code = room == "main" && path == ["std", "process", "ExitCode"];
            if path.starts_with(&parts) && !rooms.contains(&room) && !exit_code {
                list.push(format!("line {}: only {} may name {name}", own.line, rooms.join(", ")));
            }
        }
    }
    list
}

/// Returns every source file with its path of modules.
fn sources() -> Vec<(PathBuf, Vec<String>, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut list = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("list a folder of src") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("read a source file");
                let relative = path.strip_prefix(&root).expect("a file in src").with_extension("");
                let mut module: Vec<String> = relative.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                module.retain(|part| part != "mod");
                list.push((path, module, text));
            }
        }
    }
    list.sort();
    list
}

fn check(what: impl Fn(&Path, &[&str], &str) -> Vec<String>) {
    let mut found = Vec::new();
    for (path, module, text) in sources() {
        let module: Vec<&str> = module.iter().map(String::as_str).collect();
        found.extend(what(&path, &module, &text).into_iter().map(|own| format!("{}: {own}", path.display())));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_room_uses_only_the_rooms_it_may() {
    check(|_, module, text| forbidden(module, text));
}

#[test]
fn every_folder_of_the_source_is_a_room() {
    for (path, module, _) in sources() {
        let room = module.first().map(String::as_str).unwrap_or_default();
        let known = ["cmd", "main", "lib"].contains(&room) || ROOMS.iter().any(|(own, _)| *own == room);
        assert!(known, "{} is in no room", path.display());
    }
}

#[test]
fn no_file_is_too_long() {
    check(|path, _, text| {
        let lines = if path.ends_with("tests.rs") { 0 } else { lines_without_tests(text) };
        (lines > LONGEST).then(|| format!("{lines} lines")).into_iter().collect()
    });
}

#[test]
fn a_mod_file_lists_and_re_exports() {
    check(|path, _, text| {
        let functions = if path.ends_with("mod.rs") { functions(text) } else { Vec::new() };
        functions
            .into_iter()
            .filter(|(_, lines)| *lines >= TINY)
            .map(|(name, lines)| format!("fn {name} has {lines} lines"))
            .collect()
    });
}

#[test]
fn a_forbidden_use_is_caught_in_each_way_to_write_it() {
    let ways = [
        "use crate::load::Loaded;",
        "use crate::{diag::Place, load::Loaded};",
        "use crate::{diag::{Place, Spanned}, load::{self, Loaded}};",
        "use crate::load;",
        "use crate::load as l;",
        "pub(crate) use crate::load::*;",
        "use {std::io, crate::load::Loaded};",
        "use crate::{\n    // model::x\n    load::Loaded,\n};",
        "use super::super::load::Loaded;",
        "use super::super::{model::Plan, load::Loaded};",
        "fn f() { crate::load::plan(); }",
        "fn f() { super::super::load::plan(); }",
        "fn f(x: &crate::load::Loaded) {}",
        "fn f() -> Vec<crate::load::Loaded> { Vec::new() }",
        "fn f() { $crate::load::plan!(); }",
        "mod inner { use super::super::super::load::Loaded; }",
        "mod inner { mod more { fn f() { super::super::super::super::load::plan(); } } }",
        "mod inner {} use super::super::load::Loaded;",
        "fn f() { let q = '\"'; crate::load::plan(); let q = '\"'; }",
        "fn f<'a>(x: &'a str) { let r = r#\"\"\"#; crate::load::plan(); }",
        "use crate::*;",
        "use std::fs;",
        "use std::{io, fs::File};",
        "fn f() { std::process::exit(1); }",
        "use toml::Value;",
    ];
    for way in ways {
        assert!(!forbidden(&["eval", "reach"], way).is_empty(), "{way}");
    }
}

#[test]
fn what_a_room_may_use_is_not_caught() {
    let ways = [
        "use crate::{model::{Plan, Bound}, diag::Place, eval::Verdict};",
        "use super::value::{self, Amount};",
        "mod tests { use super::*; use super::super::Verdict; }",
        "// use crate::load::Loaded;\n/* crate::load::plan */ fn f() { say(\"crate::load::plan\"); }",
        "fn f() { say(r\"use crate::load::Loaded;\", b\"std::fs\", '\\'', \"\\\"crate::load::x\"); }",
        "fn f() -> impl Iterator<Item = u8> + use<'_> { load::plan() }",
        "use std::collections::BTreeMap;",
    ];
    for way in ways {
        assert_eq!(forbidden(&["eval", "reach"], way), Vec::<String>::new(), "{way}");
    }
    assert!(forbidden(&["files", "folder"], "use std::fs;").is_empty());
    assert!(forbidden(&["cmd", "run"], "use crate::{load::Loaded, edit::Change};").is_empty());
    assert!(forbidden(&["main"], "use std::process::ExitCode; use plan::cmd::{World, run};").is_empty());
    assert_eq!(forbidden(&["main"], "use std::process::exit; use plan::load::plan;").len(), 2);
    assert_eq!(forbidden(&["text", "lang"], "use crate::diag::Place;").len(), 1);
}

#[test]
fn tests_within_a_file_are_not_counted_and_functions_are_measured() {
    let source = "fn one() {\n    two();\n}\n\n#[cfg(test)]\nmod tests {\n    fn three() {}\n}\n";
    assert_eq!(lines_without_tests(source), 4);
    assert_eq!(functions(source), [("one".to_owned(), 3), ("three".to_owned(), 1)]);
    assert_eq!(functions("trait T { fn no_body(&self); }"), []);
}
