//! Where the cursor stands in the text of a field.

use eframe::egui::{Id, Response, TextEdit, Ui, text::CCursorRange};

use super::draft;

/// Whether the click that brought the focus has just ended.
pub(super) fn first_click(ui: &Ui, response: &Response) -> bool {
    let id = response.id.with("came by a click");
    let has_come = response.gained_focus();
    let came = has_come || ui.data(|data| data.get_temp(id).unwrap_or(false));
    let is_over = response.clicked() || !ui.input(|input| input.pointer.any_down());
    if has_come || (came && is_over) {
        ui.data_mut(|data| data.insert_temp(id, !is_over));
    }
    came && response.clicked()
}

/// Whether the cursor of the focused field stands at the start of its text, and whether at its end; both where all is selected.
#[must_use]
pub fn at_edges(ui: &Ui, id: Id) -> (bool, bool) {
    let text = draft::typed(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::select_all_str(&text).as_sorted_char_range();
    let range = TextEdit::load_state(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let Some(range) = range.map(|range| range.as_sorted_char_range()) else { return (true, true) };
    (range == all || range.end == all.start, range == all || range.start == all.end)
}

/// Whether all of a text is selected.
pub(super) fn selects_all(ui: &Ui, id: Id, text: &str) -> bool {
    let selection = TextEdit::load_state(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let all = CCursorRange::select_all_str(text).as_sorted_char_range();
    !text.is_empty() && selection.is_some_and(|selection| selection.as_sorted_char_range() == all)
}
