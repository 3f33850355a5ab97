/// Evaluations as files for others: one HTML page that needs nothing else, and every table of it as CSV and JSON.
///
/// Key types: [EvaluationReport] makes a [Report] (values: face, charts, tables) out of [ReportInput]; [HtmlReport], [SvgChart] and
/// [ReportTable] write it down; [ReportFolder] puts the files into a folder; [PublishedResults] are the paper's figures.
/// All text goes through [Markup], which escapes it. Source: `spec/statistics.md`, the Evaluate part of `spec/interface.md`.
///
/// May depend on: `model`, `core` (failures, evaluate, json, score, statistics), the JDK's XML writer.
@NullMarked
package org.shoptrace.core.report;

import org.jspecify.annotations.NullMarked;
