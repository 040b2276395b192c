//! The page before there is any channel: a question, the three tasks, the steps; beside it a curve to learn from.

use eframe::egui::{Align, Align2, Id as UiId, Rect, Sense, Ui, pos2, vec2};

use super::conversion;
use super::curve::plot::{Plot, axes};
use super::sheet::Sheet;
use super::words::add_to;
use crate::app::command::Command;
use crate::app::context::field_id;
use crate::app::examples::Example;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{Line, line, paint_galley};
use crate::app::widgets::{
    Begin, Button, Chart, EmptyState, Run, Sketch, Step, Words as At, body, hairline, runs, section, section_with,
    steps, task_chip, weak,
};
use crate::calc::Section;
use crate::plan::Task;
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number};

/// The channel of the worked case that is explained.
const CHANNEL: &str = "set-apart";

/// Draws question, tasks and steps below the head.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let words = sheet.cx.words;
    hairline(ui);
    crate::app::widgets::page::scrolled(ui, UiId::unique("allocation blank"), |ui| {
        // Events may bring leads before there is any channel.
        if sheet.cx.report.allocation.total.won.leads > 0.0 {
            conversion::ui(ui, sheet, height::ROW_TIGHT);
            ui.add_space(space::M);
        }
        question(ui, sheet);
        three_tasks(ui, sheet);
        ui.add_space(space::M);
        let step = |sketch, title, says| Step::new(sketch, words.text(title), words.text(says));
        steps(
            ui,
            &[
                step(Sketch::Rows, "allocation-step-1", "allocation-step-1-says"),
                step(Sketch::Curve, "allocation-step-2", "allocation-step-2-says"),
                step(Sketch::Changes, "allocation-step-3", "allocation-step-3-says"),
            ],
        );
    });
}

fn question(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let words = sheet.cx.words;
    let empty = EmptyState {
        id: field_id(Section::Allocation, None, "channels"),
        question: &words.text("allocation-question"),
        lines: &words.text("allocation-question-says"),
        primary: &words.text("allocation-first-channel"),
        secondary: "",
    };
    if empty.show(ui) == Some(Begin::Primary) {
        sheet.add_channel(Task::A, None);
    }
}

fn three_tasks(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let words = sheet.cx.words;
    let unit = currency_name(&sheet.cx.currency().code, words);
    section_with(ui, &words.text("allocation-three-tasks"), "", |ui| {
        ui.add_space(BUTTON);
        let spec = Line { width: FIGURE, height: 20.0, align: Align::RIGHT, tone: Tone::Weak };
        line(ui, &words.text("allocation-example-registrations"), theme::text(size::SMALL), spec);
        let money = t!(words, "allocation-example-money", unit = unit);
        line(ui, &money, theme::text(size::SMALL), Line { width: 120.0, ..spec });
    });
    for task in Task::ALL {
        if task_row(ui, sheet, task) {
            sheet.add_channel(task, None);
        }
        hairline(ui);
    }
}

/// Room at the right end of a task for its button.
const BUTTON: f32 = 108.0;
/// Room for a figure of the worked case.
const FIGURE: f32 = 76.0;

fn task_row(ui: &mut Ui, sheet: &Sheet<'_>, task: Task) -> bool {
    let words = sheet.cx.words;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    let inside =
        |left: f32, top: f32, right: f32| Rect::from_min_max(pos2(left, rect.top() + top), pos2(right, rect.bottom()));
    let mut at_left =
        ui.new_child(eframe::egui::UiBuilder::new().max_rect(inside(rect.left(), 15.0, rect.left() + 24.0)));
    task_chip(&mut at_left, task);
    let text = inside(rect.left() + 30.0, 4.0, rect.right() - 210.0);
    let mut text = ui.new_child(eframe::egui::UiBuilder::new().max_rect(text));
    text.spacing_mut().item_spacing.y = 1.0;
    runs(&mut text, &[Run::strong(task.name(words))], size::BODY);
    weak(&mut text, &words.text(says_key(task)));
    if let Some(example) = sheet.cx.worked_case() {
        let sum = example.report.allocation.task(task);
        let registrations = sum.won.registrations;
        let shown = [
            (if registrations > 0.0 { number::count(registrations, 0) } else { String::new() }, BUTTON),
            (number::amount(&example.plan.currency, sum.spend), BUTTON + FIGURE + space::S),
        ];
        for (figure, from_right) in shown {
            let color = theme::palette(ui).weak;
            let galley = ui.painter().layout_no_wrap(figure, theme::text(size::SMALL), color);
            let at = pos2(rect.right() - from_right, rect.center().y);
            paint_galley(ui.painter(), at, Align2::RIGHT_CENTER, galley);
        }
    }
    let button = inside(rect.right() - BUTTON, 10.0, rect.right());
    let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Min);
    let mut button = ui.new_child(eframe::egui::UiBuilder::new().max_rect(button).layout(layout));
    let add = words.text("allocation-channel");
    Button::quiet(&add).icon(icons::PLUS).name(&add_to(sheet.cx, task)).show(&mut button).clicked()
}

