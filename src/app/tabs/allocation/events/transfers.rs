//! Who pays whom: a drawing of the fewest transfers, or a table of what every payer gets directly.

use std::ops::RangeInclusive;

use eframe::egui::{Align, Align2, Rangef, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::flow::{Bar, Ends, Flow};
use super::{Desk, View, direct};
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{elided, fitted, paint_galley, state_line, text_width};
use crate::app::widgets::{Band, Button, Segmented, apart, explain, explain_head, head_row, is_narrow, weak};
use crate::calc::settlement::Transfer;
use crate::plan::Money;
use crate::report::sentences::settlement::{Settling, Way};
use crate::t;
use crate::words::{Words, names, number};

const BAR: f32 = 10.0;
/// Between a bar and its words.
const BESIDE: f32 = 12.0;
/// The drawing is this high unless its words need more: below the shares as there is room, alone in a narrow window.
const HEIGHT: RangeInclusive<f32> = 164.0..=480.0;
const HEIGHT_ALONE: f32 = 260.0;
/// What stands around it.
const AROUND: f32 = 80.0;
/// What a sentence about money still to be paid or received takes of it.
const OUTSTANDING: f32 = 22.0;
/// Room for an amount on a band.
const AMOUNT: f32 = 15.0;

/// Draws the part, in about this room.
pub(super) fn ui(ui: &mut Ui, desk: &Desk, view: &mut View, room: f32) {
    ui.add_space(6.0);
    let way = view.way;
    let (chosen, ()) = head_row(ui, height::DENSE, |ui| choose_way(ui, desk, way), |ui| copy(ui, desk, view));
    view.way = chosen.unwrap_or(way);
    let settling = desk.settling();
    let transfers = settling.transfers(view.way);
    ui.add_space(6.0);
    outstanding(ui, &settling);
    if !transfers.is_empty() {
        match view.way {
            Way::Fewest => drawing(ui, desk, &settling, (&transfers, room)),
            Way::Direct => direct::ui(ui, desk, &settling, &transfers),
        }
        ui.add_space(space::XS);
    }
    proof(ui, &settling, view.way);
}

fn choose_way(ui: &mut Ui, desk: &Desk, way: Way) -> Option<Way> {
    let words = desk.cx.words;
    let [fewest, direct, name] = ["event-fewest", "event-direct", "event-way"].map(|key| words.text(key));
    Segmented::new(&[(Way::Fewest, &*fewest), (Way::Direct, &*direct)], way).dense().name(&name).show(ui)
}

/// How many transfers, and how that is known.
fn proof(ui: &mut Ui, settling: &Settling, way: Way) {
    let palette = theme::palette(ui);
    let sentence = settling.proof(way);
    let (icon, tone) = match &settling.report.settlement {
        Err(_) => (icons::WARN, Tone::Warn),
        Ok(_) if settling.report.shares.iter().all(|row| row.paid == Money::ZERO) => (icons::ADVICE, Tone::Accent),
        Ok(settlement) if way == Way::Fewest && settlement.is_minimal() => (icons::GOOD, Tone::Good),
        Ok(_) => (icons::ADVICE, Tone::Accent),
    };
    state_line(ui, (icon, palette.ink(tone)), &sentence, Tone::Plain);
}

/// What nobody has paid or received yet, before any transfer is read.
fn outstanding(ui: &mut Ui, settling: &Settling) {
    let accent = theme::palette(ui).accent;
    for sentence in settling.outstanding() {
        state_line(ui, (icons::ADVICE, accent), &sentence, Tone::Plain);
        ui.add_space(space::XS);
    }
}

/// The text for partners onto the clipboard, in this language or in the other one; drawn from the right.
fn copy(ui: &mut Ui, desk: &Desk, view: &mut View) {
    let words = desk.cx.words;
    let can = desk.report.is_split() && !desk.event.items.is_empty();
    let other = words.language().other();
    let done = view.copied.just_now(ui);
    ui.spacing_mut().item_spacing.x = space::XS;
    let name = t!(words, "event-copy-in", language = other.own_name());
    let quiet = Button::quiet(other.own_name()).name(&name).dense().enabled(can);
    if quiet.show(ui).on_hover_text(&name).clicked() {
        view.copied.copy(ui, letter(desk, Words::of(other), view.way));
    }
    let text = words.text(if done { "common-copied" } else { "event-copy" });
    let icon = if done { icons::CHECK } else { icons::COPY };
    if Button::plain(&text).icon(icon).dense().enabled(can).show(ui).clicked() {
        view.copied.copy(ui, letter(desk, words, view.way));
    }
}

fn letter(desk: &Desk, words: &'static Words, way: Way) -> String {
    Settling { words, ..desk.settling() }.for_partners(way, &desk.cx.plan.company)
}

// ── the drawing ──

/// Where the drawing stands: bars from `left` to `right`, words outside.
struct Place {
    area: Rect,
    left: f32,
    right: f32,
}

fn drawing(ui: &mut Ui, desk: &Desk, settling: &Settling, (transfers, room): (&[Transfer], f32)) {
    let us = desk.event.parties.iter().position(|party| desk.event.us.as_ref() == Some(&party.id));
    let open = [settling.report.unpaid, settling.report.unreceived];
    let taken: f32 = open.iter().filter(|amount| **amount > Money::ZERO).map(|_| OUTSTANDING).sum();
    let height =
        if is_narrow(ui) { HEIGHT_ALONE } else { (room - AROUND).clamp(*HEIGHT.start(), *HEIGHT.end()) - taken };
    let flow = Flow::of(transfers, &ranks(desk), us, height);
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), flow.height), Sense::hover());
    let labels = Labels::of(ui, settling, &flow);
    // Between the words there is room for the bars and the largest amount.
    let amount =
        |transfer: &Transfer| number::money(settling.currency, transfer.amount, settling.decimals(Way::Fewest));
    let amounts = transfers.iter().map(|transfer| text_width(ui, &amount(transfer), theme::semibold(size::SMALL)));
    let between = amounts.fold(0.0, f32::max) + 2.0 * (BAR + BESIDE);
    let widest = (area.width() * 0.38).min((area.width() - between) / 2.0);
    let place = Place {
        area,
        left: (area.left() + labels.left.min(widest) + BESIDE).round(),
        right: (area.right() - labels.right.min(widest) - BESIDE).round(),
    };
    let drawing = Drawing { desk, settling, us, place };
    drawing.bands(ui, transfers, &flow.bands);
    for bar in &flow.left {
        drawing.party(ui, bar, Align::Max);
    }
    for bar in &flow.right {
        drawing.party(ui, bar, Align::Min);
    }
}

