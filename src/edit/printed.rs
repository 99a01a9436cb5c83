//! The files of a plan that is made of a printed document. What the document does not say stands as a remark, and `plan check` finds
//! that it lacks.

use chrono::{Datelike, NaiveDate};

use super::{DELIVERABLES, List, NewFile, UPDATES};
use crate::model::{
    Bound, PrintedDeliverable, PrintedHead, PrintedHint, PrintedItem, PrintedNames, PrintedNumber, PrintedParty,
    PrintedPlan, PrintedTask, PrintedWhen, Schedule,
};
use crate::syntax::keys::{ROOT, json_schema};
use crate::syntax::names::kept;
use crate::syntax::{toml_comment, toml_text};
use crate::text::{Lang, Remark, quoted, remark};

/// Returns the files of a new plan as a document prints it.
pub fn printed_plan(plan: &PrintedPlan, today: NaiveDate, lang: Lang) -> Vec<NewFile> {
    let has_numbers = plan.tasks().any(|task| task.number != PrintedNumber::Missing);
    let text = "#:schema .plan.schema.json\n".to_owned();
    let mut writing = Writing { text, lang, parties: &plan.parties, has_numbers };
    writing.remark(Remark::Head { today: &today.to_string() });
    writing.head(&plan.head);
    writing.parties();
    writing.blank();
    writing.remark(Remark::Tasks);
    for text in &plan.heads {
        writing.remark(Remark::Heads { text });
    }
    if !writing.has_numbers {
        writing.remark(Remark::NoNumbers);
    }
    for item in &plan.items {
        writing.blank();
        match item {
            PrintedItem::Line(text) => writing.remark(Remark::Row { text }),
            PrintedItem::Task(task) => writing.task(task),
        }
    }
    if !plan.rest.is_empty() {
        writing.blank();
        writing.remark(Remark::Rest);
        plan.rest.iter().for_each(|line| writing.comment(line));
    }
    let head = |list: &List| format!("{}\n", list.columns.join(","));
    vec![
        NewFile { name: "plan.toml", text: writing.text },
        NewFile { name: ".plan.schema.json", text: json_schema(&ROOT, lang) },
        NewFile { name: "data/deliverables.csv", text: head(&DELIVERABLES) },
        NewFile { name: "data/updates.csv", text: head(&UPDATES) },
    ]
}

/// A plan.toml that is being written.
struct Writing<'a> {
    text: String,
    lang: Lang,
    parties: &'a [PrintedParty],
    /// Whether any task has a number in print.
    has_numbers: bool,
}

/// Writes a list of texts.
fn list(texts: impl Iterator<Item = String>) -> String {
    format!("[{}]", texts.map(|text| toml_text(&text)).collect::<Vec<_>>().join(", "))
}

