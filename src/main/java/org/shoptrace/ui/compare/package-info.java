/// *Compare*: two runs of one task side by side, aligned by what they knew.
///
/// [RunComparisonViewModel] reads and compares them in the background; [ComparePane] is the content of a sheet over any screen;
/// [CompareActions] offers it for the open run, and [CompareSheet] opens it from elsewhere.
///
/// Threading: view-models are used on the JavaFX thread; runs are read and compared in jobs.
///
/// May depend on: `core`, `core.compare`, `core.job`, `core.sandbox`, `core.score`, `core.session`, `core.takeover`, `core.trajectory`,
/// `model.score`, `model.task`, `model.trajectory`, `ui.call`, `ui.kit`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.compare;

import org.jspecify.annotations.NullMarked;
