/// *Take over*: a person goes on with a run from any of its steps, with the tools as forms and the live sandbox behind them.
///
/// [TakeOverViewModel] makes, keeps and saves the steps; [TakeOverPane] is the content of a sheet over Replay; [TakeOverActions] offers it
/// at every step of the open run. Nothing of the task but its query is shown: whoever goes on knows what an agent would.
///
/// Threading: view-models are used on the JavaFX thread; steps are made, kept and saved in jobs, one at a time.
///
/// May depend on: `core`, `core.agent`, `core.agent.scripted`, `core.catalog`, `core.demo`, `core.job`, `core.sandbox`,
/// `core.sandbox.tool`, `core.session`, `core.takeover`, `core.workspace`, `model.finding`, `model.json`, `model.trajectory`, `ui.call`,
/// `ui.kit`, `ui.kit.control`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.takeover;

import org.jspecify.annotations.NullMarked;
