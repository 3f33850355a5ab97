package org.shoptrace.core.evaluate.figure;

import java.util.List;
import org.shoptrace.model.trajectory.RunPlace;

/// What stands behind a figure, and can be opened.
public sealed interface Behind {
    /// What they have in common: `alpha · Knowledge · failed`.
    String why();

    /// Runs.
    record Runs(String why, List<RunPlace> runs) implements Behind {
        public Runs {
            runs = List.copyOf(runs);
        }
    }

    /// Tasks that no run can be opened of.
    ///
    /// @param queries of the tasks
    record Tasks(String why, List<String> queries) implements Behind {
        public Tasks {
            queries = List.copyOf(queries);
        }
    }
}
