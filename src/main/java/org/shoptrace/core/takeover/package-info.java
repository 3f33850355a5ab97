/// Runs that somebody took over: the first steps are those of another run, the others were made by a person, or by another agent, with the
/// tools and the sandbox behind them.
///
/// A [TakeOver] is such a run in the making; [Continuation] makes its steps; [TakeOverDrafts] keeps every step from the moment it is made,
/// so that nothing is lost when the program is killed; [TakeOverStore] writes the finished run as a line of a rollout file, which names its
/// [Origin] and is read, scored and diagnosed like any other. Source: `src/site/markdown/findings.md`, *Trying it otherwise*; ADR 0019.
///
/// May depend on: `core`, `core.agent`, `core.diagnose`, `core.file`, `core.job`, `core.json`, `core.sandbox`, `core.sandbox.tool`,
/// `core.trajectory`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.takeover;

import org.jspecify.annotations.NullMarked;
