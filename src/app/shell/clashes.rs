//! Both sides changed the same things: which one counts, chosen by a click each.

use eframe::egui::{Context, Id, Ui};

use super::ask::Reply;
use crate::app::differences::{self, FOOT, longest, width_of};
use crate::app::theme::{Tone, height, space};
use crate::app::widgets::choice::radio_named;
use crate::app::widgets::overlay::wide_dialog;
use crate::app::widgets::{Button, Column, Row, RowKind, RowSpec, Table, body, dialog_buttons, fair, strong};
use crate::app::window::{Cause, Clashes};
use crate::compare::Side;
use crate::report::versions::Clash;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

/// The least width of item and field, value before, and both sides' values with what chooses them.
const NARROWEST: [f32; 4] = [80.0, 70.0, 110.0, 110.0];
/// What chooses a side stands before its value.
const RADIO: f32 = 40.0;

/// The least height of the rows, however low the window.
const LEAST: f32 = 4.0 * height::ROW;

/// Asks about each conflict; `None` until all are settled, or it is put off.
pub fn ui(ctx: &Context, words: &Words, clashes: &mut Clashes) -> Option<Reply> {
    let count = clashes.rows.len();
    let title = t!(words, "window-clashes", n = count, shown = count.to_string());
    let shown = wide_dialog(ctx, Id::unique("clashes"), &title, |ui| {
        body(ui, &words.text("window-clashes-text"));
        table(ui, words, clashes);
        dialog_buttons(ui, |ui| {
            let left = clashes.chosen.iter().filter(|chosen| chosen.is_none()).count();
            let label = words.text("window-merge");
            if Button::primary(&label).enabled(left == 0).show(ui).clicked() {
                return Some(Reply::Merge);
            }
            for (side, key) in [(Side::Theirs, "window-all-theirs"), (Side::Ours, all_ours(&clashes.cause))] {
                if Button::plain(&words.text(key)).show(ui).clicked() {
                    clashes.chosen.fill(Some(side));
                }
            }
            let is_saving = matches!(clashes.cause, Cause::Outside { saving: true, .. });
            let later = if is_saving { "common-cancel" } else { "window-later" };
            if Button::plain(&words.text(later)).show(ui).clicked() {
                return Some(Reply::Cancel);
            }
            if left > 0 {
                crate::app::widgets::weak(ui, &t!(words, "window-clashes-left", n = left, shown = left.to_string()));
            }
            None
        })
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}

fn all_ours(cause: &Cause) -> &'static str {
    match cause {
        Cause::Outside { .. } => "window-all-ours",
        Cause::Recovery(_) => "recovery-all-work",
    }
}

/// A line of the table: the name of a section, or a conflict.
#[derive(Clone, Copy)]
enum Line {
    Section(usize),
    Clash(usize),
}

fn lines(rows: &[Clash]) -> Vec<Line> {
    let is_first = |index: usize| index == 0 || rows[index - 1].section != rows[index].section;
    let lines = |index| is_first(index).then_some(Line::Section(index)).into_iter().chain([Line::Clash(index)]);
    (0..rows.len()).flat_map(lines).collect()
}

fn table(ui: &mut Ui, words: &Words, clashes: &mut Clashes) {
    let ours = match clashes.cause {
        Cause::Outside { .. } => "window-ours",
        Cause::Recovery(_) => "recovery-work",
    };
    let headings = ["versions-what", "versions-before", ours, "window-theirs"].map(|key| words.text(key));
    let mut table = Table::new(ui, Id::unique("clashes table"), &columns(ui, &clashes.rows)).paged();
    table.header(ui, &headings.each_ref().map(String::as_str));
    let [_, _, ours, theirs] = headings;
    let lines = lines(&clashes.rows);
    let room = (ui.available_height() - FOOT).max(LEAST);
    table.rows(ui, lines.len(), room, |table, ui, index| {
        let id = Id::unique(("clash", index));
        match lines[index] {
            Line::Section(first) => {
                let spec = RowSpec::new(RowKind::Group).id(id);
                table.row(ui, spec, |cells| cells.cell(|ui| drop(strong(ui, &clashes.rows[first].section))));
            }
            Line::Clash(index) => {
                let (row, chosen) = (&clashes.rows[index], &mut clashes.chosen[index]);
                table.row(ui, RowSpec::plain().id(id), |cells| fill(cells, row, [&ours, &theirs], chosen));
            }
        }
    });
}

/// Nothing is cut while there is room elsewhere.
fn columns(ui: &Ui, rows: &[Clash]) -> [Column; 4] {
    let texts = |text: fn(&Clash) -> [&str; 2]| width_of(ui, &longest(rows.iter().map(text)));
    let wanted = [
        texts(|row| [&row.what.item, &row.what.field]),
        texts(|row| [&row.base, ""]),
        texts(|row| [&row.ours, ""]) + RADIO,
        texts(|row| [&row.theirs, ""]) + RADIO,
    ];
    let wanted = std::array::from_fn(|index| NARROWEST[index].max(wanted[index]));
    fair(wanted, ui.available_width() - 3.0 * space::M).map(|width| Column::flex(1.0, width))
}

fn fill(cells: &mut Row, row: &Clash, sides: [&str; 2], chosen: &mut Option<Side>) {
    differences::what(cells, &row.what);
    cells.toned(&one_line(&row.base), Tone::Weak);
    for (side, (value, name)) in
        [Side::Ours, Side::Theirs].into_iter().zip([&row.ours, &row.theirs].into_iter().zip(sides))
    {
        let value = one_line(value);
        let name = format!("{name}: {value}");
        cells.cell(|ui| {
            if radio_named(ui, *chosen == Some(side), (&value, &name)) {
                *chosen = Some(side);
            }
        });
    }
}
