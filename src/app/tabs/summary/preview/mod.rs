//! The sheets on their desk, as they are printed: white in both themes, drawn to scale from the same pages as the PDF.

mod drawn;
mod zoom;

use eframe::egui::{
    Align, Color32, Id, Label, Layout, Rect, RichText, Role, ScrollArea, Sense, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use self::drawn::Drawn;
use self::zoom::{GAP, Turn, Zoom, percent, sheet_size};
use super::lasts;
use super::prepare::Prepared;
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, height, size, space};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::{Segmented, body, weak};
use crate::report::pages::Paper;
use crate::t;
use crate::words::number;

/// How much of an old page is seen while the new one is made.
const DIMMED: f32 = 0.5;

/// What the preview remembers between frames.
#[derive(Debug, Default)]
pub struct Preview {
    zoom: Zoom,
    /// The first page that is seen.
    page: usize,
    /// Since when it waits for its first pages, in the window's seconds.
    waits_since: Option<f64>,
    /// The page to be scrolled to.
    to: Option<usize>,
    drawn: Drawn,
}

/// The pages that are shown.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    pub prepared: &'a Prepared,
    /// Whether they are those of the plan as it stands.
    pub is_fresh: bool,
    pub paper: Paper,
}

impl Shown<'_> {
    fn count(&self) -> usize {
        self.prepared.pages.pages.len()
    }
}

impl Preview {
    /// Turns to a page.
    pub fn turn_to(&mut self, page: usize) {
        self.page = page - page % self.zoom.abreast();
        self.to = Some(page);
    }
}

/// Draws sheets and the bar below them.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut Preview, shown: Shown<'_>) {
    let area = ui.available_rect_before_wrap();
    let desk = Rect::from_min_max(area.min, pos2(area.right(), area.bottom() - height::FIELD - space::L));
    view.waits_since = None;
    view.page = view.page.min(shown.count().saturating_sub(1));
    view.page -= view.page % view.zoom.abreast();
    let scale = view.zoom.scale(shown.paper, desk.size());
    view.zoom.take_keys(ui.ctx(), scale);
    if ui.rect_contains_pointer(desk) {
        view.zoom.take_wheel(ui.ctx(), scale);
    }
    if let Some(turn) = Turn::of_keys(ui.ctx()) {
        view.turn_to(turn.from(view.page, view.zoom.abreast(), shown.count()));
    }
    let scale = view.zoom.scale(shown.paper, desk.size());
    ui.scope_builder(UiBuilder::new().max_rect(desk), |ui| match view.zoom {
        Zoom::Percent(_) => below_one_another(ui, cx, view, (shown, scale)),
        _ => side_by_side(ui, cx, view, (shown, scale)),
    });
    let bar = Rect::from_min_max(pos2(area.left(), area.bottom() - height::FIELD), area.max);
    ui.scope_builder(UiBuilder::new().max_rect(bar), |ui| below(ui, cx, view, (shown, scale)));
}

