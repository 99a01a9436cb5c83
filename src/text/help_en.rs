//! Help in English.

use super::help::{About, Around, Hint, Misuse, NamedCheck, Opt, OptWords};

pub(super) fn about(command: About) -> &'static str {
    match command {
        About::Plan => "Judges a public plan kept as text files: targets, deliverables, reports and deadlines.",
        About::Status => "Where do we stand against each target, and who has not reported?",
        About::Show => {
            "Everything about one task, target, indicator, unit, form, index, period or dossier: why it is what it is."
        }
        About::Remind => {
            "A letter to each unit that owes something: reports missing and late, work overdue, targets behind."
        }
        About::Score => "How many points are there, which criteria lose some, and who answers for them?",
        About::Dossiers => "Which dossiers are late without apology or soon due, and who is slow?",
        About::Due => "What is overdue and what falls due, and who owes it?",
        About::Report => "The periodic report for the director to sign: Word, Excel or Markdown, with appendices.",
        About::Check => "Are the files right? Every finding at once, with file, line and column.",
        About::Form => "Forms for units to fill in for a period: one Excel or CSV file for each unit.",
        About::Schema => "The JSON Schema of plan.toml or of recipes, for editors that help while you write them.",
        About::Init => "A new plan in a folder: a small commented plan.toml and its data, to be filled in.",
        About::Completions => "Commands, options and ids completed by the shell when you press Tab.",
        About::Import => {
            "Take over forms that units filled in, or any table as a recipe reads it: every cell is shown first, and all is written or nothing."
        }
        About::Freeze => {
            "Lock the figures of a period that was reported; from then on plan check names each that changes."
        }
        About::Fmt => {
            "Put the files of data/ into one canonical form, so that git shows what changed and nothing else."
        }
        About::Record => "Add one row to data/: a figure, a deliverable or an update.",
        About::RecordFigure => "Record the report of one unit for one period; without figures each is asked for.",
        About::RecordDeliverable => "Record a document or product that a task has yielded.",
        About::RecordUpdate => "Record a line of the story of a task.",
        About::RecordScore => "Record points that people gave an index: the agency itself or an appraisal.",
        About::Man => "The manual pages.",
    }
}

const fn with(value: &'static str, help: &'static str) -> OptWords {
    OptWords { value, help }
}

