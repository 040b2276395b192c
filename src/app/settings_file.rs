//! The settings on their way to the disk, beside the window: the newest win, and the end of the window waits for them a little.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::files::Files;
use super::worker::{Background, Cancel, Job};
use crate::file::Settings;

/// How long the window waits at its end for what is being written.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is to be written, and where.
#[derive(Clone)]
struct Order {
    files: Arc<dyn Files>,
    path: PathBuf,
    settings: Settings,
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.settings) == (&other.path, &other.settings)
    }
}

/// The settings on their way to the disk.
#[derive(Debug)]
pub struct SettingsFile {
    writing: Job<Order, ()>,
}

impl Default for SettingsFile {
    fn default() -> Self {
        Self { writing: Job::new(write) }
    }
}

/// Settings that cannot be saved are no reason to disturb anyone.
fn write(order: &Order, _: &Cancel) {
    let _ = order.files.save_settings(&order.path, &order.settings);
}

impl SettingsFile {
    /// Has them written, instead of those before that are not written yet.
    pub fn save(
        &mut self,
        (path, settings): (&Path, &Settings),
        files: &Arc<dyn Files>,
        ctx: &Context,
        background: Background,
    ) {
        let order = Order { files: Arc::clone(files), path: path.to_owned(), settings: settings.clone() };
        self.writing.ask(order, ctx, background);
    }

    /// Waits until they are written, but not for a disk that does not answer.
    pub fn finish(&mut self) {
        let begun = Instant::now();
        while !self.writing.is_done() && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::file::FileError;
    use crate::file::settings::Theme;

    /// Takes its time, and remembers what it was to save.
    #[derive(Debug, Default)]
    struct Slow(Mutex<Vec<Theme>>);

    impl Files for Slow {
        fn save_settings(&self, _: &Path, settings: &Settings) -> Result<(), FileError> {
            thread::sleep(Duration::from_millis(100));
            self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(settings.theme);
            Ok(())
        }
    }

    #[test]
    fn the_end_of_the_window_waits_for_the_newest() {
        let slow = Arc::new(Slow::default());
        let (files, mut file): (Arc<dyn Files>, _) = (slow.clone(), SettingsFile::default());
        for theme in [Theme::Light, Theme::Dark, Theme::System, Theme::Dark] {
            let settings = Settings { theme, ..Settings::default() };
            file.save((Path::new("settings.ron"), &settings), &files, &Context::default(), Background::Threads);
        }
        file.finish();
        assert_eq!(slow.0.lock().map(|saved| saved.last().copied()).ok().flatten(), Some(Theme::Dark));
    }
}
