//! `plan init`.

use std::path::{Path, PathBuf};

use super::args::Common;
use super::failure::Failure;
use super::session::{Exit, complaint_columns, language, today};
use super::world::World;
use crate::edit::new_plan;
use crate::files;
use crate::render;
use crate::text::{Say, say};

/// Runs the command. A relative folder is one within that of `-C`, as if one had gone there first.
pub(super) fn run(folder: &Path, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let lang = language(common, None, world);
    let folder: PathBuf = common.directory.as_deref().unwrap_or(Path::new("")).join(folder);
    let files = new_plan(today(world)?, lang);
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|file| (file.name, file.text.as_bytes())).collect();
    files::create(&folder, &bytes)?;
    let above = std::path::absolute(&folder).ok().and_then(|folder| files::Folder::find(folder.parent()?).ok());
    let shown = quoted(&folder);
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    let text = say(Say::InitDone { folder: &shown, files: &names.join(", ") }, lang);
    let text = render::fold(&text, common.width.map(usize::from).or(world.columns));
    world.stdout.write_all(format!("{text}\n").as_bytes()).map_err(Failure::Write)?;
    if let Some(other) = above {
        let note = say(Say::InitWithin { plan: &other.file().display().to_string() }, lang);
        let note = format!("{}\n", render::fold(&render::harmless(&note), complaint_columns(common, world)));
        world.stdout.flush().and_then(|()| world.stderr.write_all(note.as_bytes())).map_err(Failure::Write)?;
    }
    Ok(Exit::Fine)
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
