/// Evaluation by what the files themselves say of their runs: success, score, trials and groups of runs of any benchmark, without a
/// catalogue and without tasks (ADR 0045).
///
/// Key types: [OwnEvaluator] reads rollout files and makes an [org.shoptrace.core.evaluate.Evaluation] of each, whose conditions name whose
/// verdict it is ([org.shoptrace.core.evaluate.OwnCriterion]); from there on figures, trials and comparisons are those of every other
/// evaluation. [OwnTask] says which runs are trials of one task, [OwnAgreement] holds the files' verdicts against the benchmark's rules,
/// [OwnText] is the report of a terminal. Everything that is returned is immutable.
///
/// May depend on: `core`, `core.evaluate`, `core.evaluate.figure`, `core.evaluate.setup`, `core.job`, `core.statistics`, `core.trajectory`,
/// `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.own;

import org.jspecify.annotations.NullMarked;
