//! The row above the table: what is looked for, which channels alone, in what order, and how many are shown.

use eframe::egui::{Id, Ui, vec2};

use super::super::sheet::Sheet;
use super::browse::{Browse, Filter, Order};
use super::lines::Lines;
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme::{Tone, height, space};
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Dropdown, Field, text_field};
use crate::calc::Section;
use crate::t;

/// From so many channels on the row is always there.
const MANY: usize = 25;

/// The field in which channels are looked for.
#[must_use]
pub fn search_id() -> Id {
    field_id(Section::Allocation, None, "search")
}

/// Draws the row, where there is something to choose.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, lines: &Lines) {
    let (words, count) = (sheet.cx.words, sheet.cx.plan.allocation.channels.len());
    let browse = &mut sheet.view.browse;
    if count < MANY && !browse.is_open && !browse.selects() {
        return;
    }
    ui.allocate_ui(vec2(ui.available_width(), height::FIELD), |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let name = words.text("allocation-search");
            let field = Field::new(search_id(), &name).hint(&name).width(190.0).dense();
            if let Some(typed) = text_field(ui, field, &browse.typed).value {
                browse.typed = typed;
            }
            let all = std::iter::once((None, words.text("allocation-show-all")));
            let filters = Filter::ALL.map(|filter| (Some(filter), words.text(filter.key())));
            let filters: Vec<(Option<Filter>, String)> = all.chain(filters).collect();
            if let Some(filter) =
                choice(ui, ("allocation-show", &words.text("allocation-show")), &filters, &browse.filter)
            {
                browse.filter = filter;
            }
            let orders: Vec<(Order, String)> = Order::ALL.map(|order| (order, words.text(order.key()))).into();
            if let Some(order) =
                choice(ui, ("allocation-order", &words.text("allocation-order")), &orders, &browse.order)
            {
                (browse.order, browse.is_reversed) = (order, false);
            }
            shown(ui, words, browse, (lines.channels_shown(), count));
        });
    });
    ui.add_space(space::XS);
}

fn choice<T: PartialEq + Clone>(ui: &mut Ui, (id, name): (&str, &str), items: &[(T, String)], now: &T) -> Option<T> {
    let shown = items.iter().find(|(item, _)| item == now).map_or("", |(_, word)| word.as_str());
    Dropdown::new(Id::unique(id), name, shown).dense().show(ui, items, Some(now))
}

/// How many are shown; the sums stay those of the plan.
fn shown(ui: &mut Ui, words: &crate::words::Words, browse: &mut Browse, (shown, of): (usize, usize)) {
    let is_whole = !browse.selects() && browse.folded.is_empty();
    if is_whole && of < MANY {
        let close = words.text("common-close");
        if crate::app::widgets::icon_button(ui, icons::CLOSE, &close).clicked() {
            browse.is_open = false;
        }
        return;
    }
    let says = t!(words, "allocation-shown", shown = shown.to_string(), n = of, of = of.to_string());
    small(ui, &says, Tone::Weak).on_hover_text(words.text("allocation-shown-hint"));
    if !is_whole && Button::quiet(&words.text("allocation-show-all-again")).dense().show(ui).clicked() {
        browse.show_all();
    }
}
