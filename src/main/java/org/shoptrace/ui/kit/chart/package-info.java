/// Charts whose every mark is a node: it has an id and a name, takes the focus and opens what it stands for.
///
/// Key types: [IntervalBarChart] (grouped upright bars with whiskers), [IntervalGrid] (small multiples: a column for each series, a row
/// for each group), [StackedRows] (counts of several kinds in a row), [PointPlot] (two figures against each other), [CurvePlot] (a
/// figure over a number). All are [Plot]s, which place shapes, texts and [Mark]s by hand: that costs a tenth of what JavaFX's axes
/// do, and a screen holds many. [Legend] explains looks; [Picture] writes what is shown as SVG or PNG.
/// Colours, patterns and sizes of text are in `app.css`; lengths follow the size of the text.
///
/// May depend on: `core.chart`, `core.statistics`, `ui.kit`, JavaFX.
@NullMarked
package org.shoptrace.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
