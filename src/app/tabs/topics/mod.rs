//! Topics: attention over the calendar, 7S, media mix, customer loop.

mod attention;
mod circles;
mod close_up;
mod customer_loop;
mod media;
mod rules;
mod sentence;
mod seven_s;
mod stage;
mod topic;
mod year;

use eframe::egui::{Id, Ui};

use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{size, space};
use crate::app::widgets::{Begin, Button, EmptyState, Sketch, Step, beside, page, runs, steps, tab_head};
use crate::calc::Section;
use crate::plan::{Allocation, Content, Id as ItemId, Stage, Topic, Topics};
use crate::t;
pub use sentence::sentence;

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    selected: Option<ItemId>,
    panel: Panel,
    /// Whether the panel was opened in this frame, so that the page scrolls to it.
    opened: bool,
    /// The field that gets the focus in the next frame, when the click is over: then all of it is selected.
    focus: Option<Id>,
}

/// What stands open for editing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Panel {
    /// Nothing: 7S, media mix and loop stand side by side.
    #[default]
    Closed,
    /// The selected topic, in the place of the loop.
    Topic,
    /// Phases and the share that carries, in the place of the loop.
    Rules,
    /// A stage of the loop, in the place of 7S and media mix.
    Stage(Stage),
}

impl View {
    fn open(&mut self, panel: Panel) {
        self.opened = self.panel != panel;
        self.panel = panel;
    }

    fn toggle(&mut self, panel: Panel) {
        self.open(if self.panel == panel { Panel::Closed } else { panel });
    }

    /// Scrolls to the panel drawn just now if it was opened in this frame.
    fn show_panel(&mut self, ui: &Ui) {
        if std::mem::take(&mut self.opened) {
            ui.scroll_to_rect(ui.min_rect(), None);
        }
    }
}

/// The sections of the plan this tab changes.
pub struct Sections<'a> {
    /// Topics.
    pub topics: Editing<'a, Topics>,
    /// 7S and loop.
    pub content: Editing<'a, Content>,
    /// Channels, for the stages of the loop they serve.
    pub allocation: Editing<'a, Allocation>,
}

/// Heights of the parts that are tall on tall windows.
#[derive(Clone, Copy)]
struct Heights {
    chart: f32,
    ring: f32,
}

impl Heights {
    /// Shares what the window has beyond the least the page needs.
    fn of(available: f32) -> Self {
        let more = (available - 722.0).max(0.0);
        Self { chart: 199.0 + more * 0.6, ring: 252.0 + more * 0.4 }
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, mut sections: Sections<'_>, cx: &Cx, view: &mut View) {
    if let Some(field) = view.focus.take() {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
    arrive(ui, cx, view);
    select(cx, view);
    page(ui, |ui| {
        head(ui, &mut sections.topics, cx, view);
        let heights = Heights::of(ui.available_height());
        page::scrolled(ui, Id::unique("topics_page"), |ui| {
            if cx.plan.topics.list.is_empty() {
                begin(ui, &mut sections.topics, cx, view);
            } else {
                calendar(ui, &mut sections.topics, (cx, heights), view);
            }
            ui.add_space(space::M);
            lower(ui, &mut sections, (cx, heights), view);
            ui.add_space(space::S);
            circles::ui(ui, &mut sections.content, cx);
        });
    });
}

/// Shows what a finding is about: its topic, or else the one that is to carry the event.
fn arrive(ui: &Ui, cx: &Cx, view: &mut View) {
    let Some(place) = cx.arrives_in(Section::Topics) else { return };
    match place.field {
        "seven_s" => {
            view.focus = Some(seven_s::to_mend(cx));
            ui.ctx().request_repaint();
            return view.open(Panel::Closed);
        }
        field if field.starts_with("seven_s") => return view.open(Panel::Closed),
        "carries_from" => return view.open(Panel::Rules),
        _ => {}
    }
    let topics = &cx.plan.topics.list;
    let uncarried = cx.report.topics.marks.iter().find(|mark| !mark.carried && mark.shift.is_none());
    let meant = |topic: &&Topic| match &place.item {
        Some(item) => topic.id == *item,
        None => uncarried.is_some_and(|mark| topic.event.as_ref() == Some(&mark.id)),
    };
    let Some(topic) = topics.iter().find(meant).or_else(|| topics.first()) else { return };
    view.selected = Some(topic.id.clone());
    view.open(Panel::Topic);
    // Fields a person cannot see lead to the nearest one that mends it.
    let field = if place.item.is_none() { Some("peak") } else { (place.field == "id").then_some("name") };
    if let Some(field) = field {
        view.focus = Some(field_id(Section::Topics, Some(&topic.id), field));
        ui.ctx().request_repaint();
    }
}

/// Keeps the selection on a topic that is there: at first the one that is to be moved.
fn select(cx: &Cx, view: &mut View) {
    let topics = &cx.plan.topics.list;
    if view.selected.as_ref().is_some_and(|id| topics.iter().any(|topic| topic.id == *id)) {
        return;
    }
    let shifts = cx.report.topics.marks.iter().filter_map(|mark| mark.shift.as_ref());
    view.selected = shifts.map(|shift| shift.topic.clone()).next().or_else(|| topics.first().map(|t| t.id.clone()));
    if view.panel == Panel::Topic && topics.is_empty() {
        view.panel = Panel::Closed;
    }
}

/// The selected topic as it stood when the frame began.
fn selected<'a>(cx: &Cx<'a>, view: &View) -> Option<&'a Topic> {
    cx.plan.topics.list.iter().find(|topic| Some(&topic.id) == view.selected.as_ref())
}

