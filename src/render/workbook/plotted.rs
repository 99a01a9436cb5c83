//! Which charts are drawn of which table, and of which of its cells.

use std::collections::BTreeSet;
use std::ops::Range;

use super::parts::Parts;
use crate::view::{Cell, Chart, ChartKind, Table, Value};

/// A chart whose cells were found.
#[derive(Clone, Debug)]
pub(super) struct Plot<'a> {
    pub(super) chart: &'a Chart,
    /// The rows drawn, all of them in the table.
    pub(super) rows: Range<usize>,
    /// The column that names them.
    pub(super) categories: usize,
    /// The series.
    pub(super) series: Vec<PlotSeries<'a>>,
    /// How high its axis goes, if all that is drawn are fractions.
    pub(super) axis: Axis,
}

/// A series whose column was found.
#[derive(Clone, Debug)]
pub(super) struct PlotSeries<'a> {
    pub(super) name: &'a str,
    pub(super) column: usize,
    pub(super) is_bound: bool,
}

/// What the axis of values shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// Per cent, up to a hundred.
    Whole,
    /// Per cent, some of them over a hundred.
    Beyond,
    /// Anything.
    Free,
}

/// Returns the charts of each table, in order; a chart of a table or column without a sheet is none.
pub(super) fn plots<'a>(parts: &Parts<'a>) -> Vec<Vec<Plot<'a>>> {
    let mut plots: Vec<Vec<Plot<'a>>> = parts.tables.iter().map(|_| Vec::new()).collect();
    for chart in &parts.charts {
        let at = parts.tables.iter().position(|table| table.key == chart.table);
        if let Some((own, plot)) = at.and_then(|at| Some((&mut plots[at], plot(chart, parts.tables[at])?))) {
            own.push(plot);
        }
    }
    plots
}

fn plot<'a>(chart: &'a Chart, table: &Table) -> Option<Plot<'a>> {
    let column = |key: &str| table.columns.iter().position(|column| column.key == key && column.is_shown());
    let series = chart.series.iter().filter_map(|own| {
        column(&own.column).map(|column| PlotSeries { name: &own.name, column, is_bound: own.is_bound })
    });
    let series: Vec<PlotSeries<'a>> = series.collect();
    let rows = chart.rows.start..chart.rows.end.min(table.rows.len());
    if series.is_empty() || rows.is_empty() {
        return None;
    }
    let axis = axis(&table.rows[rows.clone()], &series);
    Some(Plot { chart, rows, categories: column(chart.categories)?, series, axis })
}

fn axis(rows: &[Vec<Cell>], series: &[PlotSeries]) -> Axis {
    let mut axis = Axis::Whole;
    for cell in rows.iter().flat_map(|row| series.iter().filter_map(|own| row.get(own.column))) {
        match &cell.value {
            value if is_over_hundred(value) => axis = Axis::Beyond,
            Value::Rate { .. } | Value::Percent(_) | Value::Null => {}
            Value::Text(_) | Value::Bool(_) | Value::Int(_) | Value::Number(_) | Value::Date(_) | Value::List(_) => {
                return Axis::Free;
            }
        }
    }
    axis
}

fn is_over_hundred(value: &Value) -> bool {
    let (Value::Rate { percent: Some(percent), .. } | Value::Percent(percent)) = value else { return false };
    let hundred = 10i128.checked_pow(u32::from(percent.scale()) + 2);
    hundred.is_none_or(|hundred| percent.mantissa() > hundred)
}

/// Returns the cells, by row and column of the table, that lines go through: nothing must be written there for no value, since a
/// text would be drawn as nought.
pub(super) fn on_lines(plots: &[Plot]) -> BTreeSet<(usize, usize)> {
    let lines = plots.iter().filter(|plot| plot.chart.kind == ChartKind::Course);
    lines
        .flat_map(|plot| plot.rows.clone().flat_map(move |row| plot.series.iter().map(move |own| (row, own.column))))
        .collect()
}
