package org.shoptrace.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSource;

/// A queue names contents; the runs that it leads to are places.
class NextTest {
    private static final RunId EQUAL = new RunId("a".repeat(64));
    private static final RunId OTHER = new RunId("b".repeat(64));
    private static final RunPlace FIRST = new RunPlace(EQUAL, new RunSource(Path.of("alpha.jsonl"), 1));
    private static final RunPlace SECOND = new RunPlace(EQUAL, new RunSource(Path.of("beta.jsonl"), 1));

    private record Given(List<RunPlace> listed) implements Next {
        @Override
        public void run() {}

        @Override
        public void open(RunPlace run, int step) {}

        @Override
        public List<RunPlace> places(RunId run) {
            return listed.stream().filter(place -> place.id().equals(run)).toList();
        }
    }

    @Test
    void equalRunsOfAQueueAreOpenedOneAfterTheOther() {
        Next next = new Given(List.of(FIRST, SECOND));
        Queue queue = new Queue("q", "Two and one", false, List.of(EQUAL, OTHER, EQUAL, EQUAL));
        assertEquals(List.of(FIRST, RunPlace.anywhere(OTHER), SECOND, RunPlace.anywhere(EQUAL)), next.places(queue));
        // Judged once, it is done wherever it stands.
        assertEquals(3, Next.done(queue, Set.of(EQUAL)));
    }
}
