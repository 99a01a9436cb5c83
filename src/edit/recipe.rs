//! The file of a recipe that is proposed: what is certain stands there, what is not stands in comments.

use super::recipe_text::RecipeText;
use crate::model::{Contents, FormId, Plan, Proposal, ProposedColumn, ProposedRow, RowsAre};
use crate::syntax::{toml_comment, toml_text};
use crate::text::{Advice, Lang};

/// Where a recipe was made from, and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The name of the recipe.
    pub name: &'a str,
    /// The name of the file.
    pub file: &'a str,
    /// Whether what is only likely is taken for certain, since the user has looked at it.
    pub takes_likely: bool,
}

/// Writes a recipe.
pub fn recipe(plan: &Plan, proposal: &Proposal, origin: Origin<'_>, lang: Lang) -> String {
    let out = RecipeText { lang, takes_likely: origin.takes_likely, text: String::new() };
    let mut writing = Writing { plan, proposal, out };
    writing.out.comment(Advice::MadeFrom { file: origin.file });
    writing.out.comment(Advice::UseWith { name: origin.name });
    writing.head();
    writing.numbers();
    writing.whose();
    writing.columns();
    writing.rows();
    writing.out.text
}

struct Writing<'a> {
    plan: &'a Plan,
    proposal: &'a Proposal,
    out: RecipeText,
}

