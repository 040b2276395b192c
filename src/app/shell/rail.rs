//! The rail of tabs at the left, with a badge that counts each tab's errors.

use eframe::egui::{Align2, Frame, Margin, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::Tab;
use crate::app::context::Cx;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::text::paint_galley;
use crate::app::widgets::{focus_ring, paint_badge};
use crate::calc::{Finding, Severity};
use crate::t;

/// The rail's ground.
pub fn frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(theme::palette(ui).bg).inner_margin(Margin { left: 0, right: 0, top: 12, bottom: 12 })
}

/// The icon of a tab.
pub(super) fn icon(tab: Tab) -> Icon {
    match tab {
        Tab::Overview => icons::OVERVIEW,
        Tab::Goal => icons::GOAL,
        Tab::Team => icons::TEAM,
        Tab::Pyramid => icons::PYRAMID,
        Tab::Allocation => icons::ALLOCATION,
        Tab::Ripple => icons::RIPPLE,
        Tab::Track => icons::TRACK,
        Tab::Topics => icons::TOPICS,
        Tab::Summary => icons::SUMMARY,
        Tab::Settings => icons::SETTINGS,
    }
}

/// Draws the rail; Settings stand at the bottom.
pub fn ui(ui: &mut Ui, cx: &Cx, shown: Tab) {
    let edge = ui.max_rect().expand2(vec2(0.0, 12.0));
    ui.painter().vline(edge.right() - 0.5, edge.y_range(), theme::palette(ui).hairline());
    ui.spacing_mut().item_spacing.y = 0.0;
    for tab in Tab::ALL.into_iter().filter(|tab| *tab != Tab::Settings) {
        item(ui, cx, tab, shown);
    }
    let bottom = ui.max_rect().bottom() - height::RAIL_ITEM;
    ui.add_space((bottom - ui.cursor().top()).max(0.0));
    item(ui, cx, Tab::Settings, shown);
}

fn item(ui: &mut Ui, cx: &Cx, tab: Tab, shown: Tab) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::RAIL_ITEM), Sense::click());
    let label = cx.words.text(tab.key());
    let errors = errors(cx, tab);
    let name = match errors {
        0 => label.clone(),
        count => {
            let errors = format!("{count} {}", counted(cx, Severity::Error, count));
            t!(cx.words, "window-tab-with-findings", tab = &label, findings = errors)
        }
    };
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, tab == shown, &name));
    if response.clicked() {
        cx.show_tab(tab);
    }
    paint(ui, rect, &label, Look { tab, selected: tab == shown, hovered: response.hovered() });
    focus_ring(ui, &response);
    if errors > 0 {
        paint_badge(ui, pos2(rect.right() - 12.0, rect.center().y), errors, Tone::Bad);
        response.on_hover_text(name);
    }
}

#[derive(Clone, Copy)]
struct Look {
    tab: Tab,
    selected: bool,
    hovered: bool,
}

fn paint(ui: &Ui, rect: Rect, label: &str, look: Look) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    if look.selected {
        painter.rect_filled(rect, 0, palette.panel);
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 0, palette.accent);
    }
    let color = if look.selected { palette.accent } else { palette.weak };
    let square = Rect::from_center_size(pos2(rect.left() + 25.0, rect.center().y), vec2(18.0, 18.0));
    icons::paint(painter, icon(look.tab), square, color);
    let font = if look.selected { theme::semibold(size::BODY) } else { theme::text(size::BODY) };
    let color = if look.selected || look.hovered { palette.text } else { palette.weak };
    let galley = painter.layout_no_wrap(label.to_owned(), font, color);
    paint_galley(painter, pos2(rect.left() + 44.0, rect.center().y), Align2::LEFT_CENTER, galley);
}

/// What a tab has that is wrong. Warnings and advice stand in the bar: a badge says that something must be mended.
fn errors(cx: &Cx, tab: Tab) -> usize {
    let is_error = |finding: &&Finding| finding.severity() == Severity::Error && Tab::at(&finding.place) == tab;
    cx.report.findings.iter().filter(is_error).count()
}

/// The tone of a severity.
#[must_use]
pub fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warn,
        Severity::Advice => Tone::Accent,
    }
}

/// What so many findings of a severity are called, without their number.
#[must_use]
pub fn counted(cx: &Cx, severity: Severity, count: usize) -> String {
    match severity {
        Severity::Error => t!(cx.words, "window-errors", n = count),
        Severity::Warning => t!(cx.words, "window-warnings", n = count),
        Severity::Advice => t!(cx.words, "window-advice", n = count),
    }
}
