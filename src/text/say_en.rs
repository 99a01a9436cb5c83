//! Phrases and sentences in English.

use super::Say;
use super::say::{bracketed, in_parentheses};

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that a missing translation does not compile")]
pub(super) fn say(phrase: Say<'_>) -> String {
    match phrase {
        Say::PlanLine { number, day, agency } => format!("Plan {number} of {day}, {agency}"),
        Say::AsOf { day } => format!("Judged as of the end of {day}"),
        Say::MadeUp { forms } => format!("Made-up figures, not real ones: {forms}."),
        Say::MadeUpAll => "All figures judged here are made up, not real ones.".into(),
        Say::FailNoRegister => {
            "there is no register: no file in data/dossiers. Bring one in with plan import; see docs/register.md.".into()
        }
        Say::FailNotCounted { id, near, all } => {
            format!("no measure \"{id}\" is counted from the register{} Counted are: {all}.", did_you_mean(near))
        }
        Say::BadRowsLeftOut => "Rows with errors were left out and count as not reported: what follows is incomplete.".into(),
        Say::WarningsStand { count } => format!("Warnings about the figures: {count} (see above). Look at them before you use this."),
        Say::TaskTotals { tasks, list } => format!("{tasks} task{}: {list}.", plural(tasks)),
        Say::TargetTotals { targets, list } => format!("{targets} target{}: {list}.", plural(targets)),
        Say::CountOf { count, what } => format!("{count} {what}"),
        Say::Completion { percent, completed, judged } => {
            format!("Completion: {percent} ({completed}/{judged} tasks whose time has come).")
        }
        Say::NotCounted { count } => format!("Not counted yet: {count}."),
        Say::CompletionNone { in_time } => format!("Completion: no task's time has come yet (of {in_time})."),
        Say::NobodyOwes => "Every report that is due is in.".into(),
        Say::NothingFits => "No task fits the filter.".into(),
        Say::AtLeastShort { value } => format!("≥\u{a0}{value}"),
        Say::AtMostShort { value } => format!("≤\u{a0}{value}"),
        Say::BetweenShort { low, high } => format!("{low} – {high}"),
        Say::EqualsShort { value } => format!("=\u{a0}{value}"),
        Say::AtLeast { value } => format!("at least {value}"),
        Say::AtMost { value } => format!("at most {value}"),
        Say::Between { low, high } => format!("between {low} and {high}"),
        Say::Equals { value } => format!("exactly {value}"),
        Say::Rate { percent, numerator, denominator } => format!("{percent} ({numerator}/{denominator})"),
        Say::NoRate { numerator, denominator } => format!("{numerator}/{denominator}"),
        Say::ReportsIn { received, owed } => format!("{received} of {owed} reports in"),
        Say::FiguresOf { period } => format!("figures of {period}"),
        Say::AwaitingLast => "the others are not due yet".into(),
        Say::OlderShort { unit, period } => format!("{unit} is from {period}"),
        Say::OlderStock { measure, unit, period } => format!("\"{measure}\" of {unit} is from {period}"),
        Say::Provisional { why } => format!("provisional: {why}"),
        Say::NeedRateAtLeast { rate, reports, mean, counts } => {
            format!(
                "the {reports} report{} to come must bring at least {rate} (assuming {mean} {counts} each, the year's mean so far).",
                plural(reports)
            )
        }
        Say::NeedRateAtMost { rate, reports, mean, counts } => {
            format!(
                "the {reports} report{} to come may bring at most {rate} (assuming {mean} {counts} each, the year's mean so far).",
                plural(reports)
            )
        }
        Say::NeedMoreThanAll { reports, mean, counts } => {
            format!(
                "even 100% in the {reports} report{} to come would not be enough, with {mean} {counts} each, the year's mean so far.",
                plural(reports)
            )
        }
        Say::NeedCount { count, what } => format!("{count} more {what} needed"),
        Say::NeedRateShort { rate } => format!("the reports to come must bring {rate}"),
        Say::NeedRateShortAtMost { rate } => format!("the reports to come may bring ≤\u{a0}{rate}"),
        Say::NeedMoreThanAllShort => "100% from now on may not be enough".into(),
        Say::WorstUnit { unit } => format!("worst: {unit}"),
        Say::UnitsMet { met, units } => format!("{met}/{units} units met it"),
        Say::BulletSays { name, value, bound } => format!("{name}: {value}; target {bound}"),
        Say::CourseSays { name, list } => format!("{name}, by period. {list}"),
        Say::MilestoneShort { day, bound } => format!("milestone {day}: {bound}"),
        Say::PathShortAtMost { day, value } => format!("should be at most {value} by {day}"),
        Say::PathShort { day, value } => format!("should be {value} by {day}"),
        Say::DeliverableMissing { name } => format!("still to come: {name}"),
        Say::DeliverableOpen { name, due } => format!("still to come: {name} (by {due})"),
        Say::DeliverableOverdue { name, days } => format!("{name}: {days} day{} overdue", plural(days)),
        Say::DeliverableLate { name, days } => format!("{name}: {days} day{} late", plural(days)),
        Say::DeliverableUnproven => "said to be done, but no document number and date".into(),
        Say::OfDeliverable { name, what } => format!("{name}: {what}"),
        Say::TaskOverdue { days } => format!("overdue by {days} days, not said to be done"),
        Say::UpdateMissing { period } => format!("no update for {period}"),
        Say::Days { days } => format!("{days} day{}", plural(days)),
        Say::WhyNothingDue => "No report is in and none is due yet.".into(),
        Say::WhyNothingIn { due } => format!("{due} reports are due and none of them has all the figures."),
        Say::WhyNothingArose { counts } => format!("No {counts} arose, so there is nothing to judge."),
        Say::WhyOutOfReach { value, bound } => format!("It stands at {value} against {bound}; whatever the periods to come bring, it can no longer be met."),
        Say::WhyLostOf { value, bound, failing, lost, counts } => {
            format!("It stands at {value}, the target is {bound}; {failing} {counts} fall short, of which {lost} cannot be made good this year.")
        }
        Say::WhyLost { value, bound, lost, counts } => {
            format!("It stands at {value}, the target is {bound}; {lost} {counts} fall short and cannot be made good this year.")
        }
        Say::WhyMet { value, bound } => format!("It stands at {value}, which meets {bound}."),
        Say::WhyMissed { value, bound } => format!("It stands at {value} against {bound}."),
        Say::WhyFinalMet { value, bound, day } => format!("The deadline {day} is over and every report was due: {value} meets {bound}."),
        Say::WhyFinalMissed { value, bound, day } => format!("The deadline {day} is over and every report was due: {value} does not meet {bound}."),
        Say::WhySecure { value, bound } => format!("It stands at {value} against {bound} and cannot fall any more."),
        Say::WhyMilestoneOn { value, bound, day } => format!("It stands at {value}, which meets the milestone of {day}: {bound}."),
        Say::WhyMilestoneBehind { value, bound, day } => format!("It stands at {value}, which does not meet the milestone of {day}: {bound}."),
        Say::WhyPathAtMost { value, path, day } => format!("It stands at {value}; an even path from the baseline allows {path} by {day}."),
        Say::WhyPathOn { value, path, day } => format!("It stands at {value}; an even path from the baseline asks for {path} by {day}."),
        Say::WhyPathBehind { value, path, day } => format!("It stands at only {value}; an even path from the baseline asks for {path} by {day}."),
        Say::WhyReached { value, bound, day } => format!("It stands at {value}, within {bound}; it is judged for good at the deadline {day}."),
        Say::WhyOpen { value, bound, day } => format!("It stands at {value} against {bound}; the deadline {day} is not over and there is nothing to compare with."),
        Say::WhyWorst { unit, why } => format!("{unit}: {why}"),
        Say::WhyTask { verdict, part } => format!("The task is {verdict} because of {part}."),
        Say::WhyTaskOnly { what } => format!("This task has {what}."),
        Say::WhyTaskProvisional { verdict } => format!("The task is {verdict} so far; reports are still to come, so this may change."),
        Say::WhyTaskGood { verdict } => format!("The task is {verdict}; nothing is missing."),
        Say::WhyAwaited { value, bound, day } => format!("The deadline {day} is over, but not every report is due; it stands at {value} against {bound}."),
        Say::Awaited => "deadline over, reports to come".into(),
        Say::WhyOpenMilestones { value, bound, day } => format!("It stands at {value} against {bound}; the deadline {day} is not over and no milestone can be compared yet."),
        Say::NobodyOwesHere => "Of what is shown, every report that is due is in.".into(),
        Say::BecauseOf { ids } => format!("because of {ids}"),
        Say::DocumentUnnumbered => "a document is there, but without a number".into(),
        Say::AsOfDefault { day } => format!("Judged as of the end of {day}, the last day on which a report came or something was due (choose another with --as-of)"),
        Say::Narrowed { what } => format!("Only: {what}."),
        Say::OnlyUnit { unit } => format!("Figures below are those of {unit} alone; verdicts are still those of all units."),
        Say::Lacking { list } => format!("Lacking: {list}."),
        Say::RowHasErrors { late } => format!("{late}; there is a row, but with errors"),
        Say::ShowHint => "For details: plan show ID".into(),
        Say::SpanOf { first, last } => format!("{first} to {last}"),
        Say::FormulaWords { numerator, denominator } => format!("({numerator}) : ({denominator})"),
        Say::MoreRows { count } => {
            format!("… {count} more row{}; narrow with --unit, or see all with --format json.", plural(count))
        }
        Say::ColumnsLeftOff { columns } => format!("No room here for: {columns}; a wider screen shows them."),
        Say::NoRows => "No rows.".into(),
        Say::LeftOut { count, day } => {
            format!("{count} row{} of a period or day after {day} left out; see them with a later --as-of.", plural(count))
        }
        Say::DueWorkingDays { days } => format!("{days} working days after the period"),
        Say::DueDays { days } => format!("{days} days after the period"),
        Say::EveryMonth => "month".into(),
        Say::EveryQuarter => "quarter".into(),
        Say::EveryHalf => "half year".into(),
        Say::EveryYear => "year".into(),
        Say::YearlyBy { day } => format!("every year by {day}"),
        Say::ExtendedTo { day, basis } => format!("extended to {day} by {basis}"),
        Say::RevisedFrom { day, bound, basis } => format!("from {day}: {bound}{}", in_parentheses(basis)),
        Say::AssignedOn { day, basis } => format!("added on {day} by {basis}"),
        Say::FromUntil { from, until } => format!("{from} to {until}"),
        Say::MilestoneOf { day, bound, basis } => format!("{day}: {bound}{}", in_parentheses(basis)),
        Say::BaselineOf { day, value, basis } => format!("{value} on {day}{}", in_parentheses(basis)),
        Say::Blank => "blank".into(),
        Say::OpensWith { opening, closing } => format!("\"{opening}\" of a period equals \"{closing}\" of the one before"),
        Say::UnitSummary { list } => format!("Reports: {list}."),
        Say::UpdatesMissing { list } => format!("no update of {list}"),
        Say::NothingSent => "No report was sent and none is due.".into(),
        Say::EachUnitJudged => "each unit is judged, the worst decides".into(),
        Say::InitWithin { plan } => format!(
            "Note: this folder lies within that of another plan ({plan}). A command uses the nearest plan.toml from where it is typed upward."
        ),
        Say::InitDone { folder, files } => format!(
            "A new plan is in {folder}: {files}.\n\n\
             What to do next:\n  \
             1. Open plan.toml, replace what is in CAPITALS, and make units, forms, indicators and tasks your own.\n  \
             2. After each change, check: plan -C {folder} check\n  \
             3. See where it stands: plan -C {folder} status\n  \
             4. Once figures are real: delete the made-up rows of data/ho-so.csv, and write provenance = \"reported\".\n  \
             5. Keep the folder in git, to know who changed what and when."
        ),
        Say::InitPrinted { folder, files } => format!(
            "Made a plan of the printed table, in {folder}: {files}.\n\n\
             What next:\n  \
             1. See what the plan needs and the document does not say: plan -C {folder} check\n  \
             2. Open plan.toml, read the remarks (#), compare with the document, fill in.\n  \
             3. Declare forms, indicators and targets for tasks that are measured.\n  \
             4. Once there are no errors, see where you stand: plan -C {folder} status\n  \
             5. Keep the whole folder in git, to know who changed what, and when."
        ),
        Say::InitCounts { tasks, units, groups, unclear, blank, lines } => format!(
            "Of the table: tasks {tasks}, units {units}, common names {groups}. Times not understood: {unclear}; blank cells of lead or time: {blank}. Other lines of the document kept as comments in plan.toml: {lines}."
        ),
        Say::InitUnknown { heads } => format!("Columns not understood: {heads}."),
        Say::TableOfKind { path, kind } => format!(
            "{path} is a {kind} file, of which no table can be read. Open it in Word or LibreOffice, save it as .docx, and run this again. No file was made."
        ),
        Say::TableOfPicture { path } => format!(
            "{path} is a picture, with no text to read. Take the document's .docx, or have its text recognised and saved as .docx, and run this again. No file was made."
        ),
        Say::TableUnknown { path } => {
            format!("{path} is no document of Word (.docx), no workbook (xlsx, xls, ods) and no text. Save it as .docx, and run this again. No file was made.")
        }
        Say::TableUnread { path, why } => format!("{path}: {why}. No file was made."),
        Say::TableNone { path, heads, seen } => format!(
            "{path}: no table of tasks was found. It needs a head row with a column of content and at least one more of these: {heads}. {seen} No file was made."
        ),
        Say::TableNoneSeen => "The file has no table.".into(),
        Say::TableHeadOnly => "There is a head row, but no task under it.".into(),
        Say::TableSeen { sheet, rows, columns, line } => {
            let sheet = if sheet.is_empty() { String::new() } else { format!(" on the sheet \"{sheet}\"") };
            format!("Seen was a table of {rows} rows and {columns} columns{sheet}; its row most like a head: \"{line}\".")
        }
        Say::FailExists { path } => format!("{path} is there already: nothing is overwritten, and nothing was made. Choose another folder."),
        Say::FailUncreated { path, reason } => format!("cannot make {path}: {reason}. Nothing is left half done."),
        Say::FailNoPlan { folder } => {
            format!("no plan.toml in {folder} or any folder above it. Go to the plan's folder, or name it with -C DIR or --plan FILE; to begin a plan: plan init DIR")
        }
        Say::FailNoFolder { path } => format!("there is no folder {path}"),
        Say::FailNoTask { no, near } => format!("the plan has no task {no}; it has {near}"),
        Say::FailBusy { path } => format!("another plan command is writing to this plan ({path}); run again when it is done."),
        Say::FailLink { path } => format!("{path} is a link: nothing is written through a link, which could lead out of the plan. Put the file itself there."),
        Say::FailOutside { path } => format!("{path} is outside the plan's folder, and is not written."),
        Say::FailChanged { path } => format!("{path} was changed by another program just now; nothing is written. Run again."),
        Say::FailNotText { path } => format!("{path} is no UTF-8 text and cannot be changed; see: plan check"),
        Say::ChangeRefused => "Nothing is written: the files would have the errors above.".into(),
        Say::FailNotAValue { text } => format!("\"{text}\" has the wrong shape: write ID=FIGURE, such as resolved=120"),
        Say::FailNoValues => "no figure is given: write ID=FIGURE behind the form, or run it in a terminal to be asked for each".into(),
        Say::FailMisplanned => "this would change other figures too, so nothing is written. It is a mistake in the program; please report it.".into(),
        Say::FailAbandoned => "stopped; nothing is written.".into(),
        Say::FailUnfit { stem } => format!("a file of \"{stem}\" in data/ has mistakes, such as a missing column or two rows for one report, and nothing can be written; see: plan check"),
        Say::FmtNeedsRight => "No file is put in order while there are the errors above; mend them and run again.".into(),
        Say::FmtWould { count } => format!("{count} file{} not in canonical form; run: plan fmt", plural(count)),
        Say::NoCells => "No cell has a figure.".into(),
        Say::FailNeedsYes => "nothing is written: add --yes to write without being asked, or --dry-run to look only".into(),
        Say::ImportRefused => "Nothing is written: cells or files cannot be taken over. Mend what is named above and import again.".into(),
        Say::SheetTooLarge { most } => format!("the file is larger than {most} MB, and no form"),
        Say::SheetUnpacked { most } => format!("the file unpacks to more than {most} MB, and no table"),
        Say::SheetTooManyParts { most } => format!("the file is packed of more than {most} parts, and no table"),
        Say::SheetTooManySheets { most } => format!("the file has more than {most} sheets: split it into several files"),
        Say::SheetTooManyRows { most } => format!("a cell is filled in below row {most}, the last that is read: delete the rows that are not needed and save it again"),
        Say::SheetTooManyColumns { most } => format!("a cell is filled in beyond the first {most} columns, which are all that is read: delete the columns that are not needed and save it again"),
        Say::SheetTooManyCells { most } => format!("the sheets have more than {most} cells, and are no table: delete rows and columns that are not needed, or split the file"),
        Say::SheetTooMuchText { most } => format!("the cells hold more than {most} MB of text, and are no table"),
        Say::SheetEmpty => "the file is empty: ask the unit to send it again".into(),
        Say::SheetIsWord => "this is a Word document; figures must be in a workbook (xlsx, xls, ods) or CSV, and for the plan's own table in a document there is: plan init --table".into(),
        Say::SheetIsDocument { kind } => format!("this is a document ({kind}), not a workbook: copy the table into Excel and save it as .xlsx"),
        Say::SheetIsSlides => "these are slides, not a workbook: copy the table into Excel and save it as .xlsx".into(),
        Say::SheetIsPdf => "this is a PDF, which holds no figures that can be read: ask the unit for the workbook (.xlsx)".into(),
        Say::SheetIsHtml => "this is a web page under the name of a workbook: open it in Excel, save it as .xlsx and import that".into(),
        Say::SheetIsXmlWorkbook => "this is a workbook as XML (XML Spreadsheet 2003 or fods): open it in Excel or LibreOffice, save it as .xlsx and import that".into(),
        Say::SheetIsXml => "this is XML, not a workbook: save the figures as .xlsx or CSV".into(),
        Say::SheetIsOldWorkbook => "this is a workbook of Excel 4 or older: open it in LibreOffice, save it as .xlsx and import that".into(),
        Say::SheetIsImage => "this is a picture, which holds no figures that can be read: ask the unit for the workbook (.xlsx)".into(),
        Say::SheetIsArchive => "these are files packed together (zip, rar, 7z, gz): unpack them and import the workbook within".into(),
        Say::SheetIsOtherOffice => "this is a file of another program (such as Outlook, Visio or an installer) and has no sheets".into(),
        Say::SheetIsTcvn3 { line, text } => format!("the text is in TCVN3 (ABC), not Unicode, line {line}: \"{text}\". Convert it with UniKey (Ctrl+Shift+F6; from TCVN3 (ABC) to Unicode), paste it back and save as CSV UTF-8"),
        Say::SheetIsVni { line, text } => format!("the text is in VNI Windows, not Unicode, line {line}: \"{text}\". Convert it with UniKey (Ctrl+Shift+F6; from VNI Windows to Unicode), paste it back and save as CSV UTF-8"),
        Say::SheetEncoding { line, bytes } => format!("the encoding of the text cannot be told, line {line} (bytes {bytes}): save it again as CSV UTF-8"),
        Say::SheetOpenQuote { line } => format!("the \" that begins a cell in line {line} is never closed: close it, or save the file again from a spreadsheet"),
        Say::SheetSlow { most } => format!("reading took more than {most} seconds and was given up: open the file, delete what is not needed, save it as .xlsx and try once more"),
        Say::SheetDefeats => "the workbook cannot be read and may be damaged: open it, save it again, and try once more".into(),
        Say::NamedSheetBroken { name, why } => format!("the sheet \"{name}\" cannot be read ({why}): open the file in Excel or LibreOffice, save it again, and try once more"),
        Say::NamedSheetUnread { name, why } => format!("the sheet \"{name}\" cannot be read: {why}"),
        Say::SheetUnread { name, why } => format!("no form is in the sheets that can be read, and the sheet \"{name}\" cannot be: {why}"),
        Say::SheetLocked => "the file has a password and cannot be read: take it off and send it again".into(),
        Say::SheetUnknown => "neither a workbook (xlsx, xls, xlsb, ods) nor text such as CSV".into(),
        Say::SheetDamaged => "the file is damaged and cannot be opened: ask for it again, or open it in the program that made it and save it as .xlsx or .docx".into(),
        Say::SheetBroken { why } => format!("the workbook cannot be read ({why}): open it, save it again, and try once more"),
        Say::FailNoRecipe { name, near: "", known: "" } => {
            format!("there is no recipe \"{name}\" yet: make one with plan import FILE --recipe new")
        }
        Say::FailNoRecipe { name, near: "", known } => format!("no recipe \"{name}\" in recipes/; there are: {known}"),
        Say::FailNoRecipe { name, near, .. } => format!("no recipe \"{name}\" in recipes/; did you mean \"{near}\"?"),
        Say::FailNotWithRegister { option } => format!("{option} means nothing for a register: each dossier has its own days"),
        Say::FailNotWithNew { option } => format!("{option} means nothing while a recipe is made; give it when you import with --recipe NAME"),
        Say::FailOnlyWithNew { option } => format!("{option} is for making a recipe (--recipe new)"),
        Say::TableIsForm => "this is a form made by plan form: take it over with plan import FILE, without a recipe".into(),
        Say::FailOneFile => "a recipe is made from one file at a time".into(),
        Say::FailRecipeExists { name } => {
            format!("recipes/{name}.toml is there already: give another --name, or delete the file to make it anew")
        }
        Say::FailBadRecipeName { name } => {
            format!("\"{name}\" is no name for a recipe: lower-case letters a-z, digits and hyphens, and not \"new\"")
        }
        Say::Trial { figures, reports, refused: "0" } => {
            format!("Read as this recipe says: {figures} figures of {reports} reports, no cell refused.")
        }
        Say::Trial { figures, reports, refused } => format!(
            "Read as this recipe says: {figures} figures of {reports} reports; {refused} places refused, with the reason shown by import --dry-run."
        ),
        Say::NoProposal { file, why } => format!("no recipe can be made from {file}: {why}"),
        Say::NotCountedSo { wanted } => format!("the plan counts {wanted}: turn the figures of the file into that first"),
        Say::CountRows { count } => format!("{count} rows with figures"),
        Say::AtCell { address } => format!("Cell {address}"),
        Say::AtColumn { column } => format!("Column {column}"),
        Say::AtRow { row } => format!("Row {row}"),
        Say::RecipeWritten { file, name } => {
            format!("Wrote {file}. Look it over, then: plan import FILE --recipe {name} --dry-run")
        }
        Say::RecipeOpen { count } => format!("{count} places are to be looked at or filled in; each has \"(?)\" in the recipe."),
        Say::TableBlank => "the table has no figure in the rows and columns that the recipe names".into(),
        Say::TableRefused => "no figure can be read; the reason stands beside each cell below".into(),
        Say::RoundedFrom { from } => format!("rounded from {from}"),
        Say::NoRowOf { units } => format!("The table has no figures of: {units}."),
        Say::MoreReports { count } => format!("{count} more reports; --table files --format csv has them all"),
        Say::MoreCells { count } => format!("{count} more cells need no look; --format csv or -o FILE.csv has them all"),
        Say::SheetBlank => "the form has no figure in it".into(),
        Say::SheetNoForm => "there is no plan-form row at the end of the table: this is no form made by plan form; other tables are read by a recipe, see plan import --help (--recipe)".into(),
        Say::SheetOtherPlan { number } => format!("this form belongs to the plan {number}, not to this one"),
        Say::SheetTorn => "the plan-form row and the hidden sheet say different things: the file is put together from two forms".into(),
        Say::SheetSeveral => "more than one sheet of the file is a form: save each as a file of its own".into(),
        Say::SheetNoHeads => "there is no row of heads with the columns \"Id\" and \"This period\"".into(),
        Say::FailNotOver { period, last } => format!("{period} is not over (it lasts until {last}) and cannot be locked yet"),
        Say::FailNothingToFreeze { period } => format!("there is no report of {period} to lock"),
        Say::FailNotFrozen { period } => format!("{period} is not locked"),
        Say::FailNoReason => "a lock is lifted only with a reason: add --reason \"...\"; it is kept in data/freezes.csv".into(),
        Say::FreezeNeedsRight => "Nothing is locked while there are the errors above; mend them and run again.".into(),
        Say::FrozenAlready { period } => format!("{period} is locked already."),
        Say::FreezeMissing { count } => format!("{count} report{} of this period {} owed and not in; what comes after the lock will be told as added.", plural(count), if count == "1" { "is" } else { "are" }),
        Say::Frozen { period, reports, seal } => format!("{period} is locked: {reports} report{}, checksum {seal}.", plural(reports)),
        Say::Lifted { period, id } => {
            format!("The lock of {period} is lifted. When all is mended, lock it again: plan freeze {id}")
        }
        Say::NothingToWrite => "The file says so already; there is nothing to write.".into(),
        Say::Wrote { files } => format!("Written: {files}"),
        Say::WouldWrite { files } => format!("A trial, nothing is written; it would write: {files}"),
        Say::Differs { name, old, new } => format!("\"{name}\" is {old} on file, and now {new}"),
        Say::UseReplace => "Nothing is written: figures on file differ. If they are to be replaced, add --replace.".into(),
        Say::AskHead { form, unit, period } => format!("{form}\n{unit}, {period}"),
        Say::AskHint => "Type a figure and press Enter; Enter alone keeps what is on file. < goes back one figure. Ctrl-C stops, with nothing written.".into(),
        Say::AskFigure { name, counts, before, now } => format!("{name}{}{}{}: ", in_parentheses(counts), bracketed("before", before), bracketed("on file", now)),
        Say::AskNote => "A remark on the figures: ".into(),
        Say::AskReported { today } => format!("Day of receipt [{today}]: "),
        Say::AskAgain => "  Type it again; the same figure again keeps it. < goes back to the figure before.".into(),
        Say::AskWrite => "Write this?".into(),
        Say::YesOrNo => "(y = yes, n = no)".into(),
        Say::FailIrregular { path } => format!("{path} is no regular file and is not read."),
        Say::FailRead { path, reason } => format!("cannot read {path}: {reason}"),
        Say::FailOverflow => "a figure is too large for exact arithmetic".into(),
        Say::FailAsOfFuture { day, today } => format!("--as-of {day} is later than today ({today}): a day that has not come cannot be judged."),
        Say::FailBadDate { text } => format!("\"{text}\" is not a date. Write year-month-day, such as 2019-06-30."),
        Say::FailUnknownVerdict { text, near, list } => format!("no verdict is called \"{text}\"{} Write one of: {list}.", did_you_mean(near)),
        Say::FailUnknownThing { text, near } => format!("nothing has the id or name \"{text}\"{} Run \"plan show\" for the list.", did_you_mean(near)),
        Say::FailPeriodOutside { text, years } => format!("the period {text} is outside the plan ({years})."),
        Say::FailWrite { reason } => format!("cannot write the result: {reason}"),
        Say::FailSpan { text } => format!("\"{text}\" is no number of days; write it like 30d (30 days) or 4w (4 weeks)"),
        Say::DueWithin { days, until } => format!("What is overdue and what falls due within {days} days, by the end of {until}"),
        Say::DueTotals { overdue, ahead } => format!("{overdue} overdue; {ahead} to come."),
        Say::NothingFallsDue => "Nothing is overdue or falls due.".into(),
        Say::DaysLeft { days } => format!("in {days}"),
        Say::DutyReport { form, period } => format!("report for {period} on form \"{form}\""),
        Say::DutyUpdate { task, period } => format!("progress update for {period}: {task}"),
        Say::DutyWork { name } => format!("deliverable \"{name}\""),
        Say::DutyTask { task } => format!("to be completed: {task}"),
        Say::DutyTarget { name, bound } => format!("deadline of target {name}: {bound}"),
        Say::DutyMilestone { name, bound } => format!("milestone of target {name}: {bound}"),
        Say::DutyOfTask { task } => format!("Task {task}"),
        Say::DutyOverdue { what } => format!("Overdue: {what}"),
        Say::CalendarName { number, agency } => format!("Plan {number}, {agency}"),
        Say::FailUnknownEnding { path, endings } => format!("cannot tell from its ending what to write to {path}: end it with one of {endings}, or add a --format that fits the ending."),
        Say::FailOwnFile { path } => format!("{path} is a file of the plan itself; a result is not written over it or below data/. Choose another place."),
        Say::FailUnwritten { path, reason } => format!("cannot write {path}: {reason}. Nothing was changed."),
        Say::FailUnknownTable { name, near, names } => format!("no table is called \"{name}\" here{} There are: {names}.", did_you_mean(near)),
        Say::NotThere => "there is no such file".into(),
        Say::NotReadable => "it may not be read".into(),
        Say::NoSuchFolder => "its folder does not exist".into(),
        Say::IsFolder => "it is a folder".into(),
        Say::IsIrregular => "it is no regular file".into(),
        Say::LeadsNowhere => "it is a link that leads nowhere".into(),
        Say::IsReadOnly => "it is marked read-only".into(),
        Say::NotAllowed => "you may not write there".into(),
        Say::DiskFull => "the disk is full".into(),
        Say::FailEpoch { text } => format!("SOURCE_DATE_EPOCH=\"{text}\" is not a number of seconds since 1970-01-01."),
        Say::FailPrefix => "error: ".into(),
        Say::NotPrinted => "Nothing is printed from files with errors. Mend them and run again, or use --keep-going to leave bad rows out.".into(),
        Say::NotPrintedAtAll => "Nothing is printed from files with errors. Mend them and run again.".into(),
        Say::ChecksNotDone { names } => format!("Not done because plan.toml has errors: {names}."),
        Say::NothingFound => "No errors, no warnings.".into(),
        Say::DataNotChecked => "Of data/ only the form of the files was checked, because plan.toml has errors.".into(),
        Say::EntryPeriod { period, first, last } => format!("Period: {period} ({first} to {last})"),
        Say::EntryUnit { unit } => format!("Unit: {unit}"),
        Say::EntryDue { day } => format!("Due: {day}"),
        Say::EntryMadeUp => "The figures of this form are made up.".into(),
        Say::EntryBefore { period } => format!("Before: {period}"),
        Say::EntrySum { total, parts } => format!("Check: {total} = {parts}"),
        Say::EntryCarried { opening, closing } => format!("Check: {opening} = {closing} of the period before"),
        Say::EntryOff { by } => format!("off by {by}"),
        Say::EntryWhole => "a whole number, 0 or more".into(),
        Say::EntryWholeAny => "a whole number".into(),
        Say::EntryDecimal { decimals } => format!("a number, 0 or more, with at most {decimals} decimals"),
        Say::EntryDecimalAny { decimals } => format!("a number with at most {decimals} decimals"),
        Say::EntryTip { what, period } => {
            format!("Write {what}: the figure of {period}. Write 0 if there were none; leave it blank if it is not known yet.")
        }
        Say::EntryWrong { what } => format!("This cell takes {what}; no words or units in the cell."),
        Say::FailReportPeriod { text, near } => format!("\"{text}\" is no period of a report; write it like {near}"),
        Say::FailJudgedBefore { period, first, day } => {
            format!("the period {period} begins on {first}, after the day judged, {day}; choose --as-of from {first} on")
        }
        Say::FailAnswerBefore { by, date } => format!("an answer is asked for by {by}, before the letter of {date}; choose --by from {date} on"),
        Say::FailDatedBefore { date, day } => {
            format!("the report's date {date} is before the day judged, {day}; choose --date from {day} on, or an earlier --as-of")
        }
        Say::FailNotBegun { period, first, today } => {
            format!("period {period} has not begun: its first day is {first}, today is {today}")
        }
        Say::FailNeedsFile => "a file of Word or Excel needs -o FILE".into(),
        Say::FailWholeOnly => "--table means nothing for a file of Word or Excel, which holds the whole report".into(),
        Say::FailPage { reason } => format!("cannot make the page: {reason}"),
        Say::FailReportBook { reason } => format!("cannot make the workbook: {reason}"),
        Say::FailUnknownForm { text, near, list } => {
            format!("no form has the id or title \"{text}\"{} There are: {list}.", did_you_mean(near))
        }
        Say::FailCountedForm { form } => {
            format!("the form \"{form}\" is counted from the register: there is nothing for units to fill in.")
        }
        Say::FailPublishedForm { form } => {
            format!("the form {form} holds published figures: no unit sends it, so there is nothing to fill in.")
        }
        Say::FailFormPeriod { text, every, near } => {
            format!("\"{text}\" is no period of this form, which is sent every {every}. Write, for example, {near}.")
        }
        Say::FailUnknownUnit { text, near, list } => {
            format!("no unit has the id or name \"{text}\"{} This form is sent by: {list}.", did_you_mean(near))
        }
        Say::FailNotOwing { unit, form, period, why } => {
            format!("{unit} owes no report of {form} for {period}: {why}. Nothing was made.")
        }
        Say::FailNobodyOwes { form, period } => format!("no unit owes a report of {form} for {period}. Nothing was made."),
        Say::FailWorkbook { unit, reason } => format!("cannot make the workbook of {unit}: {reason}. Nothing was made."),
        Say::NotOfForm => "the form is not asked of this unit".into(),
        Say::ExcusedBecause { reason } => format!("it is excused, for this reason: {reason}"),
        Say::ExistsOnly { from, until } => match (from, until) {
            ("", until) => format!("the unit exists only until {until}"),
            (from, "") => format!("the unit exists only from {from}"),
            (from, until) => format!("the unit exists only from {from} to {until}"),
        },
        Say::NothingDue => "the form has no due day".into(),
        Say::NotWritten => "Nothing was made, because the plan's files have errors. Mend them and run again.".into(),
        Say::AboutRecipeSchema => "The schema of a recipe, a file in recipes/ that says how a table is read, as printed by plan schema recipe.".into(),
        Say::AboutSchema => "The schema of plan.toml, the file that declares a plan, as printed by plan schema.".into(),
    }
}

fn plural(count: &str) -> &'static str {
    if count == "1" { "" } else { "s" }
}

pub(super) fn did_you_mean(near: &str) -> String {
    if near.is_empty() { ".".to_owned() } else { format!(". Did you mean \"{near}\"?") }
}
