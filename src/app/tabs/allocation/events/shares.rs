//! Who pays what: the share of each party against its cost alone, with what it paid already.

use eframe::egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Desk;
use super::rules::reasons;
use crate::app::explain::explained;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::{
    Column, Row, RowKind, RowSpec, Table, page, problem_line, section_with, text::small, text::widest, weak,
};
use crate::calc::event::PartyShare;
use crate::calc::explain::{Figure, OfEvent, OfParty};
use crate::plan::Money;
use crate::report::sentences::settlement::Way;
use crate::t;
use crate::words::{names, number};

/// Draws the section.
pub(super) fn ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.cx.words;
    let unit = names::currency_name(&desk.cx.currency().code, words);
    // Without shares there is nothing to draw on an axis.
    let nothing = desk.report.shares.is_empty();
    section_with(ui, &t!(words, "event-who-pays", unit = unit), "", |ui| {
        if !nothing {
            legend(ui, desk);
        }
    });
    if !desk.report.is_split() {
        ui.add_space(6.0);
        problem_line(ui, &t!(words, "event-not-split", why = reasons(desk).all(&desk.report.problems)));
    }
    if nothing {
        return;
    }
    let sums = [Some(desk.report.total), desk.report.sum_alone(), desk.report.sum_saving()];
    let sums = sums.map(|sum| sum.map_or(String::new(), |sum| number::money(desk.cx.currency(), sum, decimals(desk))));
    let wide = widest(ui, sums.iter().map(String::as_str), &theme::semibold(size::BODY));
    let figure = Column::fixed(wide.max(68.0)).right();
    let columns = [Column::fixed(116.0), Column::flex(1.0, 100.0), figure, figure, figure];
    let mut table = Table::new(ui, desk.field("share table"), &columns).row_height(row_height(ui, desk)).gap(8.0);
    let scale = Scale::of(desk);
    header(ui, desk, &mut table, &scale);
    for row in &desk.report.shares {
        party_row(ui, desk, &mut table, (row, &scale));
    }
    sum_row(ui, desk, &mut table);
    if let Some(gains) = desk.settling().gains() {
        ui.add_space(2.0);
        weak(ui, &gains);
    }
}

/// Few parties get the room of the picture, many share it.
fn row_height(ui: &Ui, desk: &Desk) -> f32 {
    let least = if desk.event.parties.len() > 6 { height::ROW } else { 36.0 };
    page::roomy(ui.clip_rect().height() * 0.36, desk.event.parties.len() + 1, least..=56.0)
}

/// The axis of the bars: from zero, or where somebody gains from a round amount below it, to one above all of them.
struct Scale {
    low: f64,
    top: f64,
    step: f64,
}

impl Scale {
    fn of(desk: &Desk) -> Self {
        let currency = desk.cx.currency();
        let all = desk.report.shares.iter().flat_map(|row| [Some(row.share), row.alone, Some(row.spent())]);
        let (least, most) = all
            .flatten()
            .map(|amount| currency.units(amount))
            .fold((0.0, 1.0), |(least, most), units| (f64::min(least, units), f64::max(most, units)));
        let most = f64::max(most, -least);
        // Two steps of a round amount, so that three labels fit.
        let power = 10_f64.powf((most / 2.0).log10().floor());
        let factors = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
        let step = factors.into_iter().map(|factor| factor * power).find(|step| step * 2.0 >= most * 0.999);
        let step = step.unwrap_or(most / 2.0);
        Self { low: -step * (-least / step).ceil(), top: 2.0 * step, step }
    }

