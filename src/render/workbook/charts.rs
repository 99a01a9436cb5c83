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
        series(chart.add_series(), plot, own, at, placed);
    }
    axes(&mut chart, plot);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(10));
    if plot.series.len() < 2 {
        chart.legend().set_hidden();
    }
    chart
}

/// Says how the two axes look; of bars that lie the names stand on the one that rises.
fn axes(chart: &mut Drawing, plot: &Plot) {
    let is_course = plot.chart.kind == ChartKind::Course;
    let names = if is_course { chart.x_axis() } else { chart.y_axis() };
    names.set_font(&font(10)).set_text_axis(is_course).set_major_gridlines(false);
    if is_course {
        chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    } else {
        // The first row stands on top, as in the table, and the values still at the bottom.
        names.set_reverse().set_crossing(ChartAxisCrossing::Max);
    }
    let values = if is_course { chart.y_axis() } else { chart.x_axis() };
    values.set_font(&font(10)).set_major_gridlines(true);
    values.set_major_gridlines_line(ChartLine::new().set_color(GREY).set_width(0.5));
    match plot.axis {
        Axis::Whole => values.set_min(0).set_max(1).set_num_format("0%"),
        Axis::Beyond => values.set_min(0).set_num_format("0%"),
        Axis::Free => values,
    };
}

fn series(series: &mut ChartSeries, plot: &Plot, own: &PlotSeries, at: usize, placed: &Placed) {
    let (first, last) = (placed.row(plot.rows.start), placed.row(plot.rows.end - 1));
    let sheet = placed.sheet.as_str();
    series.set_values((sheet, first, placed.column(own.column), last, placed.column(own.column)));
    series.set_categories((sheet, first, placed.column(plot.categories), last, placed.column(plot.categories)));
    series.set_name(name(&harmless(own.name)).as_str());
    match plot.chart.kind {
        ChartKind::Course if own.is_bound => {
            let mut line = ChartLine::new();
            line.set_color(BOUND).set_width(1.5).set_dash_type(ChartLineDashType::Dash);
            let mut marker = ChartMarker::new();
            if last > first {
                marker.set_none();
            } else {
                // There is no line through one point.
                marker.set_type(ChartMarkerType::LongDash).set_size(12).set_format(&mut filled(BOUND, BOUND));
            }
            series.set_format(&mut line).set_marker(&marker);
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
