//! A recipe of a register: its file to the recipe, reporting every problem and stopping at none.

use super::called::offer_by_name;
use super::declared::word;
use crate::diag::{Diagnostic, Place, SourceId, Spanned};
use crate::load::plan::Loaded;
use crate::model::{Channel, DOSSIER_COLUMNS, DayOrder, RegisterColumn, RegisterRecipe, RegisterWord, UnitId};
use crate::syntax::check::is_id;
use crate::syntax::keys::REGISTER_RECIPE;
use crate::syntax::table::Grid;
use crate::syntax::{TableNode, check, parse, point_at_comments};
use crate::text::{Finding, Related};

/// Tells whether a recipe reads a register and not the figures of a form.
pub fn is_of_register(source: SourceId, text: &str) -> bool {
    parse(source, text).0.get("into").is_some()
}

/// Reads the recipe of a register; none if it cannot be used, the findings saying why.
pub fn register_recipe(
    loaded: &Loaded,
    source: SourceId,
    name: &str,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<RegisterRecipe> {
    let before = found.len();
    let (root, syntax) = parse(source, text);
    let readable = syntax.is_empty();
    found.extend(syntax);
    check(&root, &REGISTER_RECIPE, found);
    point_at_comments(source, text, &mut found[before..]);
    let recipe = if readable { declared(loaded, name, &root, found) } else { None };
    offer_by_name(loaded, None, &mut found[before..]);
    loaded.names.offer(&mut found[before..]);
    recipe.filter(|_| found.len() == before)
}

fn declared(loaded: &Loaded, name: &str, root: &TableNode, found: &mut Vec<Diagnostic>) -> Option<RegisterRecipe> {
    let file = root.text("file").unwrap_or(Spanned { value: name.to_owned(), place: root.place });
    if !is_id(&file.value) {
        found.push(Diagnostic::new(Finding::BadId { id: file.value.clone() }, file.place));
    }
    let columns: Vec<RegisterColumn> =
        root.tables("column").into_iter().filter_map(|table| column(table, found)).collect();
    for (at, own) in columns.iter().enumerate() {
        if let Some(first) = columns[..at].iter().find(|first| first.is == own.is) {
            let finding = Finding::RepeatedId { id: DOSSIER_COLUMNS[own.is].to_owned(), key: "is".to_owned() };
            found.push(Diagnostic::new(finding, own.place).with(first.place, Related::FirstHere));
        }
    }
    // Without these there is no dossier; the channel may be that of the whole table, the level that of the procedure, and the command
    // line may say the unit.
    let unit = root.text("unit").and_then(|id| unit(loaded, &id, found));
    let channel = word(root, "channel");
    for needed in ["id", "procedure", "channel", "received"] {
        let is_there = columns.iter().any(|own| DOSSIER_COLUMNS[own.is] == needed);
        if !is_there && (needed != "channel" || channel.is_none()) {
            let finding = Finding::RecipeLacksColumn { column: needed.to_owned() };
            found.push(Diagnostic::new(finding, root.key_place("into").unwrap_or(root.place)));
        }
    }
    let texts = |key: &str| root.texts(key).into_iter().map(|own| own.value).collect();
    Some(RegisterRecipe {
        name: name.to_owned(),
        file: file.value,
        sheet: word(root, "sheet"),
        header: header(root, found)?,
        dates: match word(root, "dates").as_deref() {
            Some("mm/dd/yyyy") => DayOrder::MonthFirst,
            Some(_) | None => DayOrder::DayFirst,
        },
        unit,
        channel: channel.as_deref().and_then(Channel::from_word),
        until: word(root, "until"),
        blank: texts("blank"),
        leave_out: texts("leave-out"),
        columns,
        words: root.tables("word").into_iter().filter_map(stands_for).collect(),
    })
}

fn unit(loaded: &Loaded, id: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<UnitId> {
    loaded.names.unit(id, found)
}

fn place_of(word: &str) -> Option<usize> {
    DOSSIER_COLUMNS.iter().position(|own| *own == word)
}

fn column(table: &TableNode, found: &mut Vec<Diagnostic>) -> Option<RegisterColumn> {
    let at = table.text("at").and_then(|letters| {
        let at = Grid::column(&letters.value);
        if at.is_none() {
            let finding = Finding::BadAddress { text: letters.value.clone(), is_column: true };
            found.push(Diagnostic::new(finding, letters.place));
        }
        at
    });
    let is = table.text("is")?;
    Some(RegisterColumn { at, head: word(table, "head"), is: place_of(&is.value)?, place: is.place })
}

fn stands_for(table: &TableNode) -> Option<RegisterWord> {
    let is = place_of(&table.text("is")?.value)?;
    Some(RegisterWord { is, says: table.text("says")?.value, means: table.text("means")?.value })
}

/// Reads the rows of the head.
fn header(root: &TableNode, found: &mut Vec<Diagnostic>) -> Option<(usize, usize)> {
    let node = root.get("header")?;
    let texts: Vec<String> = root.numbers("header").into_iter().map(|own| own.value).collect();
    let numbers: Vec<usize> = texts.iter().filter_map(|own| own.parse().ok()).collect();
    match numbers[..] {
        [first, last] if 1 <= first && first <= last => Some((first - 1, last - 1)),
        _ => {
            bad_rows(&texts, node.place, found);
            None
        }
    }
}

fn bad_rows(texts: &[String], place: Place, found: &mut Vec<Diagnostic>) {
    // That there are not two has been reported.
    if texts.len() == 2 {
        found.push(Diagnostic::new(Finding::BadRows { text: texts.join("-") }, place));
    }
}
