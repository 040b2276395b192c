//! A plan **on screen**: the window, the open document, commands, one file per tab, shared parts, theme.
//!
//! ```text
//! Document.plan → calc::report → tab draws → the person edits (Editing) → Document.observe (history) → plan → …
//! ```

pub mod adding_up;
pub mod command;
pub mod context;
pub mod dialogs;
pub mod differences;
pub mod document;
pub mod editing;
pub mod errand;
pub mod examples;
pub mod explain;
pub mod files;
pub mod find;
pub mod fonts;
pub mod history;
pub mod icons;
pub mod import;
pub mod keeper;
pub mod keys;
mod launch;
pub mod left_behind;
pub mod letters;
pub mod merger;
pub mod odds;
pub mod printing;
pub mod services;
pub mod settings_file;
pub mod shell;
pub mod side_by_side;
pub mod tabs;
pub mod theme;
pub mod versions;
pub mod watch;
pub mod widgets;
pub mod window;
pub mod worker;

pub use launch::run;
pub use services::Services;
pub use window::PlannerApp;

/// How soon a window that rests was last asked to wake: frames of tests come by themselves, those of a window do not.
#[cfg(test)]
fn woken(ctx: &eframe::egui::Context) -> std::sync::Arc<std::sync::Mutex<Option<std::time::Duration>>> {
    let woken = std::sync::Arc::new(std::sync::Mutex::new(None));
    let wakes = std::sync::Arc::clone(&woken);
    ctx.set_request_repaint_callback(move |asked| {
        if let Ok(mut delay) = wakes.lock() {
            *delay = Some(asked.delay);
        }
    });
    woken
}
