//! What every command that changes the plan's files does, in this order: lock, read, plan the change, read it as if it were made,
//! show it, write it whole.

use std::collections::BTreeMap;

use super::args::Common;
use super::ask;
use super::failure::Failure;
use super::meaning::Meaning;
use super::no_change::NoChange;
use super::session::{Exit, Read, Session, folder};
use super::world::World;
use crate::diag::{Diagnostic, Severity, SourceId};
use crate::edit::{Change, TextFile};
use crate::files::{Folder, Lock, Replacing, Unchanged};
use crate::render;
use crate::syntax::fingerprint::fingerprint;
use crate::text::{Say, say};

/// How many findings are kept of what a change would do.
const KEPT: usize = 500;

/// A plan whose files are about to change. Nobody else changes them while the lock is held.
pub(super) struct Changing {
    folder: Folder,
    _lock: Option<Lock>,
    pub(super) session: Session,
    /// What was wrong before, and how often; a change is not to blame for it.
    before: BTreeMap<String, usize>,
    meaning: Meaning,
    /// What the files say, folded for today.
    pub(super) read: Option<Read>,
}

/// What a change may do to what data/ says.
#[derive(Clone, Copy, Debug)]
pub(super) enum May<'a> {
    /// Nothing: only how it is written.
    Rewrite,
    /// Add rows, and change the reports of these keys.
    Add(&'a [String]),
}

/// What came of a planned change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// The files are changed, or would be.
    Done,
    /// The files would have mistakes that they have not now, which have been said; nothing is changed.
    Refused,
}

impl Changing {
    /// Locks the plan's folder, unless this is a trial, and reads the plan; none if plan.toml has errors, which have been said:
    /// nothing can be put in its place then.
    pub(super) fn begin(is_trial: bool, common: &Common, world: &mut World<'_>) -> Result<Option<Self>, Failure> {
        let folder = folder(common)?;
        // A trial may look at a plan that nobody may write to, and leaves nothing behind.
        let lock = if is_trial { None } else { Some(folder.lock()?) };
        let mut session = Session::open_over(&[], KEPT, common, world)?;
        if !session.is_sound() || !session.is_data_checked() {
            session.complain(common, world)?;
            return Ok(None);
        }
        let read = session.read(None, |_, _, _| Vec::new())?;
        let before = counted(&session.found);
        let meaning = Meaning::of(&session, read.as_ref())?;
        Ok(Some(Self { folder, _lock: lock, session, before, meaning, read }))
    }

