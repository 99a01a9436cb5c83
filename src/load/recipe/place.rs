//! Where a recipe's sheet, columns, units and periods are in a file, and what its words stand for.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::figure::is_dash;
use super::taken::{outside, unknown};
use crate::load::filled::Refusal;
use crate::load::names::Nearest;
use crate::load::plan::Loaded;
use crate::model::{
    Contents, DayOrder, Month, Party, Period, PeriodKind, Recipe, RecipeColumn, RowsAre, Timetable, UnitId,
};
use crate::syntax::names::{fold, kept, nearest};
use crate::syntax::table::{Cell, Grid, Legacy, Unreadable, legacy};
use crate::syntax::{cell, loose};
use crate::text::{BadDate, Finding, Misread};

/// Why nothing can be taken from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untaken {
    /// For this reason.
    Misread(Misread),
    /// For this reason, which stands in a cell.
    At(String, Misread),
    /// The sheet cannot be read.
    Unread {
        /// Its name.
        sheet: String,
        /// Why.
        why: Unreadable,
    },
}

/// The columns of a sheet that are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns<'a> {
    /// What each holds.
    pub(super) read: BTreeMap<usize, &'a RecipeColumn>,
    /// Those with figures, in the order of the recipe.
    pub(super) figures: Vec<usize>,
    /// The one that says what a row is.
    pub(super) label: Option<usize>,
}

/// Finds the sheet: the one that is named, or the only one that is not hidden and has something in it.
pub(super) fn sheet<'a>(grids: &'a [Grid], name: Option<&str>) -> Result<&'a Grid, Untaken> {
    let known = |grids: Vec<&Grid>| grids.into_iter().map(|grid| grid.name.clone()).collect::<Vec<_>>();
    let found = if let Some(name) = name.filter(|_| !matches!(grids, [only] if only.name.is_empty())) {
        let folded = fold(name);
        grids.iter().find(|grid| fold(&grid.name) == folded).ok_or_else(|| {
            let near = nearest(name, grids.iter().map(|grid| grid.name.as_str()));
            let known = known(grids.iter().filter(|grid| !grid.is_hidden).collect());
            Untaken::Misread(Misread::NoSheet { name: name.to_owned(), known, near })
        })?
    } else {
        let is_used = |grid: &&Grid| !grid.is_hidden && (!is_empty(grid) || grid.unread.is_some());
        let seen: Vec<&Grid> = grids.iter().filter(is_used).collect();
        match seen[..] {
            [] => return Err(Untaken::Misread(Misread::NoCells)),
            [only] => only,
            _ => return Err(Untaken::Misread(Misread::SeveralSheets { known: known(seen) })),
        }
    };
    match &found.unread {
        Some(why) => Err(Untaken::Unread { sheet: found.name.clone(), why: why.clone() }),
        None if is_empty(found) => Err(Untaken::Misread(Misread::NoCells)),
        None => Ok(found),
    }
}

/// Tells whether a cell holds words and no figure, as where somebody signed.
pub(super) fn is_word(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if !text.bytes().any(|own| own.is_ascii_digit()) && !is_dash(text))
}

fn is_empty(grid: &Grid) -> bool {
    grid.rows.iter().flatten().all(|cell| *cell == Cell::Empty)
}

/// Finds the columns; one that is not where the recipe has it is refused.
pub(super) fn columns<'a>(recipe: &'a Recipe, heads: &[String], refused: &mut Vec<Refusal>) -> Columns<'a> {
    let mut columns = Columns::default();
    for declared in &recipe.columns {
        match place(recipe, heads, declared) {
            Ok(at) if columns.read.contains_key(&at) => {
                let row = recipe.header.map_or(0, |(first, _)| first);
                refused.push(Refusal { address: Grid::address(row, at), column: None, why: Misread::ColumnTwice });
            }
            Ok(at) => {
                columns.read.insert(at, declared);
                match declared.contents {
                    Contents::Label => columns.label = Some(at),
                    Contents::Figures | Contents::Measure(_) => columns.figures.push(at),
                    Contents::Unit | Contents::Period | Contents::Reported | Contents::Note => {}
                }
            }
            Err(refusal) => refused.push(refusal),
        }
    }
    columns
}

fn place(recipe: &Recipe, heads: &[String], own: &RecipeColumn) -> Result<usize, Refusal> {
    let row = recipe.header.map_or(0, |(first, _)| first);
    let refusal = |column: Option<usize>, why| Refusal {
        address: Grid::address(row, column.unwrap_or_default()),
        column: None,
        why,
    };
    let Some(wanted) = &own.head else {
        let at = own.at.unwrap_or_default();
        return Ok(at);
    };
    let folded = fold(wanted);
    let same: Vec<usize> = (0..heads.len()).filter(|at| fold(&heads[*at]) == folded).collect();
    match (own.at, &same[..]) {
        (Some(at), same) if same.contains(&at) => Ok(at),
        (Some(at), same) => {
            let is = heads.get(at).cloned().unwrap_or_default();
            let why = match old_letters(&is) {
                Some(why) => why,
                None => Misread::HeadDiffers {
                    wanted: wanted.clone(),
                    is,
                    elsewhere: same.first().map(|at| Grid::letters(*at)),
                },
            };
            Err(refusal(Some(at), why))
        }
        (None, [only]) => Ok(*only),
        (None, []) => {
            let near = nearest(wanted, heads.iter().map(String::as_str));
            Err(refusal(None, Misread::NoHead { wanted: wanted.clone(), near }))
        }
        (None, several) => {
            let columns = several.iter().map(|at| Grid::letters(*at)).collect();
            Err(refusal(Some(several[0]), Misread::HeadTwice { wanted: wanted.clone(), columns }))
        }
    }
}

