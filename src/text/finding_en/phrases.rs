//! Parts of sentences: names of things and types, reasons, offers.

use super::say;
use crate::text::{Allowed, BadDate, BadNumber, Lang, Noun, TomlFault, TypeName, Words, number};

/// Quotes a name.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// Offers the nearest name, or else says what to do.
pub(super) fn meant(near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean \"{near}\"?"))
}

/// Lists names of which one is to be chosen.
pub(super) fn or_list(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// Lists words of which one is to be chosen, with their meanings.
pub(super) fn allowed_list(words: &[Allowed]) -> String {
    let said = |own: &Allowed| match own.en {
        "" => quoted(own.word),
        meaning => format!("{} ({meaning})", quoted(own.word)),
    };
    words.iter().map(said).collect::<Vec<_>>().join("; ")
}

pub(super) fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Unit => "unit",
        Noun::Group => "group",
        Noun::Form => "form",
        Noun::Measure => "measure",
        Noun::Indicator => "indicator",
        Noun::Index => "index",
        Noun::Criterion => "criterion",
        Noun::Task => "task",
    }
}

/// Returns a noun with its article.
pub(super) fn a_noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Unit => "a unit",
        Noun::Group => "a group",
        Noun::Form => "a form",
        Noun::Measure => "a measure",
        Noun::Indicator => "an indicator",
        Noun::Index => "an index",
        Noun::Criterion => "a criterion",
        Noun::Task => "a task",
    }
}

/// Returns the name of a type, and how to write a value of it.
pub(super) fn type_name(name: TypeName) -> (&'static str, &'static str) {
    match name {
        TypeName::Text => ("a text", "\"...\", in quotes"),
        TypeName::Integer => ("a whole number", "12, without quotes"),
        TypeName::Number => ("a number", "95 or 2.5, without quotes"),
        TypeName::Boolean => ("true or false", "true or false, without quotes"),
        TypeName::Date => ("a date", "2019-07-05, without quotes"),
        TypeName::List => ("a list", "[a, b], in brackets even if there is only one"),
        TypeName::Table => ("a table", "{ key = value }"),
        TypeName::Tables => {
            ("a list of tables", "each with a header in double brackets, such as [[unit]], or [{ key = value }]")
        }
        TypeName::TextOrList => ("a text or a list", "\"...\" or [\"...\", \"...\"]"),
        TypeName::TextOrTable => ("a text or a table", "\"...\" or { key = value }"),
        TypeName::DateTime => ("a time, or a day with a time", "2019-07-05T10:00:00"),
    }
}

pub(super) fn bad_number(text: &str, why: BadNumber) -> (String, String) {
    let title = format!("\"{text}\" is not written as a number");
    match why {
        BadNumber::DecimalComma => (title, format!("decimals stand after a point: write {}", text.replace(',', "."))),
        BadNumber::ThousandsPoint => {
            let digits = text.replace('.', "").replace(',', ".");
            (title, format!("write it without thousands separators: {digits}"))
        }
        BadNumber::ThousandsComma => {
            (title, format!("write it without thousands separators: {}", text.replace(',', "")))
        }
        BadNumber::Space => (title, "remove the spaces: digits only, no thousands separators".to_owned()),
        BadNumber::Footnote => (title, "remove the footnote mark; remarks go in the column note".to_owned()),
        BadNumber::Exponent => (title, "write all digits, without an exponent: 100000, not 1e5".to_owned()),
        BadNumber::Percent => {
            (title, "remove the %; for a rate write the counts of its numerator and denominator".to_owned())
        }
        BadNumber::TooManyDecimals(0) => {
            (format!("\"{text}\" is not a whole number"), "this column holds counts: write a whole number".to_owned())
        }
        BadNumber::TooManyDecimals(decimals) => (
            format!("\"{text}\" has more decimals than {decimals}"),
            format!("write at most {decimals} after the point, or raise the measure's decimals in plan.toml"),
        ),
        BadNumber::Unseen(c) => (
            format!("\"{text}\" has a character that cannot be seen (U+{:04X})", u32::from(c)),
            "empty the cell and type it again".to_owned(),
        ),
        BadNumber::TooLarge => {
            (format!("the number \"{text}\" is too large"), "check how many digits it has".to_owned())
        }
        BadNumber::IsDate => (
            format!("the cell with \"{text}\" is formatted as a date"),
            "format the cell as a number, look at the figure again and save".to_owned(),
        ),
        BadNumber::NoValue => (
            format!("the cell has the formula \"{text}\", and the file does not hold its value"),
            "open the file in Excel or LibreOffice, save it and import it again, or put the figure in place of the formula"
                .to_owned(),
        ),
        BadNumber::NotANumber => (
            format!("\"{text}\" is not a number"),
            "write a number such as 1234 or 12.5; leave the cell blank if not reported, write 0 if there were none"
                .to_owned(),
        ),
    }
}