/// One or two sheets as a whole, in the middle.
fn side_by_side(ui: &mut Ui, cx: &Cx, view: &mut Preview, (shown, scale): (Shown<'_>, f32)) {
    let seen: Vec<usize> = (view.page..shown.count()).take(view.zoom.abreast()).collect();
    let size = sheet_size(shown.prepared.pages.size, scale);
    #[expect(clippy::cast_precision_loss, reason = "one or two")]
    let all = vec2(size.x + (size.x + GAP) * (seen.len().max(1) - 1) as f32, size.y);
    let area = ui.available_rect_before_wrap();
    let mut at = area.min + vec2((area.width() - all.x) / 2.0, 0.0);
    ask(ui, cx, view, (shown, scale), &seen);
    for index in seen {
        sheet(ui, cx, view, shown, Placed { index, rect: Rect::from_min_size(at, size), scale });
        at.x += size.x + GAP;
    }
}

/// All sheets in a row that scrolls; those out of sight cost nothing.
fn below_one_another(ui: &mut Ui, cx: &Cx, view: &mut Preview, (shown, scale): (Shown<'_>, f32)) {
    let size = sheet_size(shown.prepared.pages.size, scale);
    let step = size.y + GAP;
    let mut scroll = ScrollArea::both().auto_shrink(false).id_salt("sheets");
    #[expect(clippy::cast_precision_loss, reason = "the number of a page")]
    if let Some(page) = view.to.take() {
        scroll = scroll.vertical_scroll_offset(page as f32 * step);
    }
    ui.spacing_mut().scroll.fade.strength = 0.0;
    scroll.show_viewport(ui, |ui, seen| {
        #[expect(clippy::cast_precision_loss, reason = "the number of pages")]
        let all = vec2(size.x, (step * shown.count() as f32 - GAP).max(0.0));
        let room = vec2(all.x.max(ui.available_width()), all.y);
        let (area, _) = ui.allocate_exact_size(room, Sense::hover());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not below zero")]
        let page_at = |y: f32| ((y / step).max(0.0) as usize).min(shown.count().saturating_sub(1));
        let indexes: Vec<usize> = (page_at(seen.top())..=page_at(seen.bottom())).collect();
        view.page = page_at(seen.top() + seen.height().min(step) / 2.0);
        ask(ui, cx, view, (shown, scale), &indexes);
        for index in indexes.into_iter().take(shown.count()) {
            #[expect(clippy::cast_precision_loss, reason = "the number of a page")]
            let at = pos2(area.center().x - size.x / 2.0, area.top() + index as f32 * step);
            sheet(ui, cx, view, shown, Placed { index, rect: Rect::from_min_size(at, size), scale });
        }
    });
}

fn ask(ui: &Ui, cx: &Cx, view: &mut Preview, (shown, scale): (Shown<'_>, f32), seen: &[usize]) {
    let [width, tall] = shown.prepared.pages.size;
    #[expect(clippy::cast_precision_loss, reason = "some thousands of pixels")]
    let most = ui.input(|input| input.max_texture_side) as f32 / width.max(tall);
    let pixels = (scale * ui.pixels_per_point()).min(most);
    view.drawn.ask(&shown.prepared.pages, seen.to_vec(), pixels, (ui.ctx(), cx.background));
}

/// Where a sheet stands.
#[derive(Clone, Copy)]
struct Placed {
    index: usize,
    rect: Rect,
    scale: f32,
}

fn sheet(ui: &mut Ui, cx: &Cx, view: &Preview, shown: Shown<'_>, placed: Placed) {
    let Placed { index, rect, .. } = placed;
    // On whole pixels, so that the picture is shown as it was painted.
    let dots = ui.pixels_per_point();
    let snapped = |length: f32| (length * dots).round() / dots;
    let rect = Rect::from_min_size(
        pos2(snapped(rect.left()), snapped(rect.top())),
        vec2(snapped(rect.width()), snapped(rect.height())),
    );
    let paper = theme::of(false);
    ui.painter().rect(rect.expand(1.0 / dots), 0, paper.raised, theme::palette(ui).hairline(), StrokeKind::Outside);
    let response = ui.interact(rect, Id::unique(("sheet", index)), Sense::hover());
    let name = t!(cx.words, "report-page", number = (index + 1).to_string(), all = shown.count().to_string());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, &name));
    if let Some(texture) = view.drawn.texture(index) {
        let stale = ui.ctx().animate_bool_with_time(Id::unique("summary_stale"), !shown.is_fresh, 0.3);
        let tint = Color32::from_white_alpha(alpha(1.0 - (1.0 - DIMMED) * stale));
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, whole, tint);
    }
    // Only what reads the window aloud asks for them.
    if !ui.ctx().has_accesskit_node(response.id) {
        return;
    }
    for (number, passage) in shown.prepared.passages[index].iter().enumerate() {
        let [first, last] = passage.corners.map(|[x, y]| rect.min + vec2(x, y) * placed.scale);
        let id = Id::unique(("passage", index, number));
        let response = ui.interact(Rect::from_min_max(first, last).intersect(rect), id, Sense::hover());
        let role = if passage.heading.is_some() { Role::Heading } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, &passage.text));
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
fn alpha(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// Which pages are seen, how large, and the switch that changes it.
fn below(ui: &mut Ui, cx: &Cx, view: &mut Preview, (shown, scale): (Shown<'_>, f32)) {
    let count = shown.count();
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let abreast = view.zoom.abreast();
        turn(ui, cx, view, (Turn::Back, view.page > 0, count));
        let last = (view.page + abreast).min(count);
        let seen = match last - view.page {
            2.. => number::range(&(view.page + 1).to_string(), &last.to_string()),
            _ => last.to_string(),
        };
        body(ui, &t!(cx.words, "summary-pages-seen", pages = seen, all = count.to_string()));
        turn(ui, cx, view, (Turn::On, view.page + abreast < count, count));
        ui.add_space(space::L);
        let paper = super::paper::name(shown.paper);
        let percent = number::percent(cx.language(), f64::from(percent(scale)) / 100.0, 0);
        weak(ui, &t!(cx.words, "summary-as-printed", paper = paper, percent = percent));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = ["summary-one-page", "summary-two-pages"].map(|key| cx.words.text(key));
            let whole = number::percent(cx.language(), 1.0, 0);
            let zooms = [(Zoom::OnePage, &*words[0]), (Zoom::TwoPages, &*words[1]), (Zoom::Percent(100.0), &*whole)];
            if let Some(zoom) = Segmented::new(&zooms, view.zoom).show(ui) {
                view.to = Some(view.page);
                view.zoom = zoom;
            }
        });
    });
}

fn turn(ui: &mut Ui, cx: &Cx, view: &mut Preview, (turn, enabled, count): (Turn, bool, usize)) {
    let (icon, key) = match turn {
        Turn::Back | Turn::First => (icons::CHEVRON_LEFT, "summary-page-back"),
        Turn::On | Turn::Last => (icons::CHEVRON_RIGHT, "summary-page-on"),
    };
    let look = IconLook { enabled, ..IconLook::default() };
    if icon_button_colored(ui, icon, &cx.words.text(key), look).clicked() {
        view.turn_to(turn.from(view.page, view.zoom.abreast(), count));
    }
}

/// Before the first pages are there: an empty sheet, and after a moment what it waits for.
pub fn waiting(ui: &mut Ui, cx: &Cx, view: &mut Preview, paper: Paper) {
    let room = ui.available_size() - vec2(0.0, height::FIELD + space::L);
    let scale = Zoom::OnePage.scale(paper, room);
    let size: Vec2 = sheet_size(paper.size(), scale);
    let sheet = Rect::from_min_size(ui.cursor().min + vec2((room.x - size.x) / 2.0, 0.0), size);
    let colors = theme::of(false);
    ui.painter().rect(sheet, 0, colors.raised, theme::palette(ui).hairline(), StrokeKind::Inside);
    let now = ui.input(|input| input.time);
    if lasts(ui, *view.waits_since.get_or_insert(now)) {
        let words = RichText::new(cx.words.text("summary-laying-out")).font(theme::text(size::BODY)).color(colors.weak);
        ui.put(sheet.shrink(space::L), Label::new(words).wrap());
    }
}
