/// Writing the open run to a file of another format: [ExportAction] opens a sheet with the formats and the place, [ExportViewModel] writes.
///
/// Threading: files are written in jobs; everything else is on the JavaFX thread.
///
/// May depend on: `ui.kit`, `ui.run`, `ui.session`, `core`, `model`. Knows no screen and no other pane.
@NullMarked
package org.shoptrace.ui.export;

import org.jspecify.annotations.NullMarked;
