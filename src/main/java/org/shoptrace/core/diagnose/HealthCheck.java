package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.HealthFinding.Kind;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What the harness did to a run without telling anybody (`src/site/markdown/findings.md`, *Health*).
final class HealthCheck {
    private static final Set<String> TOOLS = Set.of(
            ToolCall.FIND_PRODUCT, ToolCall.VIEW_PRODUCT_INFORMATION, ToolCall.RECOMMEND_PRODUCT, ToolCall.TERMINATE,
            ToolCall.WEB_SEARCH, ToolCall.PYTHON_EXECUTE);
    /// The benchmark's tools that say by themselves whether they succeeded.
    private static final Set<String> OUTCOMES = Set.of(ToolCall.WEB_SEARCH, ToolCall.PYTHON_EXECUTE);
    private static final String OPENING = "<tool_call>";
    private static final String CLOSING = "</tool_call>";
    private static final Pattern NAME = Pattern.compile("[\"']name[\"']\\s*:");
    private static final Pattern NO_SUCH_TOOL = Pattern.compile("(?i)\\b(?:unknown|unsupported|undefined|no such) (?:tool|function)\\b"
            + "|\\b(?:tool|function)\\b.{0,80}\\b(?:not found|(?:does not|doesn't) exist|not (?:available|supported|defined)|unknown)\\b");
    private static final int LONGEST_REFUSAL = 300;

    private final int stepLimit;

    HealthCheck(int stepLimit) {
        this.stepLimit = stepLimit;
    }

    List<HealthFinding> check(Run run) {
        List<HealthFinding> findings = new ArrayList<>();
        boolean answersRecorded = run.steps().stream()
                .flatMap(step -> step.calls().stream())
                .anyMatch(call -> call.observation().isPresent());
        boolean others = isOfOtherTools(run);
        for (Step step : run.steps()) {
            message(step).ifPresent(findings::add);
            boolean answerDue = answersRecorded && !endsTheRun(step, run);
            for (ToolCall call : step.calls()) {
                call(call, Place.of(step, call), answerDue, others).ifPresent(findings::add);
            }
        }
        if (!run.steps().isEmpty() && run.steps().size() >= stepLimit && !terminates(run.steps().getLast())) {
            findings.add(new HealthFinding(
                    Kind.STEP_LIMIT, Place.of(run.steps().getLast()), "the run ends at the limit of " + stepLimit + " steps"));
        }
        return findings;
    }

    /// Whether the run is another agent's, with tools of its own, of which it is not known what they answer.
    private static boolean isOfOtherTools(Run run) {
        return run.envelope().isConversation()
                && run.steps().stream().flatMap(step -> step.calls().stream()).noneMatch(call -> TOOLS.contains(call.name()));
    }

    /// Many loops stop at the call that ends the run, and record no answer to it.
    private static boolean endsTheRun(Step step, Run run) {
        return step == run.steps().getLast()
                && step.calls().stream().allMatch(call -> call.observation().isEmpty()
                        && (call.name().equals(ToolCall.RECOMMEND_PRODUCT) || call.name().equals(ToolCall.TERMINATE)));
    }

    static boolean terminates(Step step) {
        return step.calls().stream().anyMatch(call -> call.name().equals(ToolCall.TERMINATE));
    }

    /// What became of the model's own text on its way into the message.
    private static Optional<HealthFinding> message(Step step) {
        String content = step.content().orElse("");
        boolean empty = step.think().isEmpty() && step.response().isEmpty() && step.calls().isEmpty();
        if (content.contains(OPENING) || content.contains(CLOSING)) {
            int asked = asked(content);
            if (step.calls().isEmpty() && asked != 0) {
                return Optional.of(new HealthFinding(
                        Kind.MALFORMED_CALL, Place.of(step), "the text asks for a call that cannot be read; none was made"));
            }
            if (asked > step.calls().size()) {
                return Optional.of(new HealthFinding(
                        Kind.DROPPED_CALL, Place.of(step), (asked - step.calls().size()) + " of " + asked + " calls were dropped"));
            }
        }
        if (step.isNotUnderstood()) {
            return Optional.of(new HealthFinding(
                    Kind.NOT_UNDERSTOOD, Place.of(step), "the reply has content that Shoptrace does not understand"));
        }
        return empty
                ? Optional.of(new HealthFinding(Kind.EMPTY_REPLY, Place.of(step), content.isBlank()
                        ? "the model's reply is empty"
                        : "the model's text has none of the tags, so nothing of it was read"))
                : Optional.empty();
    }

