/// What an evaluation of several rollout files gave, put together for whoever looks at it.
///
/// Key types: [RolloutScorer] behind the port [EvaluationRunner]; an [EvaluationResult] holds a [Scored] for each [Series] (a model's files
/// as one) and its rows of figures, an [org.shoptrace.core.evaluate.figure.FigureRow] each, which [ResultAssembly] makes of the evaluations
/// of single files. [SeriesRemarks] says which runs are trials and which rates are over different tasks, [FileTrials] what one file of a
/// model would say alone. [OtherScorers] judges the same runs otherwise. [ResultDiagnosis] names the runs that are
/// diagnosed for a result. [FigureByGroup] tells one figure apart by kinds of tasks and runs.
///
/// May depend on: `core`, `core.diagnose`, `core.evaluate`, `core.evaluate.figure`, `core.evaluate.own`, `core.evaluate.setup`,
/// `core.file`, `core.job`, `core.provenance`, `core.sandbox`, `core.score`, `core.session`, `core.statistics`, `core.task`,
/// `core.trajectory`, `model.finding`, `model.json`, `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.result;

import org.jspecify.annotations.NullMarked;