#[expect(clippy::too_many_lines, reason = "one arm for each option, so that a missing wording does not compile")]
pub(super) fn opt(opt: Opt) -> OptWords {
    match opt {
        Opt::Directory => with("DIR", "Look for plan.toml in this folder or above it, instead of the current one"),
        Opt::PlanFile => with("FILE", "Use this file as plan.toml"),
        Opt::Lang => with("LANG", "Language of tables and messages; without it, that of the plan or the system"),
        Opt::Color => with("WHEN", "When to use colour"),
        Opt::Width => with("COLUMNS", "Columns to draw for, instead of the terminal's"),
        Opt::Help => with("", "Print this help"),
        Opt::Version => with("", "Print the version"),
        Opt::AsOf => with("DAY", "Judge as of the end of this day (YYYY-MM-DD) instead of today"),
        Opt::KeepGoing => with("", "Print although files have errors: bad rows are left out, and the exit code is 1"),
        Opt::Format => with("FORMAT", "How to print; without it the ending of -o says so"),
        Opt::Output => with("FILE", "Write to this file (.json, .csv, .md, .txt) instead of the screen"),
        Opt::PlainOutput => with("FILE", "Write to this file instead of the screen"),
        Opt::Table => with("NAME", "Only this table, by the name it has in JSON; csv without it gives the main one"),
        Opt::Units => with("UNIT", "Only tasks that this unit or group leads or supports"),
        Opt::Tasks => with("NO", "Only tasks with these numbers"),
        Opt::Indexes => with("INDEX", "Only tasks that serve this index"),
        Opt::Verdicts => with("VERDICTS", "Only tasks of which some part has one of these verdicts"),
        Opt::Sort => with("ORDER", "In which order"),
        Opt::FailOn => with("VERDICTS", "Exit with 1 if any part of what is shown has one of these verdicts"),
        Opt::Id => with(
            "ID",
            "A task's or target's number, the id or name of anything declared, a period, or the id of a dossier; without it, a list",
        ),
        Opt::OnlyUnit => with("UNIT", "Only figures of this unit"),
        Opt::Checks => with("CHECK", "Look for this too:"),
        Opt::ChecksAsOf => with("DAY", "What is due as of the end of this day (YYYY-MM-DD) instead of today"),
        Opt::FindingsFormat => with("FORMAT", "How to print: with excerpts, on one line each, or as JSON"),
        Opt::Strict => with("", "Warnings too end with exit code 1"),
        Opt::Limit => with("COUNT", "How many findings are shown at most; all are counted"),
        Opt::PrintedTable => with(
            "FILE",
            "Make the plan of the table that this file prints: Word (.docx), a workbook, or text with a table; what it does not say is left open",
        ),
        Opt::NewFolder => with("DIR", "The folder; made if it is not there"),
        Opt::ImportFiles => with(
            "FILE",
            "Forms that were filled in, or any table or register with --recipe: xlsx, xls, ods, csv or tsv",
        ),
        Opt::ImportRecipe => {
            with("RECIPE", "Read the table as recipes/RECIPE.toml says; \"new\" makes one from the file")
        }
        Opt::ImportPeriod => with("PERIOD", "For when the figures are, where neither file nor recipe says it"),
        Opt::ImportUnit => with("UNIT", "Whose the figures or dossiers are, where neither file nor recipe says it"),
        Opt::ImportSheet => with("SHEET", "The sheet to read"),
        Opt::ImportForm => with("FORM", "Whose figures the table has, for a new recipe"),
        Opt::SchemaOf => with("KIND", "Of plan.toml (plan), a recipe (recipe), or a recipe of a register (register)"),
        Opt::RecipeName => with("NAME", "Name of the new recipe; the id of the form by default"),
        Opt::RecipeLikely => with("", "Put what is only likely into the new recipe too, once you have looked at it"),
        Opt::ImportReported => with("DAY", "The day of receipt of reports that are not on file, today by default"),
        Opt::Yes => with("", "Write without asking"),
        Opt::FreezePeriod => {
            with("PERIOD", "A period that is over, such as 2019-06 or 2019-Q2: every report that lies in it")
        }
        Opt::Lift => with("", "Lift the lock; needs --reason"),
        Opt::Reason => with("REASON", "The reason, kept in data/freezes.csv"),
        Opt::FmtCheck => with("", "Write nothing; exit with 1 if a file is not in canonical form"),
        Opt::FmtDiff => with("", "Show each line that changes instead of the names of files"),
        Opt::Values => with("ID=FIGURE", "The figures: the id of the measure, an equals sign, the figure"),
        Opt::Sender => with("UNIT", "The unit that reports: its id, name or another spelling"),
        Opt::Reported => with("DAY", "The day of first receipt, today by default; a report on file keeps its own"),
        Opt::Remark => with("TEXT", "A remark on the figures"),
        Opt::Replace => with("", "Replace figures that are on file"),
        Opt::DryRun => with("", "A trial: show what would be written, and write nothing"),
        Opt::TaskNo => with("NO", "The number of the task"),
        Opt::DeliverableName => with("DELIVERABLE", "Its name as in the plan"),
        Opt::Issued => with("DAY", "The day it was issued or finished (YYYY-MM-DD)"),
        Opt::DocumentNumber => with("NUMBER", "The number of the document"),
        Opt::DocumentTitle => with("TITLE", "Its title"),
        Opt::DocumentPlace => with("PLACE", "Section and page that prove it"),
        Opt::DocumentLink => with("LINK", "Where it is kept"),
        Opt::Story => with("TEXT", "What is reported"),
        Opt::StoryKind => with("KIND", "Its kind"),
        Opt::StoryDate => with("DAY", "The day of the report, today by default"),
        Opt::StoryPeriod => with("PERIOD", "The period it speaks of; none is needed for done"),
        Opt::Criterion => with("INDEX", "The id or name of the index"),
        Opt::Points => with("POINTS", "The points, decimals after a point"),
        Opt::Round => with("ROUND", "Who gave them"),
        Opt::Evidence => with("DOCUMENT", "What proves them: number of the document, section, page"),
        Opt::ScoreNote => with("TEXT", "A remark"),
        Opt::Shell => with("SHELL", "The shell"),
        Opt::ReportPeriod => {
            with("PERIOD", "The period reported, such as 2019-Q1, 2019-H1 (half), 2019-9M (nine months), 2019")
        }
        Opt::RemindPeriod => with("PERIOD", "The period whose late reports are named, such as 2019-05, 2019-Q2"),
        Opt::RemindUnits => with("UNIT", "Write to this unit alone (id or name)"),
        Opt::RemindAll => with("", "Write to every unit that there is something to remind of"),
        Opt::RemindFolder => with("FOLDER", "Put the letters into this folder"),
        Opt::RemindBy => with("DAY", "The day by which the unit is to answer (year-month-day)"),
        Opt::RemindDate => with("DAY", "The day of the letters (year-month-day), else the day judged"),
        Opt::Within => with("DAYS", "How far to look ahead: 30d is 30 days, 4w is 4 weeks"),
        Opt::ScoreIndexes => with("INDEX", "Only this index (id or name)"),
        Opt::ScoreUnits => with("UNIT", "Only criteria that this unit or group answers for (id or name)"),
        Opt::Assume => with(
            "KEY=VALUE",
            "What if: INDICATOR=VALUE or MEASURE@PERIOD[/UNIT]=VALUE, never written; the day judged may then lie ahead",
        ),
        Opt::ScoreGain => with("", "What can still be won, by what, and by whom; most points first"),
        Opt::ScoreField => with("FIELD", "Only this field (number or name)"),
        Opt::DossierUnits => with("UNIT", "Only dossiers of this unit or group (id or name)"),
        Opt::DossierProcedures => with("CODE", "Only dossiers of the procedure with this code"),
        Opt::DossierPeriod => with("PERIOD", "Look at a period, such as 2019-Q3, not at the year so far"),
        Opt::DossierMeasure => {
            with("MEASURE", "List the dossiers counted in this measure in the period (its id; needs --period)")
        }
        Opt::DossierWithin => with("DAYS", "List dossiers that fall due within: 7d is 7 days, 2w is 2 weeks"),
        Opt::DueUnits => with("UNIT", "Only what this unit or group owes (id or name)"),
        Opt::DueOutput => {
            with("FILE", "Write to this file (.ics for a calendar, .csv, .md, .json, .txt), not to the screen")
        }
        Opt::ReportOutput => {
            with("FILE", "Write to this file (.docx, .xlsx, .html, .md, .json, .csv, .txt) instead of the screen")
        }
        Opt::ReportGroup => with("HOW", "Put tasks together by index, by lead, or leave them as in the plan"),
        Opt::ReportNumber => with("NUMBER", "The report's number, such as 12 or 12/BC-SKHCN; else room is left for it"),
        Opt::ReportDate => with("DAY", "The day of the report (year-month-day); else the day judged"),
        Opt::ReportAsOf => {
            with("DAY", "Judge as of the end of this day, not of the last one on which reports of the period are due")
        }
        Opt::FormName => with("FORM", "The id or title of the form"),
        Opt::FormPeriod => with("PERIOD", "The period to be reported, such as 2019-07, 7/2019, 2019-Q3"),
        Opt::FormUnits => with("UNIT", "Make the file of this unit, by id or name; may be given several times"),
        Opt::FormAll => with("", "Make the files of all units that owe a report of that period"),
        Opt::FormFolder => with("DIR", "Where the files go; made if it is not there, and no file is overwritten"),
        Opt::FormFormat => with("FORMAT", "Which kind of file"),
    }
}

