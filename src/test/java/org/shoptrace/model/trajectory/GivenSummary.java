package org.shoptrace.model.trajectory;

import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.json.Json;

/// Summaries of runs of which their file says nothing but what was said and done.
public final class GivenSummary {
    private GivenSummary() {}

    public static RunSummary of(
            RunId id,
            RunSource source,
            String model,
            Optional<String> query,
            int steps,
            SequencedMap<String, Integer> calls,
            boolean terminated,
            boolean recommended,
            Optional<String> status,
            boolean conversation,
            Optional<Json.Num> timestamp,
            long bytes,
            int nullResults,
            int emptyReplies,
            int unanswered) {
        return new RunSummary(
                id, source, model, query, steps, calls, terminated, recommended, status, conversation, timestamp, bytes, nullResults,
                emptyReplies, unanswered, 0, Usage.NONE, OwnRecord.NONE);
    }
}
