//! The numbers of the tasks: as printed where they are plain and each only once.

use std::collections::HashSet;

use super::rows::plain_number;
use crate::model::PrintedNumber;

/// Numbers tasks from what is printed beside each. A task that cannot have its own goes behind the largest that is printed, so that
/// no printed number comes to mean another task.
pub(super) fn numbered(printed: &[&str]) -> Vec<(u32, PrintedNumber)> {
    let mut seen = HashSet::new();
    let own: Vec<Option<u32>> =
        printed.iter().map(|text| plain_number(text).filter(|number| seen.insert(*number))).collect();
    let mut last = own.iter().flatten().max().copied().unwrap_or(0);
    let marked = |(text, own): (&&str, Option<u32>)| {
        if let Some(number) = own {
            return (number, PrintedNumber::Printed);
        }
        last += 1;
        let why = match text {
            &"" => PrintedNumber::Missing,
            text if plain_number(text).is_some() => PrintedNumber::Repeated((*text).to_owned()),
            text => PrintedNumber::NotPlain((*text).to_owned()),
        };
        (last, why)
    };
    printed.iter().zip(own).map(marked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_stay_and_others_go_behind_them() {
        let own = numbered(&["1", "1.1", "02.", "2", "", "7"]);
        let numbers: Vec<u32> = own.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 8, 2, 9, 10, 7]);
        assert_eq!(own[1].1, PrintedNumber::NotPlain("1.1".into()));
        assert_eq!(own[3].1, PrintedNumber::Repeated("2".into()));
        assert_eq!(own[4].1, PrintedNumber::Missing);
        assert_eq!(numbered(&["", ""]).iter().map(|own| own.0).collect::<Vec<_>>(), [1, 2]);
    }
}
