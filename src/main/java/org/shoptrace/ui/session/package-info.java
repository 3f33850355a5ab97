/// The open workspace, as all screens share it: [WorkspaceViewModel] mirrors the one of `core.session` in properties and lists, for
/// screens to read; only the session changes what is open. [AnnotationsViewModel] holds what people said of its runs, and
/// [WorkspaceNotices] shows what goes wrong with it.
///
/// Threading: properties change on the JavaFX thread only; the reader that the view-model gives out may be called from a job.
///
/// May depend on: `core`, `core.annotate`, `core.export`, `core.file`, `core.job`, `core.sandbox`, `core.session`, `core.task`,
/// `core.trajectory`, `core.workspace`, `model.annotation`, `model.finding`, `model.task`, `model.trajectory`, `ui.kit`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.session;

import org.jspecify.annotations.NullMarked;
