/// How a feature gets a place in the window without the window knowing it: each has a [Feature] in its own package, which builds a [Room]
/// from the [Surroundings]. The rail, the palette, the list of keys, navigation ([Doors]), pictures ([Selection], [Act]) and the closing of
/// the window ([Leaving]) follow from the list of features alone.
///
/// Threading: rooms are built and used on the JavaFX thread.
///
/// May depend on: `core`, `core.job`, `core.session`, `ui.kit`, `ui.run`, `ui.session`.
/// Never on a screen or a pane.
@NullMarked
package org.shoptrace.ui.room;

import org.jspecify.annotations.NullMarked;
