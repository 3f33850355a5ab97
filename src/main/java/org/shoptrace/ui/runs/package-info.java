/// The list of runs: the runs that the user sees, and which of them is chosen to be read.
///
/// Key types: [RunListPane], the list with its filters, and [RunListViewModel] behind it. What is listed, and in which order, is decided
/// in `core.runs`.
///
/// Threading: everything is used on the JavaFX thread; runs are filtered and sorted in jobs, over immutable values.
///
/// May depend on: `core.annotate`, `core.job`, `core.runs`, `core.trajectory`, `core.transcript`, `model.finding`, `model.score`,
/// `model.task`, `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.runs;

import org.jspecify.annotations.NullMarked;
