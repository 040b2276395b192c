//! The program's own file dialog, driven by mouse or by keyboard alone.

use std::path::PathBuf;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align2, Context, Id, Key, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::reply::Reply;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, height, radius, size, space};
use crate::app::widgets::text::{elided, paint_galley, small};
use crate::app::widgets::{
    Button, Field, dialog, dialog_buttons, focus_ring, hairline, problem_line, text_field, weak,
};
use crate::app::window::chooser::{Chooser, home};
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

const WIDTH: f32 = 560.0;
/// Height of the list of the folder.
const LIST: f32 = 252.0;

/// Shows the dialog; `None` until it is answered.
pub fn ui(ctx: &Context, words: &Words, chooser: &mut Chooser) -> Option<Reply> {
    let title = words.text(chooser.purpose.title());
    let shown = dialog(ctx, Id::unique("path"), &title, |ui| {
        ui.set_width(WIDTH);
        small(ui, &words.text("window-no-native-dialog"), Tone::Weak);
        let mut reply = path_field(ui, words, chooser);
        if let Some(why) = &chooser.refused {
            problem_line(ui, why);
        }
        ui.add_space(space::S);
        hairline(ui);
        reply = reply.or(list(ui, words, chooser));
        hairline(ui);
        reply.or(buttons(ui, words, chooser))
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}

fn field_id() -> Id {
    Id::unique("typed_path")
}

fn row_id(row: usize) -> Id {
    Id::unique(("folder row", row))
}

/// The whole path; Enter takes it, the arrow down goes to the list.
fn path_field(ui: &mut Ui, words: &Words, chooser: &mut Chooser) -> Option<Reply> {
    let name = words.text("window-path");
    let edited = text_field(ui, Field::new(field_id(), &name).fill(), &chooser.text);
    if let Some(typed) = edited.value {
        chooser.text = typed;
        chooser.refused = None;
    }
    if edited.has_focus && std::mem::take(&mut chooser.place) {
        place_cursor(ui, chooser);
    }
    if std::mem::take(&mut chooser.focus) {
        edited.response.request_focus();
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if edited.has_focus && pressed(Key::ArrowDown) {
        ui.memory_mut(|memory| memory.request_focus(row_id(0)));
    }
    (edited.lost_focus && pressed(Key::Enter)).then(|| take(ui, chooser)).flatten()
}

/// Of a new file the name without its extension is selected, ready to be typed over; otherwise typing goes on at the end.
fn place_cursor(ui: &Ui, chooser: &Chooser) {
    let Some(mut state) = TextEditState::load(ui.ctx(), field_id()) else { return };
    let text = &chooser.text;
    let end = text.chars().count();
    let name = text.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let stem = text.rfind('.').filter(|dot| *dot > name).unwrap_or(text.len());
    let at = |byte: usize| CCursor::new(text[..byte].chars().count());
    let range = if chooser.purpose.reads() {
        CCursorRange::one(CCursor::new(end))
    } else {
        CCursorRange::two(at(name), at(stem))
    };
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), field_id());
}

/// Takes the typed path: a folder is walked into, anything else is the answer.
fn take(ui: &Ui, chooser: &mut Chooser) -> Option<Reply> {
    if chooser.text.trim().is_empty() {
        return None;
    }
    let path = chooser.path();
    if path.is_dir() {
        chooser.walk(&path);
        ui.memory_mut(|memory| memory.request_focus(field_id()));
        return None;
    }
    Some(Reply::Save)
}

/// A row of the list.
struct Row {
    icon: Icon,
    words: String,
    path: PathBuf,
    is_folder: bool,
}

fn rows(words: &Words, chooser: &mut Chooser) -> (Vec<Row>, bool) {
    let listing = chooser.listing();
    let folder = &listing.folder;
    let mut rows = Vec::new();
    if let Some(parent) = folder.parent() {
        let name =
            parent.file_name().map_or_else(|| parent.display().to_string(), |name| name.to_string_lossy().into());
        let words = t!(words, "window-folder-up", folder = one_line(&name));
        rows.push(Row { icon: icons::ARROW_UP, words, path: parent.to_owned(), is_folder: true });
    }
    if let Some(home) = home().filter(|home| home != folder) {
        rows.push(Row { icon: icons::USERS, words: words.text("window-folder-home"), path: home, is_folder: true });
    }
    for entry in listing.entries.iter().flatten() {
        let icon = if entry.is_folder { icons::FOLDER } else { icons::FILE_TEXT };
        let (words, path) = (one_line(&entry.name), folder.join(&entry.name));
        rows.push(Row { icon, words, path, is_folder: entry.is_folder });
    }
    (rows, listing.entries.is_none())
}

/// Parent, home, folders and files; Enter and a double click take a file.
fn list(ui: &mut Ui, words: &Words, chooser: &mut Chooser) -> Option<Reply> {
    let (rows, unreadable) = rows(words, chooser);
    let mut reply = None;
    ScrollArea::vertical().id_salt("folder").min_scrolled_height(LIST).max_height(LIST).auto_shrink(false).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, row) in rows.iter().enumerate() {
                let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height::FIELD));
                let response = ui.interact(rect, row_id(index), Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &row.words));
                let lively = response.hovered() || response.has_focus();
                paint_row(ui, rect, row, lively);
                focus_ring(ui, &response);
                if response.clicked() || response.double_clicked() {
                    let by_key = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
                    let opens = by_key || response.double_clicked();
                    reply = go_to(ui, chooser, row, (by_key, opens));
                }
            }
            if unreadable {
                weak(ui, &words.text("window-folder-unreadable"));
            } else if rows.iter().all(|row| row.icon != icons::FOLDER && row.icon != icons::FILE_TEXT) {
                weak(ui, &words.text("window-folder-empty"));
            }
        },
    );
    reply
}

fn go_to(ui: &Ui, chooser: &mut Chooser, row: &Row, (by_key, opens): (bool, bool)) -> Option<Reply> {
    let focus = |id| ui.memory_mut(|memory| memory.request_focus(id));
    if row.is_folder {
        chooser.walk(&row.path);
        // Whoever walks by keyboard goes on doing so.
        focus(if by_key { row_id(0) } else { field_id() });
        return None;
    }
    chooser.pick(&row.path);
    focus(field_id());
    opens.then_some(Reply::Save)
}

fn paint_row(ui: &Ui, rect: Rect, row: &Row, lively: bool) {
    let palette = theme::palette(ui);
    if lively {
        ui.painter().rect_filled(rect, radius::CHIP, palette.sel);
    }
    let square = Rect::from_center_size(pos2(rect.left() + 16.0, rect.center().y), Vec2::splat(15.0));
    let ink = if row.is_folder { palette.accent } else { palette.weak };
    icons::paint(ui.painter(), row.icon, square, ink);
    let left = rect.left() + 34.0;
    let galley = elided(ui.painter(), &row.words, theme::text(size::BODY), palette.text, rect.right() - 8.0 - left);
    paint_galley(ui.painter(), pos2(left, rect.center().y), Align2::LEFT_CENTER, galley);
}

fn buttons(ui: &mut Ui, words: &Words, chooser: &mut Chooser) -> Option<Reply> {
    dialog_buttons(ui, |ui| {
        let go = words.text(if chooser.purpose.reads() { "window-open" } else { "command-save" });
        if Button::primary(&go).enabled(!chooser.text.trim().is_empty()).show(ui).clicked() {
            return take(ui, chooser);
        }
        Button::plain(&words.text("common-cancel")).show(ui).clicked().then_some(Reply::Cancel)
    })
}
