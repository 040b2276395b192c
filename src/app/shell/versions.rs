//! Earlier versions of the plan: when each was saved, what differs from the plan as it stands, and one of them restored.

use eframe::egui::{Context, EventFilter, Id, Key, Modifiers, Rect, Ui, UiBuilder, pos2};
use jiff::tz::TimeZone;

use super::moment::moment;
use crate::app::differences::{FOOT, View};
use crate::app::theme::{self, height, space};
use crate::app::versions::Versions;
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::{Button, Column, RowSpec, Table, body, dialog, dialog_buttons, weak};
use crate::app::worker::Background;
use crate::file::Version;
use crate::plan::{Date, Plan};
use crate::t;
use crate::words::Words;

/// What the person wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Put this plan in the place of the present one; with the time at which it was saved, in words.
    Restore(Box<Plan>, String),
    /// Write these bytes into another file.
    Copy(Vec<u8>),
    /// Leave everything as it is.
    Close,
}

/// What the dialog needs of the window.
pub struct Needs<'a> {
    /// The plan as it stands.
    pub plan: &'a Plan,
    /// Whether it is in a file.
    pub is_in_file: bool,
    /// Today.
    pub today: Date,
    /// Where slow work is done.
    pub background: Background,
}

const TIMES: f32 = 190.0;

/// Shows the versions; `None` until something is wanted.
pub fn ui(ctx: &Context, words: &Words, (versions, view): (&mut Versions, &mut View), needs: &Needs) -> Option<Choice> {
    let title = words.text("earlier-title");
    let message = match versions.listed() {
        _ if !needs.is_in_file => Some(words.text("earlier-none")),
        None => Some(words.text("earlier-looking")),
        Some(Err(error)) => Some(error.say(words)),
        Some(Ok(listed)) if listed.is_empty() => Some(words.text("earlier-none")),
        Some(Ok(_)) => None,
    };
    let id = Id::unique("versions");
    let fresh = appears(ctx, id);
    let shown = match message {
        Some(message) => dialog(ctx, id.with("none"), &title, |ui| {
            body(ui, &message);
            dialog_buttons(ui, |ui| close(ui, words, fresh))
        }),
        None => wide_dialog(ctx, id, &title, |ui| {
            body(ui, &words.text("earlier-text"));
            ui.add_space(space::S);
            list_and_differences(ui, words, (versions, view), needs);
            buttons(ui, words, (versions, view), needs.today)
        }),
    };
    shown.inner.or_else(|| shown.close.then_some(Choice::Close))
}

fn close(ui: &mut Ui, words: &Words, fresh: bool) -> Option<Choice> {
    let close = Button::primary(&words.text("common-close")).show(ui);
    if fresh {
        close.request_focus();
    }
    close.clicked().then_some(Choice::Close)
}

fn list_and_differences(ui: &mut Ui, words: &Words, (versions, view): (&mut Versions, &mut View), needs: &Needs) {
    // The same size for every version, so that nothing moves while one looks through them.
    let area = ui.available_rect_before_wrap();
    let bottom = area.bottom() - FOOT;
    let times = Rect::from_min_max(area.min, pos2(area.left() + TIMES, bottom));
    let middle = times.right() + space::COLUMNS / 2.0;
    ui.painter().vline(middle, area.top()..=bottom, theme::palette(ui).hairline());
    let right = Rect::from_min_max(pos2(times.right() + space::COLUMNS, area.top()), area.max);
    let part = |ui: &mut Ui, rect, salt| ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
    list(&mut part(ui, times, "times"), words, versions, needs.today);
    differences(&mut part(ui, right, "differences"), words, (versions, view), needs);
    ui.advance_cursor_after_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
}

