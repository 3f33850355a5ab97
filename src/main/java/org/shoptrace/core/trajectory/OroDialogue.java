package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Metrics;
import org.shoptrace.core.trajectory.format.OwnReading;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.OwnRecord;

/// A line of the ORO competition: an object around the benchmark's steps. One without a dialogue is a run that failed before it left one;
/// any other object with a status is none.
final class OroDialogue implements RunFormat {
    /// The field with the steps.
    static final String DIALOGUE = "dialogue";
    private static final String PROBLEM = "problem_id";
    private static final String STATUS = "status";
    private static final Set<String> STATUSES = Set.of("SUCCESS", "FAILED", "TIMED_OUT");

    @Override
    public String name() {
        return "ORO dialogue";
    }

    @Override
    public boolean mayHave(Set<String> first, boolean array) {
        return first.contains(DIALOGUE) || (first.contains(PROBLEM) && first.contains(STATUS));
    }

    @Override
    public Optional<Content> read(Json value) {
        return value instanceof Json.Obj oro && isOro(oro)
                ? Optional.of(Content.of(new Reading(
                        envelope(oro), BenchmarkRollout.steps(oro.items(DIALOGUE)), Optional.empty(), own(oro))))
                : Optional.empty();
    }

    /// Whether an object is such a line: a dialogue of other things than steps, and no word of ORO's beside it, is another's.
    static boolean isOro(Json.Obj object) {
        boolean says = object.get(PROBLEM).isPresent() || object.get(STATUS).isPresent();
        return object.get(DIALOGUE).isPresent()
                ? says || BenchmarkRollout.isRollout(object.items(DIALOGUE))
                : object.get(PROBLEM).isPresent() && object.text(STATUS).filter(STATUSES::contains).isPresent();
    }

    /// A dialogue's status says how it ended, and no more.
    private static OwnRecord own(Json.Obj oro) {
        OwnReading own = new OwnReading("the suite's score").verdict(oro).task(oro).groups(oro);
        oro.text(STATUS).ifPresent(own::ending);
        oro.get("execution_time").ifPresent(seconds -> own.took(Metrics.usage(Json.Obj.EMPTY.with("latency_seconds", seconds))));
        return own.record();
    }

    private static Envelope.Oro envelope(Json.Obj oro) {
        boolean hasDialogue = oro.get(DIALOGUE).orElse(Json.NULL) instanceof Json.Arr;
        return new Envelope.Oro(
                oro.text(PROBLEM),
                oro.text(STATUS).orElse(""),
                oro.get("execution_time").orElse(Json.NULL) instanceof Json.Num seconds
                        ? Optional.of(seconds.asDouble())
                        : Optional.empty(),
                oro.text("error"),
                hasDialogue,
                hasDialogue ? oro.with(DIALOGUE, new Json.Arr(List.of())) : oro);
    }
}
