package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.OwnVerdict.Part;

/// What a trace says of a model's turn and of the whole run, put as other formats have it.
final class Measured {
    private Measured() {}

    /// As fields of a chat completion's message.
    ///
    /// @param latency seconds
    static Json.Obj of(
            Optional<String> model, Optional<Json> promptTokens, Optional<Json> completionTokens, Optional<Json> totalTokens,
            Optional<Json> cost, Optional<Json> latency, Optional<Json> finishReason, Optional<Json> timestamp) {
        Json.Obj tokens = with(with(Json.Obj.EMPTY, "prompt_tokens", promptTokens), "completion_tokens", completionTokens);
        Json.Obj usage = with(with(tokens, "total_tokens", totalTokens), "cost", cost);
        Json.Obj measured = with(Json.Obj.EMPTY, "model", model.map(Json::of));
        measured = usage.equals(Json.Obj.EMPTY) ? measured : measured.with("usage", usage);
        return with(with(with(measured, "latency", latency), "finish_reason", finishReason), "timestamp", timestamp);
    }

    private static Json.Obj with(Json.Obj object, String name, Optional<? extends Json> value) {
        return value.isPresent() ? object.with(name, value.get()) : object;
    }

    /// @param parts the one that is called a success is the verdict; of another, such as a toxicity, nobody knows which way is good
    static OwnVerdict verdict(String judge, List<Part> parts, List<String> explanations) {
        Optional<Part> main = parts.stream().filter(part -> OwnReading.isVerdict(part.name())).findFirst();
        Optional<Boolean> passed = main.flatMap(part -> part.value() instanceof Json.Bool(boolean value)
                ? Optional.of(value)
                : Optional.empty());
        Optional<Json.Num> score = main.flatMap(part -> part.value() instanceof Json.Num number ? Optional.of(number) : Optional.empty());
        return new OwnVerdict(judge, passed, score, parts, Optional.empty(), Optional.empty(), explanations);
    }
}
