//! The least that a window of the same renderer is, which [`light.py`](light.py) holds the program against: `bare_window --open`.
#![allow(missing_docs)]

use eframe::egui::{CentralPanel, ViewportBuilder};
use eframe::{NativeOptions, Renderer};

fn main() -> eframe::Result {
    if !std::env::args().any(|argument| argument == "--open") {
        println!("benches/light.py opens it");
        return Ok(());
    }
    let viewport = ViewportBuilder::default().with_inner_size([1280.0, 680.0]);
    let options = NativeOptions { viewport, renderer: Renderer::Glow, ..NativeOptions::default() };
    eframe::run_ui_native("bare window", options, |ui, _| {
        CentralPanel::default().show(ui, |ui| ui.label("A bare window"));
    })
}