/// The place of each party by id: the order in which debts are set off.
fn ranks(desk: &Desk) -> Vec<usize> {
    let parties = &desk.event.parties;
    parties.iter().map(|party| parties.iter().filter(|other| other.id < party.id).count()).collect()
}

/// Widths of the widest words at either side.
struct Labels {
    left: f32,
    right: f32,
}

impl Labels {
    fn of(ui: &Ui, settling: &Settling, flow: &Flow) -> Self {
        let measure =
            |text: String, font| ui.painter().layout_no_wrap(text, font, eframe::egui::Color32::WHITE).size().x.ceil();
        let widest = |bars: &[Bar]| {
            let one = |bar: &Bar| {
                let name = measure(settling.name(bar.party), theme::semibold(size::BODY));
                name.max(measure(standing(settling, bar.party), theme::text(size::SMALL)))
            };
            bars.iter().map(one).fold(40.0, f32::max)
        };
        Self { left: widest(&flow.left), right: widest(&flow.right) }
    }
}

/// What a party should have paid and what it paid, without what nobody has paid or received yet.
fn standing(settling: &Settling, party: usize) -> String {
    let Some(row) = settling.report.shares.get(party) else { return String::new() };
    let decimals = settling.decimals(Way::Fewest);
    let shown = |amount: Money| number::money(settling.currency, amount, decimals);
    let due = row.share.minus(row.unpaid).and_then(|due| due.plus(row.unreceived)).unwrap_or_default();
    let (words, paid) = (settling.words, settling.moved(row, decimals));
    let so_far = row.unpaid != Money::ZERO || row.unreceived != Money::ZERO;
    match (so_far, due < Money::ZERO) {
        (false, false) => t!(words, "event-share-paid", share = shown(due), paid = paid),
        (false, true) => t!(words, "event-gain-paid", gain = shown(due.opposite()), paid = paid),
        (true, false) => t!(words, "event-due-paid", due = shown(due), paid = paid),
        (true, true) => t!(words, "event-due-gain-paid", gain = shown(due.opposite()), paid = paid),
    }
}

struct Drawing<'a> {
    desk: &'a Desk<'a, 'a>,
    settling: &'a Settling<'a>,
    us: Option<usize>,
    place: Place,
}

