/// The workspace that is open, as all screens share it: [WorkspaceViewModel] holds what has been read so far, [WorkspaceLoader] reads
/// it in the background and publishes it there, batch by batch.
///
/// Threading: properties change on the JavaFX thread only; [RunReader] may be called from a job.
///
/// May depend on: `core`, `core.annotate`, `core.diagnose`, `core.file`, `core.job`, `core.sandbox`, `core.score`, `core.session`,
/// `core.task`, `core.trajectory`, `core.workspace`, `model.annotation`, `model.finding`, `model.score`, `model.task`, `model.trajectory`,
/// `ui.kit`, JavaFX. Screens depend on it; it knows no screen.
@NullMarked
package org.shoptrace.ui.session;

import org.jspecify.annotations.NullMarked;
import org.shoptrace.core.session.RunReader;
