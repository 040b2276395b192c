//! Native charts, and how much of a sheet they cover.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartPoint, ChartSolidFill,
};

use super::super::sheet::{Plot, Series, Shape, Span};
use super::looks::{About, color, shown_as};
use crate::report::pages::Ink;
use crate::words::Language;

/// How much of a sheet a drawing covers.
pub(super) const PLOT_ROWS: u32 = 15;
pub(super) const PLOT_SIZE: (u32, u32) = (520, 290);
pub(super) const PLOT_GAP: u32 = 16;

/// The column in which a drawing ends.
pub(super) fn last_column(plot: &Plot, widths: &BTreeMap<u16, usize>) -> u16 {
    const PIXELS: u32 = 7;
    let pixels = |col: u16| widths.get(&col).map_or(64, |width| u32::try_from(*width).unwrap_or(0) * PIXELS + 5);
    let mut left = plot.before * (PLOT_SIZE.0 + PLOT_GAP) + PLOT_SIZE.0;
    let mut col = plot.corner.col;
    while left > pixels(col) {
        left -= pixels(col);
        col += 1;
    }
    col
}

pub(super) fn chart(plot: &Plot, about: &About) -> Chart {
    let mut chart = match plot.shape {
        Shape::Bars => Chart::new_column(),
        Shape::Lines => Chart::new_line(),
        Shape::Curves => Chart::new(rust_xlsxwriter::ChartType::ScatterStraight),
    };
    for series in &plot.series {
        add_series(&mut chart, plot.shape, series);
    }
    let small = chart_font(about.language, 9);
    chart.title().set_name(plot.title.as_str()).set_font(chart_font(about.language, 12).set_bold());
    let [right, up] = &plot.axes;
    let line = ChartLine::new().set_color(color(Ink::LINE)).clone();
    chart.x_axis().set_name(right.as_str()).set_name_font(&small).set_font(&small);
    chart.y_axis().set_name(up.as_str()).set_name_font(&small).set_font(&small).set_major_gridlines_line(&line);
    chart.y_axis().set_num_format(shown_as(plot.kind, true, 0)).set_min(0.0);
    if plot.shape == Shape::Curves {
        chart.x_axis().set_num_format("#,##0").set_min(0.0).set_major_gridlines(false);
    }
    if plot.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small);
    } else {
        chart.legend().set_hidden();
    }
    let (width, height) = PLOT_SIZE;
    chart.set_width(width).set_height(height).set_alt_text(plot.title.as_str());
    chart
}

fn chart_font(language: Language, size: u8) -> ChartFont {
    let name = match language {
        Language::ZhCn => "Microsoft YaHei",
        Language::En => "Calibri",
    };
    ChartFont::new().set_name(name).set_size(f64::from(size)).set_color(color(Ink::TEXT)).unset_bold().clone()
}

fn add_series(chart: &mut Chart, shape: Shape, series: &Series) {
    let range = |span: &Span| (span.sheet.clone(), span.from, span.to);
    let added = chart.add_series();
    let (sheet, from, to) = range(&series.labels);
    added.set_categories((sheet.as_str(), from.row, from.col, to.row, to.col));
    let (sheet, from, to) = range(&series.values);
    added.set_values((sheet.as_str(), from.row, from.col, to.row, to.col));
    added.set_name(series.name.as_str());
    let fill = |ink: Ink| ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color(ink))).clone();
    if shape == Shape::Bars {
        added.set_format(&mut fill(series.ink)).set_gap(80);
        let points: Vec<ChartPoint> =
            series.inks.iter().map(|ink| ChartPoint::new().set_format(&mut fill(*ink))).collect();
        added.set_points(&points);
    } else {
        added.set_format(ChartLine::new().set_color(color(series.ink)).set_width(2.0));
        added.set_marker(ChartMarker::new().set_none());
    }
}
