/// Where success is lost: how far runs get, and what each reason of failure costs.
///
/// Key types: [Funnel] follows the tasks of a level from a search to success, [Headroom] says what mending one [Reason] alone could win at
/// most. Both count tasks, know the runs behind each number, and are made of what the diagnosis keeps of a run
/// ([org.shoptrace.model.finding.RunFacts]), so that they cost no look into the runs ([Diagnosed] says which may be counted). Source:
/// `src/site/markdown/statistics.md`, *Where success is lost* (ADR 0039).
///
/// May depend on: `core.evaluate`, `core.evaluate.figure`, `core.statistics`, `model.finding`, `model.score`, `model.task`,
/// `model.trajectory`.
@NullMarked
package org.shoptrace.core.evaluate.loss;

import org.jspecify.annotations.NullMarked;
