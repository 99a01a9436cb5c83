//! The files of a new plan, small and commented, with a few made-up figures so that every command has something to show.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use crate::syntax::keys::{ROOT, json_schema};
use crate::text::Lang;

/// A file to be written, by its path within the plan's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// The path, with `/`.
    pub name: &'static str,
    /// What it holds.
    pub text: String,
}

/// Made-up figures of three months: carried over, received, resolved in time, resolved late, pending. In each month the sums hold, and
/// what is pending is carried over into the next.
const MONTHS: [[u32; 5]; 3] = [[4, 30, 27, 1, 6], [6, 34, 32, 2, 6], [6, 28, 29, 1, 4]];

/// Returns the files of a new plan for the year of a day, its figures those of the last months that were over by then.
pub fn new_plan(today: NaiveDate, lang: Lang) -> Vec<NewFile> {
    let (plan, note) = match lang {
        Lang::Vi => (include_str!("new_plan_vi.toml"), "số liệu minh họa"),
        Lang::En => (include_str!("new_plan_en.toml"), "made-up figures"),
    };
    let dated = plan.replace("{YEAR}", &today.year().to_string()).replace("{TODAY}", &today.to_string());
    vec![
        NewFile { name: "plan.toml", text: dated },
        NewFile { name: ".plan.schema.json", text: json_schema(&ROOT, lang) },
        NewFile { name: "data/ho-so.csv", text: figures(today, note) },
        NewFile { name: "data/deliverables.csv", text: "task,deliverable,number,issued,title,where,link\n".to_owned() },
        NewFile { name: "data/updates.csv", text: "date,period,task,unit,kind,text\n".to_owned() },
    ]
}

/// Returns rows for up to three months of the year, each received on the first day after it.
fn figures(today: NaiveDate, note: &str) -> String {
    let mut text =
        String::from("period,unit,reported,carried-over,received,resolved-in-time,resolved-late,pending,note\n");
    let over: Vec<u32> = (1..today.month()).collect();
    let shown = &over[over.len().saturating_sub(MONTHS.len())..];
    for (month, [opening, received, in_time, late, pending]) in shown.iter().zip(MONTHS) {
        let Some(reported) = NaiveDate::from_ymd_opt(today.year(), month + 1, 1) else { continue };
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "{:04}-{month:02},mot-cua,{reported},{opening},{received},{in_time},{late},{pending},{note}",
            today.year()
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_add_up() {
        let mut before = MONTHS[0][0];
        for [opening, received, in_time, late, pending] in MONTHS {
            assert_eq!(opening, before);
            assert_eq!(opening + received, in_time + late + pending);
            before = pending;
        }
    }
}