    /// Round amounts along the axis.
    fn marks(&self) -> impl Iterator<Item = f64> {
        [self.low, self.low + self.step, 0.0, self.step, self.top]
            .into_iter()
            .enumerate()
            .filter(|(place, mark)| *place > 1 || *mark < 0.0)
            .map(|(_, mark)| mark)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    fn x(&self, bars: Rect, units: f64) -> f32 {
        bars.left() + bars.width() * ((units - self.low) / (self.top - self.low)).clamp(0.0, 1.0) as f32
    }
}

fn header(ui: &mut Ui, desk: &Desk, table: &mut Table, scale: &Scale) {
    let words = desk.cx.words;
    let heads = ["event-share", "event-alone-short", "event-saving"].map(|key| words.text(key));
    let top = ui.cursor().min;
    table.header(ui, &["", "", &heads[0], &heads[1], &heads[2]]);
    let (left, right) = table.span(1);
    let bars = Rect::from_min_max(pos2(top.x + left, top.y), pos2(top.x + right, top.y + 24.0));
    let marks: Vec<f64> = scale.marks().collect();
    let labels: Vec<String> = marks.iter().map(|units| number::short(desk.cx.language(), *units)).collect();
    let widest = widest(ui, labels.iter().map(String::as_str), &theme::text(size::SMALL));
    // Where the bars are too short for all, the first and the last say it; then the last alone.
    let places: Vec<usize> = (0..marks.len()).collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of marks")]
    let shown = match bars.width() / (widest + 4.0) {
        room if room >= marks.len() as f32 - 1.0 => &places[..],
        room if room >= 1.0 => &[0, marks.len() - 1],
        _ => &[marks.len() - 1],
    };
    for index in shown {
        let color = theme::palette(ui).weak;
        let at = pos2(scale.x(bars, marks[*index]), bars.bottom() - 12.5);
        let label = &labels[*index];
        ui.painter().text(at, eframe::egui::Align2::CENTER_CENTER, label, theme::text(size::SMALL), color);
    }
}

fn party_row(ui: &mut Ui, desk: &Desk, table: &mut Table, (share, scale): (&PartyShare, &Scale)) {
    let currency = desk.cx.currency();
    let is_us = desk.event.us.as_ref() == Some(&share.party);
    let decimals = decimals(desk);
    let money = |amount: Option<Money>| match amount {
        Some(amount) => number::money(currency, amount, decimals),
        None => number::NOTHING.to_owned(),
    };
    let name = super::shown_name(desk.cx, &crate::report::lookup::party(desk.event, desk.cx.words, &share.party));
    table.row(ui, RowSpec::plain().id(desk.part(&share.party, "share")), |row| {
        if is_us {
            row.strong(&name, Tone::Plain);
        } else {
            row.text(&name);
        }
        bars(row, desk, (share, scale, is_us));
        let tone = match (share.over_by(), is_us) {
            (Some(_), _) => Tone::Bad,
            (None, true) => Tone::Accent,
            (None, false) => Tone::Plain,
        };
        let asked = |row: &mut Row<'_>, shown: &str, response: Response, of: OfParty| {
            let figure = || Some(Figure::Party(desk.event.id.clone(), share.party.clone(), of));
            explained(row, desk.cx, (shown, response), figure);
        };
        let shown = money(Some(share.share));
        let response = row.asking().strong(&shown, tone);
        asked(row, &shown, response, OfParty::Share);
        row.styled(&money(share.alone), theme::text(size::BODY), Tone::Weak);
        let tone = if share.over_by().is_some() { Tone::Bad } else { Tone::Plain };
        let shown = money(share.saving);
        let response = row.asking().styled(&shown, theme::text(size::BODY), tone);
        asked(row, &shown, response, OfParty::Saving);
    });
}

fn decimals(desk: &Desk) -> usize {
    let all = desk.report.shares.iter().flat_map(|row| [Some(row.share), row.alone, row.saving]);
    number::money_decimals(desk.cx.currency(), all.flatten())
}

