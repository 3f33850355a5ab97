/// What figures there are of an evaluation: each defined once, with its names in files, its words for people, how it is counted, where it
/// is seen.
///
/// Key types: [Figures] has every [Figure]; a [FigureRow] is what they are of a [Level], one series at one intent level. [FigureTable] is
/// their table in the window, on the clipboard, in the report, and in CSV and JSON files; [EvaluationJson] is an evaluation with its
/// figures as JSON. What the evaluator's scores of single runs are called is in [org.shoptrace.model.score.Column]. An [Estimate] is a
/// share or a mean with its interval, on a [FigureScale]. Everything here is immutable; intervals of means take a moment, so rows are made
/// on the caller's background thread.
///
/// May depend on: `core.evaluate`, `core.provenance`, `core.score`, `core.statistics`, `core.table`, `model.json`, `model.score`,
/// `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.figure;

import org.jspecify.annotations.NullMarked;
