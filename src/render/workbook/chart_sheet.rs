//! The charts of a table on a sheet of their own: beside the table they would be torn by pages, and squeezed by a filter.

use rust_xlsxwriter::{ColNum, Workbook, XlsxError};

use super::charts::chart;
use super::page::Frame;
use super::plotted::Plot;
use super::table_sheet::Placed;
use crate::view::ChartKind;

/// Columns of the sheet, and of a chart that leaves room for another beside it.
const COLUMNS: ColNum = 14;
const HALF: ColNum = 7;
/// Pixels of a row and of a column that nothing sets, and between charts.
pub(super) const ROW: u32 = 21;
pub(super) const COLUMN: u32 = 72;
const GAP: u32 = 12;
/// Pixels of a course, of a bar, and of what stands around bars.
const COURSE: u32 = 324;
const BAR: u32 = 26;
const AROUND: u32 = 130;
/// Per cent of its size at which the sheet fits the width of a page, and the pixels of the page's height then.
const SCALE: u16 = 64;
const PAGE: u32 = 1500;

/// Writes a sheet of charts. Pages end between charts, each begins with what must be known of the figures.
pub(super) fn chart_sheet(
    book: &mut Workbook,
    frame: &Frame,
    name: &str,
    placed: &Placed,
    plots: &[Plot],
) -> Result<(), XlsxError> {
    let sheet = frame.add(book, name)?;
    let widths = [FREE_WIDTH; COLUMNS as usize];
    let (top, points) = frame.top(sheet, &placed.title, &widths)?;
    let head = u32::try_from(points).unwrap_or(PAGE) * 4 / 3 + ROW;
    let mut breaks = Vec::new();
    let mut used = head;
    let mut row = top + 1;
    for band in bands(plots) {
        let height = height(&band[0], PAGE.saturating_sub(head));
        let rows = (height + GAP).div_ceil(ROW);
        if used + rows * ROW > PAGE && used > head {
            breaks.push(row);
            used = head;
        }
        for (at, plot) in (0..).zip(band) {
            let mut chart = chart(plot, placed);
            chart.set_width(columns(plot) * COLUMN - GAP).set_height(height);
            sheet.insert_chart_with_offset(row, at * HALF, &chart, GAP / 2, GAP / 2)?;
        }
        used += rows * ROW;
        row += rows;
    }
    sheet.set_page_breaks(&breaks)?.set_print_area(0, 0, row - 1, COLUMNS - 1)?;
    sheet.set_print_scale(SCALE).set_portrait().set_screen_gridlines(false);
    sheet.set_freeze_panes(top, 0)?.set_repeat_rows(0, top - 1)?;
    Ok(())
}

/// A column of the sheet in a spreadsheet's units.
const FREE_WIDTH: usize = 8;

/// Parts charts into those that stand side by side: two courses, or bars by themselves.
fn bands<'a, 'b>(plots: &'b [Plot<'a>]) -> Vec<&'b [Plot<'a>]> {
    let is_course = |plot: &Plot| plot.chart.kind == ChartKind::Course;
    let runs = plots.chunk_by(|one, other| is_course(one) && is_course(other));
    runs.flat_map(|run| run.chunks(2)).collect()
}

fn columns(plot: &Plot) -> u32 {
    u32::from(match plot.chart.kind {
        ChartKind::Course => HALF,
        ChartKind::Stack => COLUMNS,
    })
}

/// Returns the pixels of a chart's height, no more than there is room for.
fn height(plot: &Plot, room: u32) -> u32 {
    let bars = u32::try_from(plot.rows.len()).unwrap_or(PAGE).min(PAGE);
    let wanted = match plot.chart.kind {
        ChartKind::Course => COURSE,
        ChartKind::Stack => (bars * BAR + AROUND).max(COURSE),
    };
    wanted.min((room / ROW * ROW).saturating_sub(GAP)).max(COURSE)
}
