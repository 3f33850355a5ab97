/// The screen *Tasks*: the tasks by intent, and of each what it asks for: query, constraints of every target, voucher and budget, answer.
///
/// Key types: [TasksView] over [TasksViewModel]; a [TaskDetail] is what is known of the selected task.
///
/// Threading: view-models are used on the JavaFX thread; [TaskDetail#lookedUp] runs in a job.
///
/// May depend on: `core`, `core.job`, `core.json`, `core.sandbox`, `core.score`, `core.session`, `model.catalog`, `model.json`,
/// `model.score`, `model.task`, `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.room`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.tasks;

import org.jspecify.annotations.NullMarked;
