/// What the published evaluators say about a run, as values: the verdict on every single constraint, the figures made from
/// them, and the score of the task.
///
/// Key types: [Assessment] (everything about one run, for people), its [TaskScore] (the figures alone, which is what
/// evaluations keep), [ProductScore] with its [ConstraintVerdict]s, [BasketVerdict].
/// Source: `src/site/markdown/scoring.md`. The rules are in `core.score`.
///
/// May depend on: `model.catalog`, `model.task`.
@NullMarked
package org.shoptrace.model.score;

import org.jspecify.annotations.NullMarked;
