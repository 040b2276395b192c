//! The criteria of a level: what is asked, how far it is met, what it would take.

use eframe::egui::{Align2, Id as EguiId, Rect, Ui, pos2, vec2};

use super::{Desk, edit};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{Run, paint_galley, runs_job};
use crate::app::widgets::{
    Button, Column, RowSpec, Table, answer_switch, choice, head_row, icon_button, runs, section_with, takes_focus_of,
    weak,
};
use crate::calc::Section;
use crate::plan::Id;
use crate::plan::pyramid::{Answer, Criterion, Score};
use crate::report::lookup;
use crate::t;
use crate::words::names::level_name;
use crate::words::number;

/// Width of the answer switch.
const SWITCH: f32 = 170.0;
/// A criterion with a name of one line.
const ROW: f32 = 58.0;
const LINE: f32 = 20.0;

/// Criteria to begin with, four a level, in the words of the method.
pub(super) const SUGGESTED: [(u8, &str); 20] = [
    (1, "pyramid-suggested-1-a"),
    (1, "pyramid-suggested-1-b"),
    (1, "pyramid-suggested-1-c"),
    (1, "pyramid-suggested-1-d"),
    (2, "pyramid-suggested-2-a"),
    (2, "pyramid-suggested-2-b"),
    (2, "pyramid-suggested-2-c"),
    (2, "pyramid-suggested-2-d"),
    (3, "pyramid-suggested-3-a"),
    (3, "pyramid-suggested-3-b"),
    (3, "pyramid-suggested-3-c"),
    (3, "pyramid-suggested-3-d"),
    (4, "pyramid-suggested-4-a"),
    (4, "pyramid-suggested-4-b"),
    (4, "pyramid-suggested-4-c"),
    (4, "pyramid-suggested-4-d"),
    (5, "pyramid-suggested-5-a"),
    (5, "pyramid-suggested-5-b"),
    (5, "pyramid-suggested-5-c"),
    (5, "pyramid-suggested-5-d"),
];

impl Desk<'_, '_> {
    /// Says that the report is about another day than the one shown.
    pub(super) fn about_an_older_day(&mut self, ui: &mut Ui) {
        if self.is_latest() {
            return;
        }
        let Some(shown) = self.assessment().map(|assessment| number::date_iso(assessment.day)) else { return };
        let latest = self.cx.report.pyramid.history.last().map(|dated| number::date_iso(dated.day));
        let words = t!(self.cx.words, "pyramid-older", day = &shown, latest = latest.unwrap_or_default());
        ui.horizontal_top(|ui| {
            icons::show(ui, icons::ADVICE, 14.0, theme::palette(ui).accent);
            ui.vertical(|ui| {
                runs(ui, &[Run::plain(&words)], size::SMALL);
                if Button::quiet(&self.text("pyramid-show-latest")).dense().show(ui).clicked() {
                    self.view.day = None;
                }
            });
        });
        ui.add_space(space::S);
    }

    /// The list of a level.
    pub(super) fn criteria(&mut self, ui: &mut Ui, level: u8) {
        let chosen = level == self.level();
        let now = self.pyramid.now();
        let asked: Vec<&Criterion> = now.criteria.iter().filter(|criterion| criterion.level == level).collect();
        let title = t!(
            self.cx.words,
            "pyramid-level-title",
            level = level.to_string(),
            name = level_name(level, self.cx.words)
        );
        let add = section_with(ui, &title, &self.counted(&asked), |ui| {
            let add = Button::quiet(&self.text("pyramid-add-criterion")).icon(icons::PLUS).dense().show(ui);
            if chosen {
                takes_focus_of(ui, field_id(Section::Pyramid, None, "criteria"), &add);
            }
            add.clicked()
        });
        if add {
            self.add_criterion(level);
        }
        if asked.is_empty() {
            ui.add_space(space::S);
            weak(ui, &self.text("pyramid-no-criteria"));
        }
        let columns = [Column::flex(1.0, 160.0), Column::fixed(SWITCH).right()];
        let mut table = Table::new(ui, EguiId::unique(("pyramid_criteria", level)), &columns).inset(12.0, 8.0);
        for criterion in asked {
            self.row(ui, &mut table, criterion);
            if self.view.open.as_ref() == Some(&criterion.id) {
                self.criterion_fields(ui, criterion);
            }
        }
    }

    /// "5 criteria, averaged", or how many of them are answered.
    fn counted(&self, asked: &[&Criterion]) -> String {
        let answers = self.assessment().map(|assessment| &assessment.answers);
        let answered = asked.iter().filter(|one| answers.is_some_and(|answers| answers.contains_key(&one.id))).count();
        if answered == asked.len() {
            return t!(self.cx.words, "pyramid-criteria", n = asked.len());
        }
        let (answered, all) = (answered.to_string(), asked.len().to_string());
        t!(self.cx.words, "pyramid-criteria-open", answered = &answered, count = &all)
    }

