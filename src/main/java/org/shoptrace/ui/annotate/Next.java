package org.shoptrace.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;

/// What the list of runs offers to annotators.
public interface Next {
    /// Opens the run after the open one in the list; at its end nothing happens.
    void run();

    /// Opens that run.
    void open(RunPlace run, int step);

    /// Where the runs of that content stand, in the order of the workspace.
    List<RunPlace> places(RunId run);

    /// The places of a queue's runs, in its order. It names contents; equal runs that it holds are opened one after the other.
    default List<RunPlace> places(Queue queue) {
        Map<RunId, Integer> seen = new HashMap<>();
        List<RunPlace> places = new ArrayList<>();
        for (RunId run : queue.runs()) {
            int nth = seen.merge(run, 1, Integer::sum) - 1;
            List<RunPlace> known = places(run);
            places.add(nth < known.size() ? known.get(nth) : RunPlace.anywhere(run));
        }
        return places;
    }

    /// How many runs of a queue are done: one that is judged is done wherever it stands.
    static int done(Queue queue, Set<RunId> contents) {
        return (int) queue.runs().stream().filter(contents::contains).count();
    }

    /// The runs that are listed now, in order.
    List<RunPlace> listed();
}