/// The share filled, the cost alone as an outline, what was paid less what was received as an upright.
fn bars(row: &mut Row, desk: &Desk, (share, scale, is_us): (&PartyShare, &Scale, bool)) {
    let currency = desk.cx.currency();
    let rows = row.rect().y_range();
    row.cell(|ui: &mut Ui| {
        let cell = ui.max_rect();
        let (palette, painter) = (theme::palette(ui), ui.painter().clone());
        for units in scale.marks() {
            painter.vline(scale.x(cell, units).round() + 0.5, rows, palette.hairline());
        }
        let middle = cell.center().y;
        let reach = |amount: Money, half: f32| {
            let [zero, end] = [0.0, currency.units(amount)].map(|units| scale.x(cell, units));
            Rect::from_min_max(pos2(zero.min(end), middle - half), pos2(zero.max(end), middle + half))
        };
        if let Some(alone) = share.alone {
            let outline = reach(alone, 10.0);
            painter.rect(outline, 0.0, palette.raised, palette.rule_line(), StrokeKind::Inside);
        }
        let fill = if is_us { palette.accent } else { palette.faint };
        painter.rect_filled(reach(share.share, 10.0), 0.0, fill);
        if share.spent() != Money::ZERO {
            let x = scale.x(cell, currency.units(share.spent())).round();
            painter.vline(x, (middle - 14.0)..=(middle + 14.0), Stroke::new(2.0, palette.text));
        }
        let place = desk.report.shares.iter().position(|row| row.party == share.party);
        let settling = desk.settling();
        let because = place.map(|place| settling.because(place, settling.decimals(Way::Fewest)));
        let response = ui.interact(cell, desk.part(&share.party, "bars"), Sense::hover());
        response.on_hover_text(because.unwrap_or_default());
    });
}

fn sum_row(ui: &mut Ui, desk: &Desk, table: &mut Table) {
    let (words, currency, report) = (desk.cx.words, desk.cx.currency(), desk.report);
    let decimals = decimals(desk);
    let money = |amount: Option<Money>| match amount {
        Some(amount) => number::money(currency, amount, decimals),
        None => number::NOTHING.to_owned(),
    };
    let split = report.is_split();
    table.row(ui, RowSpec::new(RowKind::Total).height(30.0), |row| {
        row.text(&words.text("common-total"));
        row.skip(1);
        let sums = [
            (Some(report.total), Tone::Plain, OfEvent::Total),
            (report.sum_alone().filter(|_| split), Tone::Weak, OfEvent::Alone),
            (report.sum_saving().filter(|_| split), Tone::Plain, OfEvent::Saving),
        ];
        for (amount, tone, of) in sums {
            let shown = money(amount);
            let row = row.asking();
            let response = if of == OfEvent::Total {
                row.number(&shown)
            } else {
                row.styled(&shown, theme::text(size::BODY), tone)
            };
            let figure = || Some(Figure::Event(desk.event.id.clone(), of));
            explained(row, desk.cx, (&shown, response), figure);
        }
    });
}

/// What the marks mean, from the right.
fn legend(ui: &mut Ui, desk: &Desk) {
    let words = desk.cx.words;
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    let marks = [
        (if desk.report.income == Money::ZERO { "event-paid-mark" } else { "event-spent-mark" }, Mark::Upright),
        ("event-cost-alone-mark", Mark::Outline),
        ("event-others-mark", Mark::Fill(palette.faint)),
        ("event-our-mark", Mark::Fill(palette.accent)),
    ];
    for (key, mark) in marks {
        small(ui, &words.text(key), Tone::Weak);
        paint_mark(ui, mark);
        ui.add_space(4.0);
    }
}

#[derive(Clone, Copy)]
enum Mark {
    Fill(eframe::egui::Color32),
    Outline,
    Upright,
}

fn paint_mark(ui: &mut Ui, mark: Mark) {
    let palette = theme::palette(ui);
    let width = if matches!(mark, Mark::Upright) { 3.0 } else { 10.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    let square = Rect::from_center_size(rect.center(), vec2(10.0, 10.0));
    match mark {
        Mark::Fill(color) => {
            ui.painter().rect_filled(square, 0.0, color);
        }
        Mark::Outline => {
            ui.painter().rect(square, 0.0, palette.raised, palette.rule_line(), StrokeKind::Inside);
        }
        Mark::Upright => {
            ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(2.0, palette.text));
        }
    }
}
