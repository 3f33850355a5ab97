/// The open run from above, and the way through it: a strip with a cell a step, the outline with a line a step, what became of every
/// request, and what plays the run.
///
/// Key types: [TimelineViewModel], and [TimelineParts], which the screen that shows the run gives their places; [Ticker], the port that is
/// wired from outside. What is said of a step is decided in `core.timeline`.
///
/// Threading: everything is used on the JavaFX thread.
///
/// May depend on: `core.timeline`, `model.finding`, `model.score`, `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.room`, `ui.run`,
/// Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.timeline;

import org.jspecify.annotations.NullMarked;
