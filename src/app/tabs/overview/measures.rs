//! The three measures of the goal: baseline, expected, goal, reached.

use eframe::egui::{FontId, Id, Ui};

use super::chain::figure_shown;
use crate::app::context::Cx;
use crate::app::explain::explained;
use crate::app::theme;
use crate::app::widgets::text::{text_width, widest};
use crate::app::widgets::{Column, Progress, Row as TableRow, RowSpec, Table};
use crate::calc::explain::{Figure, Standing};
use crate::plan::Money;
use crate::plan::goal::Measure;
use crate::words::names::currency_name;
use crate::words::number;

/// One measure in finished figures; shares are of its goal.
struct Row {
    name: String,
    unit: String,
    baseline: String,
    expected: String,
    goal: String,
    reached: Option<f64>,
    baseline_share: Option<f64>,
}

/// Space between columns.
const GAP: f32 = 8.0;

/// How wide the table must be for its figures.
pub fn least_width(ui: &Ui, cx: &Cx) -> f32 {
    widths(ui, cx, &Measure::ALL.map(|measure| measured(cx, measure))).iter().sum::<f32>() + 4.0 * GAP
}

/// The columns as wide as what stands in them: name, baseline, expected, goal, reached.
fn widths(ui: &Ui, cx: &Cx, rows: &[Row; 3]) -> [f32; 5] {
    let (body, strong) = (theme::text(theme::size::BODY), theme::semibold(theme::size::BODY));
    let of = |font: &FontId, text: fn(&Row) -> &String| widest(ui, rows.iter().map(|row| text(row).as_str()), font);
    [
        of(&body, |row| &row.name).max(text_width(
            ui,
            &cx.words.text("overview-measure"),
            theme::text(theme::size::SMALL),
        )),
        of(&body, |row| &row.baseline).max(54.0),
        of(&strong, |row| &row.expected).max(54.0),
        of(&body, |row| &row.goal).max(54.0),
        64.0,
    ]
}

/// Draws the table.
pub fn ui(ui: &mut Ui, cx: &Cx) {
    let rows = Measure::ALL.map(|measure| measured(cx, measure));
    let [name, numbers @ ..] = widths(ui, cx, &rows);
    let columns: Vec<Column> = std::iter::once(Column::flex(1.0, name).at_most(name + 80.0))
        .chain(numbers.map(|width| Column::fixed(width).right()))
        .collect();
    let mut table = Table::new(ui, Id::unique("overview_measures"), &columns).gap(GAP);
    let headings = ["overview-measure", "overview-baseline", "overview-expected", "overview-goal-short"];
    let headings = headings.map(|key| cx.words.text(key));
    let reached = cx.words.text("overview-reached");
    table.header(ui, &[&headings[0], &headings[1], &headings[2], &headings[3], &reached]);
    for (row, measure) in rows.iter().zip(Measure::ALL) {
        table.row(ui, RowSpec::plain().no_line(), |cells| {
            cells.name_and_unit(&row.name, &row.unit);
            cells.toned(&row.baseline, theme::Tone::Weak);
            let asked = |cells: &mut TableRow<'_>, shown: &str, side: Standing| {
                let response = cells.asking().strong(shown, theme::Tone::Plain);
                explained(cells, cx, (shown, response), || Some(Figure::Goal(side, measure.into())));
            };
            asked(cells, &row.expected, Standing::Expected);
            cells.text(&row.goal);
            let share = row.reached.map_or_else(|| number::NOTHING.to_owned(), |share| number::percent_bare(share, 1));
            asked(cells, &share, Standing::Reached);
        });
        bar(ui, row);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "shares for drawing")]
fn bar(ui: &mut Ui, row: &Row) {
    let palette = theme::palette(ui);
    let mut progress = Progress::new(&row.name, ui.available_width());
    if let (Some(baseline), Some(reached)) = (row.baseline_share, row.reached) {
        progress = progress.part(baseline as f32, palette.faint).part(reached as f32, palette.accent);
    }
    progress.show(ui);
}

fn measured(cx: &Cx, measure: Measure) -> Row {
    let (goal, currency) = (&cx.report.goal, cx.currency());
    let shown = |value: Option<String>| value.unwrap_or_else(|| number::NOTHING.to_owned());
    let typed = &cx.plan.goal.baseline;
    let row = |unit: &str, baseline: Option<String>, expected: Option<String>, target: Option<String>| Row {
        name: short_name(cx, measure),
        unit: unit.to_owned(),
        baseline: shown(baseline),
        expected: shown(expected),
        goal: shown(target),
        reached: goal.attainment_of(measure),
        baseline_share: baseline_share(cx, measure),
    };
    match measure {
        Measure::Customers => row(
            "",
            typed.customers.map(number::expected),
            Some(number::expected(goal.expected.customers)).filter(|_| goal.expected.customers > 0.0),
            goal.target.customers.map(|figure| number::expected(figure.value)),
        ),
        Measure::Revenue => {
            let unit = currency_name(&currency.code, cx.words);
            let expected = Some(goal.expected.revenue).filter(|amount| *amount > Money::ZERO && !goal.too_large);
            row(
                &unit,
                typed.revenue.map(|amount| number::amount(currency, amount)),
                expected.map(|amount| number::estimate(currency, amount)),
                goal.target.revenue.map(|figure| figure_shown(cx, figure)),
            )
        }
        Measure::Share => {
            let percent = |share: f64| number::percent_bare(share, 1);
            let target = goal.target.share.map(|figure| percent(figure.value));
            row("%", goal.baseline.share.map(percent), goal.expected.share.map(percent), target)
        }
    }
}

fn short_name(cx: &Cx, measure: Measure) -> String {
    match measure {
        Measure::Customers => cx.words.text("common-customers"),
        Measure::Revenue => cx.words.text("common-revenue"),
        Measure::Share => cx.words.text("overview-share"),
    }
}

/// How far the baseline alone reaches: as far as expected less what the plan adds.
fn baseline_share(cx: &Cx, measure: Measure) -> Option<f64> {
    let goal = &cx.report.goal;
    let (currency, baseline, expected) = (cx.currency(), &goal.baseline, &goal.expected);
    let part = match measure {
        Measure::Customers => baseline.customers / expected.customers,
        Measure::Revenue => currency.units(baseline.revenue) / currency.units(expected.revenue),
        Measure::Share => baseline.share? / expected.share?,
    };
    goal.attainment_of(measure).map(|reached| reached * part).filter(|share| share.is_finite())
}
