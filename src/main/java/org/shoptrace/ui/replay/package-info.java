/// The screen *Replay*: the run that is open, read step by step. The list of runs, the timeline and what stands beside the run are given to
/// it.
///
/// Key types: [ReplayView]; [ReplayViewModel], which run is open and where it was left, with its part [TranscriptViewModel], how it is
/// read. A step's card is built from the step alone, so changing the step rebuilds nothing.
///
/// Threading: everything is used on the JavaFX thread; runs are read in jobs, over immutable values.
///
/// May depend on: `core`, `core.job`, `core.json`, `core.markup`, `core.picture`, `core.runs`, `core.sandbox`, `core.session`, `core.task`,
/// `core.trajectory`, `core.transcript`, `core.workspace`, `model.finding`, `model.json`, `model.score`, `model.task`, `model.trajectory`,
/// `ui.kit`, `ui.kit.control`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.replay;

import org.jspecify.annotations.NullMarked;
