//! The three measures of the goal: baseline, expected, goal, reached.

use eframe::egui::{Id, Ui};

use crate::app::context::Cx;
use crate::app::theme;
use crate::app::widgets::{Column, Progress, RowSpec, Run, Table};
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

/// Draws the table.
pub fn ui(ui: &mut Ui, cx: &Cx) {
    let rows = Measure::ALL.map(|measure| measured(cx, measure));
    let widest = |least: f32, of: fn(&Row) -> &String| {
        let widths = rows.iter().map(|row| width_of(ui, of(row)));
        Column::fixed(widths.fold(least, f32::max).ceil()).right()
    };
    let columns = [
        Column::flex(1.0, 40.0),
        widest(54.0, |row| &row.baseline),
        widest(54.0, |row| &row.expected),
        widest(54.0, |row| &row.goal),
        Column::fixed(64.0).right(),
    ];
    let mut table = Table::new(ui, Id::unique("overview_measures"), &columns).gap(8.0);
    let headings = ["overview-measure", "overview-baseline", "overview-expected", "overview-goal-short"];
    let headings = headings.map(|key| cx.words.text(key));
    let reached = cx.words.text("overview-reached");
    table.header(ui, &[&headings[0], &headings[1], &headings[2], &headings[3], &reached]);
    for row in &rows {
        table.row(ui, RowSpec::plain().no_line(), |cells| {
            cells.runs(&[Run::plain(&row.name), Run::weak(format!(" {}", row.unit)).sized(theme::size::SMALL)]);
            cells.styled(&row.baseline, theme::text(theme::size::BODY), theme::Tone::Weak);
            cells.strong(&row.expected, theme::Tone::Plain);
            cells.text(&row.goal);
            let share = row.reached.map_or_else(|| number::NOTHING.to_owned(), |share| number::percent_bare(share, 1));
            cells.strong(&share, theme::Tone::Plain);
        });
        bar(ui, row);
    }
}

/// How wide a figure is at its boldest.
fn width_of(ui: &Ui, text: &str) -> f32 {
    let color = theme::palette(ui).text;
    ui.painter().layout_no_wrap(text.to_owned(), theme::semibold(theme::size::BODY), color).size().x
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
            typed.customers.map(|customers| number::trimmed(customers, 1)),
            Some(number::count(goal.expected.customers, 1)).filter(|_| goal.expected.customers > 0.0),
            goal.target.customers.map(|figure| number::trimmed(figure.value, 1)),
        ),
        Measure::Revenue => {
            let amounts = [goal.baseline.revenue, goal.expected.revenue];
            let target = goal.target.revenue.map(|figure| figure.value);
            let decimals = number::money_decimals(currency, amounts.into_iter().chain(target));
            let money = |amount: Money| number::money(currency, amount, decimals);
            let unit = currency_name(&currency.code, cx.words);
            let expected = Some(goal.expected.revenue).filter(|amount| *amount > Money::ZERO);
            row(&unit, typed.revenue.map(money), expected.map(money), target.map(money))
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
