/// The screen *Replay*: the transcript of the run that is open, step by step, and the timeline over it. The panes beside it are given to it.
///
/// Key types: [ReplayView], [ReplayViewModel] with its part [Playback]; [Ticker], the port that is wired from
/// outside. A step's card is built from the step alone, so
/// changing the step rebuilds nothing.
///
/// Threading: everything is used on the JavaFX thread; runs are read in jobs, over immutable values.
///
/// May depend on: `core`, `core.job`, `core.json`, `core.runs`, `core.sandbox`, `core.session`, `core.task`, `core.timeline`,
/// `core.trajectory`, `core.transcript`, `core.workspace`, `model.finding`, `model.json`, `model.score`, `model.task`, `model.trajectory`,
/// `ui.kit`, `ui.room`, `ui.run`, `ui.runs`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.replay;

import org.jspecify.annotations.NullMarked;
