package org.shoptrace.core.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.Interjection.Speaker;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What a form had no place for, counted over many runs. It is found by reading again what was written, so that it is true of every format
/// that is read, and says nothing of a run that is written as it was.
public final class LeftOut {
    /// What exports of Shoptrace say of a run to find it again, which is told anew.
    private static final Set<String> OURS = Set.of("run", "query");

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /// What may have no place.
    public enum Kind {
        TURNS("turns", "1 turn of the agent", "# turns of the agent"),
        THOUGHTS("thoughts", "1 thought", "# thoughts"),
        CALLS("calls", "1 call", "# calls"),
        ANSWERS("answers", "1 answer of a tool", "# answers of tools"),
        RESPONSES("responses", "1 text to the user", "# texts to the user"),
        USER_TURNS("user_turns", "1 further turn of the user", "# further turns of users"),
        SYSTEM_TURNS("system_turns", "1 system turn in mid-run", "# system turns in mid-run"),
        UNASKED("observations_without_a_call", "1 observation without a call", "# observations without a call"),
        IMAGES("images", "1 image", "# images"),
        ERROR_MARKS("error_marks", "the error mark of 1 answer", "the error marks of # answers"),
        PROMPTS("system_prompts", "the system prompt of 1 run", "the system prompts of # runs"),
        TIMES("times", "the time of 1 turn", "the times of # turns"),
        GENERATION("generation", "tokens, cost or finish reason of 1 turn", "tokens, cost or finish reasons of # turns"),
        VERDICTS("verdicts", "the own verdict of 1 run", "own verdicts of # runs"),
        RECORDS("records", "own task, trial or groups of 1 run", "own tasks, trials or groups of # runs");

        private final String wireName;
        private final String one;
        private final String many;

        Kind(String wireName, String one, String many) {
            this.wireName = wireName;
            this.one = one;
            this.many = many;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        String words(int count) {
            return count == 1 ? one : many.replace("#", Integer.toString(count));
        }
    }

    /// How often each was left out, in the order of the kinds; what was not is missing.
    public Map<Kind, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /// A sentence without a full stop; empty when nothing was left out.
    public Optional<String> sentence() {
        List<String> parts = counts.entrySet().stream().map(entry -> entry.getKey().words(entry.getValue())).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", parts) + (isOne() ? " is" : " are") + " not part of this form");
    }

    private boolean isOne() {
        return counts.size() == 1 && counts.containsValue(1) && !counts.containsKey(Kind.GENERATION);
    }

    /// Counts what a run lost.
    ///
    /// @param line what was written, which reads as a run
    void compare(Run run, byte[] line) {
        try {
            compare(run, RunCodec.decodeWithoutPrompts(line, 0, line.length, run.source(), "").getFirst());
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            // A run that left nothing, as of a lost harness, may not read as one again: then all that it had is missing.
            compare(run, new Run(run.id(), run.source(), "", run.envelope(), List.of()));
        }
    }

    private void compare(Run run, Run again) {
        add(Kind.TURNS, run.steps().size() - again.steps().size());
        addMissing(Kind.THOUGHTS, run, again, step -> text(step.think().or(step::reasoning)));
        add(Kind.CALLS, calls(run).count() - calls(again).count());
        add(Kind.ANSWERS, answers(run).count() - answers(again).count());
        addMissing(Kind.RESPONSES, run, again, step -> text(step.response()));
        addMissing(Kind.USER_TURNS, run, again, step -> said(step, Speaker.USER));
        addMissing(Kind.SYSTEM_TURNS, run, again, step -> said(step, Speaker.SYSTEM));
        addMissing(Kind.UNASKED, run, again, step -> said(step, Speaker.ENVIRONMENT));
        addMissing(Kind.IMAGES, run, again, step -> step.pictures().stream().map(picture -> picture.address()));
        add(Kind.ERROR_MARKS, answers(run).filter(LeftOut::isError).count() - answers(again).filter(LeftOut::isError).count());
        add(Kind.PROMPTS, Preamble.systemPrompt(run).isPresent() && !hasPrompt(again) ? 1 : 0);
        add(Kind.TIMES, times(run) - times(again));
        add(Kind.GENERATION, generated(run) - generated(again));
        OwnRecord own = run.own();
        OwnRecord ownAgain = again.own();
        add(Kind.VERDICTS, own.verdict().isPresent() && ownAgain.verdict().isEmpty() ? 1 : 0);
        boolean record = own.task().isPresent() && ownAgain.task().isEmpty() || own.trial().isPresent() && again.trial().isEmpty()
                || !own.metadata().entrySet().stream()
                        .filter(group -> !OURS.contains(group.getKey()))
                        .allMatch(group -> group.getValue().equals(ownAgain.metadata().get(group.getKey())));
        add(Kind.RECORDS, record ? 1 : 0);
    }

    /// Counts what a page has no place for, which nobody reads again.
    void onAPage(Run run) {
        add(Kind.IMAGES, run.steps().stream().mapToLong(step -> step.pictures().size()).sum());
        add(Kind.TIMES, times(run));
        add(Kind.GENERATION, generated(run));
        add(Kind.PROMPTS, Preamble.systemPrompt(run).isPresent() ? 1 : 0);
    }

    private void add(Kind kind, long count) {
        if (count > 0) {
            counts.merge(kind, (int) count, Integer::sum);
        }
    }

    private void addMissing(Kind kind, Run run, Run again, Function<Step, Stream<String>> texts) {
        List<String> left = new ArrayList<>(again.steps().stream().flatMap(texts).toList());
        add(kind, run.steps().stream().flatMap(texts).filter(text -> !left.remove(text)).count());
    }

    private static Stream<String> text(Optional<String> text) {
        return text.map(String::strip).filter(words -> !words.isEmpty()).stream();
    }

    private static Stream<String> said(Step step, Speaker speaker) {
        return step.others().stream().filter(other -> other.speaker() == speaker).map(other -> other.text().strip());
    }

    private static Stream<ToolCall> calls(Run run) {
        return run.steps().stream().flatMap(step -> step.calls().stream());
    }

    private static Stream<Observation> answers(Run run) {
        return calls(run).flatMap(call -> call.observation().stream());
    }

    private static boolean isError(Observation observation) {
        return observation instanceof Observation.Failed || observation instanceof Observation.Outcome outcome && !outcome.success();
    }

    /// What was written is read without the prompts of rollouts, in which the system's stands.
    private static boolean hasPrompt(Run again) {
        return Preamble.systemPrompt(again).isPresent()
                || again.steps().stream().limit(1).anyMatch(step -> step.source() instanceof Json.Obj source
                        && source.object("completion").isPresent());
    }

    private static long times(Run run) {
        return run.steps().stream().filter(step -> step.timestamp().isPresent()).count();
    }

    private static long generated(Run run) {
        return run.steps().stream().filter(step -> !step.generation().equals(Generation.UNSAID)).count();
    }
}
