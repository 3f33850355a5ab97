/// Saying what belongs together where the files do not: which task a run belongs to, which of several task files counts, which
/// catalogue the workspace is looked at with. Answers are remembered with the workspace.
///
/// Threading: everything here is on the JavaFX thread.
///
/// May depend on: `core.session`, `core.task`, `core.workspace`, `model.task`, `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.room`,
/// `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.identity;

import org.jspecify.annotations.NullMarked;
