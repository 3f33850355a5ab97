/// What is to be scored, and by what.
///
/// Key types: [EvaluationSetup] (what was chosen), [EvaluationMaterial] (what there is), [RolloutChoice] (a rollout file, as it can be
/// chosen).
///
/// May depend on: `core`, `core.evaluate`, `core.job`, `core.sandbox`, `core.score`, `core.session`, `core.task`, `core.trajectory`,
/// `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.setup;

import org.jspecify.annotations.NullMarked;
