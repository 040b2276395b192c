//! What a button says for a moment after something was copied.

use std::time::Duration;

use eframe::egui::Ui;

/// How long the button says so, in seconds.
const SAID_FOR: f64 = 2.0;

/// When something was copied last.
#[derive(Clone, Copy, Debug, Default)]
pub struct Copied(Option<f64>);

impl Copied {
    /// Whether it was just now.
    #[must_use]
    pub fn just_now(self, ui: &Ui) -> bool {
        let now = ui.input(|input| input.time);
        self.0.is_some_and(|at| now - at < SAID_FOR)
    }

    /// Puts a text on the clipboard.
    pub fn copy(&mut self, ui: &Ui, text: String) {
        ui.copy_text(text);
        self.0 = Some(ui.input(|input| input.time));
        ui.request_repaint_after(Duration::from_secs_f64(SAID_FOR + 0.1));
    }
}
