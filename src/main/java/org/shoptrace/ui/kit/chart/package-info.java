/// Charts in the window: a canvas of nodes for what `core.chart` lays out. Every mark has an id and a name, takes the focus and opens what
/// it stands for.
///
/// Key types: [ChartPane] shows a chart; [Openings] know what the keys of its marks open; a [Mark] can be pressed. Sizes of text are in
/// `app.css`, and lengths follow them; colours and patterns are those of `core.chart`, on the paper of the theme.
///
/// May depend on: `core.chart`, `core.markup`, `ui.kit`, JavaFX.
@NullMarked
package org.shoptrace.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
