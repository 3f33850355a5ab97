/// The screen *Replay*: a list of runs, the transcript of the one that is open, step by step, and the inspector that holds every
/// constraint of its task against the product recommended.
///
/// Key types: [ReplayView], [ReplayViewModel] with its parts [RunListViewModel], [InspectorViewModel] and [Playback];
/// [RunAssessor] and [Ticker], the two ports that are wired from outside. A step's card is built from the step alone, so
/// changing the step rebuilds nothing.
///
/// Threading: everything is used on the JavaFX thread; runs are listed, read and assessed in jobs, over immutable values.
///
/// May depend on: `ui.kit`, `ui.workspace`, `core`, `model`.
@NullMarked
package org.shoptrace.ui.replay;

import org.jspecify.annotations.NullMarked;
