/// Charts as values, where everything of them stands, and how it looks. The window, an SVG file and a picture are three canvases of one
/// layout: what is seen is what is written. What is charted is not known here.
///
/// Key types: a [Chart] is a value ([IntervalBars], [IntervalGrid], [BarTable], [StackedRows], [PointPlot], [CurvePlot], [DifferenceRows];
/// a [ChartSheet] puts several together, with a [Legend], a [Caption] or a [Listing]). Its marks have a [Datum]: what they say, and the key
/// of what they open. A [ChartDrawing] lays it out for the room that there is, asking a [TextMeasure], and draws it on a [Canvas]:
/// [SvgCanvas] and [PngCanvas] here, and one of nodes in the window. [Looks] has what tells series apart, in [Ink]s for light and dark
/// [Paper]. A new kind of chart is a value and a drawing; all canvases follow.
///
/// May depend on: `core.markup`, `core.statistics`.
@NullMarked
package org.shoptrace.core.chart;

import org.jspecify.annotations.NullMarked;
