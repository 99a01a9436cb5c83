//! What a recipe of a register that is proposed says, what is only likely in it, and what the user must say.

use super::proposed::{self, Sure};
use super::wording::count;
use super::{Block, Cell, Document, Facts, Shown, Tone, Value};
use crate::model::{ColumnMeaning, DOSSIER_COLUMNS, ProposedWord, RegisterProposal};
use crate::text::{self, Lang, Say, Track, Word, say};

/// Makes the document; `trial` is how many dossiers the recipe reads as it stands, and how many cells are refused.
pub fn register_proposal(proposal: &RegisterProposal, trial: Option<(usize, usize)>, lang: Lang) -> Document {
    let word = |word| text::word(word, lang);
    let mut rows = Vec::new();
    let mut add = |part: &str, at: &str, says: &str, meaning: &str, sure| {
        rows.push(proposed::row(part, (at, says, meaning), sure, lang));
    };
    add("into", word(Word::ReadInto), "", word(Word::TheRegister), Sure::Understood);
    if let Some(sheet) = &proposal.sheet {
        add("sheet", word(Word::SheetHead), sheet, "", Sure::Understood);
    }
    let (first, last) = proposal.header;
    let head = if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) };
    add("header", word(Word::HeaderHead), &head, "", Sure::Understood);
    let says = text::track(Track::TableRows { count: &count(proposal.dossiers, lang) }, lang);
    add("rows", word(Word::EachRow), &says, word(Word::OneDossier), Sure::Understood);
    for own in &proposal.columns {
        let at = say(Say::AtColumn { column: &own.letters }, lang);
        let (meaning, sure) = match own.meaning {
            ColumnMeaning::Is(is) => (column(is, lang), Sure::Understood),
            ColumnMeaning::Like(is) => (column(is, lang), Sure::Likely),
            ColumnMeaning::Also(_) | ColumnMeaning::Other => (word(Word::NotRead), Sure::Left),
            ColumnMeaning::Personal => (word(Word::PersonalNotRead), Sure::Left),
        };
        add("column", &at, &own.head, meaning, sure);
    }
    for is in &proposal.missing {
        let (meaning, sure) = match DOSSIER_COLUMNS[*is] {
            "level" => (word(Word::LevelOfProcedure), Sure::Understood),
            "unit" => (word(Word::AskUnit), Sure::Open),
            _ => (word(Word::NoSuchColumn), Sure::Open),
        };
        add("missing", column(*is, lang), "", meaning, sure);
    }
    for own in &proposal.words {
        let (meaning, sure) = meaning(own);
        add("word", column(own.is, lang), &own.says, &meaning, sure);
    }
    let mut blocks = vec![Block::Table(proposed::table(rows, lang))];
    if let Some((dossiers, refused)) = trial {
        let mut facts = Facts::new("trial");
        facts.add("dossiers", "", Cell::data(Value::count(dossiers)));
        facts.add("refused", "", Cell::data(Value::count(refused)));
        blocks.push(Block::Facts(facts));
        let (dossiers_said, refused_said) = (&count(dossiers, lang), &count(refused, lang));
        let said = text::track(Track::RegisterTrial { dossiers: dossiers_said, refused: refused_said }, lang);
        let tone = if refused > 0 || dossiers == 0 { Tone::Warn } else { Tone::Good };
        blocks.push(Block::Para(Shown::toned(said, tone)));
    }
    Document { command: "recipe", lang, main: "proposal", blocks }
}

fn meaning(own: &ProposedWord) -> (String, Sure) {
    let Some(means) = &own.means else { return (String::new(), Sure::Open) };
    let shown = own.name.as_ref().filter(|name| *name != means);
    let shown = shown.map_or_else(|| means.clone(), |name| format!("{means}: {name}"));
    (shown, if own.is_likely { Sure::Likely } else { Sure::Understood })
}

/// Returns what a column of the register is called.
pub fn column(is: usize, lang: Lang) -> &'static str {
    let word = match DOSSIER_COLUMNS[is] {
        "id" => Word::DossierHead,
        "procedure" => Word::ProcedureHead,
        "unit" => Word::UnitHead,
        "level" => Word::LevelHead,
        "channel" => Word::ChannelHead,
        "received" => Word::ReceivedOn,
        "due" => Word::AppointedHead,
        "resolved" => Word::ResolvedOn,
        "outcome" => Word::OutcomeHead,
        "apology" => Word::ApologyHead,
        "apologised" => Word::ApologisedHead,
        "new-due" => Word::NewDueHead,
        _ => Word::SuspendedHead,
    };
    text::word(word, lang)
}
