/// Calls and answers as several panes show them: [CallForm] is a tool as a form, [Arguments] what is typed into it, [ProductLine] a product
/// of an answer in two lines, [CallWords] a call and its answer in a line each.
///
/// Threading: everything here is used on the JavaFX thread.
///
/// May depend on: `core.json`, `core.markup`, `model.catalog`, `model.json`, `model.trajectory`, `ui.kit`, `ui.kit.control`, Ikonli,
/// JavaFX.
@NullMarked
package org.shoptrace.ui.call;

import org.jspecify.annotations.NullMarked;
