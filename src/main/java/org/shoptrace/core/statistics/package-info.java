/// Statistics over plain numbers: two systems on the same tasks, repeated trials, agreement, and what a number of tasks can show.
///
/// Key types: [PairedOutcomes] (exact McNemar test, Newcombe's interval), [HolmAdjustment], [PassAtK], [Bootstrap], [CohenKappa],
/// [KrippendorffAlpha], [DetectableDifference]. Nothing here knows a task or a run. All intervals are 95 %, all tests two-sided.
/// Source: `src/site/markdown/statistics.md`; the paper behind each figure stands at its type. Everything is immutable and may be used by
/// several threads.
///
/// May depend on: Commons Statistics.
@NullMarked
package org.shoptrace.core.statistics;

import org.jspecify.annotations.NullMarked;