    /// Adds a criterion, whose name gets the focus.
    pub(super) fn add_criterion(&mut self, level: u8) {
        let today = self.cx.today;
        let id = self.pyramid.change(self.text("pyramid-step-add-criterion"), |pyramid| {
            if pyramid.assessments.is_empty() {
                edit::add_assessment(pyramid, today);
            }
            edit::add_criterion(pyramid, level)
        });
        self.view.focus = Some(field_id(Section::Pyramid, Some(&id), "name"));
        self.view.level = Some(level);
        self.view.open = Some(id);
        self.view.reveal = true;
    }

    pub(super) fn answer(&self, criterion: &Id) -> Option<&Answer> {
        self.assessment()?.answers.get(criterion)
    }

    /// One criterion: name and chips, owner and what it stands on; the answer at the right.
    fn row(&mut self, ui: &mut Ui, table: &mut Table, criterion: &Criterion) {
        let (left, right) = table.span(0);
        let title = self.title(ui, criterion, right - left);
        let open = self.view.open.as_ref() == Some(&criterion.id);
        let name = self.name(criterion);
        let id = field_id(Section::Pyramid, Some(&criterion.id), "row");
        let spec = RowSpec::plain().selectable(id, &name, open).height(ROW - LINE + title.height);
        let spec = match self.edge(&criterion.id) {
            Some(tone) => spec.edge(tone),
            None => spec,
        };
        let score = self.answer(&criterion.id).map(|answer| answer.score);
        let info = self.info(criterion);
        let mut chosen = None;
        let response = table.row(ui, spec, |row| {
            row.cell(|ui| paint_words(ui, &title, &info));
            row.cell(|ui| chosen = answer_switch(ui, &name, &self.text("pyramid-not-applicable"), score.map(shown)));
        });
        if self.is_where_to_begin(&criterion.id) {
            takes_focus_of(ui, field_id(Section::Pyramid, None, "level"), &response);
        }
        if let Some(answer) = chosen {
            self.set_answer(criterion, Some(score_of(answer)));
        }
        if response.clicked() {
            self.view.open = (!open).then(|| criterion.id.clone());
            self.view.reveal = !open;
        }
    }

    /// Answers a criterion on the day shown.
    pub(super) fn set_answer(&mut self, criterion: &Criterion, score: Option<Score>) {
        let step = t!(self.cx.words, "pyramid-step-answer", criterion = self.name(criterion));
        let (index, today) = (self.shown(), self.cx.today);
        self.pyramid.change(step, |pyramid| edit::answer(pyramid, index, (&criterion.id, today), score));
    }

    fn is_cheapest(&self, id: &Id) -> bool {
        self.is_latest() && self.cx.report.pyramid.next_step().is_some_and(|step| step.criterion == *id)
    }

    fn is_blocker(&self, id: &Id) -> bool {
        self.is_latest() && self.cx.report.pyramid.blocker.as_ref() == Some(id)
    }

    /// The row that a finding about the level leads to.
    fn is_where_to_begin(&self, id: &Id) -> bool {
        let next = self.cx.report.pyramid.next_level();
        if let Some(next) = next.filter(|next| self.is_begun(*next)) {
            let mut asked = self.pyramid.criteria.iter().filter(|criterion| criterion.level == next);
            let open = asked.find(|criterion| self.answer(&criterion.id).is_none());
            return self.is_latest() && open.is_some_and(|open| open.id == *id);
        }
        if self.cx.report.pyramid.next_step().is_some() { self.is_cheapest(id) } else { self.is_blocker(id) }
    }

    fn edge(&self, id: &Id) -> Option<Tone> {
        if self.is_cheapest(id) {
            return Some(Tone::Accent);
        }
        self.is_blocker(id).then_some(Tone::Warn)
    }

    /// The name in as many lines as it needs, the chips behind its last word.
    fn title(&self, ui: &Ui, criterion: &Criterion, room: f32) -> Title {
        let color = theme::palette(ui).text;
        let mut job = eframe::egui::text::LayoutJob::simple(
            self.name(criterion),
            theme::text(size::BODY),
            color,
            room - space::XS,
        );
        job.sections.iter_mut().for_each(|section| section.format.line_height = Some(LINE));
        let galley = ui.painter().layout_job(job);
        let mut at = vec2(0.0, galley.size().y - LINE);
        at.x = galley.rows.last().map_or(0.0, |row| row.rect().right()) + space::S;
        let mut height = galley.size().y;
        let mut chips = Vec::new();
        let marks = [
            (self.is_cheapest(&criterion.id), "pyramid-cheapest", Tone::Accent),
            (self.is_blocker(&criterion.id), "pyramid-blocker", Tone::Warn),
        ];
        for (_, key, tone) in marks.into_iter().filter(|(on, ..)| *on) {
            let word = self.text(key);
            let font = theme::semibold(size::SMALL);
            let width = ui.painter().layout_no_wrap(word.clone(), font, color).size().x + 10.0;
            if at.x + width > room {
                at = vec2(0.0, at.y + LINE);
                height += LINE;
            }
            chips.push((word, tone, Rect::from_min_size(pos2(at.x, at.y + 1.0), vec2(width, 18.0))));
            at.x += width + space::XS;
        }
        Title { galley, chips, height }
    }