fn says_key(task: Task) -> &'static str {
    match task {
        Task::A => "allocation-task-a-says",
        Task::B => "allocation-task-b-says",
        Task::W => "allocation-task-w-says",
    }
}

/// The column beside the empty page: a channel of the worked case.
pub fn help(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let Some(example) = sheet.cx.worked_case() else { return };
    curve(ui, sheet, example);
    ui.add_space(space::L);
    how_to_read(ui, sheet, example);
    ui.add_space(space::S);
    hairline(ui);
    ui.add_space(space::S);
    let words = sheet.cx.words;
    if Button::plain(&words.text("allocation-open-example")).icon(icons::STAR).show(ui).clicked() {
        sheet.cx.run(Command::NewFromWorkedCase);
    }
    weak(ui, &words.text("allocation-open-example-says"));
}

/// Index of the channel, and its plot.
fn plot(example: &Example) -> Option<(usize, Plot)> {
    let channels = &example.plan.allocation.channels;
    let index = channels.iter().position(|channel| channel.id.as_str() == CHANNEL)?;
    let response = example.report.allocation.channels.get(index)?.response.ok()?;
    let spend = example.plan.currency.units(channels[index].spend);
    let range = channels[index].registrations_range;
    Some((index, Plot { response: Ok(response), months: None, spend, range, remembered: Vec::new(), most: 0.0 }))
}

fn curve(ui: &mut Ui, sheet: &Sheet<'_>, example: &Example) {
    let words = sheet.cx.words;
    let Some((index, plot)) = plot(example) else { return };
    let name = &example.plan.allocation.channels[index].name;
    section(ui, name, &words.text("allocation-from-example"));
    let unit = currency_name(&example.plan.currency.code, words);
    weak(ui, &t!(words, "allocation-plot", unit = unit));
    let ends = plot.axes();
    let (x, y) = axes(sheet.cx, ends);
    Chart::new(name, x, y).height(200.0).right(20.0).show(ui, |c| {
        plot.lines(c, Tone::Task(Task::A), ends.0);
        let bought = plot.value(plot.spend);
        let now = t!(words, "allocation-now", registrations = number::count(bought, 0));
        c.present(plot.spend, bought, At::below_right(&now, Tone::Plain));
    });
}

fn how_to_read(ui: &mut Ui, sheet: &Sheet<'_>, example: &Example) {
    let words = sheet.cx.words;
    let Some((index, plot)) = plot(example) else { return };
    let spend = number::amount(&example.plan.currency, example.plan.allocation.channels[index].spend);
    let bought = number::count(plot.value(plot.spend), 0);
    section(ui, &words.text("allocation-how-to-read"), "");
    ui.add_space(space::XS);
    let palette = theme::palette(ui);
    sign(ui, &t!(words, "allocation-read-now", spend = spend, registrations = bought), |painter, at| {
        painter.circle_filled(at, 4.5, palette.text);
    });
    sign(ui, &words.text("allocation-read-curve"), |painter, at| {
        let line = eframe::egui::Stroke::new(2.0, palette.a.mark);
        painter.hline(at.x - 12.0..=at.x + 12.0, at.y, line);
    });
    sign(ui, &words.text("allocation-read-range"), |painter, at| {
        let rect = Rect::from_center_size(at, vec2(26.0, 10.0));
        painter.rect_filled(rect, 0.0, palette.a.mark.gamma_multiply(0.12));
    });
}

/// A sign of the plot and what it means.
fn sign(ui: &mut Ui, words: &str, paint: impl FnOnce(&eframe::egui::Painter, eframe::egui::Pos2)) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(30.0, 22.0), Sense::hover());
        paint(ui.painter(), rect.center());
        body(ui, words);
    });
}
