//! `plan schema`.

use std::path::Path;

use super::args::{Common, SchemaArg};
use super::failure::Failure;
use super::output;
use super::session::{Exit, declared_language, language};
use super::world::World;
use crate::syntax::keys::{RECIPE, REGISTER_RECIPE, ROOT, json_schema};

/// Runs the command. It needs no plan; one that is there only chooses the language.
pub(super) fn run(of: SchemaArg, file: Option<&Path>, common: &Common, world: &mut World<'_>) -> Result<Exit, Failure> {
    let lang = language(common, declared_language(common).as_deref(), world);
    let spec = match of {
        SchemaArg::Plan => &ROOT,
        SchemaArg::Recipe => &RECIPE,
        SchemaArg::Register => &REGISTER_RECIPE,
    };
    let schema = json_schema(spec, lang);
    match file.and_then(output::file) {
        Some(path) => {
            output::not_own(path, common)?;
            output::write(path, schema.as_bytes())?;
        }
        None => world.stdout.write_all(schema.as_bytes()).map_err(Failure::Write)?,
    }
    Ok(Exit::Fine)
}
