/// The inspector: what is known about the run open in Replay, next to the step that it speaks of. Its sections show values of
/// `model.finding` and nothing that they work out themselves; every finding leads to the step, call or product that shows it.
///
/// Key types: [InspectorViewModel] has the open run diagnosed and publishes the findings to `ui.run`, [InspectorPane] shows them.
/// [MatrixPage] is the constraint matrix at a step, sorted and limited so that it can be read.
///
/// Threading: everything here is used on the JavaFX thread; diagnoses, title comparisons and explanations run as jobs.
///
/// May depend on: `core`, `core.diagnose`, `core.job`, `core.runs`, `core.sandbox`, `core.score`, `core.session`, `core.workspace`,
/// `model.finding`, `model.json`, `model.score`, `model.task`, `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.room`, `ui.run`,
/// `ui.session`, Ikonli, JavaFX. Never on a screen or another pane.
@NullMarked
package org.shoptrace.ui.inspect;

import org.jspecify.annotations.NullMarked;
