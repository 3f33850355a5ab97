/// The run that is open in Replay, shared by everything that shows it or does something with it: [OpenRunViewModel] says which run and
/// which step, [Findings] what is known about it, [RemarksViewModel] what people say of it, [RunAction] what can be done with it. Panes
/// meet here instead of knowing each other; [ListedRuns] and [Timeline] are what Replay asks of its neighbours.
///
/// Threading: everything here is used on the JavaFX thread.
///
/// May depend on: `core.annotate`, `core.runs`, `core.timeline`, `core.transcript`, `model.annotation`, `model.finding`, `model.task`,
/// `model.trajectory`, `ui.kit`, `ui.kit.control`, Ikonli, JavaFX. Never on a screen or a
/// pane.
@NullMarked
package org.shoptrace.ui.run;

import org.jspecify.annotations.NullMarked;
