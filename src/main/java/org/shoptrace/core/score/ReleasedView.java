package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// A run as the released evaluator sees it: it reads the message of each step as it stands in the file, without the
/// repairs that make a misspelt run readable for people, and it stops where a message has an unexpected shape. Such a
/// step scores 0 and carries no call here.
final class ReleasedView {
    /// The messages in the order of the steps; empty where the released code stops.
    private final List<Optional<Json.Obj>> messages;

    private final Run run;
    private final boolean human;

    private ReleasedView(Run run, boolean human, List<Optional<Json.Obj>> messages) {
        this.run = run;
        this.human = human;
        this.messages = messages;
    }

    /// @param intent web runs are read otherwise than the rest
    static ReleasedView of(Run run, Intent intent) {
        boolean human = run.model().equals("human");
        List<Optional<Json.Obj>> messages = new ArrayList<>();
        for (Step step : run.steps()) {
            messages.add(message(step, human && intent != Intent.WEB)
                    .filter(message -> intent == Intent.WEB ? isWebShape(step, message) : isShape(message, human)));
        }
        return new ReleasedView(run, human, messages);
    }

    /// Whether the released evaluator stops at this run.
    boolean crashes() {
        return messages.stream().anyMatch(Optional::isEmpty);
    }

    /// The `product_ids` of the last `recommend_product` call; empty text when there is none or it is no string.
    String recommendation() {
        Optional<Json> last = Optional.empty();
        for (Optional<Json.Obj> message : messages) {
            for (Json.Obj call : calls(message)) {
                if (isCallOf(ToolCall.RECOMMEND_PRODUCT, call)) {
                    last = call.object("parameters").flatMap(parameters -> parameters.get("product_ids"));
                }
            }
        }
        return last.flatMap(Json::asText).orElse("");
    }

    /// 1 / steps when the last step terminates, else 0.
    double length() {
        boolean terminated = !messages.isEmpty()
                && calls(messages.getLast()).stream().anyMatch(call -> isCallOf(ToolCall.TERMINATE, call));
        return terminated ? 1.0 / messages.size() : 0;
    }

    /// The mean over the steps of whether the message, written back, is well-formed; 0 for a human.
    ///
    /// @param weight what a well-formed step counts
    double format(boolean noThink, ToDoubleFunction<Step> weight) {
        double sum = 0;
        for (int i = 0; i < messages.size() && !human; i++) {
            if (messages.get(i).map(message -> FormatRule.isWellFormed(FormatRule.written(message), noThink)).orElse(false)) {
                sum += weight.applyAsDouble(run.steps().get(i));
            }
        }
        return messages.isEmpty() ? 0 : sum / messages.size();
    }

    /// The mean over the steps of whether the model's own text is well-formed.
    double formatOfContent() {
        int sum = 0;
        for (int i = 0; i < messages.size(); i++) {
            Optional<String> content = messages.get(i).isPresent() ? run.steps().get(i).content() : Optional.empty();
            if (content.map(text -> FormatRule.isWellFormed(text, false)).orElse(false)) {
                sum++;
            }
        }
        return messages.isEmpty() ? 0 : (double) sum / messages.size();
    }

    /// What the user was told, step by step; empty text where nothing was said.
    List<String> responses() {
        return messages.stream()
                .map(message -> message.flatMap(m -> m.text("response")).orElse(""))
                .toList();
    }

    /// @param mayBeNull whether the released code passes over a message that is null, as it does where no format is scored
    private static Optional<Json.Obj> message(Step step, boolean mayBeNull) {
        return step.message().flatMap(message -> switch (message) {
            case Json.Obj object -> Optional.of(object);
            case Json.Null _ -> mayBeNull ? Optional.of(Json.Obj.EMPTY) : Optional.empty();
            default -> Optional.empty();
        });
    }

    private static List<Json.Obj> calls(Optional<Json.Obj> message) {
        return message.map(m -> m.items("tool_call")).orElse(List.of()).stream()
                .map(call -> (Json.Obj) call)
                .toList();
    }

    private static boolean isCallOf(String tool, Json.Obj call) {
        return call.text("name").filter(tool::equals).isPresent();
    }

    /// The released code builds a typed message of each step (not of a human's), and looks into its calls.
    private static boolean isShape(Json.Obj message, boolean human) {
        return (human || (areTexts(message) && areObjects(message, "tool_call") && areObjects(message, "obs"))) && areCalls(message);
    }

    /// For web the released code looks at the content, the responses and the calls, and at nothing else.
    private static boolean isWebShape(Step step, Json.Obj message) {
        boolean responds = message.get("response").map(response -> response instanceof Json.Str).orElse(true);
        return responds && step.content().isPresent() && areCalls(message);
    }

    private static boolean areTexts(Json.Obj message) {
        return List.of("user", "think", "response").stream()
                .allMatch(key -> message.get(key).map(value -> value instanceof Json.Str).orElse(true));
    }

    private static boolean areObjects(Json.Obj message, String key) {
        return switch (message.fields().get(key)) {
            case null -> true;
            case Json.Arr(List<Json> items) -> items.stream().allMatch(item -> item instanceof Json.Obj);
            default -> false;
        };
    }

    private static boolean areCalls(Json.Obj message) {
        return switch (message.fields().get("tool_call")) {
            case null -> true;
            case Json.Arr(List<Json> items) -> items.stream().allMatch(ReleasedView::isCall);
            case Json.Null _ -> true;
            case Json.Bool(boolean truth) -> !truth;
            case Json.Str(String text) -> text.isEmpty();
            case Json.Obj(var fields) -> fields.isEmpty();
            case Json.Num number -> number.asDouble() == 0;
        };
    }

    /// The released code takes the name of every call and the parameters of a recommendation.
    private static boolean isCall(Json call) {
        return call instanceof Json.Obj object
                && object.get("name").isPresent()
                && (!isCallOf(ToolCall.RECOMMEND_PRODUCT, object) || object.object("parameters").isPresent());
    }
}
