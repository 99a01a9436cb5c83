//! A chart of a table's cells.

use rust_xlsxwriter::{
    Chart as Drawing, ChartAxisCrossing, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartSeries, ChartSolidFill, ChartType,
};

use super::super::sheet_cells::{FONT, harmless};
use super::names::cut;
use super::plotted::{Axis, Plot, PlotSeries};
use super::table_sheet::Placed;
use crate::view::ChartKind;

/// Colours of lines, and of what they are held against.
const LINES: [&str; 4] = ["1F4E79", "2E8B57", "7B3F98", "8C6D1F"];
const BOUND: &str = "C00000";
/// Colours of bars: those beside each other differ in lightness, so that a print without colours tells them apart.
const BARS: [&str; 8] = ["0B3C6F", "F2B84B", "A23B12", "9CC7E8", "4A4A4A", "A8D08D", "6A3D8F", "D9D9D9"];
const GREY: &str = "BFBFBF";
/// The most UTF-16 units of a text that is read out in place of a chart.
const SAID: usize = 255;

/// Draws a chart.
pub(super) fn chart(plot: &Plot, placed: &Placed) -> Drawing {
    let mut chart = Drawing::new(match plot.chart.kind {
        ChartKind::Course => ChartType::Line,
        ChartKind::Stack => ChartType::BarStacked,
    });
    let title = harmless(&plot.chart.title);
    chart.set_alt_text(cut(&title, SAID));
    chart.title().set_name(name(&title).as_str()).set_font(&font(11).set_bold().clone());
    for (at, own) in plot.series.iter().enumerate() {
        if let Some(series) = series(plot, own, at, placed) {
            chart.push_series(&series);
        }
    }
    chart.x_axis().set_font(&font(10)).set_text_axis(true);
    chart.y_axis().set_font(&font(10)).set_major_gridlines_line(ChartLine::new().set_color(GREY).set_width(0.5));
    match plot.axis {
        Axis::Whole => chart.y_axis().set_min(0).set_max(1).set_num_format("0%"),
        Axis::Beyond => chart.y_axis().set_min(0).set_num_format("0%"),
        Axis::Free => chart.y_axis(),
    };
    match plot.chart.kind {
        ChartKind::Course => chart.show_empty_cells_as(ChartEmptyCells::Gaps),
        ChartKind::Stack => {
            // The first row stands on top, as in the table, and the values still at the bottom.
            chart.x_axis().set_reverse();
            chart.y_axis().set_min(0).set_crossing(ChartAxisCrossing::Max);
            &mut chart
        }
    };
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(10));
    if plot.series.len() < 2 {
        chart.legend().set_hidden();
    }
    chart
}

fn series(plot: &Plot, own: &PlotSeries, at: usize, placed: &Placed) -> Option<ChartSeries> {
    let (first, last) = (placed.row(plot.rows.start), placed.row(plot.rows.end - 1));
    let (values, names) = (placed.column(own.column)?, placed.column(plot.categories)?);
    let sheet = placed.sheet.as_str();
    let mut series = ChartSeries::new();
    series.set_values((sheet, first, values, last, values)).set_categories((sheet, first, names, last, names));
    series.set_name(name(&harmless(own.name)).as_str());
    match plot.chart.kind {
        ChartKind::Course if own.is_bound => {
            let mut line = ChartLine::new();
            line.set_color(BOUND).set_width(1.5).set_dash_type(ChartLineDashType::Dash);
            series.set_format(&mut line).set_marker(ChartMarker::new().set_none());
        }
        ChartKind::Course => {
            let colour = LINES[at % LINES.len()];
            let mut marker = ChartMarker::new();
            marker.set_type(ChartMarkerType::Circle).set_size(6).set_format(&mut filled(colour, colour));
            series.set_format(ChartLine::new().set_color(colour).set_width(2)).set_marker(&marker);
        }
        ChartKind::Stack => {
            series.set_format(&mut filled(BARS[at % BARS.len()], "FFFFFF")).set_gap(40);
        }
    }
    Some(series)
}

fn filled(colour: &str, edge: &str) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format.set_border(ChartLine::new().set_color(edge).set_width(0.5));
    format
}

fn font(size: u8) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size).unset_bold();
    font
}

/// Writes a name so that the library takes it for one, and not for the address of cells such as `=(A1)` or `a!B1`.
fn name(text: &str) -> String {
    let before = if text.starts_with('=') { " " } else { "" };
    let after = if text.contains('!') { " " } else { "" };
    format!("{before}{text}{after}")
}
