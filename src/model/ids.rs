//! Numbers of things in a plan, in the order in which they are declared.

/// A unit's number in [`super::Plan::units`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u32);

/// A group's number in [`super::Plan::groups`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub u32);

/// A form's number in [`super::Plan::forms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(pub u32);

/// A measure: its form, and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId {
    /// The form.
    pub form: FormId,
    /// Its number in [`super::Form::measures`].
    pub column: u16,
}

/// An indicator's number in [`super::Plan::indicators`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(pub u32);

/// An index's number in [`super::Plan::indexes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexId(pub u32);

/// A unit or a group, as leads and members name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// One unit.
    Unit(UnitId),
    /// Several under one name.
    Group(GroupId),
}

/// Gives the numbers of things their constructor.
macro_rules! of_place {
    ($($id:ident),+) => {
        $(impl $id {
            /// Returns the number for a place in the list; a plan never has four thousand million of anything.
            #[must_use]
            pub fn at(place: usize) -> Self {
                Self(u32::try_from(place).unwrap_or(u32::MAX))
            }
        })+
    };
}

of_place!(UnitId, GroupId, FormId, IndicatorId, IndexId);

impl MeasureId {
    /// Returns the number for a column of a form.
    #[must_use]
    pub fn at(form: FormId, column: usize) -> Self {
        Self { form, column: u16::try_from(column).unwrap_or(u16::MAX) }
    }
}
