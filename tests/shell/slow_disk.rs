//! A disk that answers only when a test lets it, and a window that has to do with it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::app::{App, Start, plan, press, type_into, words};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::files::Files;
use ripple_planner::app::worker::Background;
use ripple_planner::file::listing::{Listing, Place};
use ripple_planner::file::settings::Language;
use ripple_planner::file::{self, FileError, Fingerprint, Over, Saved, Settings};
use ripple_planner::plan::Plan;

/// A disk that answers, once it is slow, in the folder "slow" when it is let, and elsewhere at once.
#[derive(Debug)]
struct SlowDisk {
    is_slow: Arc<AtomicBool>,
    asked: Mutex<Sender<()>>,
    lets: Mutex<Receiver<()>>,
}

impl SlowDisk {
    fn wait(&self, path: &Path) {
        let is_meant = path.ancestors().any(|folder| folder.ends_with("slow"));
        if is_meant && self.is_slow.load(Ordering::SeqCst) {
            // A test that has ended lets everything, and wants to know nothing.
            let _ = self.asked.lock().unwrap().send(());
            let _ = self.lets.lock().unwrap().recv();
        }
    }
}

impl Files for SlowDisk {
    fn open(&self, path: &Path) -> Result<(Plan, Fingerprint), FileError> {
        self.wait(path);
        file::open_known(path)
    }

    fn save(&self, path: &Path, plan: &Plan, over: Over, keep: Option<&Path>) -> Result<Saved, FileError> {
        self.wait(path);
        file::save_keeping(path, plan, over, keep)
    }

    fn export(&self, path: &Path, bytes: &[u8], over: Over) -> Result<Saved, FileError> {
        self.wait(path);
        file::export(path, bytes, over)
    }

    fn save_settings(&self, path: &Path, settings: &Settings) -> Result<(), FileError> {
        self.wait(path);
        settings.save(path)
    }

    fn place(&self, path: &Path) -> Place {
        self.wait(path);
        Place::of(path)
    }

    fn list(&self, folder: &Path, extensions: &[&str]) -> Listing {
        self.wait(folder);
        Listing::of(folder, extensions)
    }
}

/// A window, and a plan on a slow disk.
pub struct Slow {
    pub app: App,
    pub language: Language,
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
    asked: Receiver<()>,
    lets: Sender<()>,
    from_now_on: Arc<AtomicBool>,
}

impl Slow {
    /// The plan is open. With an answer to every file dialog, given the folder.
    pub fn saving(case: (Language, &str), dialogs: fn(&Path) -> Answer) -> Self {
        let slow = Self::new(case, |folder, start| Start { dialogs: dialogs(folder), ..start });
        slow.slow_down();
        slow
    }

    /// The window as the test wants it, with the folder of all and how it would be with the plan open; the disk is fast still.
    pub fn new((language, saved_plan): (Language, &str), start: impl FnOnce(&Path, Start) -> Start) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let slow = folder.path().join("slow");
        std::fs::create_dir(&slow).unwrap();
        let ((asked, was_asked), (lets, is_let)) = (channel(), channel());
        let is_slow = Arc::new(AtomicBool::new(false));
        let disk = SlowDisk { is_slow: Arc::clone(&is_slow), asked: Mutex::new(asked), lets: Mutex::new(is_let) };
        let with_plan = Start::with_plan(&slow, saved_plan, language);
        let start = start(
            folder.path(),
            Start {
                background: Background::Threads,
                files: Arc::new(disk),
                folder: folder.path().to_owned(),
                ..with_plan
            },
        );
        Self {
            app: start.open(),
            language,
            path: slow.join(saved_plan),
            folder,
            asked: was_asked,
            lets,
            from_now_on: is_slow,
        }
    }

    /// From now on the disk answers when it is let.
    pub fn slow_down(&self) {
        self.from_now_on.store(true, Ordering::SeqCst);
    }

    pub fn retitle(&mut self, title: &str) {
        press(&mut self.app, Command::Show(Tab::Settings));
        type_into(&mut self.app, Role::TextInput, &words(self.language).text("settings-title"), title);
        assert_eq!(plan(&self.app).title, title);
    }

    /// Presses the keys of a command; one frame, not more.
    pub fn press_once(&mut self, command: Command) {
        let shortcut = command.shortcuts()[0];
        self.app.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
        self.app.step();
    }

    /// Comes back when the disk has been asked and has not answered.
    pub fn until_the_disk_is_asked(&mut self) {
        let end = Instant::now() + Duration::from_mins(1);
        while self.asked.recv_timeout(Duration::from_millis(5)).is_err() {
            assert!(Instant::now() < end, "{:?}", self.app.state().asking());
            self.app.step();
        }
        self.app.step();
    }

    pub fn let_go(&self) {
        self.lets.send(()).unwrap();
    }

    /// Frames until something holds.
    pub fn until(&mut self, what: &str, holds: impl Fn(&App) -> bool) {
        until(&mut self.app, what, holds);
    }

    /// Frames in which what was let go comes to its end, and changes nothing any more.
    pub fn rest(&mut self) {
        for _ in 0..20 {
            self.app.step();
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Clicks the button of the question, which stands above everything else.
    pub fn click_last(&mut self, key: &str) {
        let label = words(self.language).text(key);
        self.app.get_all_by_role_and_label(Role::Button, &label).last().unwrap().click();
        self.app.run();
    }
}

/// Frames until something holds.
pub fn until(app: &mut App, what: &str, holds: impl Fn(&App) -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !holds(app) {
        assert!(Instant::now() < end, "{what}: {:?}", app.state().asking());
        app.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    app.step();
}
