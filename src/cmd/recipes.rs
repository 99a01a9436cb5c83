//! The recipes beside a plan.

use super::args::Common;
use super::failure::Failure;
use super::session::{Session, folder, not_utf8};
use crate::load;
use crate::model::{Recipe, RegisterRecipe};
use crate::syntax::names::nearest;

/// The word in the place of a recipe's name that asks for a new one.
pub(super) const NEW: &str = "new";

/// A recipe of either kind.
#[derive(Debug)]
pub(super) enum AnyRecipe {
    /// It reads figures of a form.
    Form(Recipe),
    /// It reads dossiers.
    Register(RegisterRecipe),
}

/// Reads every recipe, and adds what is wrong with them to the findings of the session.
pub(super) fn all(session: &mut Session, common: &Common) -> Result<Vec<AnyRecipe>, Failure> {
    let mut recipes = Vec::new();
    for (name, source, bytes) in folder(common)?.recipes()? {
        recipes.extend(one(session, &name, source, &bytes));
    }
    Ok(recipes)
}

/// Reads the recipe of a name; none if it is not right, which the findings of the session say.
pub(super) fn named(session: &mut Session, name: &str, common: &Common) -> Result<Option<AnyRecipe>, Failure> {
    let files = folder(common)?.recipes()?;
    let known: Vec<String> = files.iter().map(|(own, ..)| own.clone()).collect();
    // As the file is called where it is spoken of.
    let name = name.strip_prefix("recipes/").unwrap_or(name);
    let name = name.strip_suffix(".toml").unwrap_or(name);
    let found = files.into_iter().find(|(own, ..)| own == name);
    let Some((name, source, bytes)) = found else {
        let near = nearest(name, known.iter().map(String::as_str));
        return Err(Failure::NoRecipe { name: name.to_owned(), near, known: known.join(", ") });
    };
    Ok(one(session, &name, source, &bytes))
}

fn one(session: &mut Session, name: &str, source: crate::diag::Source, bytes: &[u8]) -> Option<AnyRecipe> {
    let id = session.sources.add(source);
    let mut found = Vec::new();
    let recipe = match std::str::from_utf8(bytes) {
        Ok(text) if load::is_of_register(id, text) => {
            load::register_recipe(session.loaded.as_ref()?, id, name, text, &mut found).map(AnyRecipe::Register)
        }
        Ok(text) => load::recipe(session.loaded.as_ref()?, id, name, text, &mut found).map(AnyRecipe::Form),
        Err(error) => {
            found.push(not_utf8(id, bytes, error.valid_up_to()));
            None
        }
    };
    session.add(found);
    recipe
}
