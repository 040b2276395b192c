//! Everything a person can do with the window, in one list: menus, buttons and shortcuts all read it.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::calc::{Place, Section};
use crate::words::Words;

/// Keys for how large everything is drawn, the first of several is shown. They are no commands: no menu or button
/// has them.
pub mod zoom_keys {
    use eframe::egui::KeyboardShortcut;
    use eframe::egui::gui_zoom::kb_shortcuts;

    /// A step larger.
    pub const LARGER: [KeyboardShortcut; 2] = [kb_shortcuts::ZOOM_IN, kb_shortcuts::ZOOM_IN_SECONDARY];
    /// A step smaller.
    pub const SMALLER: KeyboardShortcut = kb_shortcuts::ZOOM_OUT;
    /// As the system asks.
    pub const USUAL: KeyboardShortcut = kb_shortcuts::ZOOM_RESET;
}

/// The tabs, in the order of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// From money to goal on one page.
    #[default]
    Overview,
    /// The one goal.
    Goal,
    /// The one team.
    Team,
    /// The pyramid.
    Pyramid,
    /// Channels and shared events.
    Allocation,
    /// From funnel to ripple.
    Ripple,
    /// What happened, against the plan.
    Track,
    /// Topics and content.
    Topics,
    /// The allocation summary.
    Summary,
    /// The plan's head and the program.
    Settings,
}

impl Tab {
    /// All tabs.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Goal,
        Self::Team,
        Self::Pyramid,
        Self::Allocation,
        Self::Ripple,
        Self::Track,
        Self::Topics,
        Self::Summary,
        Self::Settings,
    ];

    /// The tab's word.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview-tab",
            Self::Goal => "goal-tab",
            Self::Team => "team-tab",
            Self::Pyramid => "pyramid-tab",
            Self::Allocation => "allocation-tab",
            Self::Ripple => "ripple-tab",
            Self::Track => "track-tab",
            Self::Topics => "topics-tab",
            Self::Summary => "summary-tab",
            Self::Settings => "settings-tab",
        }
    }

    /// Its name in the settings; stays, whatever its word is.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.key().trim_end_matches("-tab")
    }

    /// The tab of a name in the settings.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.name() == name)
    }

    /// The tab that has a place of the plan.
    #[must_use]
    pub fn at(place: &Place) -> Self {
        let is_cover = place.section == Section::Plan && place.field.starts_with("handover");
        if is_cover { Self::Summary } else { Self::of(place.section) }
    }

    /// The tab on which a section of the plan is mended.
    #[must_use]
    pub fn of(section: Section) -> Self {
        match section {
            Section::Plan => Self::Settings,
            Section::Goal => Self::Goal,
            Section::Team => Self::Team,
            Section::Pyramid => Self::Pyramid,
            Section::Allocation | Section::Event => Self::Allocation,
            Section::Ripple => Self::Ripple,
            Section::Track => Self::Track,
            Section::Topics => Self::Topics,
        }
    }
}

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new blank plan.
    New,
    /// A new plan from the worked case.
    NewFromWorkedCase,
    /// A new plan from the worked case after five months.
    NewFromTrackedCase,
    /// Open a plan file.
    Open,
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// Show what differs from another file.
    Compare,
    /// Add up several plans.
    AddUp,
    /// Take in what happened, out of reports.
    Import,
    /// Show earlier versions.
    Versions,
    /// Show what others changed in the plan's file.
    ShowOutside,
    /// Go to where the summary is printed.
    Print,
    /// Back to the start page.
    Close,
    /// Leave the program.
    Quit,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Show a tab.
    Show(Tab),
    /// The other language.
    SwitchLanguage,
    /// Light instead of dark, or the reverse.
    SwitchTheme,
    /// Go to what comes next in a plan that is being begun, or to the worst finding.
    Next,
    /// Find anything by its name, and do it or go there.
    Find,
    /// What the tab is for.
    Help,
    /// All keys.
    Keys,
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

