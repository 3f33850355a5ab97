/// What is to be scored, and by what.
///
/// Key types: [EvaluationSetup] (what was chosen), [EvaluationMaterial] (what there is), [RolloutChoice] (a rollout file, as it can be chosen).
///
/// May depend on: `core.evaluate`, `core.sandbox`, `core.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.setup;

import org.jspecify.annotations.NullMarked;
