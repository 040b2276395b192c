//! Opening the window: which renderer, and what to say where there is none.

use std::path::Path;

use eframe::egui::ViewportBuilder;
use eframe::{NativeOptions, Renderer};

use super::{PlannerApp, Services};

/// Opens the window, with a plan or with the start page, and returns when it is closed.
///
/// # Errors
/// One line saying why no window could be opened, and what works without one.
pub fn run(plan: Option<&Path>) -> Result<(), String> {
    if let Some(reason) = no_display() {
        return Err(without_window(reason, plan));
    }
    let mut reasons = Vec::new();
    for renderer in renderers() {
        let plan = plan.map(Path::to_owned);
        let create = move |cc: &eframe::CreationContext<'_>| {
            let app: Box<dyn eframe::App> = Box::new(PlannerApp::new(cc, Services::native(), plan));
            Ok(app)
        };
        match eframe::run_native("ripple-planner", options(renderer), Box::new(create)) {
            Ok(()) => return Ok(()),
            Err(error) => reasons.push(format!("{renderer}: {error}")),
        }
    }
    Err(without_window(&reasons.join("; "), plan))
}

/// OpenGL starts faster on Linux; elsewhere wgpu works where OpenGL is missing, as on remote desktops.
fn renderers() -> [Renderer; 2] {
    if cfg!(target_os = "linux") { [Renderer::Glow, Renderer::Wgpu] } else { [Renderer::Wgpu, Renderer::Glow] }
}

fn options(renderer: Renderer) -> NativeOptions {
    let size = Services::native().settings().window.map_or([1366.0, 768.0], |size| [size.width, size.height]);
    NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Ripple Planner")
            .with_app_id("ripple-planner")
            .with_inner_size(size)
            .with_min_inner_size([1024.0, 640.0]),
        renderer,
        ..NativeOptions::default()
    }
}

fn no_display() -> Option<&'static str> {
    let missing = |name| std::env::var_os(name).is_none_or(|value| value.is_empty());
    let none = cfg!(target_os = "linux") && missing("DISPLAY") && missing("WAYLAND_DISPLAY");
    none.then_some("there is no display")
}

fn without_window(reason: &str, plan: Option<&Path>) -> String {
    let plan = plan.map_or("PLAN".into(), |plan| plan.to_string_lossy());
    format!("no window can be opened ({reason}); `ripple-planner summary {plan}` prints the plan without one")
}
