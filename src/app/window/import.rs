//! Importing what happened: reports come by the dialog, by a file that is dropped onto the window, or by a block that is pasted,
//! are looked at, and taken in.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Context, ViewportCommand};

use super::{Ask, Next, PlannerApp, Purpose};
use crate::app::command::Tab;
use crate::app::errand::Awaited;
use crate::app::import::Import;
use crate::app::import::source::Reader;
use crate::app::shell::import::{self, View, Wish, comes_in};
use crate::t;

/// An import that stands in the window.
#[derive(Debug, Default)]
pub(super) struct Importing {
    import: Import,
    view: View,
}

/// Files that were dropped, each with whether it is a plan; nothing where it broke down.
pub(super) type Dropped = Awaited<Option<Vec<(PathBuf, bool)>>>;

impl PlannerApp {
    /// Shows the dialog; one that is put aside for a file dialog goes on.
    pub(super) fn begin_import(&mut self) {
        self.import.get_or_insert_default();
        self.ask = Some(Ask::Import);
    }

    fn reader(&self, ctx: &Context) -> Reader {
        let (files, background) = (Arc::clone(&self.services.files), self.services.background);
        Reader { ctx: ctx.clone(), files, background }
    }

    /// Reads files into the import.
    pub(super) fn import_files(&mut self, ctx: &Context, paths: &[PathBuf]) {
        let reader = self.reader(ctx);
        let importing = self.import.get_or_insert_default();
        for path in paths {
            importing.import.add_file(path, &reader);
        }
        self.ask = Some(Ask::Import);
        ctx.request_repaint();
    }

    /// Whether files that come now have somewhere to go.
    fn welcomes_files(&self) -> bool {
        self.pending.is_none() && self.ask.as_ref().is_none_or(|ask| *ask == Ask::Import)
    }

    /// Files that are dropped onto the window are looked at, whether they are plans.
    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let paths: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if paths.is_empty() || !self.welcomes_files() {
            return;
        }
        let files = Arc::clone(&self.services.files);
        let look = move || {
            let looked_at = |path: PathBuf| {
                let is_plan = files.is_plan(&path);
                (path, is_plan)
            };
            Some(paths.into_iter().map(looked_at).collect())
        };
        self.dropped.push_back(Awaited::begin(ctx, self.services.background, None, look));
        self.follow_dropped(ctx);
    }

    /// Takes what was dropped in the order in which it came.
    pub(super) fn follow_dropped(&mut self, ctx: &Context) {
        while self.welcomes_files()
            && let Some(looked_at) = self.dropped.front().and_then(Awaited::outcome)
        {
            self.dropped.pop_front();
            if let Some(files) = looked_at {
                self.take_looked_at(ctx, files);
            }
        }
    }

    /// Opens the plan that was dropped, or imports the reports.
    fn take_looked_at(&mut self, ctx: &Context, files: Vec<(PathBuf, bool)>) {
        if self.import.is_none()
            && files.iter().all(|(_, is_plan)| *is_plan)
            && let Some((path, _)) = files.first()
        {
            self.guarded(ctx, Next::Open(path.clone()));
        } else if self.document.is_none() {
            self.ask = Some(Ask::Trouble(self.words().text("import-window-no-plan")));
        } else {
            let paths: Vec<PathBuf> = files.into_iter().map(|(path, _)| path).collect();
            self.import_files(ctx, &paths);
        }
    }

    /// Draws the dialog and does what is wanted in it.
    pub(super) fn draw_import(&mut self, ctx: &Context) {
        let (words, reader) = (self.words(), self.reader(ctx));
        let (Some(document), Some(Importing { import, view })) = (&self.document, &mut self.import) else {
            (self.ask, self.import) = (None, None);
            return;
        };
        match import::ui(ctx, words, &document.plan, (import, view), &reader) {
            None => {}
            Some(Wish::Files) => self.ask_for_file(ctx, Purpose::Import),
            // The clipboard's answer comes as if somebody had pasted.
            Some(Wish::Paste) => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Some(Wish::TakeIn) => self.take_in_import(ctx),
            Some(Wish::Close) => (self.ask, self.import) = (None, None),
        }
    }

    /// One step, and a sentence on the Track tab.
    fn take_in_import(&mut self, ctx: &Context) {
        let words = self.words();
        let Some(prepared) = self.import.as_ref().and_then(|importing| importing.import.ready()) else { return };
        let said = [Some(comes_in(words, &prepared.plan, prepared)), prepared.over_then.clone()];
        let said: Vec<String> = said.into_iter().flatten().collect();
        let plan = prepared.plan.clone();
        let names: Vec<&str> = prepared.preview.files.iter().map(|file| file.reading.file.as_str()).collect();
        let step = match names.as_slice() {
            [name] => t!(words, "import-window-step", file = *name),
            names => t!(words, "import-window-step-files", n = names.len(), shown = names.len().to_string()),
        };
        let sentence = t!(words, "import-window-came-in", what = said.join(&words.text("import-window-semicolon")));
        self.views.track.tell(sentence, words.language(), Arc::clone(&plan.actuals));
        self.take_over(plan, step);
        (self.ask, self.import) = (None, None);
        self.show_tab(Tab::Track);
        ctx.request_repaint();
    }
}