/// Finds what a sheet says above its table that figures are in: `Đơn vị tính: Triệu đồng`.
pub(super) fn printed_units(grid: &Grid, before: usize) -> Vec<((usize, usize), String)> {
    let mut found = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate().take(before) {
        for (column, cell) in cells.iter().enumerate() {
            let text = kept(cell.text());
            let text = text.trim_matches(['(', ')']);
            let Some((before, after)) = text.split_once(':') else { continue };
            let before = fold(before);
            if ["đơn vị tính", "đơn vị", "đvt", "đv tính", "unit"].contains(&before.trim()) && !after.trim().is_empty()
            {
                found.push(((row, column), after.trim().to_owned()));
            }
        }
    }
    found
}

/// Checks what a sheet says that its figures are in.
pub(super) fn printed_unit(grid: &Grid, says: Says<'_>) -> Result<(), Refusal> {
    let Some(wanted) = &says.recipe.printed_unit else { return Ok(()) };
    let first = says.recipe.header.map_or(0, |(first, _)| first);
    let mut found = printed_units(grid, first + 1);
    // `Đơn vị: Văn phòng Sở` names who reports.
    found.retain(|(_, is)| says.loaded.unit_called(is).is_none());
    let other = found.iter().find(|(_, is)| fold(is) != fold(wanted));
    let (spot, is) = match (other, found.first()) {
        (Some((spot, is)), _) => (*spot, Some(is.clone())),
        (None, Some(_)) => return Ok(()),
        (None, None) => ((0, 0), None),
    };
    let why = Misread::PrintedUnit { wanted: wanted.clone(), is };
    Err(Refusal { address: Grid::address(spot.0, spot.1), column: None, why })
}

/// Refuses text in the letters of an old font.
pub(super) fn old_letters(text: &str) -> Option<Misread> {
    let is_vni = legacy(text)? == Legacy::Vni;
    Some(Misread::OldLetters { text: text.to_owned(), is_vni })
}

/// What words in a sheet stand for.
#[derive(Clone, Copy)]
pub(super) struct Says<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) times: &'a Timetable,
    pub(super) recipe: &'a Recipe,
    /// What unknown names are near to; for the first few, so that a wrong column of a large table does not take minutes.
    pub(super) nearest: &'a RefCell<Nearest>,
}

