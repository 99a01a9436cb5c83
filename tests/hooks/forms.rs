//! Forms that units fill in with the figures that this repository has of them.

use std::path::Path;

use rust_xlsxwriter::Workbook;

use super::office::{DataFile, Office, cells, data_of, read, write};

/// Which report a form is for.
#[derive(Clone, Copy)]
pub(crate) struct Owed<'a> {
    pub(crate) form: &'a str,
    pub(crate) period: &'a str,
    pub(crate) unit: &'a str,
}

impl Owed<'_> {
    /// Returns the form as csv, row by row, not filled in.
    pub(crate) fn blank(self, office: &Office) -> Vec<Vec<String>> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path().to_str().expect("a text");
        let args = ["form", self.form, "--period", self.period, "--unit", self.unit, "--format", "csv", "-o", out];
        let (said, code) = office.plan(&args);
        assert_eq!(code, 0, "{said}");
        let name = format!("{}-{}-{}.csv", self.form, self.period, self.unit);
        rows(&read(&folder.path().join(name)))
    }
}

/// Returns the rows of a form written as csv.
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    text.trim_start_matches('\u{feff}').lines().map(cells).collect()
}

/// Fills a form in: the figures and the note of a row, but for those that are given. Figures stand in the fifth column, words in the third.
pub(crate) fn fill(form: &mut [Vec<String>], (file, row): (&DataFile, &[String]), given: &[(&str, &str)]) {
    for line in form {
        let id = line[0].clone();
        let entry = if matches!(id.as_str(), "note" | "filled-by") { 2 } else { 4 };
        let Some(entry) = line.get_mut(entry) else { continue };
        if let Some((_, value)) = given.iter().find(|(own, _)| *own == id) {
            (*value).clone_into(entry);
        } else if file.columns.contains(&id) {
            file.cell(row, &id).clone_into(entry);
        }
    }
}

/// Writes a form as csv.
pub(crate) fn as_csv(path: &Path, form: &[Vec<String>]) {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in form {
        writer.write_record(row).expect("a row can be written");
    }
    write(path, writer.into_inner().expect("rows can be written"));
}

/// Writes a form as a workbook.
pub(crate) fn as_workbook(path: &Path, form: &[Vec<String>]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in (0..).zip(form) {
        for (column, cell) in (0..).zip(row) {
            match cell.parse::<u32>() {
                Ok(number) => sheet.write_number(at, column, number),
                Err(_) => sheet.write_string(at, column, cell),
            }
            .expect("a cell can be written");
        }
    }
    write(path, book.save_to_buffer().expect("a workbook can be written"));
}

/// Puts a filled form into a file, as a unit would send it.
pub(crate) fn arrives(office: &Office, name: &str, owed: Owed<'_>, given: &[(&str, &str)]) {
    let mut form = owed.blank(office);
    let file = data_of(owed.form);
    fill(&mut form, (&file, file.report(owed.period, owed.unit)), given);
    as_workbook(&office.path(name), &form);
}
