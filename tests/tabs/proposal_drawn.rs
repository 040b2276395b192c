//! What the suggestion draws: marks and words stay within their plot, figures are not cut, in both languages and sizes.
#![allow(
    clippy::redundant_closure_for_method_calls,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs
)]

use crate::app::{App, Start, WORKED_CASES};
use eframe::egui::epaint::{CircleShape, ClippedShape, TextShape};
use eframe::egui::{Rect, Shape, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::theme;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::t;
use ripple_planner::words::Words;

/// A window on the allocation of a worked case that somebody changed.
struct Page {
    app: App,
    words: &'static Words,
    _folder: tempfile::TempDir,
}

impl Page {
    /// `change` are pairs of what stands in the plan file and what stands there instead.
    fn open((language, file): (Language, &str), size: [f32; 2], change: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), file, language);
        let path = start.plan.clone().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let changed = change.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        std::fs::write(&path, changed).unwrap();
        let mut page =
            Self { app: Start { size, ..start }.open(), words: crate::app::words(language), _folder: folder };
        crate::app::press(&mut page.app, Command::Show(Tab::Allocation));
        page.button("proposal-suggest");
        page
    }

    fn button(&mut self, key: &str) {
        crate::app::click(&mut self.app, Role::Button, &self.words.text(key));
    }

    fn type_budget(&mut self, budget: &str) {
        crate::app::type_into(&mut self.app, Role::TextInput, &self.words.text("proposal-budget"), budget);
    }

    fn budget(&self) -> Option<String> {
        self.app.get_by_role_and_label(Role::TextInput, &self.words.text("proposal-budget")).value()
    }

    /// Goes to the frontier where one thing is shown at a time.
    fn show_frontier(&mut self, size: [f32; 2]) {
        if size[0] < 1366.0 {
            crate::app::click(&mut self.app, Role::RadioButton, &self.words.text("proposal-frontier"));
        }
    }

    /// The plot of the frontier with its labels.
    fn plot(&self) -> Rect {
        let name = self.words.text("proposal-frontier-name");
        self.app.query_all_by_label(&name).map(|node| node.rect()).max_by(|a, b| a.area().total_cmp(&b.area())).unwrap()
    }

    fn shapes(&self) -> Vec<(Rect, Shape)> {
        fn flat(clip: Rect, shape: &Shape, into: &mut Vec<(Rect, Shape)>) {
            match shape {
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(clip, shape, into)),
                shape => into.push((clip, shape.clone())),
            }
        }
        let mut shapes = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in &self.app.output().shapes {
            flat(*clip_rect, shape, &mut shapes);
        }
        shapes
    }

    /// Words as they are drawn, and where.
    fn drawn(&self) -> Vec<(String, Rect)> {
        let text = |(_, shape)| match shape {
            Shape::Text(TextShape { pos, galley, .. }) => {
                let shown: String = galley.rows.iter().map(|row| row.text()).collect();
                Some((shown, galley.rect.translate(pos.to_vec2())))
            }
            _ => None,
        };
        self.shapes().into_iter().filter_map(text).collect()
    }

    fn where_drawn(&self, said: &str) -> Rect {
        let found = self.drawn().into_iter().find(|(text, _)| text == said);
        found.unwrap_or_else(|| panic!("{said:?} is not drawn")).1
    }

    /// The rings in accent that can be seen.
    fn rings(&self) -> Vec<Rect> {
        let accent = theme::LIGHT.accent;
        let ring = |(clip, shape): (Rect, Shape)| match shape {
            Shape::Circle(CircleShape { center, radius, stroke, .. })
                if stroke.color == accent && stroke.width > 2.0 =>
            {
                let ring = Rect::from_center_size(center, eframe::egui::Vec2::splat(2.0 * radius));
                clip.intersects(ring).then_some(ring)
            }
            _ => None,
        };
        self.shapes().into_iter().filter_map(ring).collect()
    }
}

const SIZES: [[f32; 2]; 2] = [[1366.0, 768.0], [1280.0, 720.0]];

/// The present result costs less than half of what is spent.
const WASTEFUL: [(&str, &str); 3] = [
    ("spend: \"360000.00\"", "spend: \"2000000.00\""),
    ("max: \"480000.00\"", "max: \"4000000.00\""),
    ("budget: \"1200000.00\"", "budget: \"2840000.00\""),
];

#[test]
fn marks_and_words_of_the_frontier_stay_within_their_plot() {
    let budgets = [None, Some("570000"), Some("1300000"), Some("4000000")];
    for (case, size) in WORKED_CASES.into_iter().flat_map(|case| SIZES.map(|size| (case, size))) {
        for (change, now, saved) in [(&[][..], "37,000", "69,000"), (&WASTEFUL, "38,735", "1,585,000")] {
            for budget in budgets {
                let mut page = Page::open(case, size, change);
                if let Some(budget) = budget {
                    page.type_budget(budget);
                }
                page.show_frontier(size);
                let at = format!("{:?} {size:?} {now} {budget:?}", case.0);
                check_plot(&page, (now, saved), &at);
            }
        }
    }
}

