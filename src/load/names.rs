//! Every id and name that the plan declares, and what each stands for.

use std::collections::{BTreeMap, HashMap};

use crate::diag::{Diagnostic, Place, Spanned};
use crate::model::{FormId, GroupId, IndexId, IndicatorId, MeasureId, Party, Period, UnitId};
use crate::syntax::check::is_id;
use crate::syntax::names::{fold, nearest_folded};
use crate::text::{Finding, Noun, Related};

/// Tells whether a text stands for something where ids are named: the plan, every unit, a task, a period.
fn means_something(id: &str, named: Named) -> bool {
    let is_number = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
    let is_everybody = id == "all" && matches!(named, Named::Unit(_) | Named::Group(_));
    id == "plan" || is_everybody || is_number || Period::parse(&id.to_uppercase()).is_some()
}

/// What an id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Unit(UnitId),
    Group(GroupId),
    Form(FormId),
    Measure(MeasureId),
    Indicator(IndicatorId),
    Index(IndexId),
}

impl Named {
    fn noun(self) -> Noun {
        match self {
            Self::Unit(_) => Noun::Unit,
            Self::Group(_) => Noun::Group,
            Self::Form(_) => Noun::Form,
            Self::Measure(_) => Noun::Measure,
            Self::Indicator(_) => Noun::Indicator,
            Self::Index(_) => Noun::Index,
        }
    }
}

/// How many unknown names are compared with every known one; a file with more has another fault.
const LOOKED_FOR: usize = 20;

/// How many comparisons that may take, so that thousands of units do not make a wrong file slow.
const COMPARED: usize = 40_000;

/// The names nearest to unknown ones, worked out once for each of the first few.
#[derive(Debug, Default)]
pub(super) struct Nearest {
    known: HashMap<String, Option<String>>,
    /// Whether names are looked for because they are asked about, and not because a file is wrong.
    is_asked: bool,
}

impl Nearest {
    /// Makes one for names that somebody asks about: of many more of them the nearest is found.
    pub(super) fn asked() -> Self {
        Self { is_asked: true, ..Self::default() }
    }

    /// Returns the name of a unit or group that is nearest to one that is not known.
    pub(super) fn name(&mut self, name: &str, names: &Names) -> Option<String> {
        self.to(name, &names.shown)
    }

    fn to(&mut self, name: &str, candidates: &[(String, String)]) -> Option<String> {
        if let Some(near) = self.known.get(name) {
            return near.clone();
        }
        let (compared, most) = if self.is_asked { (COMPARED * 10, usize::MAX) } else { (COMPARED, LOOKED_FOR) };
        let most = (compared / candidates.len().max(1)).clamp(1, most);
        if self.known.len() >= most {
            return None;
        }
        let near = nearest_folded(name, candidates);
        self.known.insert(name.to_owned(), near.clone());
        near
    }
}

/// The ids and names of a plan.
#[derive(Debug, Default)]
pub(super) struct Names {
    ids: BTreeMap<String, (Named, Place)>,
    parties: HashMap<String, (Party, Place)>,
    /// Names as shown and folded, to offer the nearest of.
    shown: Vec<(String, String)>,
}

impl Names {
    /// Declares an id; a second one of the same name is a finding.
    pub(super) fn declare(&mut self, id: &Spanned<String>, named: Named, found: &mut Vec<Diagnostic>) {
        if means_something(&id.value, named) {
            found.push(Diagnostic::new(Finding::ReservedId { id: id.value.clone() }, id.place));
        }
        match self.ids.get(&id.value) {
            Some((_, other)) => {
                // Things are declared kind by kind; the second is the one that stands later.
                let (first, second) = (id.place.min(*other), id.place.max(*other));
                found.push(
                    Diagnostic::new(Finding::DuplicateId { id: id.value.clone() }, second)
                        .with(first, Related::FirstHere),
                );
            }
            None => {
                self.ids.insert(id.value.clone(), (named, id.place));
            }
        }
    }

    /// Tells whether an id was declared for this unit or group, and not before for something else.
    pub(super) fn owns(&self, id: &str, party: Party) -> bool {
        let named = match party {
            Party::Unit(unit) => Named::Unit(unit),
            Party::Group(group) => Named::Group(group),
        };
        self.ids.get(id).is_some_and(|(own, _)| *own == named)
    }

    /// Declares a name, alias or id by which data may call a unit or group.
    pub(super) fn call(&mut self, name: &Spanned<String>, party: Party, found: &mut Vec<Diagnostic>) {
        let folded = fold(&name.value);
        match self.parties.get(&folded) {
            Some((other, _)) if *other == party => {}
            Some((other, first)) => {
                let owner = self.id_of(*other).to_owned();
                found.push(
                    Diagnostic::new(Finding::NameTaken { name: name.value.clone(), owner }, name.place)
                        .with(*first, Related::FirstHere),
                );
            }
            None => {
                self.shown.push((name.value.clone(), folded.clone()));
                self.parties.insert(folded, (party, name.place));
            }
        }
    }

