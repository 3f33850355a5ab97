/// Charts as values, and the canvases that they are drawn on: an SVG file and a picture. What is charted is not known here.
///
/// Key types: a [Chart] is a value ([IntervalChart], [StackedChart], [PointChart]); a [ChartDrawing] lays it out in calls of a [Canvas], which
/// [SvgCanvas] and [PngCanvas] are. [Palette] has the colours, [Scale] and [Shares] what axes say.
///
/// May depend on: `core.markup`, `core.statistics`.
@NullMarked
package org.shoptrace.core.chart;

import org.jspecify.annotations.NullMarked;
