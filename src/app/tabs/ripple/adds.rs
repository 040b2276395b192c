//! What the share step adds to the people on site.

use eframe::egui::Ui;

use super::steps::desk_label;
use super::{Desk, inputs};
use crate::app::explain::explained;
use crate::app::icons;
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Button, Column, RowSpec, Table, weak};
use crate::calc::explain::{Figure, OfRipple};
use crate::calc::ripple::{Sharing, Step};
use crate::words::number;

/// Draws the section.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk) {
    match desk.report.sharing {
        Some(sharing) => comparison(ui, desk, &sharing),
        None => invite(ui, desk),
    }
}

fn invite(ui: &mut Ui, desk: &mut Desk) {
    let words = desk.cx.words;
    ui.add_space(space::S);
    weak(ui, &words.text("ripple-no-share"));
    ui.add_space(space::XS);
    if Button::plain(&words.text("ripple-step-add-share")).icon(icons::PLUS).show(ui).clicked() {
        inputs::add_share(ui, desk);
    }
}

/// On site alone, with sharing, and the difference.
fn comparison(ui: &mut Ui, desk: &Desk, sharing: &Sharing) {
    let words = desk.cx.words;
    let figure = Column::flex(1.0, 60.0).right();
    let columns = [Column::fixed(118.0), figure, figure, figure];
    let mut table = Table::new(ui, desk.field("added table"), &columns).row_height(24.0).inset(0.0, 20.0);
    let heads = ["ripple-without", "ripple-with", "ripple-added-short"].map(|key| words.text(key));
    table.header(ui, &["", &heads[0], &heads[1], &heads[2]]);
    let whole = |value: f64| number::count(value, 0);
    let (without, with) = (&sharing.without, &sharing.with);
    let rows = [
        (
            desk_label(desk, "ripple-cost"),
            pair(without, with, |step| step.cost, &whole),
            (sharing.added_cost(), OfRipple::Reward),
        ),
        (
            words.text("ripple-people"),
            pair(without, with, |s| s.people, &whole),
            (with.people - without.people, OfRipple::OffSite),
        ),
        (
            words.text("common-customers"),
            pair(without, with, |step| step.customers, &number::expected),
            (sharing.added_customers(), OfRipple::AddedCustomers),
        ),
        (
            desk_label(desk, "common-revenue"),
            pair(without, with, |s| s.revenue, &whole),
            (sharing.added_revenue(), OfRipple::AddedRevenue),
        ),
    ];
    for (label, (without, with), (added, of)) in rows {
        table.row(ui, RowSpec::plain(), |row| {
            row.weak(&label);
            row.number(&without);
            row.number(&with);
            let shown = number::signed(added, 0);
            let response = row.asking().strong(&shown, Tone::Accent);
            explained(row, desk.cx, (&shown, response), || Some(Figure::Ripple(desk.ripple.id.clone(), of)));
        });
    }
    let each = |cost: Option<f64>| cost.map_or(number::NOTHING.into(), |cost| number::count(cost, 0));
    table.row(ui, RowSpec::plain(), |row| {
        row.weak(&desk_label(desk, "ripple-per-customer"));
        row.number(&each(sharing.without.cost_per_customer()));
        row.number(&each(sharing.with.cost_per_customer()));
        row.strong(&each(sharing.cost_per_added()), Tone::Accent);
    });
}

fn pair(without: &Step, with: &Step, of: impl Fn(&Step) -> f64, show: &dyn Fn(f64) -> String) -> (String, String) {
    (show(of(without)), show(of(with)))
}
