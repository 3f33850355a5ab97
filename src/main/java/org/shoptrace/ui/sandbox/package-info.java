/// The screen *Sandbox*: the catalogue as an agent searches it, and each product as it is, beside what an agent is shown of it.
///
/// Key types: [SandboxView] over [SandboxViewModel], which joins a search ([SearchViewModel], whose truth is the one `FindRequest` that
/// an agent would send), a product's page ([ProductViewModel]) and where the one stands in the other ([PlaceViewModel]).
///
/// Threading: view-models are used on the JavaFX thread; [SearchResult#of] runs in a job.
///
/// May depend on: `core`, `core.catalog`, `core.job`, `core.json`, `core.sandbox`, `core.session`, `model.catalog`, `model.trajectory`,
/// `ui.kit`, `ui.kit.control`, `ui.room`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.sandbox;

import org.jspecify.annotations.NullMarked;
