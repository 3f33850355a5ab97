/// Figures of whole rollout files: every run scored, then rates with their intervals and means, by intent and overall.
///
/// Key types: [Evaluator] ([EvaluationRequest] → [Evaluation]), [TaskCover] (which task files a rollout file was made from), the
/// [Summary] of each intent, whose every figure is the mean over tasks of their [TaskTrials] and can name the runs behind it (ADR 0036);
/// [Rate], [TaskShare] and [TaskMean] give the intervals; [ReleasedReport] and [EvaluationNotes] write an evaluation down. [Comparison],
/// [PairedDifference] and [PairwiseComparisons] hold evaluations against each other task by task, [Trials] has repeated runs,
/// [Breakdown] the figures of kinds of tasks and runs. [ConstraintShare], [Failures] and [ClaimCheck] say where runs fail and what they
/// claim, [ClaimQuality] how far that can be relied on; [ThresholdSweep], [ScorerVariant], [WithoutDoubts] and [ScorerAgreement] say what
/// hangs on the scorer instead of the agent. Which figures people are shown of a
/// [Summary], and what they are called, is in `core.evaluate.figure`; what is to be scored in `core.evaluate.setup`, what came out of
/// several files in `core.evaluate.result`, and what a workspace keeps of it in `core.evaluate.kept` (ADR 0025). Source:
/// `src/site/markdown/scoring.md`, `src/site/markdown/statistics.md`. An evaluation runs on its caller's thread and on its own workers;
/// everything it returns is immutable.
///
/// May depend on: `core`, `core.annotate`, `core.job`, `core.json`, `core.score`, `core.statistics`, `core.task`,
/// `core.trajectory`, `model.annotation`, `model.catalog`, `model.finding`, `model.json`, `model.score`, `model.task`,
/// `model.trajectory`, Commons Statistics.
@NullMarked
package org.shoptrace.core.evaluate;

import org.jspecify.annotations.NullMarked;
