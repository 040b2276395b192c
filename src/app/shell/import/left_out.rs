//! The lines that do not count, each by its number, and why.

use eframe::egui::{Id, Ui};

use super::Shown;
use crate::app::theme::height;
use crate::app::widgets::{Column, RowSpec, Table, weak};
use crate::report::sentences::import as said;
use crate::t;
use crate::words::clean::one_line;

/// Draws them, lines that follow one another in one row.
pub(super) fn ui(ui: &mut Ui, shown: &Shown<'_>) {
    let words = shown.words;
    let Some((prepared, _)) = shown.import.prepared() else { return };
    let runs = &prepared.left_out;
    if runs.is_empty() {
        weak(ui, &words.text("import-window-all-count"));
        return;
    }
    let files = &prepared.preview.files;
    let columns = [Column::flex(3.0, 220.0), Column::flex(1.0, 120.0)];
    let columns = if files.len() > 1 { &columns[..] } else { &columns[..1] };
    let mut table = Table::new(ui, Id::unique("import left out"), columns).row_height(height::ROW_TIGHT).paged();
    let headings = ["import-window-why", "import-window-file"].map(|key| words.text(key));
    table.header(ui, &headings.each_ref().map(String::as_str)[..columns.len()]);
    let room = ui.available_height().max(height::ROW_TIGHT * 3.0);
    table.rows(ui, runs.len(), room, |table, ui, index| {
        let Some(run) = runs.get(index) else { return };
        let (first, last) = run.lines;
        let count = last - first + 1;
        let n = usize::try_from(count).unwrap_or(usize::MAX);
        let why =
            t!(words, said::reason(run.why), n = n, shown = said::count(count), lines = said::lines_of(run.lines));
        table.row(ui, RowSpec::plain().id(Id::unique(("import line", index))), |cells| {
            cells.text(&why);
            if let Some(file) = files.get(run.file).filter(|_| columns.len() > 1) {
                cells.weak(&one_line(&file.reading.file));
            }
        });
    });
}
