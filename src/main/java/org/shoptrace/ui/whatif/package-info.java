/// *What if*: a recorded call as a form, and the answer that it would have had beside the one that it got.
///
/// [WhatIfViewModel] runs each edit in the background and keeps what was tried; [WhatIfPane] is the content of a sheet over Replay;
/// [WhatIfAction] offers it at every call that asks the catalogue.
///
/// Threading: view-models are used on the JavaFX thread; calls are tried in jobs.
///
/// May depend on: `core.job`, `core.sandbox`, `core.whatif`, `model.finding`, `model.json`, `model.task`, `model.trajectory`, `ui.call`,
/// `ui.kit`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.whatif;

import org.jspecify.annotations.NullMarked;