    /// How many calls the text asks for in all its tags, of which only the first pair is read.
    private static int asked(String content) {
        int asked = 0;
        int start = content.indexOf(OPENING);
        while (start >= 0) {
            int inner = start + OPENING.length();
            int end = content.indexOf(CLOSING, inner);
            asked += askedBetween(content.substring(inner, end < 0 ? content.length() : end));
            start = end < 0 ? -1 : content.indexOf(OPENING, end);
        }
        return content.contains(OPENING) ? asked : 1;
    }

    /// In what is no JSON the names are counted; it is at least one call.
    private static int askedBetween(String text) {
        try {
            return JsonReader.readAsUjson(text) instanceof Json.Arr(List<Json> calls) ? calls.size() : 1;
        } catch (JsonSyntaxException e) {
            return Math.max(1, (int) NAME.matcher(text).results().count());
        }
    }

    private static Optional<HealthFinding> call(ToolCall call, Place place, boolean answerDue, boolean others) {
        Observation observation = call.observation().orElse(null);
        boolean failed = observation instanceof Observation.Failed;
        if (call.name().isEmpty() || !(call.parameters() instanceof Json.Obj)) {
            String what = call.name().isEmpty() ? "the call has no name" : "the parameters of " + call.name() + " are no object";
            return Optional.of(new HealthFinding(Kind.MALFORMED_CALL, place, what));
        }
        boolean refused = observation != null && refuses(observation);
        if (observation instanceof Observation.Outcome outcome && !outcome.success() && !OUTCOMES.contains(call.name()) && !refused) {
            return Optional.of(new HealthFinding(Kind.TOOL_ERROR, place, call.name() + " answered with an error"));
        }
        if (others && !refused) {
            return observation == null && answerDue
                    ? Optional.of(new HealthFinding(Kind.DROPPED_CALL, place, call.name() + " was not answered"))
                    : Optional.empty();
        }
        if (!TOOLS.contains(call.name())) {
            return observation == null || failed || refused
                    ? Optional.of(new HealthFinding(Kind.UNKNOWN_TOOL, place, "there is no tool " + call.name() + "; the call was skipped"))
                    : Optional.empty();
        }
        if (call.name().equals(ToolCall.FIND_PRODUCT) && call.parameter("page").isEmpty()) {
            return Optional.of(new HealthFinding(Kind.MISSING_PAGE, place, "without a page nothing is searched, and no reason is given"));
        }
        if (failed) {
            return Optional.of(new HealthFinding(Kind.NULL_RESULT, place, call.name() + " gave no result after its retries"));
        }
        if (observation == null && answerDue) {
            return Optional.of(new HealthFinding(Kind.DROPPED_CALL, place, call.name() + " was not answered"));
        }
        if (call.name().equals(ToolCall.WEB_SEARCH)
                && observation instanceof Observation.Outcome outcome && outcome.success() && isEmpty(outcome.observation())) {
            return Optional.of(new HealthFinding(Kind.EMPTY_WEB, place, "the web search found nothing and calls it a success"));
        }
        return Optional.empty();
    }

    /// Whether a harness that answers everything says that there is no such tool.
    private static boolean refuses(Observation observation) {
        String said = switch (observation) {
            case Observation.Said(String text, _) -> text;
            case Observation.Outcome outcome when !outcome.success() -> outcome.observation().asText().orElse("");
            default -> "";
        };
        return said.length() <= LONGEST_REFUSAL && NO_SUCH_TOOL.matcher(said).find();
    }

    static boolean isEmpty(Json answer) {
        return answer instanceof Json.Null
                || answer.equals(Json.array(List.of()))
                || answer.asText().map(String::strip).filter(text -> text.isEmpty() || text.equals("[]")).isPresent();
    }
}
