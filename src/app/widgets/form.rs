//! Small parts of forms: a label above its field, the buttons of a list item, a focus that is passed on.

use eframe::egui::{Id, Response, Ui};

use super::{
    button::{IconLook, icon_button_colored},
    text::weak,
};
use crate::app::icons::{self, Icon};

/// A field below its label of 12.
pub fn labelled<R>(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        weak(ui, label);
        field(ui)
    })
    .inner
}

/// Hands the focus on to a widget whose own id nobody knows: who asks for the focus of `id` gets `response`.
pub fn takes_focus_of(ui: &Ui, id: Id, response: &Response) {
    if ui.memory(|memory| memory.has_focus(id)) {
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// What the buttons of a list item ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemAction {
    /// One place towards the beginning.
    Up,
    /// One place towards the end.
    Down,
    /// Away with it.
    Remove,
}

/// The buttons of a list item.
#[derive(Clone, Copy, Debug)]
pub struct ItemButtons<'a> {
    /// "Move Lin Yue up".
    pub up: &'a str,
    /// "Move Lin Yue down".
    pub down: &'a str,
    /// "Remove Lin Yue".
    pub remove: &'a str,
    /// Its place in the list and the length of the list.
    pub place: (usize, usize),
}

impl ItemButtons<'_> {
    /// Draws up, down and remove in the direction of the layout; returns what was pressed.
    pub fn show(self, ui: &mut Ui) -> Option<ItemAction> {
        self.show_as(ui, IconLook { icon: 14.0, ..IconLook::default() })
    }

    /// The same in little room, 20 wide each.
    pub fn show_small(self, ui: &mut Ui) -> Option<ItemAction> {
        self.show_as(ui, IconLook { icon: 13.0, side: 20.0, ..IconLook::default() })
    }

    fn show_as(self, ui: &mut Ui, look: IconLook) -> Option<ItemAction> {
        let (index, count) = self.place;
        let buttons = [
            (ItemAction::Up, icons::ARROW_UP, self.up, index > 0),
            (ItemAction::Down, icons::ARROW_DOWN, self.down, index + 1 < count),
            (ItemAction::Remove, icons::TRASH_2, self.remove, true),
        ];
        let from_right = ui.layout().prefer_right_to_left();
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 0.0);
        let mut pressed = None;
        let mut draw = |(action, icon, name, enabled): (ItemAction, Icon, &str, bool)| {
            if icon_button_colored(ui, icon, name, IconLook { enabled, ..look }).clicked() {
                pressed = Some(action);
            }
        };
        if from_right {
            buttons.into_iter().rev().for_each(&mut draw);
        } else {
            buttons.into_iter().for_each(&mut draw);
        }
        ui.spacing_mut().item_spacing.x = spacing;
        pressed
    }
}

/// Carries out what was pressed on the item at `index`; where it stands among `peers` says its neighbours.
pub fn move_item<T>(list: &mut [T], peers: &[usize], index: usize, action: ItemAction) {
    let Some(at) = peers.iter().position(|peer| *peer == index) else { return };
    let other = match action {
        ItemAction::Up => at.checked_sub(1),
        ItemAction::Down => Some(at + 1),
        ItemAction::Remove => None,
    };
    if let Some(other) = other.and_then(|other| peers.get(other)) {
        list.swap(index, *other);
    }
}
