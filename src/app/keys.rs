//! What can be done by keyboard, in one list. Code takes its keys from here, from the commands and from [`zoom_keys`]; the
//! window shows the same ones.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::command::{Command, groups, zoom_keys};
use crate::plan::team::Raci;
use crate::words::Words;

/// Types the budget of the selected channel; in a cell, changes what it holds.
pub const EDIT: Key = Key::F2;
/// Fills a block of cells down from its first row.
pub const FILL: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::D);
/// Fills a block of cells with what was typed into one of them.
pub const FILL_ALL: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
/// Empties a block of cells.
pub const CLEAR: Key = Key::Delete;
/// Looks for a channel.
pub const SEARCH: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
/// Locks the month of a cell, or gives it free.
pub const LOCK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::L);
/// Says that the channel cannot run in the month of a cell, or that it can.
pub const SHUT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::M);
/// Give a part in a function of the team.
pub const PARTS: [(Key, Raci); 3] = [(Key::R, Raci::Responsible), (Key::C, Raci::Consulted), (Key::I, Raci::Informed)];
/// Makes a person accountable.
pub const ACCOUNTABLE: Key = Key::A;

/// Keys of one part of the window.
pub struct Group {
    /// What part, as the key of its words.
    pub title: &'static str,
    /// What can be done there.
    pub rows: Vec<Row>,
}

/// One thing that can be done.
pub struct Row {
    says: Says,
    /// Its keys; any of them does it.
    pub keys: Vec<KeyboardShortcut>,
}

enum Says {
    Command(Command),
    Words(&'static str),
}

impl Row {
    /// What it does.
    #[must_use]
    pub fn label(&self, words: &Words) -> String {
        match self.says {
            Says::Command(command) => command.label(words),
            Says::Words(key) => words.text(key),
        }
    }
}

const fn bare(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const COPY: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::C);
const PASTE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::V);

/// All keys.
#[must_use]
pub fn all() -> Vec<Group> {
    let with_keys = |command: &Command| !command.shortcuts().is_empty();
    let of_command = |command: Command| Row { says: Says::Command(command), keys: command.shortcuts() };
    let commands = groups().into_iter().map(|(title, commands)| Group {
        title,
        rows: commands.into_iter().filter(with_keys).map(of_command).collect(),
    });
    commands.chain([fields(), size(), channels(), grids(), team(), pages()]).collect()
}

fn group(title: &'static str, rows: Vec<(&'static str, Vec<KeyboardShortcut>)>) -> Group {
    let row = |(key, keys)| Row { says: Says::Words(key), keys };
    Group { title, rows: rows.into_iter().map(row).collect() }
}

fn fields() -> Group {
    group(
        "keys-fields",
        vec![
            ("keys-next-field", vec![bare(Key::Tab)]),
            ("keys-previous-field", vec![shift(Key::Tab)]),
            ("keys-take", vec![bare(Key::Enter)]),
            ("keys-give-back", vec![bare(Key::Escape)]),
            ("keys-slide", vec![bare(Key::ArrowLeft), bare(Key::ArrowRight)]),
        ],
    )
}

fn size() -> Group {
    group(
        "keys-size",
        vec![
            ("settings-zoom-larger", zoom_keys::LARGER[..1].to_vec()),
            ("settings-zoom-smaller", vec![zoom_keys::SMALLER]),
            ("settings-zoom-usual", vec![zoom_keys::USUAL]),
        ],
    )
}

fn channels() -> Group {
    group(
        "keys-channels",
        vec![
            ("allocation-search", vec![SEARCH]),
            ("keys-other-channel", vec![bare(Key::ArrowUp), bare(Key::ArrowDown)]),
            ("keys-edit-budget", vec![bare(EDIT)]),
            ("keys-next-budget", vec![bare(Key::Tab)]),
        ],
    )
}

fn grids() -> Group {
    group(
        "keys-grids",
        vec![
            ("keys-next-cell", vec![bare(Key::Tab)]),
            ("keys-previous-cell", vec![shift(Key::Tab)]),
            ("keys-below", vec![bare(Key::Enter), bare(Key::ArrowDown)]),
            ("keys-above", vec![shift(Key::Enter), bare(Key::ArrowUp)]),
            ("keys-beside", vec![bare(Key::ArrowLeft), bare(Key::ArrowRight)]),
            ("keys-row-ends", vec![bare(Key::Home), bare(Key::End)]),
            ("keys-edit-cell", vec![bare(EDIT)]),
            ("keys-block", vec![shift(Key::ArrowRight), shift(Key::ArrowDown)]),
            ("keys-copy", vec![COPY]),
            ("keys-paste", vec![PASTE]),
            ("keys-fill", vec![FILL]),
            ("keys-fill-all", vec![FILL_ALL]),
            ("keys-clear", vec![bare(CLEAR)]),
            ("keys-lock", vec![LOCK]),
            ("keys-shut", vec![SHUT]),
        ],
    )
}

fn team() -> Group {
    let parts = ["keys-responsible", "keys-consulted", "keys-informed"].into_iter().zip(PARTS);
    let mut rows: Vec<_> = parts.map(|(key, (letter, _))| (key, vec![bare(letter)])).collect();
    rows.push(("keys-accountable", vec![bare(ACCOUNTABLE)]));
    rows.push(("keys-no-part", vec![bare(Key::Delete)]));
    group("keys-team", rows)
}

fn pages() -> Group {
    group(
        "keys-pages",
        vec![
            ("keys-page", vec![bare(Key::PageUp), bare(Key::PageDown)]),
            ("keys-ends", vec![bare(Key::Home), bare(Key::End)]),
        ],
    )
}

/// Keys as they are written on a keyboard.
#[must_use]
pub fn written(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let name = match keys.logical_key {
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Escape => "Esc",
        _ => return ctx.format_shortcut(keys),
    };
    let with_letter = ctx.format_shortcut(&KeyboardShortcut::new(keys.modifiers, Key::A));
    format!("{}{name}", with_letter.strip_suffix('A').unwrap_or_default())
}
