//! Reads what is painted, so that what a screen reader is told cannot hide what is seen.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)] // each test uses its part

use eframe::egui::epaint::{ClippedShape, TextShape};
use eframe::egui::{Rect, Shape};
use egui_kittest::kittest::{NodeT, Queryable, by};
use ripple_planner::file;
use ripple_planner::plan::Plan;

use super::app::App;

/// A line of text as it stands on the screen.
pub struct Line {
    /// The whole text it belongs to.
    pub text: String,
    /// All of its letters.
    pub whole: Rect,
    /// What is seen of them; nothing where they stand beside what is shown.
    pub seen: Rect,
    /// It ends in `…`.
    pub elided: bool,
}

/// All lines of text that are shown, or would be if they stood less far to the side.
pub fn lines(app: &App) -> Vec<Line> {
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &app.output().shapes {
        collect(shape, *clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Line>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(TextShape { pos, galley, .. }) if clip.is_positive() => {
            for row in &galley.rows {
                let whole = row.visuals.mesh_bounds.translate(row.pos.to_vec2() + pos.to_vec2());
                let seen = whole.intersect(clip);
                // What has just been scrolled out of sight is whole again when it is scrolled back.
                if whole.is_positive() && seen.height() > 0.6 * whole.height() {
                    found.push(Line { text: galley.job.text.clone(), whole, seen, elided: galley.elided });
                }
            }
        }
        _ => {}
    }
}

/// What the planner wrote: such words may be cut where they are too long, and show whole on hover.
fn written(plan: &Plan) -> Vec<String> {
    let text = file::write_text(plan).unwrap();
    let fields = [
        "name",
        "label",
        "kpi",
        "next_step",
        "evidence",
        "title",
        "company",
        "statement",
        "note",
        "because",
        "remedy",
        "target",
        "text",
    ]
    .map(|field| format!("{field}: \""));
    let typed = |line: &str| {
        let field = fields.iter().find_map(|field| line.strip_prefix(field.as_str()));
        field.or_else(|| line.strip_prefix("kind: Other(\"")).map(str::to_owned)
    };
    text.lines()
        .filter_map(|line| typed(line.trim()))
        .map(|line| line.trim_end_matches([',', ')']).trim_end_matches('"').to_owned())
        .filter(|name| name.chars().count() > 3)
        .collect()
}

/// Whether a text is, or names, something the planner wrote; people's names stand in two lines.
fn is_written(text: &str, written: &[String]) -> bool {
    let part_of = |name: &String| name.split_whitespace().count() <= 3 && name.contains(text);
    written.iter().any(|name| text.contains(name.as_str()) || part_of(name))
}

/// Everything that is cut, stands over something else or outside the window of this width.
///
/// Where something `scrolls` sideways, what stands at its edge is not cut for good.
pub fn faults(app: &App, plan: &Plan, width: f32, scrolls: bool) -> Vec<String> {
    let (lines, written) = (lines(app), written(plan));
    let mut faults = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let (text, whole, seen) = (&line.text, line.whole, line.seen);
        if line.elided && !is_written(text, &written) {
            faults.push(format!("cut: {text}"));
        }
        let clipped = whole.left() < seen.left() - 1.0 || whole.right() > seen.right() + 1.0;
        if (clipped || !seen.is_positive()) && !scrolls {
            faults.push(format!("clipped: {text} at {whole}, of which {seen} is seen"));
        } else if seen.is_positive() && (seen.right() > width || seen.left() < 0.0) {
            faults.push(format!("outside: {text} at {whole}"));
        }
        for other in &lines[index + 1..] {
            let both = seen.intersect(other.seen);
            if both.width() > 1.0 && both.height() > 3.0 {
                faults.push(format!("over each other: {text:?} and {:?} at {both}", other.text));
            }
        }
    }
    if !scrolls {
        faults.extend(beside_the_window(app, width));
    }
    faults
}

/// Buttons, fields and the like that nobody can reach, because they stand beside the window.
fn beside_the_window(app: &App, width: f32) -> Vec<String> {
    let all = app.query_all(by());
    let reached = |rect: Rect| rect.left() >= -1.0 && rect.right() <= width + 1.0;
    all.filter(|node| node.accesskit_node().label().is_some() && node.accesskit_node().bounding_box().is_some())
        .filter(|node| node.rect().is_positive() && !reached(node.rect()))
        .map(|node| format!("beside the window: {:?} at {}", node.accesskit_node().label(), node.rect()))
        .collect()
}
