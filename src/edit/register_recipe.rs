//! The file of a recipe of a register that is proposed: what is certain stands there, what is not stands in comments.

use super::recipe::{DOUBT, Origin};
use crate::model::{ColumnMeaning, DOSSIER_COLUMNS, DayOrder, ProposedRegisterColumn, RegisterProposal};
use crate::syntax::{toml_comment, toml_text};
use crate::text::{Advice, Lang, advice};

/// Writes a recipe; `called` says what a column of the register is called.
pub fn register_recipe(
    proposal: &RegisterProposal,
    origin: Origin<'_>,
    called: &dyn Fn(usize) -> &'static str,
    lang: Lang,
) -> String {
    let mut writing = Writing { called, lang, takes_likely: origin.takes_likely, text: String::new() };
    writing.comment(Advice::MadeFrom { file: origin.file });
    writing.comment(Advice::UseWith { name: origin.name });
    writing.head(proposal);
    writing.comment(Advice::Columns);
    for column in &proposal.columns {
        writing.column(column);
    }
    if !proposal.words.is_empty() {
        writing.comment(Advice::Words);
    }
    for own in &proposal.words {
        let entries = [
            ("is", toml_text(DOSSIER_COLUMNS[own.is])),
            ("says", toml_text(&own.says)),
            ("means", toml_text(own.means.as_deref().unwrap_or_default())),
        ];
        match (&own.means, own.is_likely) {
            (None, _) => writing.comment(Advice::UnknownWord { says: &own.says }),
            (Some(means), true) => {
                let near = own.name.as_deref().unwrap_or(means);
                writing.doubt(Advice::LikeWord { says: &own.says, near });
            }
            (Some(_), false) => {}
        }
        let is_certain = own.means.is_some() && (!own.is_likely || origin.takes_likely);
        writing.table("[[word]]", &entries, is_certain);
    }
    writing.text
}

struct Writing<'a> {
    called: &'a dyn Fn(usize) -> &'static str,
    lang: Lang,
    takes_likely: bool,
    text: String,
}

impl Writing<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, said: Advice<'_>) {
        let said = advice(said, self.lang);
        self.line(&format!("# {}", toml_comment(&said)));
    }

    /// Writes the comment of something that is only likely.
    fn doubt(&mut self, said: Advice<'_>) {
        let said = advice(said, self.lang);
        let said = if self.takes_likely { said.trim_start_matches(DOUBT) } else { &said };
        self.line(&format!("# {}", toml_comment(said)));
    }

    /// Writes a table, as a comment if it is not certain.
    fn table(&mut self, header: &str, entries: &[(&str, String)], is_certain: bool) {
        let mark = if is_certain { "" } else { "# " };
        self.line(&format!("{mark}{header}"));
        for (key, value) in entries {
            self.line(&format!("{mark}{key} = {value}"));
        }
        self.line("");
    }

    fn head(&mut self, proposal: &RegisterProposal) {
        self.line("into = \"dossiers\"");
        if let Some(sheet) = &proposal.sheet {
            self.line(&format!("sheet = {}", toml_text(sheet)));
        }
        self.line(&format!("header = [{}, {}]", proposal.header.0 + 1, proposal.header.1 + 1));
        if proposal.dates == DayOrder::MonthFirst {
            self.line("dates = \"mm/dd/yyyy\"");
        }
        if let Some(until) = &proposal.until {
            self.line(&format!("until = {}", toml_text(until)));
        }
        for is in &proposal.missing {
            let name = (self.called)(*is);
            match DOSSIER_COLUMNS[*is] {
                "unit" => {
                    self.comment(Advice::WhichUnit);
                    self.line("# unit = \"\"");
                }
                "channel" => {
                    self.comment(Advice::WhichChannel);
                    self.line("# channel = \"online\"");
                }
                "level" => self.comment(Advice::LevelOfProcedure),
                _ => self.comment(Advice::NoColumn { name }),
            }
        }
        self.line("");
    }

    fn column(&mut self, own: &ProposedRegisterColumn) {
        let (column, head) = (own.letters.as_str(), own.head.as_str());
        let (is, is_certain) = match own.meaning {
            ColumnMeaning::Is(is) => (is, true),
            ColumnMeaning::Like(is) => {
                self.doubt(Advice::LikeMeasure { column, head, name: (self.called)(is) });
                (is, self.takes_likely)
            }
            ColumnMeaning::Also(_) | ColumnMeaning::Other => {
                self.comment(Advice::LeftColumn { column, head });
                return self.line("");
            }
            ColumnMeaning::Personal => {
                self.comment(Advice::PersonalColumn { column, head });
                return self.line("");
            }
        };
        let entries = [("at", toml_text(column)), ("head", toml_text(head)), ("is", toml_text(DOSSIER_COLUMNS[is]))];
        self.table("[[column]]", &entries, is_certain);
    }
}