    /// Waits for an answer without keeping others waiting: the lock is let go, and taken again for a yes. If anybody has changed the
    /// plan meanwhile, what was planned is looked at anew; nothing may be written if that was refused.
    pub(super) fn ask(
        self,
        question: &str,
        (changes, may): (&[Change], May<'_>),
        common: &Common,
        world: &mut World<'_>,
    ) -> Result<Option<Self>, Failure> {
        let before = (self.folder.plan()?.1, self.marks()?);
        let lang = self.session.lang;
        drop(self);
        if !ask::yes(question, lang, world)? {
            return Err(Failure::Change(NoChange::Abandoned));
        }
        let Some(now) = Self::begin(false, common, world)? else { return Ok(None) };
        if now.folder.plan()?.1 != before.0 {
            return Err(Failure::from(Unchanged::Changed(now.folder.root().join("plan.toml"))));
        }
        if now.marks()? != before.1 && now.foresee((changes, may), common, world)? == Written::Refused {
            return Ok(None);
        }
        Ok(Some(now))
    }

    /// Returns the name and fingerprint of every file of data/.
    fn marks(&self) -> Result<Vec<(String, String)>, Failure> {
        let ids = self.session.data.files.values().flatten();
        let mark = |id: &SourceId| {
            let name = self.session.sources.name(*id).to_owned();
            let bytes = self.folder.bytes(&name)?.unwrap_or_default();
            Ok((name, fingerprint(&String::from_utf8_lossy(&bytes))))
        };
        ids.map(mark).collect()
    }

    /// Reads the files of a form or list.
    pub(super) fn files(&self, stem: &str) -> Result<Vec<TextFile>, Failure> {
        self.session.texts(&self.folder, stem)
    }

    /// Reads the changed files as if they were there, and says what that would bring; then writes them unless this is a trial.
    pub(super) fn finish(
        &self,
        (changes, may): (&[Change], May<'_>),
        is_trial: bool,
        common: &Common,
        world: &mut World<'_>,
    ) -> Result<Written, Failure> {
        let done = self.foresee((changes, may), common, world)?;
        if done == Written::Done && !is_trial {
            self.put(changes)?;
        }
        Ok(done)
    }

    /// Reads the changed files as if they were there, and says what that would bring.
    pub(super) fn foresee(
        &self,
        (changes, may): (&[Change], May<'_>),
        common: &Common,
        world: &mut World<'_>,
    ) -> Result<Written, Failure> {
        let mut after = Session::open_over(changes, KEPT, common, world)?;
        let read = after.read(None, |_, _, _| Vec::new())?;
        let now = counted(&after.found);
        // What was wrong before is none of this change's doing.
        let is_new = |own: &Diagnostic| now.get(&told(own)) > self.before.get(&told(own));
        let mut new: Vec<Diagnostic> = after.found.iter().filter(|own| is_new(own)).cloned().collect();
        let is_refused = new.iter().any(|own| own.severity == Severity::Error)
            || after.beyond.errors() > self.session.beyond.errors();
        if is_refused {
            new.retain(|own| own.severity == Severity::Error);
        }
        after.found = new;
        if !after.found.is_empty() {
            after.complain(common, world)?;
        }
        if is_refused {
            world.complain(&say(Say::ChangeRefused, after.lang), common)?;
            return Ok(Written::Refused);
        }
        let meaning = Meaning::of(&after, read.as_ref())?;
        let is_meant = match may {
            May::Rewrite => self.meaning.becomes(&meaning, &[], false),
            May::Add(keys) => self.meaning.becomes(&meaning, keys, true),
        };
        if !is_meant {
            return Err(Failure::Change(NoChange::Misplanned));
        }
        Ok(Written::Done)
    }

    /// Says which files are written, or would be.
    pub(super) fn tell_written(
        &self,
        changes: &[Change],
        is_trial: bool,
        common: &Common,
        world: &mut World<'_>,
    ) -> Result<(), Failure> {
        let files = changes.iter().map(|change| change.name.as_str()).collect::<Vec<_>>().join(", ");
        let said = if is_trial { Say::WouldWrite { files: &files } } else { Say::Wrote { files: &files } };
        world.complain(&say(said, self.session.lang), common)
    }

    /// Writes changes that have been looked at.
    pub(super) fn put(&self, changes: &[Change]) -> Result<(), Failure> {
        let replacing = changes.iter().map(|change| Replacing {
            name: &change.name,
            old: change.old.as_ref().map(String::as_bytes),
            new: change.new.as_bytes(),
        });
        Ok(self.folder.replace(&replacing.collect::<Vec<_>>())?)
    }
}

/// Counts findings by what they say.
pub(super) fn counted(found: &[Diagnostic]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for own in found {
        *counts.entry(told(own)).or_insert(0) += 1;
    }
    counts
}

/// What a finding says, without its place: rows move when others come.
pub(super) fn told(own: &Diagnostic) -> String {
    format!("{:?}", own.finding)
}

/// Writes changes as a diff on stdout.
pub(super) fn show(changes: &[Change], world: &mut World<'_>) -> Result<(), Failure> {
    for change in changes {
        let text = render::diff(&change.name, change.old.as_deref().unwrap_or_default(), &change.new);
        world.stdout.write_all(text.as_bytes()).map_err(Failure::Write)?;
    }
    world.stdout.flush().map_err(Failure::Write)
}

impl Written {
    /// Returns how the command ends.
    pub(super) fn exit(self) -> Exit {
        match self {
            Self::Done => Exit::Fine,
            Self::Refused => Exit::Findings,
        }
    }
}
