package org.shoptrace.core.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.core.trajectory.ToolCallId;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A run in the benchmark's own form: an array of steps, each with the prompt that repeats the dialogue so far. The ids of calls are
/// those that the benchmark gives. A rollout is written as it was read.
public final class BenchmarkExport {
    /// Of a text in the benchmark's form one may be cut off, so that it has no end.
    private static final Pattern TAG = Pattern.compile("</|<(?:think|tool_call|response)>");

    private BenchmarkExport() {}

    public static Json.Arr steps(Run run) {
        if (run.envelope() instanceof Envelope.Bare && RunCodec.encode(run) instanceof Json.Arr recorded) {
            return recorded;
        }
        StepEncoder encoder = new StepEncoder(Preamble.systemPrompt(run).orElse(""), run.query().orElse(""));
        List<Json> steps = new ArrayList<>();
        for (Step step : run.steps()) {
            steps.add(asRecorded(step, encoder.add(turn(step)), run));
        }
        return new Json.Arr(steps);
    }

    private static Turn turn(Step step) {
        List<Exchange> exchanges = step.calls().stream().map(BenchmarkExport::exchange).toList();
        String think = step.think().orElse("");
        String response = step.response().orElse("");
        Turn written = Turn.of(think, exchanges, response, 0);
        String content = step.content().orElse("");
        boolean tagged = TAG.matcher(content).find() || written.content().isEmpty();
        return new Turn(think, exchanges, response, tagged ? content : written.content(), step.reasoning().orElse(""), 0);
    }

    private static Exchange exchange(ToolCall call) {
        Json.Obj parameters = call.parameters() instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return new Exchange(call.name(), parameters, call.observation().map(Observation::results));
    }

    /// What an agent's own steps never have, put in: parameters that are no object, a time that nobody knows, a user's further words, a
    /// reply that was none.
    private static Json asRecorded(Step step, Step encoded, Run run) {
        Json.Obj source = (Json.Obj) encoded.source();
        Json.Obj completion = source.object("completion").orElseThrow();
        Json.Obj message = completion.object("message").orElseThrow();
        if (step.calls().stream().anyMatch(call -> !(call.parameters() instanceof Json.Obj))) {
            message = message.with("tool_call", Json.array(step.calls().stream().map(BenchmarkExport::call).toList()));
        }
        Optional<String> user = Preamble.user(step);
        if (user.isPresent()) {
            message = message.with("user", Json.of(user.get()));
        }
        Json reply = step.message().filter(recorded -> !(recorded instanceof Json.Obj)).orElse(message);
        Json.Obj extra = source.object("extra_info").orElseThrow()
                .with("query", run.query().<Json>map(Json::of).orElse(Json.NULL))
                .with("timestamp", step.timestamp().<Json>map(time -> time).orElse(Json.NULL));
        Json.Obj own = OwnJson.withTurn(
                step.number() == 1 ? OwnJson.withRun(Json.Obj.EMPTY, run.own()) : Json.Obj.EMPTY, step.generation());
        return source.with("completion", completion.with("message", reply))
                .with("extra_info", own.fields().isEmpty() ? extra : extra.with(OwnJson.SHOPTRACE, own));
    }

    private static Json.Obj call(ToolCall call) {
        return Json.Obj.EMPTY
                .with("name", Json.of(call.name()))
                .with("parameters", call.parameters())
                .with("tool_call_id", Json.of(ToolCallId.of(call.name(), call.parameters())));
    }
}