pub(super) fn named_check(check: NamedCheck) -> &'static str {
    match check {
        NamedCheck::Late => "missing and late reports",
        NamedCheck::Evidence => "done without a document",
        NamedCheck::Scores => "points that differ from figures or lack a document",
        NamedCheck::Names => "spellings that only an alias made right",
    }
}

pub(super) fn around(words: Around<'_>) -> String {
    match words {
        Around::Usage => "Usage".into(),
        Around::Commands => "Commands".into(),
        Around::Arguments => "Arguments".into(),
        Around::Options => "Options".into(),
        Around::Common => "Options of every command".into(),
        Around::Examples => "Examples".into(),
        Around::SomeOptions => "[OPTIONS]".into(),
        Around::SomeCommand => "COMMAND".into(),
        Around::OneOf { list } => format!("one of: {list}"),
        Around::Default { value } => format!("default: {value}"),
        Around::Limits { drawn, listed } => format!("default: {drawn}; {listed} with concise and json"),
        Around::Manual => "Manual".into(),
        Around::Name => "Name".into(),
        Around::ExitCodes => "Exit codes".into(),
        Around::ExitFine => "All is fine.".into(),
        Around::ExitFindings => "There are errors in the files, or what --fail-on or --strict asked to fail on.".into(),
        Around::ExitCannot => {
            "It cannot work: a wrong command line, no plan, a file that cannot be read or written.".into()
        }
        Around::SeeHelp { command } => format!("For more, run {command} --help"),
    }
}

pub(super) fn misuse(misuse: Misuse<'_>) -> String {
    match misuse {
        Misuse::UnknownOption { option } => format!("there is no option \"{option}\" here"),
        Misuse::Extra { text } => format!("\"{text}\" is not understood: nothing more is wanted there"),
        Misuse::UnknownCommand { command } => format!("there is no command \"{command}\""),
        Misuse::BadValue { option, value } => format!("{option} cannot be \"{value}\""),
        Misuse::NoSuchCheck { name } => format!("there is no check \"{name}\""),
        Misuse::NoValue { option } => format!("{option} needs a value"),
        Misuse::Missing { options } => format!("missing: {options}"),
        Misuse::MissingCommand => "a command is missing".into(),
        Misuse::TooMany { option } => format!("{option} has too many values"),
        Misuse::Twice { option } => format!("{option} may be given only once"),
        Misuse::Conflict { option, other } => format!("{option} does not go with {other}"),
        Misuse::NotText => "an argument is not valid text".into(),
        Misuse::Other { text } => text.to_owned(),
    }
}

pub(super) fn hint(hint: Hint<'_>) -> String {
    match hint {
        Hint::DidYouMean { near } => format!("did you mean {near}?"),
        Hint::OneOf { list } => format!("write one of: {list}"),
        Hint::Whole => "write a whole number".into(),
        Hint::Range { low, high } => format!("write a whole number from {low} to {high}"),
    }
}