    /// Owner, then evidence, reason or what a full answer would cost.
    fn info(&self, criterion: &Criterion) -> Vec<Run> {
        let words = self.cx.words;
        let owner = match &criterion.owner {
            Some(owner) => Run::weak(self.cx.person(owner)),
            None => Run::new(self.text("pyramid-no-owner"), Tone::Warn),
        };
        let answer = self.answer(&criterion.id);
        let evidence = answer.map(|answer| answer.evidence.trim()).unwrap_or_default();
        let second = match answer.map(|answer| answer.score) {
            None => Run::weak(self.text("pyramid-not-answered")),
            Some(Score::Full) if evidence.is_empty() => Run::new(self.text("pyramid-no-evidence"), Tone::Warn),
            Some(Score::Full) => Run::weak(t!(words, "pyramid-evidence-is", text = evidence)),
            Some(Score::NotApplicable) if evidence.is_empty() => Run::new(self.text("pyramid-no-reason"), Tone::Warn),
            Some(Score::NotApplicable) => Run::weak(t!(words, "pyramid-reason-is", text = evidence)),
            Some(_) => Run::weak(self.to_full(criterion)),
        };
        vec![owner, Run::weak("  |  "), second]
    }

    /// "12,000 CNY to full, level +0.10".
    fn to_full(&self, criterion: &Criterion) -> String {
        let words = self.cx.words;
        let Some(cost) = criterion.cost_to_full else { return self.text("pyramid-no-cost") };
        let cost = number::amount_named(words, self.cx.currency(), cost);
        let steps = &self.cx.report.pyramid.steps;
        let step = steps.iter().find(|step| step.criterion == criterion.id).filter(|_| self.is_latest());
        let Some(step) = step else { return t!(words, "pyramid-to-full", cost = &cost) };
        t!(words, "pyramid-to-full-gain", cost = &cost, gain = number::signed(step.gain, 2))
    }

    /// Answers whose criterion is gone can only be removed.
    pub(super) fn stray_answers(&mut self, ui: &mut Ui) {
        for id in edit::stray_answers(&self.pyramid) {
            let criterion = lookup::criterion(self.cx.plan, self.cx.words, &id);
            let words = t!(self.cx.words, "pyramid-stray", criterion = criterion);
            let remove = t!(self.cx.words, "pyramid-remove", item = &words);
            let pressed = head_row(
                ui,
                theme::height::FIELD,
                |ui| runs(ui, &[Run::new(&words, Tone::Bad)], size::SMALL),
                |ui| {
                    let button = icon_button(ui, icons::TRASH_2, &remove);
                    takes_focus_of(ui, field_id(Section::Pyramid, Some(&id), "answers"), &button);
                    button.clicked()
                },
            )
            .1;
            if pressed {
                self.pyramid.change(remove, |pyramid| edit::forget_answers(pyramid, &id));
            }
        }
    }
}

/// A name laid out, with its chips placed from its top left corner.
struct Title {
    galley: std::sync::Arc<eframe::egui::Galley>,
    chips: Vec<(String, Tone, Rect)>,
    height: f32,
}

fn paint_words(ui: &mut Ui, title: &Title, info: &[Run]) {
    let rect = ui.max_rect();
    let top = pos2(rect.left(), rect.center().y - f32::midpoint(title.height, LINE));
    paint_galley(ui.painter(), top, Align2::LEFT_TOP, title.galley.clone());
    for (word, tone, chip) in &title.chips {
        let builder = eframe::egui::UiBuilder::new().max_rect(chip.translate(top.to_vec2()));
        crate::app::widgets::word_chip(&mut ui.new_child(builder), word, *tone);
    }
    let mut job = runs_job(theme::palette(ui), info, size::SMALL);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(rect.width());
    let whole = job.text.clone();
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    let line = paint_galley(ui.painter(), top + vec2(0.0, title.height + 2.0), Align2::LEFT_TOP, galley);
    let response = ui.interact(line, ui.scope_id().with("info"), eframe::egui::Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &whole));
    if cut {
        response.on_hover_text(whole);
    }
}

/// An answer as the switch shows it.
fn shown(score: Score) -> choice::Answer {
    match score {
        Score::None => choice::Answer::Zero,
        Score::Quarter => choice::Answer::Quarter,
        Score::Half => choice::Answer::Half,
        Score::Full => choice::Answer::One,
        Score::NotApplicable => choice::Answer::NotApplicable,
    }
}

fn score_of(answer: choice::Answer) -> Score {
    match answer {
        choice::Answer::Zero => Score::None,
        choice::Answer::Quarter => Score::Quarter,
        choice::Answer::Half => Score::Half,
        choice::Answer::One => Score::Full,
        choice::Answer::NotApplicable => Score::NotApplicable,
    }
}