impl Writing<'_> {
    fn head(&mut self) {
        let plan = self.plan;
        let id = |form: FormId| plan.form(form).id.value.as_str();
        if let Some(form) = self.proposal.form {
            let title = &plan.form(form).title;
            let line = format!("form = {}", toml_text(id(form)));
            if self.proposal.is_form_likely {
                self.out.doubt(Advice::LikeForm { name: title });
                self.out.line(&if self.out.takes_likely { line } else { format!("# {line}") });
            } else {
                self.out.line(&format!("{line} # {}", toml_comment(title)));
            }
        } else {
            let forms = &self.proposal.forms;
            let all: Vec<FormId> =
                if forms.is_empty() { (0..plan.forms.len()).map(FormId::at).collect() } else { forms.clone() };
            let ids = all.into_iter().map(id).collect::<Vec<_>>().join(", ");
            self.out.comment(Advice::WhichForm { ids: &ids });
            self.out.line("# form = \"\"");
        }
        if let Some(sheet) = &self.proposal.sheet {
            self.out.line(&format!("sheet = {}", toml_text(sheet)));
        }
        if let Some((first, last)) = self.proposal.header {
            self.out.line(&format!("header = [{}, {}]", first + 1, last + 1));
        } else {
            self.out.comment(Advice::NoHeader);
            self.out.line("# header = [1, 1]");
        }
        if let Some(rows) = self.proposal.rows {
            self.out.line(&format!("rows = \"{}\"", rows.word()));
        } else {
            self.out.comment(Advice::WhichRows);
            self.out.line("# rows = \"units\"");
        }
    }

    fn numbers(&mut self) {
        if let Some(mark) = self.proposal.decimal {
            self.out.line(&format!("decimal = \"{}\" # {}", mark.word(), mark.example()));
        }
        if let Some(own) = &self.proposal.undecided {
            self.out.comment(Advice::WhichDecimal { text: &own.text, address: &own.address });
            self.out.line("# decimal = \"comma\"");
        }
        if let Some(own) = &self.proposal.dash {
            self.out.comment(Advice::WhichDash { address: &own.address });
            self.out.line("# dash = \"zero\"");
        }
        if let Some(own) = &self.proposal.long {
            self.out.comment(Advice::WhichRound { text: &own.text, address: &own.address });
            self.out.line("# round = true");
        }
        if let Some(own) = &self.proposal.printed_unit {
            if let Some(other) = &self.proposal.printed_other {
                self.out.comment(Advice::OtherUnit { address: &own.address, text: other, wanted: &own.text });
            }
            self.out.line(&format!("printed-unit = {} # {}", toml_text(&own.text), own.address));
        }
    }

    fn whose(&mut self) {
        if let Some((own, _)) = &self.proposal.period_cell {
            self.out.comment(Advice::CellSays { text: &own.text });
            self.out.line(&format!("period-cell = \"{}\"", own.address));
        } else if !self.proposal.has_period() {
            self.out.comment(Advice::WhichPeriod);
            self.out.line("# period = \"\"");
        }
        if let Some((own, _)) = &self.proposal.unit_cell {
            self.out.comment(Advice::CellSays { text: &own.text });
            self.out.line(&format!("unit-cell = \"{}\"", own.address));
        } else if !self.proposal.has_unit() {
            self.out.comment(Advice::WhichUnit);
            self.out.line("# unit = \"\"");
        }
        if let Some(year) = self.proposal.year {
            let line = format!("year = {year}");
            if self.proposal.is_year_likely {
                self.out.doubt(Advice::LikeYear);
            }
            let is_certain = !self.proposal.is_year_likely || self.out.takes_likely;
            self.out.line(&if is_certain { line } else { format!("# {line}") });
        }
        if !self.proposal.leave_out.is_empty() {
            self.out.comment(Advice::Totals);
            let list: Vec<String> = self.proposal.leave_out.iter().map(|own| toml_text(own)).collect();
            self.out.line(&format!("leave-out = [{}]", list.join(", ")));
        }
        self.out.line("");
    }

    fn columns(&mut self) {
        self.out.comment(Advice::Columns);
        if !self.proposal.has(Contents::Label) {
            self.out.comment(Advice::WhichLabel);
        }
        for column in &self.proposal.columns {
            self.column(column);
        }
    }

    fn column(&mut self, own: &ProposedColumn) {
        let mut entries = vec![("at", toml_text(&own.letters))];
        if !own.head.is_empty() {
            entries.push(("head", toml_text(&own.head)));
        }
        let plan = self.plan;
        let measures = self.proposal.form.map(|form| &plan.form(form).measures);
        let measure = |at: u16| measures.and_then(|list| list.get(usize::from(at)));
        let (column, head) = (own.letters.as_str(), own.head.as_str());
        let (wanted, said) = match (own.contents, own.near.and_then(measure)) {
            (Some(Contents::Measure(at)), _) => {
                (("measure", measure(at).map(|own| toml_text(&own.id.value)).unwrap_or_default()), None)
            }
            (Some(Contents::Label), _) if self.proposal.rows.is_none() => {
                (("is", toml_text("label")), Some(Advice::LikeLabel { column, head }))
            }
            (Some(contents), _) => (("is", toml_text(word(contents))), None),
            (None, Some(near)) => {
                let said = Advice::LikeMeasure { column, head, name: &near.name };
                (("measure", toml_text(&near.id.value)), Some(said))
            }
            (None, None) if own.is_likely_figures => {
                (("is", toml_text("figures")), Some(Advice::LikeFigures { column, head }))
            }
            (None, None) if own.has_numbers && self.proposal.rows == Some(RowsAre::Measures) => {
                (("is", toml_text("figures")), Some(Advice::UnknownColumn { column, head }))
            }
            (None, None) if own.has_numbers => {
                (("measure", toml_text("")), Some(Advice::UnknownColumn { column, head }))
            }
            (None, None) => {
                self.out.comment(Advice::LeftColumn { column, head });
                self.out.line("");
                return;
            }
        };
        entries.push(wanted);
        if let Some(unit) = own.unit {
            entries.push(("unit", toml_text(&self.plan.unit(unit).id)));
        }
        if let Some(period) = own.period {
            entries.push(("period", toml_text(&period.to_string())));
        }
        let is_likely =
            matches!(said, Some(Advice::LikeMeasure { .. } | Advice::LikeLabel { .. } | Advice::LikeFigures { .. }))
                && self.out.takes_likely;
        match said {
            Some(said) if is_likely => self.out.doubt(said),
            Some(said) => self.out.comment(said),
            None => {}
        }
        self.out.table("[[column]]", &entries, said.is_none() || is_likely);
    }

    fn rows(&mut self) {
        if self.proposal.lines.is_empty() {
            return;
        }
        self.out.comment(Advice::Rows);
        for own in &self.proposal.lines {
            self.row(own);
        }
    }

    fn row(&mut self, own: &ProposedRow) {
        let mut entries = vec![("name", toml_text(&own.name))];
        if own.is_repeated {
            entries.push(("at", (own.at + 1).to_string()));
        }
        let measures = self.proposal.form.map(|form| &self.plan.form(form).measures);
        let measure = own.measure.and_then(|at| measures?.get(usize::from(at)));
        let (row, name) = ((own.at + 1).to_string(), own.name.as_str());
        let (id, near) = match (own.unit, measure) {
            (Some(unit), _) => (self.plan.unit(unit).id.as_str(), Some(self.plan.unit(unit).name.as_str())),
            (None, Some(measure)) => (measure.id.value.as_str(), Some(measure.name.as_str())),
            (None, None) => ("", None),
        };
        let key = match self.proposal.rows {
            Some(RowsAre::Measures) => "measure",
            Some(RowsAre::Periods) => "period",
            Some(RowsAre::Units) | None => "unit",
        };
        entries.push((key, toml_text(id)));
        match near {
            Some(near) => self.out.doubt(Advice::LikeRow { row: &row, name, near }),
            None => self.out.comment(Advice::UnknownRow { row: &row, name }),
        }
        self.out.table("[[row]]", &entries, near.is_some() && self.out.takes_likely);
    }
}

fn word(contents: Contents) -> &'static str {
    match contents {
        Contents::Label => "label",
        Contents::Unit => "unit",
        Contents::Period => "period",
        Contents::Reported => "reported",
        Contents::Note => "note",
        Contents::Figures | Contents::Measure(_) => "figures",
    }
}
