//! `plan schema`.

use super::args::Common;
use super::failure::Failure;
use super::session::{Exit, declared_language, language};
use super::world::World;
use crate::syntax::keys::json_schema;

/// Runs the command. It needs no plan; one that is there only chooses the language.
pub(super) fn run(common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let lang = language(common, declared_language(common).as_deref(), world);
    world.stdout.write_all(json_schema(lang).as_bytes()).map_err(Failure::Write)?;
    Ok(Exit::Fine)
}
