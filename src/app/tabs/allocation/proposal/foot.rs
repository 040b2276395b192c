//! Where a proposal stands, and what ends it: the lines of its proof, and its buttons.

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::wish::Wish;
use crate::app::context::Cx;
use crate::app::theme::{height, space};
use crate::app::widgets::Button;
use crate::calc::best_allocation::Limit;

/// The room that a proposal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A column of its own: before and after stand in it channel by channel.
    Column,
    /// Below a table that shows the months: buttons stand beside the lines.
    Below,
}

/// Which buttons there are.
pub struct Buttons {
    /// Whether it can be adopted, or kept as a scenario.
    pub adopt: bool,
    /// Whether a scenario was made of it already.
    pub kept: bool,
    /// Whether one goes to its limits,
    pub limits: bool,
    /// and to which.
    pub limit: Option<Limit>,
}

impl Room {
    /// Channels that pulse which are named before the rest is only counted.
    #[must_use]
    pub fn pulses(self) -> usize {
        match self {
            Self::Column => 1,
            Self::Below => 2,
        }
    }

    /// The lines, and the buttons below or beside them; returns what a button asks for.
    pub fn foot(self, ui: &mut Ui, cx: &Cx, lines: impl FnOnce(&mut Ui), buttons: &Buttons) -> Option<Wish> {
        if self == Self::Column {
            lines(ui);
            ui.add_space(space::S);
            return ui.horizontal(|ui| buttons.show(ui, cx)).inner;
        }
        let (room, tall) = (ui.available_width() - buttons.width(ui, cx) - space::L, ui.available_height());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            ui.allocate_ui_with_layout(vec2(room, tall.max(height::FIELD)), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(room);
                // In a low window the lines scroll.
                let area = ScrollArea::vertical().id_salt("proposal lines").max_height(tall.max(height::FIELD));
                area.auto_shrink([false, true]).show(ui, lines);
            });
            buttons.show(ui, cx)
        })
        .inner
    }
}

impl Buttons {
    fn all(&self, cx: &Cx) -> Vec<(Kind, String)> {
        let limits = self.limits.then_some((Kind::Limits, "proposal-limits"));
        let keep = (Kind::Keep, if self.kept { "proposal-is-kept" } else { "proposal-keep" });
        let all =
            [Some((Kind::Adopt, "proposal-adopt")), Some(keep), limits, Some((Kind::Discard, "proposal-discard"))];
        all.into_iter().flatten().map(|(kind, key)| (kind, cx.words.text(key))).collect()
    }

    fn width(&self, ui: &Ui, cx: &Cx) -> f32 {
        let wide = self.all(cx).into_iter().map(|(kind, words)| self.button(kind, &words).width(ui) + space::S);
        wide.sum::<f32>() - space::S
    }

    fn button<'w>(&self, kind: Kind, words: &'w str) -> Button<'w> {
        match kind {
            Kind::Adopt => Button::primary(words).enabled(self.adopt),
            Kind::Keep => Button::plain(words).enabled(self.adopt && !self.kept),
            Kind::Limits => Button::plain(words),
            Kind::Discard => Button::quiet(words),
        }
    }

    fn show(&self, ui: &mut Ui, cx: &Cx) -> Option<Wish> {
        ui.spacing_mut().item_spacing.x = space::S;
        let mut wish = None;
        for (kind, words) in self.all(cx) {
            let mut button = self.button(kind, &words).show(ui);
            if kind == Kind::Keep {
                button = button.on_hover_text(cx.words.text("proposal-keep-hint"));
            }
            if button.clicked() {
                wish = Some(match kind {
                    Kind::Adopt => Wish::Adopt,
                    Kind::Keep => Wish::Keep,
                    Kind::Limits => Wish::Limits(self.limit),
                    Kind::Discard => Wish::Discard,
                });
            }
        }
        wish
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Adopt,
    Keep,
    Limits,
    Discard,
}
