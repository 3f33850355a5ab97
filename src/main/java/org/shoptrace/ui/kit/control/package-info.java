/// Controls of ControlsFX as this program uses them: each is made in one way, in the program's own looks (`app.css`), works by keyboard and
/// says by its accessible text what it is. What a control of ControlsFX lacks of that is added here and nowhere else.
///
/// Key types: [SearchField], [ManyChoice] (any number of a few), [LongChoice] (one of many, found by typing), [Bubble] (a panel or an
/// explanation at a button), [Crumbs], [Range], [Switch], [JobList], [SettingSheet].
///
/// Threading: everything here is used on the JavaFX thread.
///
/// May depend on: `core.markup`, `ui.kit`, ControlsFX, Ikonli, JavaFX. Never on a screen.
@NullMarked
package org.shoptrace.ui.kit.control;

import org.jspecify.annotations.NullMarked;