fn head(ui: &mut Ui, topics: &mut Editing<'_, Topics>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    let begun = !cx.plan.topics.list.is_empty();
    let left = |ui: &mut Ui| {
        runs(ui, &sentence(cx).1, size::FIGURE);
    };
    tab_head(ui, left, |ui| {
        if begun && Button::plain(&words.text("topics-add")).icon(icons::PLUS).show(ui).clicked() {
            add(ui, topics, cx, view);
        }
        let rules = words.text("topics-rules");
        if Button::quiet(&rules).icon(icons::SLIDERS_HORIZONTAL).show(ui).clicked() {
            view.toggle(Panel::Rules);
        }
    });
}

fn begin(ui: &mut Ui, topics: &mut Editing<'_, Topics>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    let text = |key| words.text(key);
    let state = EmptyState {
        id: field_id(Section::Topics, None, "topics"),
        question: &text("topics-begin"),
        lines: &text("topics-begin-lines"),
        primary: &text("topics-begin-add"),
        secondary: "",
    };
    if state.show(ui).is_some_and(|begin| begin == Begin::Primary) {
        add(ui, topics, cx, view);
    }
    let step = |sketch, title, says| Step::new(sketch, text(title), text(says));
    steps(
        ui,
        &[
            step(Sketch::Hill, "topics-step-1", "topics-step-1-words"),
            step(Sketch::Days, "topics-step-2", "topics-step-2-words"),
            step(Sketch::Shift, "topics-step-3", "topics-step-3-words"),
        ],
    );
}

/// A topic without a day or a number: nobody has said anything about it yet.
fn add(ui: &Ui, topics: &mut Editing<'_, Topics>, cx: &Cx, view: &mut View) {
    let id = ItemId::fresh("topic", topics.list.iter().map(|topic| &topic.id));
    let topic = Topic {
        id: id.clone(),
        name: cx.words.text("topics-new"),
        owner: None,
        peak_day: None,
        peak: 0.0,
        spread_days: 0.0,
        event: None,
        note: String::new(),
    };
    topics.change(cx.words.text("topics-change-add"), |topics| topics.list.push(topic));
    view.focus = Some(field_id(Section::Topics, Some(&id), "name"));
    view.selected = Some(id);
    view.open(Panel::Topic);
    ui.ctx().request_repaint();
}

/// The year at the left, the selected topic close up at the right.
fn calendar(ui: &mut Ui, topics: &mut Editing<'_, Topics>, (cx, heights): (&Cx, Heights), view: &mut View) {
    ui.add_space(space::XS);
    let room = ui.available_width() - space::COLUMNS;
    let left = (room * 0.555).round();
    let top = ui.cursor().top();
    let middle = ui.cursor().left() + left + space::COLUMNS / 2.0 + 0.5;
    beside(ui, Id::unique("topics_calendar"), &[left, room - left], space::COLUMNS, |ui, side| {
        if side == 0 {
            year::ui(ui, cx, view, heights.chart + 44.0);
        } else {
            close_up::ui(ui, topics, (cx, heights.chart), view);
        }
    });
    let hairline = crate::app::theme::palette(ui).hairline();
    ui.painter().vline(middle, top..=ui.cursor().top(), hairline);
}

/// 7S, media mix and loop; an open panel takes the place of what it does not need.
fn lower(ui: &mut Ui, sections: &mut Sections<'_>, (cx, heights): (&Cx, Heights), view: &mut View) {
    let gap = space::COLUMNS;
    let room = ui.available_width() - 2.0 * gap;
    let ring = (room * 0.479).round();
    // The next steps keep their width in a narrow window; the media mix can do with less.
    let seven = (room * 0.313).round().max(350.0);
    let media = room - seven - ring;
    if let Panel::Stage(shown) = view.panel {
        beside(ui, Id::unique("topics_lower"), &[seven + gap + media, ring], gap, |ui, part| {
            if part == 0 {
                stage::ui(ui, sections, (cx, shown), view);
                view.show_panel(ui);
            } else {
                customer_loop::ui(ui, &mut sections.allocation, (cx, heights.ring), view);
            }
        });
        return;
    }
    beside(ui, Id::unique("topics_lower"), &[seven, media, ring], gap, |ui, part| match (part, view.panel) {
        (0, _) => seven_s::ui(ui, &mut sections.content, cx, heights.ring),
        (1, _) => media::ui(ui, cx, heights.ring),
        (_, Panel::Topic) => {
            topic::ui(ui, &mut sections.topics, cx, view);
            view.show_panel(ui);
        }
        (_, Panel::Rules) => {
            rules::ui(ui, &mut sections.topics, cx, view);
            view.show_panel(ui);
        }
        _ => customer_loop::ui(ui, &mut sections.allocation, (cx, heights.ring), view),
    });
}

/// A small label above a field.
fn labelled<R>(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui) -> R) -> R {
    ui.spacing_mut().item_spacing.y = 2.0;
    crate::app::widgets::weak(ui, label);
    field(ui)
}

/// The name of a step that changes a field of a topic.
fn change_of(cx: &Cx, field: &str, topic: &Topic) -> String {
    t!(cx.words, "topics-change-field", field = field, topic = &topic.name)
}
