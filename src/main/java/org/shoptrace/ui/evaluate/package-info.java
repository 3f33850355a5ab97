/// The screen that scores rollouts: choose rollout files, a profile and a title similarity; look at what came out on pages; open the runs
/// behind every figure.
///
/// Setting up: [EvaluateViewModel], [EvaluateView]; what they do is a use case of `core.evaluate`.
/// [KeptViewModel] and [KeptPane] list the results that the workspace keeps.
///
/// Looking: [ResultsViewModel] holds how it is looked at, with
/// [BreakdownsViewModel], [CompareViewModel], [TrialsViewModel] and [PowerViewModel] behind single pages. Each
/// [ResultPage] has a [PageView] (Overview, Breakdowns, Compare, Trials & power, Scorer, Claims), built when it is first seen and drawn
/// again only when it is seen. What figures there are and what they are called is defined in [org.shoptrace.core.evaluate.figure.Figures];
/// [ResultReport] is the command line's report of a result, and [ReportCommandLine] the command that makes it again.
///
/// May depend on: `core`, `core.annotate`, `core.chart`, `core.doubt`, `core.evaluate`, `core.evaluate.figure`, `core.evaluate.kept`,
/// `core.evaluate.result`, `core.evaluate.setup`, `core.job`, `core.report`, `core.sandbox`, `core.score`, `core.session`,
/// `core.statistics`, `core.table`, `core.trajectory`, `core.workspace`, `model.finding`, `model.score`, `model.task`, `model.trajectory`,
/// `ui.kit`, `ui.kit.chart`, `ui.room`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.evaluate;

import org.jspecify.annotations.NullMarked;
import org.shoptrace.core.report.ReportCommandLine;
import org.shoptrace.core.report.ResultReport;
