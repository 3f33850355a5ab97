/// The window around the screens: the bar that switches between them, the header, the notices, and the status bar with the running
/// jobs. The shell knows screens only as `kit.Screen` values.
///
/// Key types: [ShellView], [ShellViewModel].
///
/// May depend on: `ui.kit`, `ui.kit.control`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.shell;

import org.jspecify.annotations.NullMarked;
