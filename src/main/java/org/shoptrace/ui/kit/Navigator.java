package org.shoptrace.ui.kit;

import java.util.List;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.trajectory.RunId;

/// How one screen sends the user to what another shows. Screens do not know each other.
@FunctionalInterface
public interface Navigator {
    /// Opens that, in whatever shows it.
    ///
    /// @throws IllegalStateException when nothing in the window opens such a destination
    void open(Destination destination);

    default void openRuns(String why, List<RunId> runs) {
        open(new Destination.OpenRuns(why, runs));
    }

    default void openRun(RunId run, int step) {
        open(new Destination.OpenRun(run, step));
    }

    default void compareRuns(RunId a, RunId b) {
        open(new Destination.CompareRuns(a, b));
    }

    default void openProduct(String productId) {
        open(new Destination.OpenProduct(productId));
    }

    default void openSearch(FindRequest request) {
        open(new Destination.OpenSearch(request));
    }

    default void openTask(String query) {
        open(new Destination.OpenTask(query));
    }
}
