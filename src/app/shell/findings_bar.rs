//! The findings bar: how many there are, and the worst one of this tab with the way to its field; in a plan that is being
//! begun what to do next.

use eframe::egui::{Frame, Id, Margin, Popup, PopupCloseBehavior, ScrollArea, Ui, vec2};

use crate::app::command::Tab;
use crate::app::context::{Cx, Request};
use crate::app::icons::{self, Icon};
use crate::app::shell::next;
use crate::app::shell::rail::{counted, tone};
use crate::app::theme::{self, size, space};
use crate::app::widgets::text::in_room;
use crate::app::widgets::{Button, Run, body, page, runs, strong, weak};
use crate::calc::finding::by_kind;
use crate::calc::next::Step;
use crate::calc::{Finding, Report, Severity};
use crate::report::lookup::Lookup;
use crate::report::sentences::findings;
use crate::t;
use crate::words::clean::one_line;

/// The bar's ground.
pub fn frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(theme::palette(ui).bg).inner_margin(Margin::symmetric(16, 0))
}

/// Draws the bar; returns the step of a first plan that was put off.
pub fn ui(ui: &mut Ui, cx: &Cx, tab: Tab) -> Option<Step> {
    let top = ui.max_rect().top() + 0.5;
    ui.painter().hline(ui.max_rect().expand2(vec2(16.0, 0.0)).x_range(), top, theme::palette(ui).hairline());
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        counts(ui, cx);
        let next = cx.next.filter(|_| next::is_shown(cx.report));
        // The overview says what no plan can do without in large letters.
        if tab == Tab::Overview && next.is_some_and(|next| !next.step.is_optional()) {
            return None;
        }
        let worst = worst_of(cx.report, tab);
        if next.is_none() && worst.is_none() {
            return None;
        }
        page::divider(ui);
        ui.spacing_mut().item_spacing.x = space::S;
        if let Some(next) = next {
            return next::line(ui, cx, next);
        }
        let worst = worst?;
        show_icon(ui, worst.severity());
        message(ui, cx, worst);
        mend(ui, cx, worst);
        None
    })
    .inner
}

/// What the finding says; where it is long it leaves "Mend" its room.
fn message(ui: &mut Ui, cx: &Cx, finding: &Finding) {
    let says = findings::message(&Lookup::new(cx.plan, cx.words), finding);
    let room = ui.available_width() - mend_button(&cx.words.text("window-mend")).width(ui) - space::S;
    in_room(ui, &says, theme::text(size::SMALL), room);
}

fn mend_button(word: &str) -> Button<'_> {
    Button::quiet(word).dense()
}

/// The worst finding of the tab, or else of the plan.
#[must_use]
pub fn worst_of(report: &Report, tab: Tab) -> Option<&Finding> {
    let all = &report.findings;
    all.iter().find(|finding| Tab::of(finding.place.section) == tab).or_else(|| all.first())
}

/// The counts by severity; a click lists all findings.
fn counts(ui: &mut Ui, cx: &Cx) {
    let list = ui
        .scope(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for severity in Severity::ALL {
                let count = cx.report.findings.iter().filter(|finding| finding.severity() == severity).count();
                let color = if count == 0 { theme::palette(ui).faint } else { theme::palette(ui).ink(tone(severity)) };
                icons::show(ui, icon(severity), 14.0, color);
                let shown = count.to_string();
                let words = counted(cx, severity, count);
                let number = if count == 0 { Run::weak(shown) } else { Run::strong(shown) };
                runs(ui, &[number, Run::weak(format!(" {words}"))], size::SMALL);
                ui.add_space(space::S);
            }
            Button::quiet(&cx.words.text("window-all-findings")).trailing(icons::CHEVRON_UP).dense().show(ui)
        })
        .inner;
    if cx.report.findings.is_empty() {
        return;
    }
    Popup::menu(&list).id(Id::unique("findings_list")).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.set_width(620.0);
            strong(ui, &cx.words.text("window-all-findings"));
            ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                for kind in by_kind(&cx.report.findings, Finding::code) {
                    of_kind(ui, cx, &kind);
                }
            });
        },
    );
}

/// Several findings of one kind are one row with their number, until somebody wants to see each.
fn of_kind(ui: &mut Ui, cx: &Cx, kind: &[&Finding]) {
    let [first, others @ ..] = kind else { return };
    let message = findings::message(&Lookup::new(cx.plan, cx.words), first);
    if others.is_empty() {
        return row(ui, cx, first, &message);
    }
    let id = Id::unique(("findings_of_kind", first.code()));
    let mut is_open = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let alike = t!(cx.words, "window-finding-alike", finding = &message, n = others.len());
    row(ui, cx, first, if is_open { &message } else { &alike });
    if is_open {
        for other in others {
            row(ui, cx, other, &findings::message(&Lookup::new(cx.plan, cx.words), other));
        }
    }
    let owner = cx.plan.team.owner.as_ref().filter(|_| first.code() == "no-owner");
    let (key, icon) = if is_open {
        ("window-findings-fold", icons::CHEVRON_UP)
    } else {
        ("window-findings-unfold", icons::CHEVRON_DOWN)
    };
    let words = t!(cx.words, key, n = kind.len());
    let name = t!(cx.words, "window-findings-of-kind", words = &words, finding = &message);
    ui.horizontal(|ui| {
        ui.add_space(14.0 + space::XS);
        if Button::quiet(&words).name(&name).trailing(icon).dense().show(ui).clicked() {
            is_open = !is_open;
            ui.data_mut(|data| data.insert_temp(id, is_open));
        }
        if let Some(owner) = owner {
            own_all(ui, cx, owner);
        }
    });
}

/// One mend for everything that nobody owns.
fn own_all(ui: &mut Ui, cx: &Cx, owner: &crate::plan::Id) {
    let words = t!(cx.words, "window-own-all", person = one_line(&cx.person(owner)));
    if mend_button(&words).show(ui).clicked() {
        cx.requests.push(Request::OwnAll);
        ui.close();
    }
}

fn row(ui: &mut Ui, cx: &Cx, finding: &Finding, message: &str) {
    ui.horizontal(|ui| {
        show_icon(ui, finding.severity());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(480.0);
            body(ui, message);
            weak(ui, &findings::remedy(&Lookup::new(cx.plan, cx.words), finding));
        });
        if mend(ui, cx, finding) {
            ui.close();
        }
    });
}

fn mend(ui: &mut Ui, cx: &Cx, finding: &Finding) -> bool {
    let message = findings::message(&Lookup::new(cx.plan, cx.words), finding);
    let name = t!(cx.words, "window-mend-named", finding = &message);
    let clicked = mend_button(&cx.words.text("window-mend")).name(&name).show(ui).clicked();
    if clicked {
        cx.requests.push(Request::mending(finding));
    }
    clicked
}

fn show_icon(ui: &mut Ui, severity: Severity) {
    let color = theme::palette(ui).ink(tone(severity));
    icons::show(ui, icon(severity), 14.0, color);
}

/// The icon of a severity.
pub(super) fn icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => icons::BAD,
        Severity::Warning => icons::WARN,
        Severity::Advice => icons::ADVICE,
    }
}