fn check_plot(page: &Page, (now, saved): (&str, &str), at: &str) {
    let (words, plot) = (page.words, page.plot());
    let now = page.where_drawn(&t!(words, "proposal-frontier-now", value = now));
    let amount = if words.language() == ripple_planner::words::Language::ZhCn { "元" } else { "CNY" };
    let amount = format!("{saved}\u{a0}{amount}");
    let objective = "registrations";
    let less = page.where_drawn(&t!(words, "proposal-frontier-less", objective = objective, amount = amount));
    for said in [now, less] {
        assert!(plot.expand(1.0).contains_rect(said), "{at}: {said:?} lies in {plot:?}");
        assert!(said.bottom() <= plot.bottom() - 20.0, "{at}: {said:?} stands above the labels of the axis");
    }
    assert!(now.bottom() <= less.top() + 3.0, "{at}: one below the other");
    // The plot of the response has a ring of its own, in its own area above.
    let below = page.rings().into_iter().filter(|ring| ring.bottom() > plot.top());
    let rings: Vec<Rect> = below.collect();
    assert!(rings.len() >= 2, "{at}: best and cheapest are marked");
    for ring in rings {
        assert!(plot.contains_rect(ring), "{at}: {ring:?} lies in {plot:?}");
    }
}

#[test]
fn a_budget_that_is_too_small_stands_on_the_axis_nonetheless() {
    let mut page = Page::open(WORKED_CASES[0], SIZES[0], &[]);
    page.type_budget("500000");
    assert!(page.app.query_by_label_contains(&page.words.text("proposal-infeasible")).is_some());
    let name = page.words.text("proposal-frontier-name");
    let slider = page.app.get_by_role_and_label(Role::Slider, &name).accesskit_node();
    assert!(slider.min_numeric_value().unwrap() <= 500_000.0);
    assert!(slider.max_numeric_value().unwrap() >= 1_200_000.0);
}

#[test]
fn no_figure_of_the_changes_is_cut() {
    for (case, size) in WORKED_CASES.into_iter().flat_map(|case| SIZES.map(|size| (case, size))) {
        for objective in Objective::ALL {
            let code = format!("objective: {objective:?}");
            let change = [("objective: Registrations", code.as_str())];
            let change = if objective == Objective::Registrations { &[][..] } else { &change };
            let page = Page::open(case, size, change);
            let cut: Vec<String> = page.drawn().into_iter().map(|(text, _)| text).filter(|text| is_cut(text)).collect();
            assert!(cut.is_empty(), "{size:?} {objective:?}: {cut:?}");
            let heading = t!(page.words, "proposal-column", objective = code_of(objective));
            page.where_drawn(&heading);
        }
    }
}

/// A figure that ends in dots.
fn is_cut(text: &str) -> bool {
    let figure = text.trim_start_matches(['+', '\u{2212}']);
    text.ends_with('…') && figure.starts_with(|c: char| c.is_ascii_digit())
}

fn code_of(objective: Objective) -> &'static str {
    use ripple_planner::report::code::Code;
    objective.code()
}

#[test]
fn a_channel_whose_curve_cannot_be_used_is_named_in_the_proof() {
    for case in WORKED_CASES {
        let page = Page::open(case, SIZES[0], &[("half_spend: \"120000.00\"", "half_spend: \"0.00\"")]);
        let name = &crate::app::plan(&page.app).allocation.channels[0].name;
        let names = t!(page.words, "proposal-kept-name", name = name);
        let says = t!(page.words, "proposal-kept", n = 1, names = names);
        assert!(page.app.query_by_label(&says).is_some(), "{says}");
        page.where_drawn(&page.words.text("allocation-no-curve"));
    }
}

#[test]
fn the_limits_give_the_question_back() {
    for case in WORKED_CASES {
        let mut page = Page::open(case, SIZES[0], &[]);
        page.type_budget("1300000");
        page.button("proposal-limits");
        assert!(page.app.query_by_label(&page.words.text("proposal-adopt")).is_none(), "the limit is shown");
        page.button("proposal-suggest");
        assert_eq!(page.budget().as_deref(), Some("1,300,000"));
        page.button("proposal-discard");
        page.button("proposal-suggest");
        assert_eq!(page.budget().as_deref(), Some("1,200,000"), "discarded, it is forgotten");
    }
}

#[test]
fn the_next_money_can_be_read_whatever_the_step() {
    let page = Page::open(WORKED_CASES[0], SIZES[0], &[("step: \"1000.00\"", "step: \"1.00\"")]);
    page.where_drawn("9.0");
}

#[test]
fn what_keeps_its_money_has_a_row_so_that_the_rows_add_up() {
    for case in WORKED_CASES {
        let mut page = Page::open(case, SIZES[0], &[]);
        let unmoved = page.words.text("proposal-unmoved");
        for budget in ["1300000", "1200000"] {
            page.type_budget(budget);
            let row = page.where_drawn(&unmoved);
            let beside = |(text, at): &(String, Rect)| text == "310,000" && at.y_range().contains(row.center().y);
            assert_eq!(page.drawn().iter().filter(|drawn| beside(drawn)).count(), 2, "{budget}: before and after");
        }
        page.button("proposal-adopt");
        page.button("proposal-suggest");
        assert!(page.app.query_by_label(&page.words.text("proposal-nothing-moves")).is_some());
        assert!(page.drawn().iter().all(|(text, _)| *text != unmoved), "nothing moves: the total says it all");
    }
}
