//! Opening the window: which renderer, and what to say where there is none.

use std::path::Path;

use eframe::icon_data::from_png_bytes;
use eframe::{Error, NativeOptions, Renderer};

use super::window::place;
use super::{PlannerApp, Services};
use crate::t;
use crate::words::Words;

/// Opens the window, with a plan or with the start page, and returns when it is closed.
///
/// # Errors
/// One line saying why no window could be opened, and what works without one.
pub fn run(plan: Option<&Path>, words: &Words) -> Result<(), String> {
    let display = display();
    if cfg!(target_os = "linux") && display.is_none() {
        return Err(without_window(words, &words.text("terminal-no-display"), plan));
    }
    let mut reasons = Vec::new();
    for renderer in RENDERERS {
        let path = plan.map(Path::to_owned);
        let create = move |cc: &eframe::CreationContext<'_>| {
            let app: Box<dyn eframe::App> = Box::new(PlannerApp::new(cc, Services::native(), path));
            Ok(app)
        };
        match eframe::run_native("ripple-planner", options(renderer), Box::new(create)) {
            Ok(()) => return Ok(()),
            // No renderer helps where the display does not answer, and winit does not ask it twice.
            Err(Error::Winit(_) | Error::WinitEventLoop(_)) => {
                let silent = t!(words, "terminal-silent-display", name = display.unwrap_or_default());
                return Err(without_window(words, &silent, plan));
            }
            Err(error) => {
                // As people know it: glow is the library that speaks OpenGL.
                let renderer = renderer.to_string().replace("glow", "OpenGL");
                reasons.push(format!("{renderer}: {error}"));
            }
        }
    }
    Err(without_window(words, &reasons.join("; "), plan))
}

/// Linux has OpenGL wherever it has a display; elsewhere wgpu works where OpenGL is missing, as on remote desktops.
#[cfg(target_os = "linux")]
const RENDERERS: [Renderer; 1] = [Renderer::Glow];
#[cfg(not(target_os = "linux"))]
const RENDERERS: [Renderer; 2] = [Renderer::Wgpu, Renderer::Glow];

fn options(renderer: Renderer) -> NativeOptions {
    let last = Services::native().settings().window;
    let viewport = place::builder(last.as_ref()).with_title("Ripple Planner").with_app_id("ripple-planner");
    NativeOptions {
        // Where there is no menu entry whose icon it could have.
        viewport: match from_png_bytes(ICON) {
            Ok(icon) => viewport.with_icon(icon),
            Err(_) => viewport,
        },
        renderer,
        ..NativeOptions::default()
    }
}

/// The program's mark, as it stands in a list of windows.
const ICON: &[u8] = include_bytes!("../../packaging/linux/ripple-planner-128.png");

/// The display that is asked for a window, as its variable names it.
fn display() -> Option<String> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let display = variable("WAYLAND_DISPLAY").or_else(|| variable("DISPLAY"));
    display.map(|name| name.to_string_lossy().into_owned())
}

fn without_window(words: &Words, reason: &str, plan: Option<&Path>) -> String {
    let plan = plan.map_or("PLAN".into(), |plan| plan.to_string_lossy());
    t!(words, "terminal-no-window", reason = reason, plan = plan.into_owned())
}
