package org.shoptrace.core.takeover;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shoptrace.core.diagnose.CallCheck;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A run that is being taken over.
///
/// @param origin    where it was taken over, and by whom
/// @param parent    the model's name of the run that it was taken over from
/// @param query     the task's, as the run says it
/// @param inherited the steps that were kept
/// @param own       those made since
public record TakeOver(Origin origin, String parent, String query, List<Step> inherited, List<Step> own) {
    public TakeOver {
        inherited = List.copyOf(inherited);
        own = List.copyOf(own);
    }

    /// The beginning of a take-over.
    ///
    /// @param run  whose first steps are kept
    /// @param step the last of them, 0 up to how many there are
    /// @throws IllegalArgumentException when there is no such step, or the run has no query that its task could be known by
    public static TakeOver from(Run run, int step, String by) {
        if (step < 0 || step > run.steps().size() || run.query().isEmpty()) {
            throw new IllegalArgumentException("a run is taken over after one of its steps, and it has a query");
        }
        String query = run.query().get();
        return new TakeOver(new Origin(run.id(), step, by), run.model(), query, inRolloutForm(run.steps().subList(0, step), query),
                List.of());
    }

    /// All steps, in order.
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(inherited);
        steps.addAll(own);
        return steps;
    }

    /// Whether its last step ended the dialogue.
    public boolean ended() {
        return !steps().isEmpty() && steps().getLast().calls().stream().anyMatch(call -> call.name().equals(ToolCall.TERMINATE));
    }

    /// The name that the run goes by in lists, as models' names do.
    public String model() {
        return parent + "+" + origin.by();
    }

    /// The sandbox by the rules that the kept steps were answered by, for the tools that go on. Used by one thread.
    public Sandbox world(Sandbox sandbox) {
        Run kept = new Run(origin.run(), new RunSource(Path.of(parent), 1), parent, new Envelope.Bare(), inherited);
        return new CallCheck(sandbox, kept).sandbox();
    }

    TakeOver with(Step step) {
        List<Step> more = new ArrayList<>(own);
        more.add(step);
        return new TakeOver(origin, parent, query, inherited, more);
    }

    /// Signed by another author, as before the first step.
    public TakeOver by(String author) {
        return new TakeOver(origin.by(author), parent, query, inherited, own);
    }

    /// Without its latest own step; the same when there is none.
    public TakeOver withoutLast() {
        return new TakeOver(origin, parent, query, inherited, own.subList(0, Math.max(0, own.size() - 1)));
    }

    /// Steps of other formats are written as the benchmark would have; its own are kept as they are.
    private static List<Step> inRolloutForm(List<Step> steps, String query) {
        if (steps.stream().allMatch(TakeOver::isOfARollout)) {
            return steps;
        }
        StepEncoder encoder = new StepEncoder("", query);
        return steps.stream()
                .map(step -> encoder.add(StepEncoder.Turn.of(
                        step.think().or(step::reasoning).orElse(""),
                        step.calls().stream().map(TakeOver::exchange).toList(),
                        step.response().orElse(""),
                        step.timestamp().map(time -> (long) time.asDouble()).orElse(0L))))
                .toList();
    }

    private static boolean isOfARollout(Step step) {
        return step.source() instanceof Json.Obj source && source.object("completion").isPresent();
    }

    private static StepEncoder.Exchange exchange(ToolCall call) {
        Json.Obj parameters = call.parameters() instanceof Json.Obj object ? object : Json.Obj.EMPTY.with("arguments", call.parameters());
        return new StepEncoder.Exchange(call.name(), parameters, call.observation().map(Observation::results));
    }
}
