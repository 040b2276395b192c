//! What the app remembers between runs: a small file of its own in the platform's folder for settings, saved as
//! safely as a plan. A broken settings file never stops the app: it is kept aside and the defaults are used.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::disk::{self, Disk, Over};
use super::error::{FileError, WriteError};
use super::places;

/// How many files are remembered.
const MOST_RECENT: usize = 20;

/// Larger than any settings.
const LARGEST_BYTES: u64 = 1 << 20;

/// The app's settings. A field of a newer version is passed over, a missing one has its default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the app.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The window at the last closing.
    pub window: Option<WindowPlace>,
    /// How large everything is drawn, as the person asks; 1 is the size the system asks for.
    pub zoom: Option<f32>,
    /// Files opened or saved last, the latest first.
    pub recent: Vec<Recent>,
}

/// The language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// The system's.
    #[default]
    System,
    /// 简体中文.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language's tag, such as `zh-CN`; `None` for the system's.
    #[must_use]
    pub fn tag(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Chinese => Some("zh-CN"),
            Self::English => Some("en"),
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where the window stands while it does not fill its screen, in the system's points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "WindowSize")] // as settings have called it that knew its size alone
pub struct WindowPlace {
    /// Width of its content.
    pub width: f32,
    /// Height of its content.
    pub height: f32,
    /// The upper left corner of its frame, across and down; `None` where the system does not say.
    #[serde(default)]
    pub corner: Option<(f32, f32)>,
    /// Whether it filled its screen.
    #[serde(default)]
    pub maximized: bool,
}

/// A file used lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// The file.
    pub path: PathBuf,
    /// When it was opened or saved last.
    pub opened: Timestamp,
    /// The tab that was left last, by its name.
    #[serde(default)]
    pub tab: Option<String>,
}

/// Settings as they were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The settings, or the defaults.
    pub settings: Settings,
    /// Where a broken file was put, to tell about it.
    pub kept_aside: Option<PathBuf>,
}

impl Settings {
    /// The settings file of this system and person; `None` where no such folder is known.
    #[must_use]
    pub fn default_path() -> Option<PathBuf> {
        Some(places::settings_folder()?.join("settings.ron"))
    }

    /// Loads settings. Never fails: without a file, or with a broken one, the defaults serve.
    #[must_use]
    pub fn load(path: &Path) -> Loaded {
        let read = match disk::read(path, LARGEST_BYTES) {
            Ok(content) => std::str::from_utf8(&content.bytes).ok().and_then(|text| options().from_str(text).ok()),
            Err(FileError::TooLarge { .. }) => None,
            // There is none, or it is no file that could be kept.
            Err(_) => return Loaded::default(),
        };
        read.map_or_else(
            || Loaded { settings: Self::default(), kept_aside: disk::put_aside(path) },
            |settings| Loaded { settings, kept_aside: None },
        )
    }

    /// Saves the settings, making their folder if need be.
    ///
    /// # Errors
    /// When the folder or the file cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), FileError> {
        let layout = PrettyConfig::new().struct_names(true).new_line("\n");
        let mut text = options()
            .to_string_pretty(self, layout)
            .map_err(|error| FileError::Write { path: path.to_owned(), error: WriteError::Text(error.to_string()) })?;
        text.push('\n');
        if let Some(folder) = path.parent() {
            disk::make_folder(folder)?;
        }
        disk::write(&mut Disk, path, text.as_bytes(), Over::Anything).map(drop)
    }

    /// Puts a file at the top of the recent ones.
    pub fn remember(&mut self, path: &Path, now: Timestamp) {
        let tab = self.recent_file(path).and_then(|recent| recent.tab.take());
        self.forget(path);
        self.recent.insert(0, Recent { path: path.to_owned(), opened: now, tab });
        self.recent.truncate(MOST_RECENT);
    }

    /// What is known of a file that was used lately.
    pub fn recent_file(&mut self, path: &Path) -> Option<&mut Recent> {
        self.recent.iter_mut().find(|recent| recent.path == path)
    }

    /// Takes a file off the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent.path != path);
    }
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;

    fn filled() -> Settings {
        let mut settings = Settings {
            language: Language::Chinese,
            theme: Theme::Dark,
            window: Some(WindowPlace { width: 1280.0, height: 720.0, corner: Some((10.5, -3.0)), maximized: true }),
            zoom: Some(1.2),
            recent: Vec::new(),
        };
        settings.remember(Path::new("/plans/二〇二五.ron"), Timestamp::from_second(1_750_000_000).unwrap());
        settings
    }

    #[test]
    fn settings_load_as_they_were_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("not/yet/settings.ron");
        filled().save(&path).unwrap();
        assert_eq!(Settings::load(&path), Loaded { settings: filled(), kept_aside: None });
    }

    #[test]
    fn without_a_file_the_defaults_serve() {
        assert_eq!(Settings::load(Path::new("/no/such/settings.ron")), Loaded::default());
    }

    #[test]
    fn a_broken_file_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let endless = vec![b' '; 2 << 20];
        for broken in [b"Settings(theme: Da".as_slice(), b"\xff\xfe\x00", b"", &endless] {
            fs::write(&path, broken).unwrap();
            let loaded = Settings::load(&path);
            let aside = folder.path().join("settings.ron.broken");
            assert_eq!(loaded, Loaded { settings: Settings::default(), kept_aside: Some(aside.clone()) });
            assert_eq!(fs::read(aside).unwrap(), broken);
            assert!(!path.exists());
        }
    }

    #[test]
    fn settings_of_an_older_version_load() {
        let old = "Settings(window: Some(WindowSize(width: 1280.0, height: 680.0)), \
                   recent: [Recent(path: \"/a.ron\", opened: \"2026-01-01T00:00:00Z\")])";
        let read: Settings = options().from_str(old).unwrap();
        assert_eq!(read.window, Some(WindowPlace { width: 1280.0, height: 680.0, corner: None, maximized: false }));
        assert_eq!((read.recent.len(), read.recent[0].tab.clone(), read.zoom), (1, None, None));
    }

    #[test]
    fn the_tab_of_a_file_stays_with_it() {
        let mut settings = filled();
        let path = settings.recent[0].path.clone();
        settings.recent_file(&path).unwrap().tab = Some("goal".to_owned());
        settings.remember(Path::new("/other.ron"), Timestamp::from_second(1_750_000_100).unwrap());
        settings.remember(&path, Timestamp::from_second(1_750_000_200).unwrap());
        assert_eq!(settings.recent[0].tab.as_deref(), Some("goal"));
        assert_eq!(settings.recent[1].tab, None);
    }

    #[test]
    fn a_field_of_a_newer_version_is_passed_over() {
        let read: Settings = options().from_str("Settings(theme: Dark, sound: (volume: 3))").unwrap();
        assert_eq!(read, Settings { theme: Theme::Dark, ..Settings::default() });
    }

    #[test]
    fn recent_files_are_few_and_each_stands_there_once() {
        let mut settings = Settings::default();
        for i in 0..50 {
            settings.remember(Path::new(&format!("/{}.ron", i % 30)), Timestamp::from_second(i).unwrap());
        }
        assert_eq!(settings.recent.len(), MOST_RECENT);
        assert_eq!(settings.recent[0].path, Path::new("/19.ron"));
        settings.remember(Path::new("/5.ron"), Timestamp::from_second(99).unwrap());
        assert_eq!(settings.recent.iter().filter(|recent| recent.path == Path::new("/5.ron")).count(), 1);
    }
}
