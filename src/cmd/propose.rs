//! stub
use super::args::{Common, ImportArgs};
use super::failure::Failure;
use super::session::Exit;
use super::world::World;
pub(super) fn run(_a: &ImportArgs, _c: &Common, _w: &mut World<'_>) -> Result<Exit, Failure> { Err(Failure::OneFile) }