impl Drawing<'_> {
    /// All bands, then their amounts above them, moved apart where they are crowded.
    fn bands(&self, ui: &mut Ui, transfers: &[Transfer], ends: &[Ends]) {
        let mut bands: Vec<(&Transfer, Band)> =
            transfers.iter().zip(ends).map(|(transfer, ends)| (transfer, self.band(ui, transfer, ends))).collect();
        bands.sort_by(|one, other| one.1.at(0.5).center().total_cmp(&other.1.at(0.5).center()));
        let wanted: Vec<f32> = bands.iter().map(|(_, band)| band.at(0.5).center()).collect();
        let extent = |index: usize| bands[index].1.at(0.5).span().clamp(AMOUNT, 60.0);
        let centers = apart(&wanted, &extent, self.place.area.y_range());
        for ((transfer, band), center) in bands.iter().zip(centers) {
            self.amount(ui, transfer, band, center);
        }
    }

    fn band(&self, ui: &Ui, transfer: &Transfer, ends: &Ends) -> Band {
        let palette = theme::palette(ui);
        let place = &self.place;
        let shifted = |range: Rangef| Rangef::new(range.min + place.area.top(), range.max + place.area.top());
        let band =
            Band { left: place.left + BAR, from: shifted(ends.from), right: place.right - BAR, to: shifted(ends.to) };
        let ours = self.us == Some(transfer.from) || self.us == Some(transfer.to);
        let (color, share) = if ours { (palette.accent, 0.3) } else { (palette.faint, 0.25) };
        band.paint(ui.painter(), color, share);
        band
    }

    fn amount(&self, ui: &mut Ui, transfer: &Transfer, band: &Band, center: f32) {
        let amount = number::money(self.settling.currency, transfer.amount, self.settling.decimals(Way::Fewest));
        let tall = band.at(0.5).span().clamp(AMOUNT, 80.0);
        let font = theme::semibold(if tall >= 20.0 { size::BODY } else { size::SMALL });
        let center = pos2(f32::midpoint(band.left, band.right), center);
        let galley = fitted(ui.painter(), &amount, font, theme::palette(ui).text, band.right - band.left);
        paint_galley(ui.painter(), center, Align2::CENTER_CENTER, galley);
        let sensed = Rect::from_center_size(center, vec2((band.right - band.left) * 0.7, tall));
        self.explained(ui, sensed, transfer, &amount);
    }

    /// A transfer in words: read aloud, and on hover or click why it is due.
    fn explained(&self, ui: &mut Ui, sensed: Rect, transfer: &Transfer, amount: &str) {
        let (words, settling) = (self.desk.cx.words, self.settling);
        let (from, to) = (settling.name(transfer.from), settling.name(transfer.to));
        let sentence = t!(words, "settlement-pays", from = &from, to = &to, amount = amount);
        let id = self.desk.field("transfer").with((transfer.from, transfer.to));
        let response = ui.interact(sensed, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &sentence));
        crate::app::widgets::focus_ring(ui, &response);
        explain(&response, 380.0, |ui| {
            let unit = names::currency_name(&settling.currency.code, words);
            let who = t!(words, "event-pays-to", from = from, to = to);
            explain_head(ui, &who, "", (amount, &unit));
            let decimals = settling.decimals(Way::Fewest);
            for party in [transfer.from, transfer.to] {
                weak(ui, &settling.because(party, decimals));
            }
        });
    }

    /// The bar of a party with its name and standing beside it; at the left the words end at the bar.
    fn party(&self, ui: &mut Ui, bar: &Bar, align: Align) {
        let palette = theme::palette(ui);
        let place = &self.place;
        let is_left = align == Align::Max;
        let x = if is_left { place.left } else { place.right - BAR };
        let top = place.area.top();
        let rect = Rect::from_min_max(pos2(x, bar.y.min + top), pos2(x + BAR, bar.y.max + top));
        let is_us = self.us == Some(bar.party);
        ui.painter().rect_filled(rect, 0.0, if is_us { palette.accent } else { palette.faint });
        let words = if is_left {
            Rect::from_min_max(pos2(place.area.left(), rect.top()), pos2(x - BESIDE, rect.bottom()))
        } else {
            Rect::from_min_max(pos2(x + BAR + BESIDE, rect.top()), pos2(place.area.right(), rect.bottom()))
        };
        let words = Rect::from_center_size(words.center(), vec2(words.width(), 34.0));
        let name = self.settling.name(bar.party);
        let font = if is_us { theme::semibold(size::BODY) } else { theme::text(size::BODY) };
        let standing = standing(self.settling, bar.party);
        let lines = [
            (elided(ui.painter(), &name, font, palette.text, words.width()), -8.5),
            (fitted(ui.painter(), &standing, theme::text(size::SMALL), palette.weak, words.width()), 8.5),
        ];
        // What cannot be read whole is said on hover.
        for (galley, below) in lines.into_iter().filter(|(galley, below)| !galley.elided || *below < 0.0) {
            let edge = if is_left { words.right() } else { words.left() };
            let anchor = if is_left { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
            paint_galley(ui.painter(), pos2(edge, words.center().y + below), anchor, galley);
        }
        let because = self.settling.because(bar.party, self.settling.decimals(Way::Fewest));
        let id = self.desk.field(if is_left { "payer" } else { "payee" }).with(bar.party);
        let response = ui.interact(words, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &because));
        response.on_hover_text(because);
    }
}
