//! One frame of the window: what stands around the tab, the tab itself, the start page, a question.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{self, CentralPanel, Panel};

use super::writing::{Consent, Writing};
use super::{Ask, Next, PlannerApp, Purpose};
use crate::app::command::Tab;
use crate::app::context::{Cx, Request, Requests, field_id};
use crate::app::editing::{Editing, Steps};
use crate::app::explain;
use crate::app::history::{Gesture, StepName};
use crate::app::keeper::Keeper;
use crate::app::services::Services;
use crate::app::shell::compare::{self, Comparison};
use crate::app::shell::{
    ask, choose_file, clashes, findings_bar, outside, rail, recover, removal, scenarios, start, top_bar,
};
use crate::app::tabs::{self, Views};
use crate::app::theme;
use crate::app::widgets::draft::Typing;
use crate::calc;
use crate::calc::{duties, next};
use crate::file::Settings;
use crate::file::settings::Language as LanguageChoice;
use crate::plan::Plan;
use crate::t;
use crate::words::{Language, Words};

impl PlannerApp {
    pub(super) fn draw_document(&mut self, ui: &mut egui::Ui) {
        let words = self.words();
        let requests = Requests::default();
        let steps = Steps::default();
        let jump = self.jump.take();
        let Some(document) = &mut self.document else { return };
        let base = document.plan.clone();
        let before = document.shown().clone();
        let scenario = document.scenario().cloned();
        let report = document.report();
        self.odds.ask(&before, &report, ui.ctx(), self.services.background);
        let next = next::next(&before, &report, &self.views.put_off);
        let file = document.path().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let cx = Cx {
            words,
            plan: &before,
            base: &base,
            scenario: scenario.as_ref(),
            report: &report,
            odds: self.odds.shown(),
            jump: jump.as_ref(),
            today: self.services.today(),
            file: file.as_deref().unwrap_or_default(),
            state_folder: self.services.state_folder.as_deref(),
            draws: self.services.draws,
            background: self.services.background,
            printing: &self.services.printing,
            examples: &self.services.examples,
            explaining: &self.explaining,
            next: next.as_ref(),
            requests: &requests,
        };
        let state = top_bar::State {
            path: document.path().map(Path::to_owned),
            unsaved: document.is_unsaved(),
            undo: document.undo_name(words.language()).map(str::to_owned),
            redo: document.redo_name(words.language()).map(str::to_owned),
            writing: writing(words, &self.writing),
            outside: self.outside.remark(words),
            is_elsewhere: self.watch.others() > 0,
            notice: self.notice.as_ref().map(|notice| notice.say(words)).or_else(|| not_kept(words, &self.keeper)),
            tab: self.tab,
        };
        let findings = surround(ui, &cx, &state);
        let settings_before = self.settings.clone();
        let mut after = before.clone();
        // What the plan is as a whole is the same in all scenarios.
        let edited = if self.tab == Tab::Settings { &mut document.plan } else { &mut after };
        CentralPanel::default().frame(egui::Frame::NONE.fill(theme::palette(ui).panel)).show(ui, |ui| {
            draw_tab(ui, self.tab, edited, &steps, &cx, &mut self.views, &mut self.settings);
        });
        if !after.same_as(&before) {
            document.put(&before, after);
        }
        // Last, because the Tab key goes in the order of drawing: from the page to what is below it.
        let bar = ui.scope_builder(egui::UiBuilder::new().max_rect(findings).id_salt("findings_bar"), |ui| {
            findings_bar::ui(ui, &cx, self.tab)
        });
        explain::pinned(ui, &cx);
        self.views.put_off.extend(bar.inner);
        self.views.summary.deliver(&requests);
        let name = steps.take().map(|text| StepName { text, language: words.language() });
        let typing = Typing::take(ui.ctx());
        document.observe(base.clone(), name, Gesture::of(ui.ctx(), &typing));
        let changed = !document.plan.same_as(&base);
        self.forget_taken_in();
        if let Some(place) = &jump {
            let id = field_id(place.section, place.item.as_ref(), place.field);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if self.settings != settings_before {
            self.apply_theme(ui.ctx());
            self.save_settings(ui.ctx());
        }
        self.follow_typing(typing, changed);
        self.answer(ui.ctx(), &requests);
    }

    /// Does what was asked for while the frame was drawn.
    fn answer(&mut self, ctx: &egui::Context, requests: &Requests) {
        for request in requests.take() {
            self.grant(ctx, request);
        }
    }

    /// Does one thing that was asked for.
    pub(super) fn grant(&mut self, ctx: &egui::Context, request: Request) {
        match request {
            Request::Run(command) => self.run(ctx, command),
            Request::GoTo(place) => {
                self.go_to(place);
                ctx.request_repaint();
            }
            Request::GiveOwnIds => self.mend(ctx, "window-step-own-ids", Plan::give_own_ids),
            Request::LeadPathToGoal => self.mend(ctx, "window-step-lead-path", lead_path_to_goal),
            Request::Export { extension, made } => self.export(ctx, extension, Arc::unwrap_or_clone(made)),
            Request::ChooseCalendar => self.ask_for_file(ctx, Purpose::Calendar),
            Request::Scenario(asked) => self.do_with_scenarios(ctx, asked),
            Request::KeepAsScenario { allocation, name } => self.keep_as_scenario(ctx, allocation, name),
            Request::Open(path) => self.open_elsewhere(ctx, path),
            Request::OwnAll => self.mend(ctx, "window-step-own-all", duties::own_all),
            Request::RemoveVersions => self.ask = Some(Ask::RemoveVersions),
            Request::Remove(target) => self.ask_to_remove(ctx, target),
        }
    }

    pub(super) fn draw_start(&mut self, ui: &mut egui::Ui) {
        let requests = Requests::default();
        let page = start::Page { settings: &self.settings, services: &self.services, offers: &self.offers };
        let clicked = start::ui(ui, self.words(), &page, &requests);
        for request in requests.take() {
            if let Request::Run(command) = request {
                self.run(ui.ctx(), command);
            }
        }
        match clicked {
            Some(start::Clicked::Recent(path)) => self.open(ui.ctx(), &path, false),
            Some(start::Clicked::Unsaved(left)) => self.ask = Some(Ask::Recover(left)),
            None => {}
        }
    }

    pub(super) fn draw_question(&mut self, ctx: &egui::Context) {
        if matches!(self.ask, Some(Ask::Versions)) {
            return self.draw_versions(ctx);
        }
        if matches!(self.ask, Some(Ask::Import)) {
            return self.draw_import(ctx);
        }
        if matches!(self.ask, Some(Ask::AddUp)) {
            return self.draw_adding_up(ctx);
        }
        if matches!(self.ask, Some(Ask::Find)) {
            return self.draw_find(ctx);
        }
        if matches!(self.ask, Some(Ask::Help(_) | Ask::Keys)) {
            return self.draw_help(ctx);
        }
        let Some(question) = &mut self.ask else { return };
        let words = match self.settings.language {
            LanguageChoice::System => Words::of(Language::of_system()),
            LanguageChoice::Chinese => Words::of(Language::ZhCn),
            LanguageChoice::English => Words::of(Language::En),
        };
        let title = self.document.as_ref().map(|document| document.plan.title.clone()).unwrap_or_default();
        let reply = match (question, &self.document) {
            (Ask::Removal(removal), Some(document)) => removal::ui(ctx, words, &document.plan, removal),
            (Ask::Compare(other), Some(document)) => {
                let view = (&mut self.differences, self.services.background);
                let title = t!(words, "window-compare", name = &other.name);
                let [mine, offer] = ["window-this-plan", "window-take-over"].map(|key| words.text(key));
                let versions = [(mine.as_str(), &document.plan), (other.name.as_str(), &other.plan)];
                compare::ui(ctx, words, view, &Comparison { title: &title, versions, offer: &offer })
            }
            (Ask::Recover(left), _) => {
                let view = (&mut self.differences, self.services.background);
                recover::ui(ctx, words, view, (left, self.services.today()))
            }
            (Ask::ChangedOutside(both), Some(document)) => {
                let view = (&mut self.differences, self.services.background);
                outside::ui(ctx, words, view, (&document.plan, both))
            }
            (Ask::TakenIn { before, after }, Some(_)) => {
                let view = (&mut self.differences, self.services.background);
                let title = words.text("window-taken-in");
                let [old, new] = ["versions-before", "versions-after"].map(|key| words.text(key));
                let versions = [(old.as_str(), &*before), (new.as_str(), &*after)];
                compare::ui(ctx, words, view, &Comparison { title: &title, versions, offer: "" })
            }
            (Ask::Clashes(clashes), Some(_)) => clashes::ui(ctx, words, clashes),
            (Ask::NameScenario(naming), Some(_)) => scenarios::name_it(ctx, words, naming),
            (Ask::Scenarios, Some(document)) => {
                scenarios::compare(ctx, words, (&mut self.side_by_side, self.services.background), &document.plan)
            }
            (Ask::Path(chooser), _) => {
                let Services { files, background, .. } = &self.services;
                choose_file::ui(ctx, words, (chooser, &mut self.folders), (files, *background))
            }
            (question, _) => ask::ui(ctx, words, &title, question),
        };
        let Some(reply) = reply else { return };
        let Some(question) = self.ask.take() else { return };
        match (question, reply) {
            (Ask::Unsaved(next), ask::Reply::Save) => {
                self.after_save = Some(next);
                self.save(ctx);
            }
            // What is unsaved goes only once the other plan is there.
            (Ask::Unsaved(Next::Open(path)), ask::Reply::Discard) => self.open(ctx, &path, true),
            (Ask::Unsaved(next), ask::Reply::Discard) => {
                self.leave();
                self.go_on(ctx, next);
            }
            // Whoever quits leaves the plan unsaved, so that it is offered again.
            (Ask::Writing { next, .. }, ask::Reply::Discard) => {
                self.writing.clear();
                self.after_save = None;
                self.go_on(ctx, next);
            }
            (Ask::ChangedOutside(both), ask::Reply::Save) => self.save_to(ctx, &both.path, Consent::Anything),
            (Ask::ChangedOutside(both), ask::Reply::Take) => self.take_theirs(ctx, both),
            (Ask::ChangedOutside(both), ask::Reply::Merge) => self.merge_both(ctx, both),
            (Ask::Clashes(clashes), ask::Reply::Merge) => self.settle_clashes(ctx, clashes),
            (Ask::ChangedOutside(_) | Ask::NotSaved(_) | Ask::Writing { .. }, ask::Reply::SaveAs) => {
                self.ask_for_file(ctx, Purpose::Save);
            }
            (Ask::Replace { purpose, path }, ask::Reply::Save) => self.picked(ctx, &purpose, &path, true),
            (Ask::Replace { purpose, .. }, ask::Reply::SaveAs) => self.ask_for_file(ctx, purpose),
            (Ask::NameScenario(naming), ask::Reply::Save) => self.name_scenario(ctx, &naming),
            (Ask::Removal(removal), ask::Reply::Save) => self.remove(ctx, &removal),
            (Ask::Compare(other), ask::Reply::Save) => {
                let step = t!(words, "window-step-take-over", name = &other.name);
                self.take_over(other.plan, step);
            }
            (Ask::RemoveVersions, ask::Reply::Save) => self.remove_versions(ctx),
            (Ask::Recover(left), ask::Reply::Save) => self.recover(ctx, left, false),
            (Ask::Recover(left), ask::Reply::Merge) => self.recover(ctx, left, true),
            (Ask::Recover(left), ask::Reply::Discard) => self.offers.discard(&left),
            (Ask::Recover(left), _) => self.offers.put_off(&left),
            (Ask::Reading(_), _) => self.reading = None,
            (Ask::Merging, _) => (self.merging, self.after_save) = (None, None),
            (Ask::Path(chooser), ask::Reply::Save) => self.typed(ctx, chooser),
            (Ask::Notice(_), _) => self.after_saving(ctx),
            _ => self.after_save = None,
        }
    }
}

/// That unsaved work is not kept, as long as that is so.
fn not_kept(words: &Words, keeper: &Keeper) -> Option<String> {
    keeper.trouble().map(|error| t!(words, "recovery-not-kept", why = error.say(words)))
}

/// What is on its way to the disk, in words: the plan first.
fn writing(words: &Words, files: &[Writing]) -> Option<String> {
    let file = files.iter().find(|file| file.content.is_plan()).or(files.first())?;
    let name = || file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Some(if file.content.is_plan() { words.text("window-saving") } else { t!(words, "window-writing", file = name()) })
}

/// Top bar and rail; where the findings bar is drawn.
fn surround(ui: &mut egui::Ui, cx: &Cx, state: &top_bar::State) -> egui::Rect {
    Panel::top("top_bar")
        .frame(top_bar::frame(ui))
        .exact_size(theme::height::TOP_BAR)
        .show_separator_line(false)
        .show(ui, |ui| top_bar::ui(ui, cx, state));
    let findings = Panel::bottom("findings")
        .frame(findings_bar::frame(ui))
        .exact_size(theme::height::FINDINGS)
        .show_separator_line(false)
        .show(ui, |ui| ui.max_rect());
    Panel::left("rail")
        .frame(rail::frame(ui))
        .exact_size(theme::height::RAIL_WIDTH)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| rail::ui(ui, cx, state.tab));
    findings.inner
}

