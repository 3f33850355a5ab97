package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// What was sent to a model, and beside it what came back: the answer is the last turn. A log says so in one of three ways
/// ([Exchange]), or in several exchanges of one conversation; an evaluation by `prompt` and `completion` (verifiers).
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
                || (keys.contains("messages") || keys.contains("request")) && keys.contains("response")
                || keys.contains(Exchange.EXCHANGES);
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return value instanceof Json.Obj object ? exchange(object) : Optional.empty();
    }

    private static Optional<Conversation> exchange(Json.Obj object) {
        Optional<Exchange> exchange = Exchange.of(object);
        if (exchange.isPresent()) {
            return Optional.of(conversation(List.of(exchange.get())));
        }
        List<Json.Obj> several = Fields.onlyObjects(object.get(Exchange.EXCHANGES).orElse(Json.NULL));
        if (!several.isEmpty() && several.stream().allMatch(one -> Exchange.of(one).isPresent())) {
            return Optional.of(conversation(several.stream().flatMap(one -> Exchange.of(one).stream()).toList()));
        }
        boolean evaluated = object.get("prompt").isPresent() && object.get("completion").isPresent() && object.get("extra_info").isEmpty();
        return evaluated
                ? evaluation(object, object.get("prompt").orElse(Json.NULL), object.get("completion").orElse(Json.NULL))
                : Optional.empty();
    }

    /// The exchanges of one conversation. What an exchange took is what its answer took.
    private static Conversation conversation(List<Exchange> exchanges) {
        List<Item> items = new ArrayList<>();
        exchanges.getFirst().prompt().ifPresent(prompt -> items.add(new Item(Fields.message("system", prompt), List.of(prompt))));
        OwnReading own = new OwnReading("the log");
        Optional<String> model = Optional.empty();
        for (Exchange exchange : exchanges) {
            Fields.objects(exchange.messages()).forEach(message -> items.add(Item.asRecorded(message)));
            exchange.answer().forEach(message -> items.add(Item.asRecorded(message)));
            if (!items.isEmpty() && !exchange.answer().isEmpty()) {
                Item last = items.removeLast();
                items.add(last.made(last.generation().plus(Metrics.of(exchange.without(exchange.messages().size())))));
            }
            exchange.value().get("error").or(() -> exchange.value().get("error_str")).ifPresent(own::error);
            exchange.value().object("metadata").ifPresent(own::metadata);
            model = model.or(() -> model(exchange.value()));
        }
        return new Conversation(items, model, Optional.empty(), own.record());
    }

    private static Optional<String> model(Json.Obj exchange) {
        return exchange.text("model")
                .or(() -> exchange.object("request").flatMap(request -> request.text("model")))
                .or(() -> exchange.object("response").flatMap(response -> response.text("model")))
                .filter(name -> !name.isBlank());
    }

    private static Optional<Conversation> evaluation(Json.Obj object, Json asked, Json answered) {
        List<Item> items = new ArrayList<>();
        boolean sound = add(asked, "user", items) && add(answered, "assistant", items);
        return sound && !items.isEmpty()
                ? Optional.of(new Conversation(items, object.text("model"), Optional.empty(), evaluated(object)))
                : Optional.empty();
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
