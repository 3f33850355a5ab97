/// What an agent did: a [Run] is one trajectory, a list of [Step]s with their [ToolCall]s and what the tools answered ([Observation]).
///
/// Files hold many spellings of the same thing (see `core.trajectory`, one codec each). A step therefore offers the
/// parts decoded and keeps the object that it was decoded from, so that nothing is lost and the raw JSON can be shown.
///
/// [RunSummary] is what a list shows of a run.
///
/// May depend on: `model.catalog`, `model.json`.
@NullMarked
package org.shoptrace.model.trajectory;

import org.jspecify.annotations.NullMarked;
