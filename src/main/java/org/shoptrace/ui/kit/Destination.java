package org.shoptrace.ui.kit;

import java.util.List;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.Span;

/// Something that the user can be sent to: what is to be looked at, as a value, and nothing of who shows it. Which part of the window opens
/// it is known to the [Navigator] alone. Those that several parts send to are here; a part of the window may have others of its own.
public interface Destination {

    /// Exactly these runs, listed.
    ///
    /// @param why what they have in common, shown above the list, such as `voucher · failed`
    record OpenRuns(String why, List<RunPlace> runs) implements Destination {
        public OpenRuns {
            runs = List.copyOf(runs);
        }
    }

    /// A run at a step.
    ///
    /// @param step counted from 1
    record OpenRun(RunPlace run, int step) implements Destination {
        /// The run wherever it stands.
        public OpenRun(RunId run, int step) {
            this(RunPlace.anywhere(run), step);
        }
    }

    /// A piece of a step's text, marked.
    ///
    /// @param step counted from 1
    record OpenPassage(RunPlace run, int step, Span passage) implements Destination {}

    /// The run that follows the open one in the list.
    record OpenNextRun() implements Destination {}

    /// The comparison of two runs of one task.
    record CompareRuns(RunPlace a, RunPlace b) implements Destination {}

    /// A product's page.
    record OpenProduct(String productId) implements Destination {}

    /// A search of the catalogue, as an agent sent it.
    record OpenSearch(FindRequest request) implements Destination {}

    /// The task of a query.
    record OpenTask(String query) implements Destination {}
}
