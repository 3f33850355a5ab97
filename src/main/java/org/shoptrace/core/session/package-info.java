/// The workspace that is open, without a window: which catalogue it is looked at with, its tasks and runs, what belongs to what, how runs
/// ended, what a person answered (ADR 0024).
///
/// [OpenWorkspace] is the state, [WorkspaceChange] what it tells of each change. [WorkspaceSession] opens one workspace in place of another
/// in the background, for a window; [WorkspaceVisit] reads one for a command, on its thread. Both find out how runs ended by one
/// [WorkspaceDiagnosis]. [CatalogState], [RunOutcome] and [IdentityChoices] are the values that both show.
///
/// Threading: an open workspace is used by one thread, on which the session's job runner publishes; the reader of runs that it gives out is
/// safe for several.
///
/// May depend on: `core`, `core.diagnose`, `core.file`, `core.job`, `core.sandbox`, `core.score`, `core.task`, `core.trajectory`,
/// `core.workspace`, `model.finding`, `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.session;

import org.jspecify.annotations.NullMarked;