impl Writing<'_> {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Writes lines of comment; control codes, which no comment may have, are written out.
    fn comment(&mut self, text: &str) {
        for line in text.split('\n') {
            let line = format!("# {}", toml_comment(line));
            self.line(line.trim_end());
        }
    }

    fn remark(&mut self, own: Remark<'_>) {
        self.comment(&remark(own, self.lang));
    }

    fn value(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    /// Writes a key with a remark behind it.
    fn value_with(&mut self, key: &str, value: &str, own: Remark<'_>) {
        let behind = toml_comment(&remark(own, self.lang));
        self.line(&format!("{key} = {value} # {behind}"));
    }

    /// Writes a key that the document does not give, as a comment: what is required is then found to lack.
    fn lacking(&mut self, key: &str, value: &str, own: Remark<'_>) {
        self.text.push_str("# ");
        self.value_with(key, value, own);
    }

    /// Writes a text that the document gives, or one that it only offers, or that it gives none.
    fn text_or(&mut self, key: &str, value: Option<&str>, offer: Option<(&str, Remark<'_>)>, lacks: Remark<'_>) {
        match (value, offer) {
            (Some(text), _) => self.value(key, &toml_text(text)),
            (None, Some((text, own))) => self.lacking(key, &toml_text(text), own),
            (None, None) => self.lacking(key, "\"...\"", lacks),
        }
    }

    fn head(&mut self, head: &PrintedHead) {
        self.text.push_str("\n[plan]\n");
        let attached = head.attached.as_ref();
        let from = Remark::Attached { text: attached.map_or("", |own| own.printed.as_str()) };
        let number = attached.and_then(|own| Some((own.number.as_deref()?, from)));
        let agency = attached.and_then(|own| Some((own.agency.as_deref()?, from)));
        let title = head.appendix.as_deref().map(|text| (text, Remark::Appendix));
        let printed = head.number_printed.as_deref().unwrap_or_default();
        match &head.number {
            Some(number) if printed != format!("Số: {number}") => {
                self.value_with("number", &toml_text(number), Remark::AsPrinted { text: printed });
            }
            own => self.text_or("number", own.as_deref(), number, Remark::NoNumber),
        }
        self.text_or("agency", head.agency.as_deref(), agency, Remark::NoAgency);
        for (key, text) in [("parent", &head.parent), ("place", &head.place)] {
            if let Some(text) = text {
                self.value(key, &toml_text(text));
            }
        }
        self.text_or("title", head.title.as_deref(), title, Remark::NoTitle);
        match (head.issued, attached.and_then(|own| own.issued)) {
            (Some(day), _) => self.value("issued", &day.to_string()),
            (None, Some(day)) => self.lacking("issued", &day.to_string(), from),
            (None, None) => self.lacking("issued", "2000-01-01", Remark::NoIssued),
        }
        self.years(head);
        self.lacking("updates", "{ every = \"quarter\", due = { working-days = 5 } }", Remark::Updates);
        self.value("language", &toml_text(self.lang.code()));
        if !head.basis.is_empty() {
            self.line("basis = [");
            head.basis.iter().for_each(|text| self.line(&format!("  {},", toml_text(text))));
            self.line("]");
        }
    }

    fn years(&mut self, head: &PrintedHead) {
        match head.years {
            None => self.lacking("year", "2000", Remark::NoYear),
            Some((year, to)) if year != to => {
                self.value("from", &year.to_string());
                self.value("to", &to.to_string());
            }
            Some((year, _)) if head.is_year_of_issue => self.value_with("year", &year.to_string(), Remark::YearOfIssue),
            Some((year, _)) => match head.appendix.as_deref().filter(|_| head.title.is_none()) {
                Some(text) => self.value_with("year", &year.to_string(), Remark::AsPrinted { text }),
                None => self.value("year", &year.to_string()),
            },
        }
    }

    fn parties(&mut self) {
        let own = self.parties;
        self.blank();
        self.remark(Remark::Units);
        if own.is_empty() {
            self.remark(Remark::NoUnit);
        }
        own.iter().filter(|party| !party.is_group).for_each(|party| self.party("[[unit]]", party));
        if own.iter().any(|party| party.is_group) {
            self.blank();
            self.remark(Remark::Groups);
        }
        let named: Vec<String> = own.iter().filter(|party| !party.is_group).map(|party| party.id.clone()).collect();
        for group in own.iter().filter(|party| party.is_group) {
            self.party("[[group]]", group);
            self.value_with("members", "[]", Remark::NoMembers);
            if !named.is_empty() {
                self.remark(Remark::MembersNamed);
                self.comment(&list(named.iter().cloned()));
            }
        }
    }

    fn party(&mut self, table: &str, party: &PrintedParty) {
        self.blank();
        if party.may_be_several {
            self.remark(Remark::Several);
        }
        for near in party.near.iter().filter_map(|at| self.parties.get(*at)) {
            self.remark(Remark::Near { name: &near.name, id: &near.id });
        }
        self.line(table);
        self.value("id", &toml_text(&party.id));
        self.value("name", &toml_text(&party.name));
        if !party.aliases.is_empty() {
            self.value("aliases", &list(party.aliases.iter().cloned()));
        }
    }

    fn task(&mut self, task: &PrintedTask) {
        self.line("[[task]]");
        let no = task.no.to_string();
        match &task.number {
            PrintedNumber::Printed => self.value("no", &no),
            PrintedNumber::Missing if !self.has_numbers => self.value("no", &no),
            PrintedNumber::Missing => self.value_with("no", &no, Remark::Unnumbered),
            PrintedNumber::NotPlain(text) => self.value_with("no", &no, Remark::NumberNotPlain { text }),
            PrintedNumber::Repeated(text) => self.value_with("no", &no, Remark::NumberRepeated { text }),
        }
        self.value("title", &toml_text(&task.title));
        if task.has_more {
            self.remark(Remark::HasMore);
        }
        let printed = |names: &PrintedNames| names.printed.clone().unwrap_or_default();
        let heads = unknown(&task.unknown, self.lang);
        let is_hidden = |has_column: bool| !has_column && !heads.is_empty();
        let no_lead =
            if is_hidden(task.has_lead_column) { Remark::NoLeadColumn { heads: &heads } } else { Remark::NoLead };
        let no_schedule = if is_hidden(task.has_when_column) {
            Remark::NoScheduleColumn { heads: &heads }
        } else {
            Remark::NoSchedule
        };
        self.names("lead", &task.lead, Remark::LeadPrinted { text: &printed(&task.lead) }, no_lead);
        self.names("support", &task.support, Remark::SupportPrinted { text: &printed(&task.support) }, no_lead);
        self.when(&task.when, no_schedule);
        self.deliverables(task);
        self.bounds(task);
        for (head, text) in &task.others {
            self.remark(Remark::Other { head, text });
        }
    }

    fn names(&mut self, key: &str, names: &PrintedNames, printed: Remark<'_>, lacks: Remark<'_>) {
        let ids = names.parties.iter().filter_map(|at| self.parties.get(*at)).map(|party| party.id.clone());
        let ids: Vec<String> = ids.collect();
        if names.printed.is_some() {
            self.remark(printed);
        }
        match ids.is_empty() {
            true if key == "lead" => self.lacking(key, "[\"...\"]", lacks),
            true => {}
            false if names.is_guessed => self.value_with(key, &list(ids.into_iter()), Remark::PartedByBeginning),
            false => self.value(key, &list(ids.into_iter())),
        }
    }

    fn when(&mut self, when: &PrintedWhen, lacks: Remark<'_>) {
        let text = when.printed.as_str();
        match when.schedule {
            None if text.is_empty() => self.lacking("schedule", "\"...\"", lacks),
            None => self.unclear(text, &when.hint),
            Some(own) if when.is_before => {
                self.value_with("schedule", &schedule(own), Remark::Before { text, day: &schedule(day_before(own)) });
            }
            Some(own) => self.value("schedule", &schedule(own)),
        }
        if !text.is_empty() {
            self.value("schedule-printed", &toml_text(text));
        }
    }

    /// Writes a time that is no sure deadline, with what is to be done about it.
    fn unclear(&mut self, text: &str, hint: &PrintedHint) {
        match hint {
            PrintedHint::None => self.lacking("schedule", "\"...\"", Remark::Unclear { text }),
            PrintedHint::NoYear => self.lacking("schedule", "\"...\"", Remark::NoYearOfTime { text }),
            PrintedHint::Periodic(every) => {
                self.lacking("schedule", "\"continuous\"", Remark::Periodic { text, every: every.word() });
            }
            PrintedHint::Several(days) => {
                let last = days.last().copied().map(Schedule::By).map(schedule).unwrap_or_default();
                let days = days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                self.lacking("schedule", &last, Remark::SeveralDays { text, days: &days });
            }
        }
    }

    fn deliverables(&mut self, task: &PrintedTask) {
        for own in task.deliverables.iter().filter(|own| own.is_doubtful) {
            self.remark(Remark::Doubtful { text: &own.name });
        }
        for text in &task.repeated {
            self.remark(Remark::Repeated { text });
        }
        if !task.deliverables.is_empty() {
            let items: Vec<String> = task.deliverables.iter().map(deliverable).collect();
            let items = format!("[{}]", items.join(", "));
            if task.deliverables.iter().any(|own| !own.any_of.is_empty()) {
                self.value_with("deliverables", &items, Remark::EitherOf);
            } else {
                self.value("deliverables", &items);
            }
        }
        if !task.deliverables_printed.is_empty() {
            self.value("deliverables-printed", &toml_text(&task.deliverables_printed));
        }
    }

    fn bounds(&mut self, task: &PrintedTask) {
        let targets: Vec<(String, String)> = task
            .bounds
            .iter()
            .map(|own| {
                let text = own.words.as_str();
                let why = if own.is_strict { Remark::BoundStrict { text } } else { Remark::AsPrinted { text } };
                (format!("{{ indicator = \"...\", {} }}", bound(own.bound)), toml_comment(&remark(why, self.lang)))
            })
            .collect();
        match targets.as_slice() {
            [] => {}
            [(target, why)] => self.line(&format!("# targets = [{target}]  # {why}")),
            several => {
                self.line("# targets = [");
                for (target, why) in several {
                    self.line(&format!("#   {target},  # {why}"));
                }
                self.line("# ]");
            }
        }
    }
}

/// Writes heads one after the other, quoted.
fn unknown(heads: &[String], lang: Lang) -> String {
    heads.iter().map(|head| quoted(head, lang)).collect::<Vec<_>>().join(", ")
}

fn schedule(own: Schedule) -> String {
    match own {
        Schedule::Continuous => "\"continuous\"".to_owned(),
        Schedule::OnEvent => "\"on-event\"".to_owned(),
        Schedule::By(day) => format!("{{ by = {day} }}"),
        Schedule::Every { month, day } => format!("{{ every = \"{month:02}-{day:02}\" }}"),
    }
}

/// Returns the schedule whose day comes one before.
fn day_before(own: Schedule) -> Schedule {
    match own {
        Schedule::By(day) => Schedule::By(day.pred_opt().unwrap_or(day)),
        Schedule::Every { month, day } => {
            // A year that is no leap year, so that the day is in every one.
            let before = NaiveDate::from_ymd_opt(2019, month.into(), day.into()).and_then(|day| day.pred_opt());
            let part = |value: u32| u8::try_from(value).unwrap_or(1);
            before.map_or(own, |before| Schedule::Every { month: part(before.month()), day: part(before.day()) })
        }
        Schedule::Continuous | Schedule::OnEvent => own,
    }
}

fn deliverable(own: &PrintedDeliverable) -> String {
    if own.any_of.is_empty() {
        return toml_text(&own.name);
    }
    format!("{{ name = {}, any-of = {} }}", toml_text(&own.name), list(own.any_of.iter().map(|name| kept(name))))
}

fn bound(own: Bound) -> String {
    match own {
        Bound::AtLeast(value) => format!("at-least = {value}"),
        Bound::AtMost(value) => format!("at-most = {value}"),
        Bound::Between(low, high) => format!("between = [{low}, {high}]"),
        Bound::Equals(value) => format!("equals = {value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_before_is_in_the_calendar() {
        let every = |month, day| Schedule::Every { month, day };
        assert_eq!(day_before(every(3, 1)), every(2, 28));
        assert_eq!(day_before(every(1, 1)), every(12, 31));
        let day = NaiveDate::from_ymd_opt(2020, 3, 1).unwrap();
        assert_eq!(schedule(day_before(Schedule::By(day))), "{ by = 2020-02-29 }");
    }
}
