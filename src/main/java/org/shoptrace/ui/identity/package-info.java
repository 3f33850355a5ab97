/// Saying what belongs together where the files do not: which task a run belongs to, which of several task files counts, which
/// catalogue the workspace is looked at with. Answers are remembered with the workspace.
///
/// Threading: everything here is on the JavaFX thread.
///
/// May depend on: `ui.kit`, `ui.run`, `ui.session`, `core`, `model`. Knows no screen and no other pane.
@NullMarked
package org.shoptrace.ui.identity;

import org.jspecify.annotations.NullMarked;
