//! The file of a recipe of a register that is proposed: what is certain stands there, what is not stands in comments.

use super::recipe::Origin;
use super::recipe_text::RecipeText;
use crate::model::{ColumnMeaning, DOSSIER_COLUMNS, DayOrder, ProposedRegisterColumn, RegisterProposal};
use crate::syntax::toml_text;
use crate::text::{Advice, Lang};

/// Writes a recipe; `called` says what a column of the register is called.
pub fn register_recipe(
    proposal: &RegisterProposal,
    origin: Origin<'_>,
    called: &dyn Fn(usize) -> &'static str,
    lang: Lang,
) -> String {
    let out = RecipeText { lang, takes_likely: origin.takes_likely, text: String::new() };
    let mut writing = Writing { called, out };
    writing.out.comment(Advice::MadeFrom { file: origin.file });
    writing.out.comment(Advice::UseWith { name: origin.name });
    writing.head(proposal);
    writing.out.comment(Advice::Columns);
    for column in &proposal.columns {
        writing.column(column);
    }
    if !proposal.words.is_empty() {
        writing.out.comment(Advice::Words);
    }
    for own in &proposal.words {
        let entries = [
            ("is", toml_text(DOSSIER_COLUMNS[own.is])),
            ("says", toml_text(&own.says)),
            ("means", toml_text(own.means.as_deref().unwrap_or_default())),
        ];
        match (&own.means, own.is_likely) {
            (None, _) => writing.out.comment(Advice::UnknownWord { says: &own.says }),
            (Some(means), true) => {
                let near = own.name.as_deref().unwrap_or(means);
                writing.out.doubt(Advice::LikeWord { says: &own.says, near });
            }
            (Some(_), false) => {}
        }
        let is_certain = own.means.is_some() && (!own.is_likely || origin.takes_likely);
        writing.out.table("[[word]]", &entries, is_certain);
    }
    writing.out.text
}

struct Writing<'a> {
    called: &'a dyn Fn(usize) -> &'static str,
    out: RecipeText,
}

impl Writing<'_> {
    fn head(&mut self, proposal: &RegisterProposal) {
        self.out.line("into = \"dossiers\"");
        if let Some(sheet) = &proposal.sheet {
            self.out.line(&format!("sheet = {}", toml_text(sheet)));
        }
        self.out.line(&format!("header = [{}, {}]", proposal.header.0 + 1, proposal.header.1 + 1));
        if proposal.dates == DayOrder::MonthFirst {
            self.out.line("dates = \"mm/dd/yyyy\"");
        }
        if let Some(until) = &proposal.until {
            self.out.line(&format!("until = {}", toml_text(until)));
        }
        for is in &proposal.missing {
            let name = (self.called)(*is);
            match DOSSIER_COLUMNS[*is] {
                "unit" => {
                    self.out.comment(Advice::WhichUnit);
                    self.out.line("# unit = \"\"");
                }
                "channel" => {
                    self.out.comment(Advice::WhichChannel);
                    self.out.line("# channel = \"online\"");
                }
                "level" => self.out.comment(Advice::LevelOfProcedure),
                _ => self.out.comment(Advice::NoColumn { name }),
            }
        }
        self.out.line("");
    }

    fn column(&mut self, own: &ProposedRegisterColumn) {
        let (column, head) = (own.letters.as_str(), own.head.as_str());
        let (is, is_certain) = match own.meaning {
            ColumnMeaning::Is(is) => (is, true),
            ColumnMeaning::Like(is) => {
                self.out.doubt(Advice::LikeMeasure { column, head, name: (self.called)(is) });
                (is, self.out.takes_likely)
            }
            ColumnMeaning::Also(_) | ColumnMeaning::Other => {
                self.out.comment(Advice::LeftColumn { column, head });
                return self.out.line("");
            }
            ColumnMeaning::Personal => {
                self.out.comment(Advice::PersonalColumn { column, head });
                return self.out.line("");
            }
        };
        let entries = [("at", toml_text(column)), ("head", toml_text(head)), ("is", toml_text(DOSSIER_COLUMNS[is]))];
        self.out.table("[[column]]", &entries, is_certain);
    }
}
