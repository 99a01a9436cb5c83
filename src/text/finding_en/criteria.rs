//! Findings about criteria and points, in English.

use super::phrases::meant;
use super::say;
use crate::text::{CriteriaFault, NotGiven, Words};

pub(super) fn number(no: &str) -> Words {
    say(
        format!("\"{no}\" is no number of a criterion"),
        "",
        "use letters and digits with points between, such as \"2.1.3\" or \"IV.2\"",
    )
}

pub(super) fn file(name: &str, near: Option<&str>) -> Words {
    let help = "put a TOML file with [[criterion]] tables right in data/ and write its name";
    say(format!("there is no file of criteria \"{name}\" in data/"), "", meant(near, help))
}

pub(super) fn fault(no: &str, fault: &CriteriaFault) -> Words {
    match fault {
        CriteriaFault::BeforeParent => say(
            format!("criterion {no} stands before the one that it is a part of"),
            "",
            "declare them in the order of the index, each after the one above it",
        ),
        CriteriaFault::AddsOtherwise => say(
            format!("criterion {no} does not count in the index as the one above it does"),
            "",
            "write the same adds for a criterion and all its parts",
        ),
        CriteriaFault::HeadingWith { key } => say(
            format!("criterion {no} has parts and so no {key}"),
            "",
            format!("take {key} away here; its points are the sum of its parts"),
        ),
        CriteriaFault::NotOfRule { key, rule } => say(
            format!("criterion {no}: {key} says nothing for rule = \"{rule}\""),
            "",
            format!("take {key} away, or choose another rule"),
        ),
        CriteriaFault::RuleNeeds { key: "cases", rule } => say(
            format!("criterion {no}: rule = \"{rule}\" needs cases or late-reports"),
            "",
            "write the ids of measures that count cases, or of forms whose late reports are counted",
        ),
        CriteriaFault::RuleNeeds { key: "indicator", rule } if rule == "yes-no" => say(
            format!("criterion {no}: rule = \"yes-no\" needs indicator or document"),
            "",
            "write the id of an indicator with a bound, or the deliverable that must be there",
        ),
        CriteriaFault::RuleNeeds { key, rule } => {
            say(format!("criterion {no}: rule = \"{rule}\" needs {key}"), "", format!("add {key}"))
        }
        CriteriaFault::MixedBands => say(
            format!("criterion {no}: some bands have from, others up-to"),
            "",
            "write from in each where more is better, up-to where less is",
        ),
        CriteriaFault::BandOrder => say(
            format!("criterion {no}: the bands do not go from the best to the worst"),
            "",
            "put the best band, with most points, first; no two have the same bound or points",
        ),
        CriteriaFault::LevelNeedsCap => say(
            format!(
                "criterion {no}: its indicator is a level and no rate, so that the value of the maximum must be said"
            ),
            "",
            "add cap",
        ),
        CriteriaFault::NotAboveZero { key } => {
            say(format!("criterion {no}: {key} must be above 0"), "", "write the number of the document that issued it")
        }
        CriteriaFault::FloorAboveCap => say(
            format!("criterion {no}: floor is above cap, so that nothing is earned but the maximum"),
            "",
            "floor is the value under which there are no points, cap the one that earns the maximum; 100 for a rate if left out",
        ),
    }
}

pub(super) fn sum(no: &str, stated: &str, sum: &str) -> Words {
    say(
        format!("criterion {no} has a maximum of {stated}, but its parts come to {sum}"),
        "",
        "correct the wrong one by the document, or take max away from the heading",
    )
}

pub(super) fn above_max(points: &str, max: &str) -> Words {
    say(
        format!("{points} points are above the maximum of {max}"),
        "",
        "compare with the document and correct the wrong one",
    )
}

pub(super) fn not_given(criterion: &str, why: NotGiven) -> Words {
    match why {
        NotGiven::Heading => say(
            format!("\"{criterion}\" is given no points of its own: they are the sum of its parts"),
            "",
            "give points to each part",
        ),
        NotGiven::Survey => say(
            format!("a survey gives the points of \"{criterion}\", and the agency itself never does"),
            "",
            "take the row away; the result of the survey belongs in round appraisal-1 or appraisal-2",
        ),
    }
}

pub(super) fn differs(criterion: &str, given: &str, computed: &str) -> Words {
    say(
        format!("\"{criterion}\" was given {given} points; figures come to {computed}"),
        "",
        format!("see how with plan show {criterion}; correct points or figures, or explain it under note"),
    )
}

pub(super) fn without_evidence(criterion: &str) -> Words {
    say(
        format!("\"{criterion}\" has points but no document to prove them"),
        "",
        "write number, section and page under evidence; without them an appraisal takes the points away",
    )
}

pub(super) fn given_sum(index: &str, given: &str, sum: &str) -> Words {
    say(
        format!("\"{index}\" was given {given} points; its criteria come to {sum}"),
        "",
        "compare each criterion with what was published; if rounding made the difference, say so under note",
    )
}
