//! `plan init`.

use std::path::{Path, PathBuf};

use super::args::Common;
use super::failure::Failure;
use super::no_table::NoTable;
use super::reading::{Unread, read};
use super::session::{Exit, language, today};
use super::world::World;
use crate::edit::{new_plan, printed_plan};
use crate::files;
use crate::load;
use crate::model::{PrintedItem, PrintedPlan, PrintedTask};
use crate::render;
use crate::syntax::table::{Block, document};
use crate::text::{self, Lang, Say, say};

/// Runs the command. A relative folder is one within that of `-C`, as if one had gone there first; the file of the table is not, for
/// it is none of the plan's.
pub(super) fn run(
    folder: &Path,
    table: Option<&Path>,
    common: &Common,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let lang = language(common, None, world);
    let folder: PathBuf = common.directory.as_deref().unwrap_or(Path::new("")).join(folder);
    let today = today(world)?;
    let printed = table.map(printed).transpose()?;
    let files = match &printed {
        Some(plan) => printed_plan(plan, today, lang),
        None => new_plan(today, lang),
    };
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|file| (file.name, file.text.as_bytes())).collect();
    files::create(&folder, &bytes)?;
    let above = std::path::absolute(&folder).ok().and_then(|folder| files::Folder::find(folder.parent()?).ok());
    let shown = quoted(&folder);
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    let names = names.join(", ");
    let done = match &printed {
        Some(_) => Say::InitPrinted { folder: &shown, files: &names },
        None => Say::InitDone { folder: &shown, files: &names },
    };
    let text = render::fold(&say(done, lang), common.width.map(usize::from).or(world.columns));
    world.stdout.write_all(format!("{text}\n").as_bytes()).map_err(Failure::Write)?;
    world.stdout.flush().map_err(Failure::Write)?;
    if let Some(plan) = &printed {
        world.complain(&counts(plan, lang), common)?;
    }
    if let Some(other) = above {
        let note = say(Say::InitWithin { plan: &other.file().display().to_string() }, lang);
        world.complain(&render::harmless(&note), common)?;
    }
    Ok(Exit::Fine)
}

/// Reads the plan that a document prints.
fn printed(path: &Path) -> Result<PrintedPlan, Failure> {
    let blocks = read(path, document)?.map_err(|why| match why {
        Unread::For(why) => NoTable::Unread { path: path.to_owned(), why },
        Unread::Slow => NoTable::Defeats { path: path.to_owned(), why: Unread::Slow },
        Unread::Panicked => NoTable::Defeats { path: path.to_owned(), why: Unread::Panicked },
    })?;
    let plan = load::printed_plan(&blocks).map_err(|why| {
        let path = path.to_owned();
        // The table may be on a sheet that cannot be read.
        let unread = blocks.iter().find_map(|block| match block {
            Block::Table(grid) => grid.unread.clone(),
            Block::Text(_) => None,
        });
        match unread {
            Some(why) => NoTable::Unread { path, why: why.into() },
            None => NoTable::NoTasks { path, why },
        }
    })?;
    Ok(plan)
}

/// Says how much was found, and how much of it is left to people.
fn counts(plan: &PrintedPlan, lang: Lang) -> String {
    let groups = plan.parties.iter().filter(|party| party.is_group).count();
    let unclear = plan.tasks().filter(|task| task.when.schedule.is_none() && !task.when.printed.is_empty()).count();
    let blank =
        |task: &PrintedTask| usize::from(task.lead.parties.is_empty()) + usize::from(task.when.printed.is_empty());
    let others: usize = plan.tasks().map(|task| task.others.len()).sum();
    let lines = plan.items.iter().filter(|item| matches!(item, PrintedItem::Line(_))).count();
    let count = |count: usize| count.to_string();
    let counts = Say::InitCounts {
        tasks: &count(plan.tasks().count()),
        units: &count(plan.parties.len() - groups),
        groups: &count(groups),
        unclear: &count(unclear),
        blank: &count(plan.tasks().map(blank).sum()),
        lines: &count(lines + others + plan.heads.len() + plan.rest.len()),
    };
    let counts = say(counts, lang);
    if plan.unknown.is_empty() {
        return counts;
    }
    let heads: Vec<String> = plan.unknown.iter().map(|head| text::quoted(&render::harmless(head), lang)).collect();
    format!("{counts} {}", say(Say::InitUnknown { heads: &heads.join(", ") }, lang))
}

/// Writes a path so that it can be pasted into a shell, and does nothing to a terminal.
fn quoted(path: &Path) -> String {
    let text = render::harmless(&path.display().to_string());
    if text.chars().all(|c| c.is_alphanumeric() || "/\\.-_:".contains(c)) {
        text
    } else if text.contains(['"', '$', '`', '!', '\\']) {
        // Nothing is special within single quotes but the quote itself.
        format!("'{}'", text.replace('\'', "'\\''"))
    } else {
        format!("\"{text}\"")
    }
}