impl Says<'_> {
    /// Returns the name of the unit that is nearest to one that nobody has.
    fn near(self, text: &str) -> Option<String> {
        let near = self.nearest.borrow_mut().name(text, &self.loaded.names)?;
        Some(self.loaded.unit_called(&near).map_or(near, |unit| self.unit_name(unit)))
    }

    pub(super) fn unit_name(self, unit: UnitId) -> String {
        self.loaded.plan.party_name(Party::Unit(unit)).to_owned()
    }

    /// Finds the unit that a cell names.
    pub(super) fn unit(self, text: &str) -> Result<UnitId, Misread> {
        self.loaded.unit_called(text).ok_or_else(|| {
            let (name, rows) = (text.to_owned(), RowsAre::Units.word().to_owned());
            Misread::UnknownRow { name, rows, near: self.near(text) }
        })
    }

    /// Finds the measure of the form that a cell names, by its name or id.
    pub(super) fn measure(self, text: &str) -> Result<u16, Misread> {
        let measures = &self.loaded.plan.form(self.recipe.form).measures;
        let folded = fold(text);
        let is_named = |at: &usize| fold(&measures[*at].name) == folded || measures[*at].id.value == text;
        let mut found = (0..measures.len()).filter(is_named);
        match (found.next(), found.next()) {
            (Some(at), None) => Ok(u16::try_from(at).unwrap_or(u16::MAX)),
            _ => Err(unknown(text, RowsAre::Measures, measures.iter().map(|own| own.name.as_str()))),
        }
    }

    /// Reads the period that a cell names, also as people write it; the first day of a month stands for the month.
    pub(super) fn period(self, own: &Cell) -> Result<Period, Misread> {
        let every = self.loaded.plan.form(self.recipe.form).every;
        let text = kept(own.text());
        let period = period_of(own, self.recipe.year).ok_or_else(|| match own {
            Cell::Date(_) => Misread::from(Finding::BadPeriod { text: text.clone(), near: None }),
            _ => unknown(&text, RowsAre::Periods, std::iter::empty()),
        })?;
        if period.kind() != every {
            let example = Period::holding(every, period.months().first).to_string();
            return Err(Misread::from(Finding::PeriodKind { text, example }));
        }
        Ok(period)
    }

    /// Finds the unit that a cell above the table names.
    pub(super) fn unit_in(self, cell: &Cell) -> Result<UnitId, Misread> {
        let text = kept(cell.text());
        // `Đơn vị: Văn phòng Sở` names the unit behind the colon.
        let behind = text.split_once(':').map(|(_, rest)| rest.trim());
        let found = self.loaded.unit_called(&text).or_else(|| self.loaded.unit_called(behind?));
        let near = || self.near(behind.unwrap_or(&text));
        found.ok_or_else(|| Misread::NoUnitIn { near: near(), text: text.clone() })
    }

    /// Finds the one period that a cell above the table names among other words.
    pub(super) fn period_in(self, own: &Cell) -> Result<Period, Misread> {
        let text = kept(own.text());
        let every = self.loaded.plan.form(self.recipe.form).every;
        let among = || if let Cell::Text(_) = own { Period::parse(&loose::period_in(&text)?) } else { None };
        let found = period_of(own, self.recipe.year).or_else(among);
        match found {
            Some(period) if period.kind() == every => Ok(period),
            Some(period) => {
                let example = Period::holding(every, period.months().first).to_string();
                Err(Misread::from(Finding::PeriodKind { text, example }))
            }
            None => Err(Misread::NoPeriodIn { text }),
        }
    }

    /// Checks that a unit owes the form, and that the plan has the period.
    pub(super) fn fits(self, unit: UnitId, period: Period) -> Result<(), Misread> {
        let form = self.loaded.plan.form(self.recipe.form);
        if !form.units.contains(&unit) {
            let (unit, form) = (self.unit_name(unit), form.id.value.clone());
            return Err(Misread::from(Finding::UnitNotListed { unit, form }));
        }
        if period.kind() != form.every {
            let example = Period::holding(form.every, period.months().first).to_string();
            return Err(Misread::from(Finding::PeriodKind { text: period.to_string(), example }));
        }
        if self.times.form(self.recipe.form).index(period).is_none() && !form.history {
            return Err(outside(&period.to_string()));
        }
        Ok(())
    }

    /// Reads a day of receipt: ISO, or in the order that the recipe says.
    pub(super) fn day(self, own: &Cell) -> Result<NaiveDate, Misread> {
        let text = kept(own.text());
        let bad = |why| Misread::from(Finding::BadDate { text: text.clone(), why });
        match cell::date(text.split(' ').next().unwrap_or_default()) {
            Ok(day) => return Ok(day),
            Err(BadDate::TwoDigitYear) => return Err(bad(BadDate::TwoDigitYear)),
            Err(_) => {}
        }
        let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
        let [first, second, year] = parts[..] else { return Err(bad(BadDate::NotIso)) };
        if year.len() != 4 {
            return Err(bad(BadDate::TwoDigitYear));
        }
        let (day, month) = match self.recipe.dates {
            DayOrder::DayFirst => (first, second),
            DayOrder::MonthFirst => (second, first),
        };
        let read = |text: &str| text.parse::<u32>().ok();
        let day = read(year)
            .zip(read(month))
            .zip(read(day))
            .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day));
        day.ok_or_else(|| bad(BadDate::Impossible))
    }
}

/// Reads the period that a cell names; one without a year is of the year given.
pub(super) fn period_of(own: &Cell, year: Option<i32>) -> Option<Period> {
    match own {
        // What people type as 3/2019 a spreadsheet turns into the first day of the month.
        Cell::Date(text) => {
            let day = cell::date(text).ok().filter(|day| day.day() == 1)?;
            let month = Month::new(day.year(), u8::try_from(day.month()).ok()?)?;
            Some(Period::holding(PeriodKind::Month, month))
        }
        // 2019.10 is stored as 2019.1, and a formula says how it was worked out, not what.
        Cell::Number(text) if text.contains('.') => None,
        Cell::Number(text) | Cell::Text(text) => period(&kept(text), year),
        Cell::Empty | Cell::Percent(_) | Cell::Error(_) | Cell::Formula(_) | Cell::Other(_) => None,
    }
}

/// Reads a period; one without a year is of the year given.
pub(super) fn period(text: &str, year: Option<i32>) -> Option<Period> {
    let own = Period::parse(text).or_else(|| Period::parse(&loose::period(text)?));
    own.or_else(|| Period::parse(&loose::period(&format!("{text} {}", year?))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_of_a_month_stands_for_the_month() {
        let april = Period::parse("2019-04");
        assert!(april.is_some());
        let (date, text) = (|text: &str| Cell::Date(text.to_owned()), |text: &str| Cell::Text(text.to_owned()));
        assert_eq!(period_of(&date("2019-04-01"), None), april);
        assert_eq!(period_of(&date("2019-04-02"), None), None);
        assert_eq!(period_of(&date("10:30:00"), None), None);
        assert_eq!(period_of(&text("Tháng  4/2019"), None), april);
        assert_eq!(period_of(&text("Tháng 4"), Some(2019)), april);
        assert_eq!(period_of(&text("2019-04-01"), None), None);
    }
}
