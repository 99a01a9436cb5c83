//! Results to typed tables and documents: order, wording, rounding. What the bytes look like is `render/`'s matter.

mod changes;
mod data;
mod document;
mod dossier;
mod dossiers;
mod due;
mod duty;
mod entry;
mod filter;
mod gain;
mod import;
mod official;
mod page;
mod proposed;
mod recipe;
mod register_recipe;
mod remind;
mod report;
mod score;
mod score_why;
mod show;
mod standing;
mod status;
mod status_data;
mod target;
mod wording;

pub use data::Flat;
pub use document::{
    Align, Block, Cell, Column, Document, Fact, Facts, Head, Holds, Line, Outline, Shown, Table, Tone, Value,
};
pub use dossier::{Explained, dossier};
pub use dossiers::{Dossiers, dossiers};
pub use due::{Calendar, Dues, Event, due, due_calendar};
pub use entry::{
    EntryCell, EntryCheck, EntryForm, EntryMeasure, EntryOf, EntryRow, EntryText, EntryTip, entry_files, entry_form,
};
pub use filter::{Filter, Sort, any_verdict};
pub use import::{Fate, Imported, ImportedFile, import};
pub use official::{Appendix, Chart, ChartKind, Letterhead, Paper, PaperHead, Rule, Series, Signature};
pub use page::{
    Bullet, Course, Decision, Page, PageCriterion, PageLost, PageScore, PageTarget, PageTask, PageWords, Place, Tile,
};
pub use recipe::{Trial, proposal};
pub use register_recipe::{column as register_column, register_proposal};
pub use remind::{Debts, Reminding, debts, letter, nothing_owed, summary};
pub use report::{Grouping, Reporting, page, report, report_queries};
pub use score::{Scored, score};
pub use show::{Showing, Subject, indicators_of, show};
pub use status::{Judged, status, status_if};
pub use wording::{count, every, period as period_name, shortened, verdict_name};
