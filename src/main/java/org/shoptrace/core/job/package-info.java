/// Background work: a [Job] computes an immutable value off the user-interface thread, reports [Progress] and can be cancelled.
///
/// [JobRunner] is the port; `ui.kit` has the runner of the window, and tests have one that runs every job at once.
/// Only a job's handlers publish; a job itself touches nothing that a screen shows.
///
/// [BatchQueue] spreads the items of one job over workers.
///
/// May depend on: `core`.
@NullMarked
package org.shoptrace.core.job;

import org.jspecify.annotations.NullMarked;