    fn id_of(&self, party: Party) -> &str {
        let named = match party {
            Party::Unit(unit) => Named::Unit(unit),
            Party::Group(group) => Named::Group(group),
        };
        self.ids.iter().find(|(_, (own, _))| *own == named).map_or("", |(id, _)| id)
    }

    /// Returns the unit or group that data calls so, case, space and Unicode form folded.
    pub(super) fn called(&self, name: &str) -> Option<Party> {
        self.parties.get(&fold(name)).map(|(party, _)| *party)
    }

    /// Offers the id nearest to each unknown one of a list of findings, for the first few of them.
    pub(super) fn offer(&self, found: &mut [Diagnostic]) {
        let mut candidates: Vec<(Noun, Vec<(String, String)>)> = Vec::new();
        let mut offered = Nearest::default();
        for finding in found {
            let Finding::UnknownId { id, wanted, near: near @ None, .. } = &mut finding.finding else { continue };
            if !candidates.iter().any(|(noun, _)| noun == wanted) {
                candidates.push((*wanted, self.ids_of(*wanted)));
            }
            let own = candidates.iter().find(|(noun, _)| noun == wanted);
            *near = own.and_then(|(_, list)| offered.to(id, list));
        }
    }

    /// Returns the ids, as written and folded, that may stand where one of a kind is wanted.
    fn ids_of(&self, wanted: Noun) -> Vec<(String, String)> {
        let fits = |noun: Noun| noun == wanted || (noun, wanted) == (Noun::Group, Noun::Unit);
        let ids = self.ids.iter().filter(|(id, (named, _))| fits(named.noun()) && is_id(id));
        ids.map(|(id, _)| (id.clone(), fold(id))).collect()
    }

    /// Looks an id up; one that is not there, or stands for something else, is a finding.
    pub(super) fn find(&self, id: &Spanned<String>, wanted: &[Noun], found: &mut Vec<Diagnostic>) -> Option<Named> {
        let first = *wanted.first()?;
        match self.ids.get(&id.value) {
            Some((named, _)) if wanted.contains(&named.noun()) => Some(*named),
            Some((named, place)) => {
                let finding = Finding::WrongNoun { id: id.value.clone(), wanted: first, found: named.noun() };
                found.push(Diagnostic::new(finding, id.place).with(*place, Related::DeclaredHere));
                None
            }
            None => {
                // A name where the id is wanted is no guess: it stands for one unit or group.
                let near = self.called(&id.value).map(|party| self.id_of(party).to_owned());
                let is_name = near.is_some();
                let finding = Finding::UnknownId { id: id.value.clone(), wanted: first, near, is_name };
                found.push(Diagnostic::new(finding, id.place));
                None
            }
        }
    }

    /// Looks up a unit.
    pub(super) fn unit(&self, id: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<UnitId> {
        match self.find(id, &[Noun::Unit], found)? {
            Named::Unit(unit) => Some(unit),
            Named::Group(_) | Named::Form(_) | Named::Measure(_) | Named::Indicator(_) | Named::Index(_) => None,
        }
    }

    /// Looks up a unit or group.
    pub(super) fn party(&self, id: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<Party> {
        match self.find(id, &[Noun::Unit, Noun::Group], found)? {
            Named::Unit(unit) => Some(Party::Unit(unit)),
            Named::Group(group) => Some(Party::Group(group)),
            Named::Form(_) | Named::Measure(_) | Named::Indicator(_) | Named::Index(_) => None,
        }
    }

    /// Looks up a form.
    pub(super) fn form(&self, id: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<FormId> {
        match self.find(id, &[Noun::Form], found)? {
            Named::Form(form) => Some(form),
            Named::Unit(_) | Named::Group(_) | Named::Measure(_) | Named::Indicator(_) | Named::Index(_) => None,
        }
    }

    /// Looks up a measure.
    pub(super) fn measure(&self, id: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<MeasureId> {
        match self.find(id, &[Noun::Measure], found)? {
            Named::Measure(measure) => Some(measure),
            Named::Unit(_) | Named::Group(_) | Named::Form(_) | Named::Indicator(_) | Named::Index(_) => None,
        }
    }

    /// Looks up an indicator.
    pub(super) fn indicator(&self, id: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<IndicatorId> {
        match self.find(id, &[Noun::Indicator], found)? {
            Named::Indicator(indicator) => Some(indicator),
            Named::Unit(_) | Named::Group(_) | Named::Form(_) | Named::Measure(_) | Named::Index(_) => None,
        }
    }

    /// Looks up an index.
    pub(super) fn index(&self, id: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<IndexId> {
        match self.find(id, &[Noun::Index], found)? {
            Named::Index(index) => Some(index),
            Named::Unit(_) | Named::Group(_) | Named::Form(_) | Named::Measure(_) | Named::Indicator(_) => None,
        }
    }
}
