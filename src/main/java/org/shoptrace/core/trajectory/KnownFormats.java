package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;

/// Formats of runs that Shoptrace knows and does not read, so that a refusal can say what a file is.
final class KnownFormats {
    /// @param name with its article, for people
    /// @param keys that an object of the format has, all of them
    private record Known(String name, Set<String> keys) implements RunFormat {
        @Override
        public boolean mayHave(Set<String> first, boolean array) {
            return first.containsAll(keys);
        }

        @Override
        public Optional<Content> read(Json value) {
            return Optional.empty();
        }

        @Override
        public boolean isRead() {
            return false;
        }
    }

    static final List<RunFormat> ALL = List.of(
            new Known("a tau2-bench simulation of speech, tick by tick", Set.of("ticks", "termination_reason")),
            new Known("an Inspect log without samples", Set.of("eval", "status")),
            new Known("a LangSmith run tree without a request to a model", Set.of("run_type")),
            new Known("a Langfuse trace without a request to a model", Set.of("trace", "observations")),
            new Known("OpenTelemetry spans without a request to a model", Set.of("resourceSpans")),
            new Known("an MCP log without a call of a tool", Set.of("jsonrpc")),
            new Known("instruction data", Set.of("instruction", "output")),
            new Known("a Harbor result", Set.of("verifier_result")));

    private KnownFormats() {}

    /// What a value is, or the first object of an array; empty when it is nothing known.
    static Optional<String> name(Json value) {
        Set<String> keys = value instanceof Json.Arr(List<Json> items)
                ? items.stream().filter(Json.Obj.class::isInstance).findFirst().map(KnownFormats::keys).orElse(Set.of())
                : keys(value);
        return ALL.stream().filter(known -> known.mayHave(keys, false)).map(RunFormat::name).findFirst();
    }

    private static Set<String> keys(Json value) {
        return value instanceof Json.Obj object ? object.fields().keySet() : Set.of();
    }
}
