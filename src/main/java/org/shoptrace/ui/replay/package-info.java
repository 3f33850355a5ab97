/// The screen *Replay*: a list of runs, and the transcript of the one that is open, step by step. What stands right of it is given to it.
///
/// Key types: [ReplayView], [ReplayViewModel] with its parts [RunListViewModel] and [Playback]; [Ticker], the port that is wired from
/// outside. A step's card is built from the step alone, so
/// changing the step rebuilds nothing.
///
/// Threading: everything is used on the JavaFX thread; runs are listed and read in jobs, over immutable values.
///
/// May depend on: `core`, `core.annotate`, `core.job`, `core.json`, `core.sandbox`, `core.session`, `core.task`, `core.transcript`,
/// `core.workspace`, `model.annotation`, `model.finding`, `model.json`, `model.score`, `model.task`, `model.trajectory`, `ui.kit`,
/// `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.replay;

import org.jspecify.annotations.NullMarked;
