//! Remarks in English.

use super::remark::Remark;

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn remark(remark: Remark<'_>) -> String {
    match remark {
        Remark::Head { today } => format!(
            "A plan made of the table that a document prints, on {today}. Text is verbatim; what the document does not say is left open.\n\
             Lines that begin with # are remarks: read them, compare with the document, fill in, and delete what is done.\n\
             After each change run: plan check. docs/plan-toml.md, which comes with the program, lists every key."
        ),
        Remark::Units => "--- Units and people, as the columns of lead and support name them; name is the first spelling, aliases the others ---".into(),
        Remark::Groups => "--- Common names of several units ---".into(),
        Remark::Tasks => {
            "--- Tasks ---\n\
             A deliverable that is no document with a number (files, information, a letter box) is written: { name = \"...\", numbered = false }.\n\
             Figures in a title that look like bounds stand in lines # targets. To use one: declare a form [[form]] and an indicator\n\
             [[indicator]], put the indicator's id for \"...\", and take away the # before it."
                .into()
        }
        Remark::Rest => {
            "--- The rest of the document, line by line, verbatim ---\n\
             It may serve these keys of [plan]: parent, recipients, signer, monitor, funding, purposes, requirements."
                .into()
        }
        Remark::AsPrinted { text } => format!("printed: \"{text}\""),
        Remark::Attached { text } => format!("of the document that this table is attached to, printed: \"{text}\". If it is right, take away the #"),
        Remark::Appendix => "the title of the appendix; if that of the document is another, change it, then take away the #".into(),
        Remark::NoNumber => "no number of the document was found (a line \"Số: ...\"): write it here".into(),
        Remark::NoAgency => "it is not sure which agency issued the document: write it here".into(),
        Remark::NoTitle => "it is not sure what the title is (below KẾ HOẠCH): write it here".into(),
        Remark::NoIssued => "no day of issue was found (\"..., ngày 05 tháng 01 năm 2019\"): write year-month-day, without quotes".into(),
        Remark::NoYear => "it is not sure which year the plan is for: write it here; for several years write from and to".into(),
        Remark::YearOfIssue => "that of the day of issue, for the title names no year".into(),
        Remark::Updates => "take away the # if tasks without targets owe an update each quarter".into(),
        Remark::NoMembers => "the document does not list them: write the ids of the units and groups that this name means".into(),
        Remark::MembersNamed => "The units that the table names; choose of these, and add a [[unit]] for each that lacks:".into(),
        Remark::Several => "A name with a comma or \"và các\" (and the), kept as one. If it is several units: make an entry of each, and change lead and support.".into(),
        Remark::Near { name, id } => {
            format!("Near \"{name}\" ({id}), kept as two.\nIf they are one: add this name to the aliases of {id}, delete this entry, and change the id in lead and support.")
        }
        Remark::NoUnit => "The table names no unit: add [[unit]] with id and name, and write the id in lead and support.".into(),
        Remark::NoNumbers => "The table prints no numbers, or has Word count the rows: they are numbered here in their order.".into(),
        Remark::Unnumbered => "the table prints no number in this row".into(),
        Remark::NumberNotPlain { text } => format!("the number printed is \"{text}\", no whole number, so numbering goes on"),
        Remark::NumberRepeated { text } => format!("the number printed is \"{text}\", which a row above has, so numbering goes on"),
        Remark::HasMore => "Right under it stands a row without number and content, taken for a part of this task: to be looked at.".into(),
        Remark::NoLead => "the table names no lead: write the id of a unit or group".into(),
        Remark::NoLeadColumn { heads } => format!("no column of leads was found; columns not understood: {heads}. Write the id of a unit or group"),
        Remark::LeadPrinted { text } => format!("lead as printed: \"{text}\""),
        Remark::SupportPrinted { text } => format!("support as printed: \"{text}\""),
        Remark::PartedByBeginning => "parted at a comma, because what follows begins as the name of a unit: to be looked at".into(),
        Remark::NoSchedule => "the table gives no time: write \"continuous\", \"on-event\", { by = day } or { every = \"month-day\" }".into(),
        Remark::NoScheduleColumn { heads } => {
            format!("no column of times was found; columns not understood: {heads}. Write \"continuous\", \"on-event\", {{ by = day }} or {{ every = \"month-day\" }}")
        }
        Remark::Unclear { text } => {
            format!("printed: \"{text}\", which is no sure time: write \"continuous\", \"on-event\", {{ by = day }} or {{ every = \"month-day\" }}")
        }
        Remark::NoYearOfTime { text } => {
            format!("printed: \"{text}\", of which year is not known: the document names none. Write year in [plan], and here {by} with the last day of that time", by = "{ by = day }")
        }
        Remark::Periodic { text, every } => {
            format!("printed: \"{text}\", which comes again and again: take away the # here and before updates in [plan], and write every = \"{every}\" there, so that each period owes an update")
        }
        Remark::SeveralDays { text, days } => {
            format!("printed: \"{text}\", which is several deadlines: {days}. Take away the # for the last one; those before it go to the deliverables: deliverables = [{due}]", due = "{ name = \"...\", due = day }")
        }
        Remark::Before { text, day } => {
            format!("printed: \"{text}\". The day named counts as in time, so that nobody is called late on it; if that day is late already, write {day}")
        }
        Remark::EitherOf => "\"/\" is taken to mean that one of the documents is enough".into(),
        Remark::Doubtful { text } => format!("The deliverable \"{text}\" is kept as one; part it if it is several."),
        Remark::Repeated { text } => format!("A deliverable that stands in the cell twice, left out the second time: \"{text}\""),
        Remark::BoundStrict { text } => format!("printed: \"{text}\", which leaves out the value itself; here equality passes"),
        Remark::Other { head: "", text } => format!("Another column: {text}"),
        Remark::Other { head, text } => format!("Column \"{head}\": {text}"),
        Remark::Row { text } => format!("A row of the table that is no task: {text}"),
        Remark::Heads { text } => format!("Heads of the table: {text}"),
    }
}