fn lead_path_to_goal(plan: &mut Plan) {
    if let Some(revenue) = calc::goal::target(plan).revenue {
        Arc::make_mut(&mut plan.goal).lead_path_to(revenue.value, &plan.period);
    }
}

fn draw_tab(
    ui: &mut egui::Ui,
    tab: Tab,
    plan: &mut Plan,
    steps: &Steps,
    cx: &Cx,
    views: &mut Views,
    settings: &mut Settings,
) {
    let goal = Editing::new(&mut plan.goal, steps);
    let team = Editing::new(&mut plan.team, steps);
    let pyramid = Editing::new(&mut plan.pyramid, steps);
    let allocation = Editing::new(&mut plan.allocation, steps);
    let events = Editing::new(&mut plan.events, steps);
    let ripples = Editing::new(&mut plan.ripples, steps);
    let actuals = Editing::new(&mut plan.actuals, steps);
    let content = Editing::new(&mut plan.content, steps);
    let topics = Editing::new(&mut plan.topics, steps);
    let handover = Editing::new(&mut plan.handover, steps);
    match tab {
        Tab::Overview => tabs::overview::ui(ui, cx),
        Tab::Goal => tabs::goal::ui(ui, goal, cx, &mut views.goal),
        Tab::Team => tabs::team::ui(ui, team, cx, &mut views.team),
        Tab::Pyramid => tabs::pyramid::ui(ui, pyramid, cx, &mut views.pyramid),
        Tab::Allocation => tabs::allocation::ui(ui, allocation, events, cx, &mut views.allocation),
        Tab::Ripple => tabs::ripple::ui(ui, ripples, cx, &mut views.ripple),
        Tab::Track => {
            tabs::track::ui(ui, tabs::track::Sections { actuals, allocation }, cx, &mut views.track);
        }
        Tab::Topics => {
            tabs::topics::ui(ui, tabs::topics::Sections { topics, content, allocation }, cx, &mut views.topics);
        }
        Tab::Summary => tabs::summary::ui(ui, handover, cx, &mut views.summary),
        Tab::Settings => tabs::settings::ui(ui, tabs::settings::Head { plan, steps }, cx, settings),
    }
}
