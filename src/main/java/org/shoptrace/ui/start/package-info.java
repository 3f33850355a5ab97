/// The screen *Start*: the workspaces that were open before, the demo, and for the open workspace how its runs ended and the commonest
/// reasons why they failed, each a way to those runs.
///
/// May depend on: `core`, `core.job`, `core.runs`, `core.sandbox`, `core.session`, `core.settings`, `core.workspace`, `model.finding`,
/// `model.trajectory`, `ui.kit`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.start;

import org.jspecify.annotations.NullMarked;
