/// Tasks that may be wrong, and sets of tasks that are not apart: what a figure may owe to its tasks instead of to the agent.
///
/// Key types: [TaskDoubts] finds every [Doubt] that a file of tasks gives by itself; [SplitLeaks] holds two sets against each other.
/// Everything is computed from the tasks (and, for shops, the catalogue); a doubt is a question to a person, never a verdict.
/// Source: what counts over the public task files and reports of its users showed (ADR 0031). Everything returned is immutable.
///
/// May depend on: `core`, `model.catalog`, `model.json`, `model.task`.
@NullMarked
package org.shoptrace.core.doubt;

import org.jspecify.annotations.NullMarked;