fn list(ui: &mut Ui, words: &Words, versions: &mut Versions, today: Date) {
    let Some(Ok(listed)) = versions.listed() else { return };
    let names = names(words, listed, today);
    let before = versions.chosen();
    let mut chosen = walked(ui, before, names.len());
    let columns = [Column::flex(1.0, 100.0)];
    let mut table = Table::new(ui, Id::unique("versions"), &columns).row_height(height::ROW_TIGHT).inset(space::S, 0.0);
    table.header(ui, &[&words.text("earlier-saved")]);
    table = table.reveal((chosen != before).then_some(chosen));
    let room = ui.available_height();
    table.rows(ui, names.len(), room, |table, ui, index| {
        let spec = RowSpec::plain().selectable(Id::unique(("version", index)), &names[index], index == chosen);
        let row = table.row(ui, spec, |cells| cells.text(&names[index]));
        if row.clicked() {
            chosen = index;
        }
    });
    versions.choose(chosen);
}

/// Up and down walk through the list.
fn walked(ui: &Ui, chosen: usize, count: usize) -> usize {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let later = usize::from(pressed(Key::ArrowUp));
    let earlier = usize::from(pressed(Key::ArrowDown));
    (chosen + earlier).saturating_sub(later).min(count.saturating_sub(1))
}

/// When each was saved, to the second where the minute does not tell them apart.
fn names(words: &Words, listed: &[Version], today: Date) -> Vec<String> {
    let minute = |version: &Version| name(words, version, today);
    let alike = |index: usize| listed.get(index).map(minute);
    let named = |(index, version): (usize, &Version)| {
        let name = minute(version);
        let before = index.checked_sub(1).and_then(alike);
        let is_alone = before.as_ref() != Some(&name) && alike(index + 1).as_ref() != Some(&name);
        let second = version.saved.to_zoned(TimeZone::system()).second();
        if is_alone { name } else { format!("{name}:{second:02}") }
    };
    listed.iter().enumerate().map(named).collect()
}

/// "Today 10:42", "28 Nov 2026 17:05".
fn name(words: &Words, version: &Version, today: Date) -> String {
    let there = version.saved.to_zoned(TimeZone::system());
    let said = moment(words, version.saved, today);
    let clock = format!("{:02}:{:02}", there.hour(), there.minute());
    if said.contains(&clock) { said } else { format!("{said} {clock}") }
}

fn differences(ui: &mut Ui, words: &Words, (versions, view): (&mut Versions, &mut View), needs: &Needs) {
    match versions.opened().map(|opened| opened.as_ref().map(|kept| &kept.plan)) {
        None => drop(weak(ui, &words.text("earlier-reading"))),
        Some(Ok(Ok(plan))) => {
            let headings = [words.text("earlier-then"), words.text("earlier-now")];
            view.ui(ui, words, [(&headings[0], plan), (&headings[1], needs.plan)], needs.background);
        }
        Some(Err(error) | Ok(Err(error))) => drop(body(ui, &error.say(words))),
    }
}

fn buttons(ui: &mut Ui, words: &Words, (versions, view): (&Versions, &View), today: Date) -> Option<Choice> {
    let kept = versions.opened().and_then(|opened| opened.as_ref().ok());
    let plan = kept.and_then(|kept| kept.plan.as_ref().ok());
    let differs = plan.filter(|_| view.count().is_some_and(|count| count > 0));
    dialog_buttons(ui, |ui| {
        let restore = Button::primary(&words.text("earlier-restore")).enabled(differs.is_some()).show(ui);
        // It can be pressed only once both are compared, each time another version is chosen.
        if differs.is_some() && ui.memory(|memory| memory.focused().is_none()) {
            restore.request_focus();
        }
        // Up and down walk through the list meanwhile.
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(restore.id, filter));
        if restore.clicked() {
            let listed = versions.listed().and_then(|listed| listed.as_ref().ok())?;
            let when = name(words, listed.get(versions.chosen())?, today);
            return differs.map(|plan| Choice::Restore(Box::new(plan.clone()), t!(words, "earlier-step", when = when)));
        }
        let copy = Button::plain(&words.text("earlier-copy")).enabled(kept.is_some()).show(ui);
        if copy.clicked() {
            return kept.map(|kept| Choice::Copy(kept.bytes.clone()));
        }
        Button::plain(&words.text("common-close")).show(ui).clicked().then_some(Choice::Close)
    })
}
