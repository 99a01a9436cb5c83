//! Places in files under data/, and what stands there.

use std::ops::RangeInclusive;

use super::read;

/// How a page writes that a cell is blank.
const BLANK: [&str; 2] = ["(trống)", "(blank)"];

/// Checks `data/FILE.csv:LINES COLUMN = VALUE`.
pub(crate) fn check(code: &str) -> Result<(), String> {
    let (place, value) = code.split_once(" = ").ok_or("it does not say what stands there")?;
    let (place, column) = place.split_once(' ').ok_or("it names no column")?;
    let (file, lines) = place.split_once(':').ok_or("it names no line")?;
    let text = read(file);
    let mut rows = text.lines().map(cells);
    let head = rows.next().ok_or("the file is empty")?;
    let at = head.iter().position(|name| name == column).ok_or("there is no such column")?;
    let rows: Vec<Vec<String>> = rows.collect();
    let mut there = Vec::new();
    for range in lines.split(',') {
        for line in self::lines(range)? {
            let row = line.checked_sub(2).and_then(|row| rows.get(row)).ok_or(format!("there is no line {line}"))?;
            there.push(row.get(at).map_or("", String::as_str));
        }
    }
    let stands = match there[..] {
        [""] if BLANK.contains(&value) => return Ok(()),
        [cell] => cell.to_owned(),
        _ => {
            let cells = there.iter().map(|cell| cell.parse::<u64>().map_err(|_| format!("{cell:?} is no count")));
            cells.sum::<Result<u64, _>>()?.to_string()
        }
    };
    if stands == value { Ok(()) } else { Err(format!("{stands:?} stands there")) }
}

fn lines(range: &str) -> Result<RangeInclusive<usize>, String> {
    let number = |text: &str| text.parse::<usize>().map_err(|_| format!("{text:?} is no line"));
    match range.split_once('-') {
        Some((first, last)) => Ok(number(first)?..=number(last)?),
        None => number(range).map(|line| line..=line),
    }
}

/// Splits a line into its cells; no cell of the repository's files spans lines.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match (c, cells.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (_, Some(cell)) => cell.push(c),
            (_, None) => {}
        }
    }
    cells
}

#[test]
fn a_wrong_place_is_found() {
    assert_eq!(check("data/iso-communes.csv:3 communes-iso = 48"), Ok(()));
    assert_eq!(check("data/iso-communes.csv:2-3,5 communes-iso = 147"), Ok(()));
    assert_eq!(check("data/iso-communes.csv:2 note = (trống)"), Ok(()));
    assert_eq!(check("data/iso-communes.csv:3 communes-iso = 47"), Err("\"48\" stands there".to_owned()));
    assert!(check("data/iso-communes.csv:1 communes-iso = 48").is_err());
    assert!(check("data/iso-communes.csv:9 communes-iso = 48").is_err());
    assert!(check("data/iso-communes.csv:3").is_err());
    assert!(check("data/iso-communes.csv:3 communes = 82 x").is_err());
}

#[test]
fn quoted_cells_are_one() {
    assert_eq!(cells("1,\"a, b\",c,"), ["1", "a, b", "c", ""]);
}
