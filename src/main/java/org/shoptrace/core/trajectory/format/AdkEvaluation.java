package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// A case that Google's Agent Development Kit evaluated, `{eval_id, final_eval_status, session_details}`, an element of a result's
/// `eval_case_results`. Its run is the session, or where that was not kept, what stands in each `actual_invocation`.
final class AdkEvaluation implements ConversationFormat {
    private static final String INVOCATIONS = "eval_metric_result_per_invocation";
    private static final GeminiContents SESSION = new GeminiContents();

    @Override
    public String name() {
        return "Google ADK evaluation";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("eval_case_results") || keys.contains("eval_id") && keys.contains("final_eval_status");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        if (!(value instanceof Json.Obj evaluated) || evaluated.get("final_eval_status").isEmpty()) {
            return Optional.empty();
        }
        return evaluated.object("session_details").flatMap(SESSION::read)
                .or(() -> SESSION.read(invocations(evaluated)))
                .map(run -> new Conversation(run.items(), run.model(), run.query(), own(evaluated)));
    }

    /// What was said and called in each invocation, in its order.
    private static Json invocations(Json.Obj evaluated) {
        List<Json> contents = new ArrayList<>();
        for (Json.Obj each : Fields.objects(evaluated.items(INVOCATIONS))) {
            Json.Obj actual = each.object("actual_invocation").orElse(Json.Obj.EMPTY);
            actual.object("user_content").ifPresent(contents::add);
            Json.Obj between = actual.object("intermediate_data").orElse(Json.Obj.EMPTY);
            parts("model", "function_call", between.items("tool_uses")).ifPresent(contents::add);
            parts("user", "function_response", between.items("tool_responses")).ifPresent(contents::add);
            actual.object("final_response").ifPresent(contents::add);
        }
        return new Json.Arr(contents);
    }

    private static Optional<Json> parts(String role, String kind, List<Json> each) {
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.Obj.EMPTY.with("role", Json.of(role))
                        .with("parts", new Json.Arr(each.stream().<Json>map(one -> Json.Obj.EMPTY.with(kind, one)).toList())));
    }

    /// A status is 1 when the case passed, 2 when it failed, 3 when it was not evaluated.
    private static OwnRecord own(Json.Obj evaluated) {
        OwnReading own = new OwnReading("Google ADK's metrics");
        switch (evaluated.get("final_eval_status").map(Fields::text).orElse("")) {
            case "1", "PASSED" -> own.passed(new Json.Bool(true));
            case "2", "FAILED" -> own.passed(new Json.Bool(false));
            default -> {}
        }
        for (Json.Obj metric : Fields.objects(evaluated.items("overall_eval_metric_results"))) {
            metric.text("metric_name").ifPresent(name -> metric.get("score").ifPresent(score -> own.part(name, score)));
        }
        evaluated.get("eval_id").ifPresent(own::task);
        evaluated.get("eval_set_id").ifPresent(set -> own.metadata("eval_set", set));
        return own.record();
    }
}
