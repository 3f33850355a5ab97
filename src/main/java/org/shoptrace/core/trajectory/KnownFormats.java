package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shoptrace.model.json.Json;

/// Formats of runs that Shoptrace knows and does not read, so that a refusal can say what a file is.
final class KnownFormats {
    /// @param name with its article, for people
    private record Known(String name, Predicate<Json.Obj> is) {}

    private static final List<Known> ALL = List.of(
            new Known("an Inspect log without samples", has("eval", "status")),
            new Known("a LangSmith run tree", has("run_type")),
            new Known("a Langfuse trace", has("trace", "observations")),
            new Known("OpenTelemetry spans", has("resourceSpans")),
            new Known("a BFCL result", has("id", "result", "inference_log")),
            new Known("a ToolBench answer", has("answer_generation")),
            new Known("a WebShop log of pages", has("page", "goal")),
            new Known("an MCP log", has("jsonrpc")),
            new Known("instruction data", has("instruction", "output")),
            new Known("a Harbor result", has("verifier_result")));

    private KnownFormats() {}

    /// What a value is, or the first object of an array; empty when it is nothing known.
    static Optional<String> name(Json value) {
        Optional<Json.Obj> object = value instanceof Json.Arr(List<Json> items)
                ? items.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).findFirst()
                : value instanceof Json.Obj itself ? Optional.of(itself) : Optional.empty();
        return object.flatMap(found -> ALL.stream().filter(known -> known.is().test(found)).map(Known::name).findFirst());
    }

    private static Predicate<Json.Obj> has(String... keys) {
        return object -> List.of(keys).stream().allMatch(key -> object.get(key).isPresent());
    }
}
