/// Search over all runs of the workspace, in a sheet over the screens.
///
/// [RunIndex] keeps the index of the open workspace up to date in the background; [FindViewModel] asks it; [FindPane] shows the
/// question, what it means, and what was found.
///
/// May depend on: `ui.kit`, `ui.session`, `core.search`, `model`.
@NullMarked
package org.shoptrace.ui.find;

import org.jspecify.annotations.NullMarked;
