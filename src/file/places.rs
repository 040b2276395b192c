//! Where the system keeps what a program has of its own: its settings, and its state.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folder of this person's settings; `None` where none is known.
#[must_use]
pub fn settings_folder() -> Option<PathBuf> {
    settings_folder_with(|name| std::env::var_os(name))
}

/// The folder for what the program keeps for itself between runs: unsaved work, earlier versions. `None` where none is known.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    state_folder_with(|name| std::env::var_os(name))
}

fn settings_folder_with(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name| absolute(&variable, name);
    Some(if cfg!(windows) {
        folder("APPDATA")?.join("Ripple Planner")
    } else if cfg!(target_os = "macos") {
        folder("HOME")?.join("Library/Application Support/Ripple Planner")
    } else {
        let config = folder("XDG_CONFIG_HOME").or_else(|| Some(folder("HOME")?.join(".config")));
        config?.join("ripple-planner")
    })
}

fn state_folder_with(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name| absolute(&variable, name);
    Some(if cfg!(windows) {
        // Of this computer: what was typed here is no business of every other one the person signs in at.
        folder("LOCALAPPDATA")?.join("Ripple Planner")
    } else if cfg!(target_os = "macos") {
        folder("HOME")?.join("Library/Application Support/Ripple Planner/State")
    } else {
        let state = folder("XDG_STATE_HOME").or_else(|| Some(folder("HOME")?.join(".local/state")));
        state?.join("ripple-planner")
    })
}

/// What a variable names, if that is a place of its own wherever the program is started.
fn absolute(variable: &impl Fn(&str) -> Option<OsString>, name: &str) -> Option<PathBuf> {
    variable(name).map(PathBuf::from).filter(|path| path.is_absolute())
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::*;

    fn with(xdg: Option<&str>, home: Option<&str>) -> [Option<PathBuf>; 2] {
        let variable = |name: &str| if name == "HOME" { home } else { xdg }.map(OsString::from);
        [settings_folder_with(variable), state_folder_with(variable)]
    }

    #[test]
    fn the_folders_lie_where_the_system_keeps_them() {
        let both = |settings: &str, state: &str| [settings, state].map(|path| Some(PathBuf::from(path)));
        assert_eq!(with(Some("/x"), Some("/h")), both("/x/ripple-planner", "/x/ripple-planner"));
        let at_home = both("/h/.config/ripple-planner", "/h/.local/state/ripple-planner");
        assert_eq!(with(None, Some("/h")), at_home);
        assert_eq!(with(Some("relative"), Some("/h")), at_home);
        assert_eq!(with(None, None), [None, None]);
        assert!(settings_folder().is_none_or(|folder| folder.starts_with(Path::new("/"))));
    }
}
