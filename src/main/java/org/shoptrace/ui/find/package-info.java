/// Search over all runs of the workspace, in a sheet over the screens.
///
/// [RunIndex] keeps the index of the open workspace up to date in the background; [FindViewModel] asks it; [FindPane] shows the
/// question, what it means, and what was found.
///
/// May depend on: `core.file`, `core.job`, `core.sandbox`, `core.search`, `core.trajectory`, `core.workspace`, `model.finding`,
/// `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.find;

import org.jspecify.annotations.NullMarked;
