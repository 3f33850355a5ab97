package org.shoptrace.model.trajectory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.json.Json;

/// What a list of runs shows of each, small enough to hold for every run of a large file.
///
/// @param query        the query of the first step
/// @param calls        how often each tool was called, by name in the order of the first calls
/// @param terminated   whether the last step calls `terminate`
/// @param recommended  whether there is a `recommend_product` call
/// @param status       the status of an ORO dialogue
/// @param conversation whether the run's user speaks in messages of any wording ([Envelope#isConversation])
/// @param timestamp    that of the first step, in milliseconds since 1970
/// @param bytes        the length of the run's line
/// @param nullResults  calls that failed after their retries
/// @param emptyReplies steps whose message is missing, null or `{}`: the model failed to answer
/// @param unanswered   calls that the file holds no answer for, as of tools that do not exist
/// @param notUnderstood steps whose message is of a shape that no reader knows
/// @param usage        what it took, as far as the file says it
/// @param own          what the file says of the run as a whole, without long texts
public record RunSummary(
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
        int unanswered,
        int notUnderstood,
        Usage usage,
        OwnRecord own) {
    public RunSummary {
        calls = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(calls));
    }

    /// @param bytes the length of the run's line, without the line break
    public static RunSummary of(Run run, long bytes) {
        SequencedMap<String, Integer> calls = new LinkedHashMap<>();
        int nullResults = 0;
        int emptyReplies = 0;
        int unanswered = 0;
        for (Step step : run.steps()) {
            if (isEmpty(step.message().orElse(Json.NULL))) {
                emptyReplies++;
            }
            for (ToolCall call : step.calls()) {
                calls.merge(call.name(), 1, Integer::sum);
                if (call.observation().isEmpty()) {
                    unanswered++;
                } else if (call.observation().get() instanceof Observation.Failed) {
                    nullResults++;
                }
            }
        }
        return new RunSummary(
                run.id(),
                run.source(),
                run.model(),
                run.query(),
                run.steps().size(),
                calls,
                !run.steps().isEmpty() && terminates(run.steps().getLast()),
                calls.containsKey(ToolCall.RECOMMEND_PRODUCT),
                run.envelope() instanceof Envelope.Oro oro ? Optional.of(oro.status()) : Optional.empty(),
                run.envelope().isConversation(),
                run.steps().isEmpty() ? Optional.empty() : run.steps().getFirst().timestamp(),
                bytes,
                nullResults,
                emptyReplies,
                unanswered,
                (int) run.steps().stream().filter(Step::isNotUnderstood).count(),
                run.usage(),
                run.own().brief());
    }

    /// This run as one that asks `newQuery`, as [Run#asking].
    public RunSummary asking(String newQuery) {
        return query.equals(Optional.of(newQuery))
                ? this
                : new RunSummary(
                        id, source, model, Optional.of(newQuery), steps, calls, terminated, recommended, status, conversation, timestamp,
                        bytes,
                        nullResults, emptyReplies, unanswered, notUnderstood, usage, own);
    }

    /// This run at another place, where the same line stands too.
    public RunSummary at(RunSource newSource) {
        return source.equals(newSource)
                ? this
                : new RunSummary(
                        id, newSource, model, query, steps, calls, terminated, recommended, status, conversation, timestamp, bytes,
                        nullResults, emptyReplies, unanswered, notUnderstood, usage, own);
    }

    /// The run where it stands.
    public RunPlace place() {
        return new RunPlace(id, source);
    }

    /// This run without what its file says of how it ended.
    public RunSummary unjudged() {
        return new RunSummary(
                id, source, model, query, steps, calls, terminated, recommended, status, conversation, timestamp, bytes, nullResults,
                emptyReplies, unanswered, notUnderstood, usage, own.unjudged());
    }

    /// How many calls the run makes in all.
    public int callCount() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean isEmpty(Json message) {
        return message instanceof Json.Null || message.equals(Json.Obj.EMPTY);
    }

    private static boolean terminates(Step step) {
        return step.calls().stream().anyMatch(call -> call.name().equals(ToolCall.TERMINATE));
    }
}
