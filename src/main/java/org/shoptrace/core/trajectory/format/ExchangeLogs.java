package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// What was sent to a model, and beside it what came back: the answer is the last turn. Three ways of saying so: a logged request with its
/// `response` (LiteLLM), an object of the responses interface with `input` and `output`, and an evaluation's `prompt` and `completion`
/// (verifiers).
final class ExchangeLogs implements ConversationFormat {
    private static final Set<String> TEXTS = Set.of("prompt", "completion", "model", "tool_defs", "id");

    @Override
    public String name() {
        return "request and response";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("prompt") && keys.contains("completion")
                || keys.contains("input") && keys.contains("output") && keys.contains("object")
                || keys.contains("messages") && keys.contains("response");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return value instanceof Json.Obj object ? exchange(object) : Optional.empty();
    }

    private static Optional<Conversation> exchange(Json.Obj object) {
        if (object.get("messages").orElse(Json.NULL) instanceof Json.Arr asked && object.object("response").isPresent()) {
            List<Json.Obj> answers = object.object("response").stream()
                    .flatMap(response -> Fields.objects(response.items("choices")).stream())
                    .limit(1)
                    .flatMap(choice -> choice.object("message").stream())
                    .toList();
            return answers.isEmpty() ? Optional.empty() : conversation(object, asked, new Json.Arr(List.copyOf(answers)));
        }
        if (object.text("object").equals(Optional.of("response"))) {
            return conversation(object, object.get("input").orElse(Json.NULL), object.get("output").orElse(Json.NULL));
        }
        boolean evaluated = object.get("prompt").isPresent() && object.get("completion").isPresent() && object.get("extra_info").isEmpty();
        return evaluated
                ? conversation(object, object.get("prompt").orElse(Json.NULL), object.get("completion").orElse(Json.NULL))
                : Optional.empty();
    }

    private static Optional<Conversation> conversation(Json.Obj object, Json asked, Json answered) {
        List<Item> items = new ArrayList<>();
        boolean sound = add(asked, "user", items) && add(answered, "assistant", items);
        if (!sound || items.isEmpty()) {
            return Optional.empty();
        }
        boolean evaluated = object.get("completion").isPresent();
        if (!evaluated) {
            // What the exchange took is what its answer took.
            Item last = items.removeLast();
            items.add(last.made(last.generation().plus(Metrics.of(object))));
        }
        return Optional.of(new Conversation(
                items, object.text("model"), Optional.empty(), evaluated ? evaluated(object) : logged(object)));
    }

    /// An evaluation's fields beside the messages are what its rubric gave back.
    private static OwnRecord evaluated(Json.Obj object) {
        OwnReading own = new OwnReading("verifiers' reward").verdict(object).task(object).groups(object).took(Metrics.usage(object));
        object.object("info").ifPresent(own::metadata);
        object.fields().forEach((name, value) -> {
            if (!name.endsWith("_ms") && !TEXTS.contains(name)) {
                own.rest(name, value);
            }
        });
        return own.record();
    }

    private static OwnRecord logged(Json.Obj object) {
        OwnReading own = new OwnReading("the log");
        object.get("error").or(() -> object.get("error_str")).ifPresent(own::error);
        object.object("metadata").ifPresent(own::metadata);
        return own.record();
    }

    /// A text alone is a message of that role.
    private static boolean add(Json messages, String role, List<Item> items) {
        return switch (messages) {
            case Json.Str text -> items.add(new Item(Fields.message(role, text), List.of(text)));
            case Json.Arr(List<Json> all) when all.stream().allMatch(ExchangeLogs::isMessage) ->
                items.addAll(Fields.objects(all).stream().map(Item::asRecorded).toList()) || all.isEmpty();
            default -> false;
        };
    }

    private static boolean isMessage(Json value) {
        return value instanceof Json.Obj message && (message.text("role").isPresent() || message.text("type").isPresent());
    }
}
