//! The program's own file dialog, driven by mouse or by keyboard alone.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align2, Context, Id, Key, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::reply::Reply;
use crate::app::files::Files;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, height, radius, size, space};
use crate::app::widgets::text::{elided, paint_galley, small};
use crate::app::widgets::{
    Button, Field, dialog, dialog_buttons, focus_ring, hairline, problem_line, text_field, weak,
};
use crate::app::window::chooser::{Chooser, home};
use crate::app::window::folders::Folders;
use crate::app::worker::Background;
use crate::file::listing::Listing;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

const WIDTH: f32 = 560.0;
/// Height of the list of the folder.
const LIST: f32 = 252.0;

/// Shows the dialog; `None` until it is answered.
pub fn ui(
    ctx: &Context,
    words: &Words,
    (chooser, folders): (&mut Chooser, &mut Folders),
    (files, background): (&Arc<dyn Files>, Background),
) -> Option<Reply> {
    let title = words.text(chooser.purpose.title());
    let shown = dialog(ctx, Id::unique("path"), &title, |ui| {
        ui.set_width(WIDTH);
        small(ui, &words.text("window-no-native-dialog"), Tone::Weak);
        path_field(ui, words, chooser);
        folders.look((&chooser.path(), chooser.extensions()), files, ctx, background);
        folders.place().into_iter().for_each(|place| chooser.learn(place));
        if let Some(why) = &chooser.refused {
            problem_line(ui, why);
        }
        ui.add_space(space::S);
        hairline(ui);
        let picked = list(ui, words, chooser, folders);
        hairline(ui);
        picked.or(buttons(ui, words, chooser)).or_else(|| go_on(ui, chooser, folders))
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
fn path_field(ui: &mut Ui, words: &Words, chooser: &mut Chooser) {
    let name = words.text("window-path");
    let edited = text_field(ui, Field::new(field_id(), &name).fill(), &chooser.text);
    if let Some(typed) = edited.value {
        chooser.edit(typed);
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
    if edited.lost_focus && pressed(Key::Enter) {
        take(chooser);
    }
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

fn take(chooser: &mut Chooser) {
    chooser.taken = !chooser.text.trim().is_empty();
}

/// Goes on with a path that was taken, once it is known where it leads: a folder is walked into, anything else is the answer.
fn go_on(ui: &Ui, chooser: &mut Chooser, folders: &Folders) -> Option<Reply> {
    let place = folders.place().filter(|_| chooser.taken)?;
    chooser.taken = false;
    if !place.is_folder {
        return Some(Reply::Save);
    }
    chooser.walk(&place.folder, true);
    ui.memory_mut(|memory| memory.request_focus(field_id()));
    None
}

/// A row of the list.
struct Row {
    icon: Icon,
    words: String,
    path: PathBuf,
    is_folder: bool,
}

/// The rows of what lies in a folder.
fn rows(words: &Words, listing: &Listing) -> Vec<Row> {
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
    rows
}

/// Parent, home, folders and files; Enter and a double click take a file.
fn list(ui: &mut Ui, words: &Words, chooser: &mut Chooser, folders: &Folders) -> Option<Reply> {
    // While the disk takes its time one can go elsewhere.
    let unknown = || Listing { folder: chooser.path().parent().map(Path::to_owned).unwrap_or_default(), entries: None };
    let listing = folders.listing();
    let rows = rows(words, &listing.cloned().unwrap_or_else(unknown));
    let is_folder = folders.place().is_some_and(|place| place.is_folder);
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
                    reply = go_to(ui, (chooser, is_folder), row, (by_key, opens));
                }
            }
            let said = match listing.map(|listing| &listing.entries) {
                None => "window-folder-looking",
                Some(None) => "window-folder-unreadable",
                Some(Some(entries)) if entries.is_empty() => "window-folder-empty",
                Some(Some(_)) => return,
            };
            weak(ui, &words.text(said));
        },
    );
    reply
}

fn go_to(
    ui: &Ui,
    (chooser, is_folder): (&mut Chooser, bool),
    row: &Row,
    (by_key, opens): (bool, bool),
) -> Option<Reply> {
    let focus = |id| ui.memory_mut(|memory| memory.request_focus(id));
    if row.is_folder {
        chooser.walk(&row.path, is_folder);
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
            take(chooser);
        }
        Button::plain(&words.text("common-cancel")).show(ui).clicked().then_some(Reply::Cancel)
    })
}
