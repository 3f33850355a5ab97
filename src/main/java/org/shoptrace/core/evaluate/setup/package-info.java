/// What is to be scored, and by what; the window's form and the commands' options come to the same.
///
/// Key types: [EvaluationSetup] (what was chosen) and [EvaluationMaterial] (what there is) make an [OpenScorer], which scores the files
/// one after the other. [RolloutChoice] is a rollout file as it can be chosen, [ModelFiles] those of
/// one model, [Readiness] says why nothing can be scored (ADR 0025).
///
/// May depend on: `core`, `core.evaluate`, `core.job`, `core.provenance`, `core.sandbox`, `core.score`, `core.session`, `core.statistics`,
/// `core.task`, `core.trajectory`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.setup;

import org.jspecify.annotations.NullMarked;
