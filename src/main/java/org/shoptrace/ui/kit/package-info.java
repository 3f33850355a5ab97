/// What every screen is built from: the theme, small controls, the keys of a screen ([KeyCommands]), the window's job runner, [LatestJob]
/// for what is worked on anew, what lies over the screens ([Sheets]), and the two ports through which screens meet the shell, [Screen] and
/// [Navigator].
///
/// A product looks the same everywhere: [ProductCard] is what a search shows of it, [ProductFacts] what a view shows; [Money] and
/// [Counts] write its numbers.
///
/// Threading: everything here is used on the JavaFX thread, except that [FxJobRunner] runs jobs on its own.
///
/// May depend on: `core`, `core.job`, `core.markup`, `core.sandbox`, `core.settings`, `model.catalog`, `model.json`, `model.task`,
/// `model.trajectory`, AtlantaFX, Ikonli, JavaFX. Never on a screen.
@NullMarked
package org.shoptrace.ui.kit;

import org.jspecify.annotations.NullMarked;
