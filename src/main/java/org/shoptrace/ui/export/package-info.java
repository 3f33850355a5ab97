/// Writing the open run to a file of another format: [ExportAction] opens a sheet with the formats and the place, [RunExportViewModel]
/// writes.
///
/// Threading: files are written in jobs; everything else is on the JavaFX thread.
///
/// May depend on: `core`, `core.annotate`, `core.export`, `core.job`, `core.sandbox`, `core.score`, `core.session`, `core.workspace`,
/// `model.annotation`, `model.finding`, `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.export;

import org.jspecify.annotations.NullMarked;
