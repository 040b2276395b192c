//! What is known of channels that the plan does not have: it counts for nothing until it is taken out.

use std::collections::{BTreeSet, HashSet};

use eframe::egui::Ui;

use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::text::state_line;
use crate::app::widgets::{Button, takes_focus_of};
use crate::calc::Section;
use crate::plan::{Actuals, Id};
use crate::t;

/// Says of how many channels these are and offers to take them out.
pub(super) fn ui(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx) {
    let strays = of(cx);
    if strays.is_empty() {
        return;
    }
    ui.add_space(space::XS);
    let said = t!(cx.words, "track-stray", n = strays.len());
    let color = theme::palette(ui).ink(Tone::Warn);
    state_line(ui, (icons::WARN, color), &said, Tone::Plain);
    let words = cx.words.text("track-remove-stray");
    let button = Button::quiet(&words).icon(icons::TRASH_2).dense().show(ui);
    takes_focus_of(ui, field_id(Section::Track, None, "channels"), &button);
    if button.clicked() {
        actuals.change(words, |actuals| {
            actuals.channels.retain(|row| !strays.contains(&row.channel));
            for campaign in &mut actuals.campaigns {
                campaign.channel.take_if(|channel| strays.contains(channel));
            }
        });
    }
    ui.add_space(space::XS);
}

/// The ids that no channel of the plan has.
fn of(cx: &Cx) -> BTreeSet<Id> {
    let actuals = &cx.plan.actuals;
    let campaigns = actuals.campaigns.iter().filter_map(|campaign| campaign.channel.as_ref());
    let named: BTreeSet<&Id> = actuals.channels.iter().map(|row| &row.channel).chain(campaigns).collect();
    let known: HashSet<&Id> = cx.plan.allocation.channels.iter().map(|channel| &channel.id).collect();
    named.into_iter().filter(|id| !known.contains(id)).cloned().collect()
}
