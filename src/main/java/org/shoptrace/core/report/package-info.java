/// Evaluations as files for others: one HTML page that needs nothing else, every table of it as CSV and JSON, every chart as SVG and PNG.
///
/// Key types: [EvaluationReport] makes a [Report] (values: face, [ChartSection]s, [Table]s) out of [ReportInput]; [RolloutReport] scores
/// files for one, [ResultReport] has one of a result that is there, with the [ReportCommandLine] that makes it again. [HtmlReport] and
/// [ReportFolder] write it down; [PublishedResults] are the paper's figures. All text goes through [Markup], which escapes it. Source:
/// `src/site/markdown/statistics.md`.
///
/// May depend on: `core`, `core.annotate`, `core.chart`, `core.diagnose`, `core.doubt`, `core.evaluate`, `core.evaluate.claims`,
/// `core.evaluate.figure`, `core.evaluate.loss`, `core.evaluate.own`, `core.evaluate.result`, `core.evaluate.setup`, `core.file`,
/// `core.glossary`, `core.job`, `core.markup`, `core.provenance`, `core.sandbox`, `core.score`, `core.statistics`, `core.table`,
/// `core.task`, `core.trajectory`, `model.finding`, `model.json`, `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.report;

import org.jspecify.annotations.NullMarked;
import org.shoptrace.core.markup.Markup;
import org.shoptrace.core.table.Table;