pub(super) fn bad_date(text: &str, why: BadDate) -> (String, String) {
    let title = format!("\"{text}\" is not written as a date");
    let help = "write year-month-day: 2019-07-05 is 5 July 2019";
    match why {
        BadDate::DayFirst(Some(day)) => (title, format!("write year-month-day: {day}")),
        BadDate::DayFirst(None) => (title, help.to_owned()),
        BadDate::TwoDigitYear => (title, format!("write the year with four digits; {help}")),
        BadDate::Unseen(c) => (
            format!("\"{text}\" has a character that cannot be seen (U+{:04X})", u32::from(c)),
            "empty the cell and type it again".to_owned(),
        ),
        BadDate::Impossible => (format!("there is no day \"{text}\""), format!("check day and month; {help}")),
        BadDate::NotIso => (title, format!("{help}; no time of day")),
    }
}

/// Words a period that cannot be read.
pub(super) fn bad_period(text: &str, near: Option<&str>) -> Words {
    let shapes = "write 2019-06 (month), 2019-Q2 (quarter), 2019-H1 (half year) or 2019 (year)";
    say(
        format!("\"{text}\" is not a period"),
        "",
        near.map_or_else(|| shapes.to_owned(), |near| format!("write {near}")),
    )
}

/// Words a mistake in the form of plan.toml.
pub(super) fn toml_fault(fault: &TomlFault, text: &str) -> Words {
    let example = "write it like name = \"Văn phòng Sở\"";
    match fault {
        TomlFault::Unquoted => say(
            format!("\"{text}\" must stand in quotes"),
            "",
            "put text between straight quotes \"...\", not curly ones “...”",
        ),
        TomlFault::NoValue => {
            say("nothing after the equals sign", "", format!("{example}; delete the line if there is no value yet"))
        }
        TomlFault::NoEquals => say("no equals sign between key and value", "", example),
        TomlFault::NoKey => say("no key before the equals sign", "", example),
        TomlFault::OpenText => say(
            "a quote that is not closed",
            "opened here",
            "close it at the end; text over several lines stands between three quotes \"\"\"...\"\"\"",
        ),
        TomlFault::OpenBracket => {
            say("a bracket that is not closed", "opened here", "add the closing bracket: ], ]] or }")
        }
        TomlFault::LoneBracket => say("a closing bracket that nothing opened", "", "delete it, or open it before"),
        TomlFault::Header => say(
            format!("the header \"{text}\" is not well formed"),
            "",
            "a header stands alone on its line: [plan] or [[unit]]",
        ),
        TomlFault::NoComma => say("no comma between two values", "", "put commas between values: [\"a\", \"b\"]"),
        TomlFault::ExtraComma => say("a comma too many", "", "delete it"),
        TomlFault::MoreOnLine => {
            say("something more after the value", "", "write one key a line; remarks stand after #")
        }
        TomlFault::Escape => {
            say("a \\ that means nothing", "", "write \\\\ for one \\, or put the text between single quotes '...'")
        }
        TomlFault::NumberShape => say(
            format!(
                "a number that is not well formed{}",
                if text.is_empty() { String::new() } else { format!(": \"{text}\"") }
            ),
            "",
            "write digits without thousands separators or %, and decimals after a point: 1234 or 2.5",
        ),
        TomlFault::Control => say("a control character", "", "delete it and type this part again"),
        TomlFault::ValueAndTable => {
            say(format!("\"{text}\" is both a value and a table"), "", "rename one of the two keys")
        }
        TomlFault::TooDeep => say("brackets within brackets, too deep", "", "remove some of the brackets"),
        TomlFault::Other(detail) => say(format!("not TOML: {detail}"), "", "see the examples in docs/plan-toml.md"),
    }
}

/// Words that something declared is used nowhere.
pub(super) fn unused(what: Noun, id: &str, why: &str) -> Words {
    say(
        format!("the {} \"{id}\" is declared and not used: {why}", noun(what)),
        "",
        "delete it, or put it to use; to keep it so, declare this warning in [severity] with the reason",
    )
}

/// Writes a number of days.
pub(super) fn days_in_words(days: i64) -> String {
    format!("{} {}", number(&days.to_string(), Lang::En), if days == 1 { "day" } else { "days" })
}

/// Says by how many days something is overdue.
pub(super) fn overdue(days: i64) -> String {
    if days > 0 { format!("{} overdue", days_in_words(days)) } else { "due today".to_owned() }
}
