/// Background work: a [Job] computes an immutable value off the user-interface thread, reports [Progress] and can be cancelled.
///
/// [JobRunner] is the port: `ui.kit` has the runner of the window, [DirectJobRunner] runs at once for terminals and tests.
/// Only a job's handlers publish; a job itself touches nothing that a screen shows.
///
/// May depend on: the JDK.
@NullMarked
package org.shoptrace.core.job;

import org.jspecify.annotations.NullMarked;
