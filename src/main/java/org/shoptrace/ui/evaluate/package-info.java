/// The screen that scores rollouts: choose rollout files, a profile and a title similarity; look at what came out on pages; open the runs
/// behind every figure. What is done with them is a use case of `core.evaluate`.
///
/// A view has a small model, and takes that model alone: [SetupViewModel] what is chosen, [RunViewModel] how far the evaluation is,
/// [ShownResult] what is shown and whether it still holds, [KeptViewModel] the results that the workspace keeps, [ExportViewModel] where
/// files go. [EvaluateViewModel] makes them and ties them together; only [EvaluateView] and [EvaluateRoom] know it.
///
/// Each [ResultPage] has a [PageView], built when it is first seen and drawn again only when it is seen, and a model of its own behind
/// [ResultsViewModel]: [OverviewViewModel] and [FailuresViewModel], [BreakdownsViewModel], [SeriesPairViewModel] for Compare,
/// [TrialsViewModel] and [PowerViewModel], [ScorerViewModel], [ClaimsViewModel]. An [Opener] opens the runs and tasks behind a mark. What
/// figures there are and what they are called is defined in `core.evaluate.figure`; the report of a result and the command that makes it
/// again are in `core.report`.
///
/// May depend on: `core`, `core.annotate`, `core.chart`, `core.doubt`, `core.evaluate`, `core.evaluate.claims`, `core.evaluate.figure`,
/// `core.evaluate.kept`, `core.evaluate.loss`, `core.evaluate.own`, `core.evaluate.result`, `core.evaluate.setup`, `core.file`, `core.job`,
/// `core.provenance`, `core.report`, `core.sandbox`, `core.score`, `core.score.embedding`, `core.session`, `core.statistics`, `core.table`,
/// `core.trajectory`, `core.transcript`, `core.workspace`, `model.finding`, `model.score`, `model.task`, `model.trajectory`, `ui.kit`,
/// `ui.kit.chart`, `ui.kit.control`, `ui.room`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.evaluate;

import org.jspecify.annotations.NullMarked;