impl Command {
    /// All commands. Those with more modifiers stand first: egui lets Ctrl+Shift+Z match Ctrl+Z too.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::Redo,
            Self::SaveAs,
            Self::SwitchLanguage,
            Self::SwitchTheme,
            Self::NewFromWorkedCase,
            Self::NewFromTrackedCase,
            Self::New,
            Self::Open,
            Self::Save,
            Self::Compare,
            Self::AddUp,
            Self::Import,
            Self::Versions,
            Self::ShowOutside,
            Self::Print,
            Self::Close,
            Self::Quit,
            Self::Undo,
            Self::Next,
            Self::Find,
            Self::Help,
            Self::Keys,
        ];
        all.extend(Tab::ALL.map(Self::Show));
        all
    }

    /// The label, in the person's language.
    #[must_use]
    pub fn label(self, words: &Words) -> String {
        words.text(self.key())
    }

    fn key(self) -> &'static str {
        match self {
            Self::New => "command-new",
            Self::NewFromWorkedCase => "command-new-from-worked-case",
            Self::NewFromTrackedCase => "command-new-from-tracked-case",
            Self::Open => "command-open",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::Compare => "command-compare",
            Self::AddUp => "command-add-up",
            Self::Import => "command-import",
            Self::Versions => "command-versions",
            Self::ShowOutside => "command-show-outside",
            Self::Print => "command-print",
            Self::Close => "command-close",
            Self::Quit => "command-quit",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Show(tab) => tab.key(),
            Self::SwitchLanguage => "command-switch-language",
            Self::SwitchTheme => "command-switch-theme",
            Self::Next => "command-next",
            Self::Find => "command-find",
            Self::Help => "command-help",
            Self::Keys => "command-keys",
        }
    }

    /// The shortcuts, the first of which is shown.
    #[must_use]
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        match self {
            Self::New => vec![ctrl(Key::N)],
            Self::NewFromWorkedCase => vec![ctrl_shift(Key::N)],
            Self::Open => vec![ctrl(Key::O)],
            Self::Save => vec![ctrl(Key::S)],
            Self::SaveAs => vec![ctrl_shift(Key::S)],
            Self::NewFromTrackedCase
            | Self::Compare
            | Self::AddUp
            | Self::Versions
            | Self::ShowOutside
            | Self::Keys => Vec::new(),
            Self::Find => vec![ctrl(Key::K)],
            Self::Next => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F8)],
            Self::Help => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F1)],
            Self::Import => vec![ctrl(Key::I)],
            Self::Print => vec![ctrl(Key::P)],
            Self::Close => vec![ctrl(Key::W)],
            Self::Quit => vec![ctrl(Key::Q)],
            Self::Undo => vec![ctrl(Key::Z)],
            Self::Redo => vec![ctrl_shift(Key::Z), ctrl(Key::Y)],
            Self::SwitchLanguage => vec![ctrl_shift(Key::L)],
            Self::SwitchTheme => vec![ctrl_shift(Key::D)],
            // Ctrl+0 is that of the size of everything; a comma opens settings in many programs.
            Self::Show(Tab::Settings) => vec![ctrl(Key::Comma)],
            Self::Show(tab) => {
                let keys =
                    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
                keys.get(tab as usize).map(|key| ctrl(*key)).into_iter().collect()
            }
        }
    }

    /// Whether it needs an open plan.
    #[must_use]
    pub fn needs_plan(self) -> bool {
        let is_of_program = matches!(
            self,
            Self::New
                | Self::NewFromWorkedCase
                | Self::NewFromTrackedCase
                | Self::Open
                | Self::AddUp
                | Self::Quit
                | Self::SwitchLanguage
                | Self::SwitchTheme
                | Self::Find
                | Self::Help
                | Self::Keys
        );
        !is_of_program
    }
}

/// All commands in groups with the key of what they are about, in the order in which they are listed.
#[must_use]
pub fn groups() -> Vec<(&'static str, Vec<Command>)> {
    let plan = vec![
        Command::New,
        Command::NewFromWorkedCase,
        Command::NewFromTrackedCase,
        Command::Open,
        Command::Save,
        Command::SaveAs,
        Command::Import,
        Command::Print,
        Command::Compare,
        Command::ShowOutside,
        Command::Versions,
        Command::AddUp,
        Command::Close,
        Command::Quit,
    ];
    let window =
        vec![Command::Next, Command::Find, Command::Help, Command::Keys, Command::SwitchLanguage, Command::SwitchTheme];
    vec![
        ("keys-plan", plan),
        ("keys-changes", vec![Command::Undo, Command::Redo]),
        ("keys-window", window),
        ("keys-tabs", Tab::ALL.map(Command::Show).into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_shortcuts_clash() {
        let mut seen = HashSet::new();
        for command in Command::all() {
            for shortcut in command.shortcuts() {
                assert!(seen.insert((shortcut.modifiers, shortcut.logical_key)), "{command:?} shares {shortcut:?}");
            }
        }
    }

    #[test]
    fn each_command_stands_in_one_group() {
        let listed: Vec<Command> = groups().into_iter().flat_map(|(_, commands)| commands).collect();
        assert_eq!(listed.len(), Command::all().len());
        assert_eq!(listed.iter().collect::<HashSet<_>>(), Command::all().iter().collect::<HashSet<_>>());
    }

    #[test]
    fn a_shortcut_with_more_modifiers_is_tried_first() {
        let counts: Vec<usize> = Command::all()
            .iter()
            .flat_map(|command| command.shortcuts().into_iter().take(1))
            .map(|shortcut| usize::from(shortcut.modifiers.shift))
            .collect();
        assert!(counts.windows(2).all(|pair| pair[0] >= pair[1]));
    }
}
