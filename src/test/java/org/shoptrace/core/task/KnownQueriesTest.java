package org.shoptrace.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;

class KnownQueriesTest {
    private static final String HAT = "Show me a hat under 10 PHP";
    private static final String LONG = "Show me a hat under 10 PHP with free shipping.";
    private final KnownQueries queries = new KnownQueries(List.of(HAT, LONG, "short", " Find a red  bag today\n"));

    private static Run run(Envelope envelope, String query) {
        Step step = new Step(
                1, Optional.of(query), Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), Json.NULL);
        return new Run(new RunId("a".repeat(64)), new RunSource(Path.of("r"), 1), "m", envelope, List.of(step));
    }

    @Test
    void findsTheLongestQueryInsideAPrompt() {
        assertEquals(Optional.of(HAT), queries.in(HAT));
        assertEquals(Optional.of(LONG), queries.in("Task:\n" + LONG + "\nUse the tools."));
        assertEquals(Optional.of(HAT), queries.in("Task: Show me a hat\nunder 10 PHP please"));
        assertEquals(Optional.of(" Find a red  bag today\n"), queries.in("find: Find a red bag today!"));
        assertEquals(Optional.empty(), queries.in("something short and other"));
    }

    @Test
    void settlesConversationsAndLeavesRolloutsAlone() {
        Run chat = run(new Envelope.Messages(Envelope.Messages.PLAIN, Json.NULL), "Please: " + LONG);
        assertEquals(Optional.of(LONG), queries.settle(chat).query());
        assertEquals(Optional.of(LONG), queries.settle(RunSummary.of(chat, 1)).query());
        Run rollout = run(new Envelope.Bare(), "Please: " + LONG);
        assertSame(rollout, queries.settle(rollout), "a rollout's query is its task's, word for word");
        Run other = run(new Envelope.Messages(Envelope.Messages.PLAIN, Json.NULL), "hello");
        assertSame(other, queries.settle(other));
    }
}
