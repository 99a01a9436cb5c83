//! Files as the program writes them, kept to be read. `UPDATE=1` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// Returns every part of an archive with its text, those that are no text left out.
pub fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = (0..archive.len())
        .map(|at| archive.by_index(at).expect("a part").name().expect("a name").into_owned())
        .collect();
    let mut parts = BTreeMap::new();
    for name in names {
        let mut text = String::new();
        if archive.by_name(&name).expect("a part").read_to_string(&mut text).is_ok() {
            parts.insert(name, text);
        }
    }
    parts
}

/// Returns a file as text: as it is, or the parts of an archive, a tag a line.
pub fn text(bytes: Vec<u8>, ending: &str) -> String {
    if !matches!(ending, "docx" | "xlsx") {
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let mut text = String::new();
    for (name, part) in unpacked(&bytes) {
        let lines = part.replace("><", ">\n<");
        write!(text, "=== {name}\n{lines}\n").expect("a text");
    }
    text
}

/// Compares texts with the files kept in a folder under `tests`, no file more and none less.
pub fn compare(folder: &str, texts: &[(&str, String)]) {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let is_update = std::env::var_os("UPDATE").is_some();
    for (name, now) in texts {
        let path = folder.join(name);
        if is_update {
            fs::create_dir_all(&folder).expect("make the folder");
            fs::write(&path, now).expect("write the file");
            continue;
        }
        let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (line, (kept, now)) in kept.lines().zip(now.lines()).enumerate() {
            assert_eq!(kept, now, "{name}:{} on the left, what the program writes on the right", line + 1);
        }
        assert_eq!(kept, *now, "{name}");
    }
    let entries = fs::read_dir(&folder).expect("the folder");
    let mut kept: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    kept.sort();
    let mut known: Vec<&str> = texts.iter().map(|(name, _)| *name).collect();
    known.sort_unstable();
    assert_eq!(kept, known);
}
