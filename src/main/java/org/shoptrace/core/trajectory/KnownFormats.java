package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;

/// Formats of runs that Shoptrace knows and does not read, so that a refusal can say what a file is.
final class KnownFormats {
    private static final String ANSWER = "a model's answer without what it was asked";

    private static final List<Known> KNOWN = List.of(
            new Known("a tau2-bench simulation of speech, tick by tick", "ticks", "termination_reason"),
            new Known("a LangSmith run tree without a request to a model", "run_type"),
            new Known("a Langfuse trace without a request to a model", "trace", "observations"),
            new Known("OpenTelemetry spans without a request to a model", "resourceSpans"),
            new Known("an MCP log without a call of a tool", "jsonrpc"),
            new Known("instruction data", "instruction", "output"),
            new Known("a Harbor result", "verifier_result"),
            new Known("a set of cases of the Google ADK, whose answers are those expected", "eval_cases"),
            new Known("a saved state of the OpenAI Agents SDK", "generated_items", "model_responses"),
            new Known("a session of the Pi coding agent", object -> isOfType(object, "session") && object.get("cwd").isPresent()),
            new Known("the stream of a headless Codex", object -> isOfType(object, "thread.started")),
            new Known("a session of the Gemini CLI", "sessionId", "projectHash", "messages"),
            new Known("an early OpenHands history, which does not say who acts", KnownFormats::isEarlyOpenHands),
            new Known("ToolBench answers prepared for its evaluator", KnownFormats::isToolBenchEvaluation),
            new Known(ANSWER, "object", "choices"),
            new Known(ANSWER, "object", "output"),
            new Known(ANSWER, "role", "content", "stop_reason"),
            new Known(ANSWER, "candidates"));

    static final List<RunFormat> ALL = List.copyOf(KNOWN);

    /// @param name with its article, for people
    /// @param is   whether an object is of the format
    private record Known(String name, Predicate<Json.Obj> is) implements RunFormat {
        /// @param keys that an object of the format has, all of them
        Known(String name, String... keys) {
            this(name, object -> object.fields().keySet().containsAll(List.of(keys)));
        }

        @Override
        public boolean mayHave(Set<String> first, boolean array) {
            return false;
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

    private KnownFormats() {}

    /// What a value is, or the first object of an array; empty when it is nothing known.
    static Optional<String> name(Json value) {
        Optional<Json.Obj> object = Stream.of(value)
                .flatMap(one -> one instanceof Json.Arr(List<Json> items) ? items.stream() : Stream.of(one))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .findFirst();
        return object.flatMap(one -> RunCollection.empty(one)
                .or(() -> KNOWN.stream().filter(known -> known.is().test(one)).map(Known::name).findFirst()));
    }

    private static boolean isOfType(Json.Obj object, String type) {
        return object.text("type").equals(Optional.of(type));
    }

    /// `{history: [{action, …}], git_patch}`.
    private static boolean isEarlyOpenHands(Json.Obj object) {
        return object.get("git_patch").isPresent() && object.items("history").stream().findFirst()
                .filter(first -> first instanceof Json.Obj event && event.text("action").isPresent() && event.text("source").isEmpty())
                .isPresent();
    }

    /// `{ID: {query, available_tools, answer: {answer_details}}}`.
    private static boolean isToolBenchEvaluation(Json.Obj object) {
        return object.fields().values().stream().findFirst()
                .filter(first -> first instanceof Json.Obj one
                        && one.object("answer").flatMap(answer -> answer.get("answer_details")).isPresent())
                .isPresent();
    }
}
