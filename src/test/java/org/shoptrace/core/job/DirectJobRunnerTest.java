package org.shoptrace.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DirectJobRunnerTest {
    private final List<String> ends = new ArrayList<>();

    @Test
    void callsExactlyOneHandler() {
        run(_ -> 42);
        run(_ -> {
            throw new IllegalStateException("broken");
        });
        run(_ -> {
            throw new CancellationException();
        });
        assertEquals(List.of("success 42", "failure broken", "cancelled"), ends);
    }

    private void run(Job<Integer> job) {
        new DirectJobRunner().run(
                "job", job, result -> ends.add("success " + result), e -> ends.add("failure " + e.getMessage()),
                () -> ends.add("cancelled"));
    }
}
