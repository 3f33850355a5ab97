package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;

/// Data to learn preferences from: a conversation with an answer that was chosen and one that was rejected, which are two runs; or with a
/// label that says whether its answer is wanted (KTO).
///
/// An answer is a message or several; some files repeat the conversation in front of both.
final class PreferenceData implements ConversationFormat {
    /// The two answers, as files call them.
    private static final List<List<String>> PAIRS = List.of(List.of("chosen", "rejected"), List.of("chosen_messages", "rejected_messages"));
    private static final List<String> BEFORE = List.of("conversations", "messages", "prompt");
    private static final List<String> LABELS = List.of("kto_tag", "label");

    private final MessageList messages = new MessageList();

    @Override
    public String name() {
        return "preference data";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return PAIRS.stream().anyMatch(keys::containsAll)
                || LABELS.stream().anyMatch(keys::contains) && BEFORE.stream().anyMatch(keys::contains);
    }

    /// A whole pair is no run, but holds two.
    @Override
    public Optional<Conversation> read(Json value) {
        if (!(value instanceof Json.Obj record) || !inside(value).isEmpty()) {
            return Optional.empty();
        }
        for (List<String> pair : PAIRS) {
            for (int i = 0; i < 2; i++) {
                Optional<Conversation> one = one(record, pair.get(i), i == 0 ? "chosen" : "rejected");
                if (one.isPresent()) {
                    return one;
                }
            }
        }
        return labelled(record);
    }

    @Override
    public List<Json> inside(Json value) {
        if (!(value instanceof Json.Obj record)) {
            return List.of();
        }
        return PAIRS.stream()
                .filter(pair -> pair.stream().noneMatch(key -> answer(record, key).isEmpty())
                        && before(record, pair.getFirst()).isPresent())
                .findFirst()
                .map(pair -> List.<Json>of(without(record, pair.getLast()), without(record, pair.getFirst())))
                .orElse(List.of());
    }

    private static Json.Obj without(Json.Obj record, String key) {
        var fields = new LinkedHashMap<>(record.fields());
        fields.remove(key);
        return new Json.Obj(fields);
    }

    private static Optional<Conversation> one(Json.Obj record, String key, String preference) {
        List<Json.Obj> answer = answer(record, key);
        return answer.isEmpty()
                ? Optional.empty()
                : before(record, key).map(before -> new Conversation(
                        Stream.concat(before.stream(), answer.stream()).map(Item::asRecorded).toList(), record.text("model"),
                        Optional.empty(), OwnRecord.NONE.with("preference", preference)));
    }

    /// The messages of an answer, of which a text alone is one; none where it is something else.
    private static List<Json.Obj> answer(Json.Obj record, String key) {
        return switch (record.get(key).orElse(Json.NULL)) {
            case Json.Obj message when MessageList.isMessage(message) -> List.of(message);
            case Json.Arr(List<Json> all) when MessageList.isList(all) -> Fields.objects(all);
            case Json.Str text when !key.equals("completion") -> List.of(Fields.message("assistant", text));
            default -> List.of();
        };
    }

    /// What was said before the answer; nothing where the answer repeats it; empty where there is no such thing.
    private static Optional<List<Json.Obj>> before(Json.Obj record, String key) {
        List<Json.Obj> answer = answer(record, key);
        if (!answer.isEmpty() && !Set.of("assistant", "gpt", "function_call").contains(MessageList.role(answer.getFirst()))) {
            return Optional.of(List.of());
        }
        for (String place : BEFORE) {
            switch (record.get(place).orElse(Json.NULL)) {
                case Json.Arr(List<Json> said) when MessageList.isList(said) -> {
                    return Optional.of(Fields.objects(said));
                }
                case Json.Str asked when place.equals("prompt") -> {
                    return Optional.of(List.of(Fields.message("user", asked)));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private Optional<Conversation> labelled(Json.Obj record) {
        Optional<Boolean> label = LABELS.stream().flatMap(key -> record.get(key).stream())
                .flatMap(mark -> mark instanceof Json.Bool(boolean wanted) ? Stream.of(wanted) : Stream.empty())
                .findFirst();
        if (label.isEmpty()) {
            return Optional.empty();
        }
        OwnRecord own = OwnRecord.NONE.with(new OwnVerdict(
                "the data's label", label, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of()));
        return completed(record).or(() -> messages.read(record)).map(conversation -> conversation.recording(own));
    }

    private static Optional<Conversation> completed(Json.Obj record) {
        List<Item> items = new ArrayList<>();
        List<Json.Obj> said = answer(record, "completion");
        if (said.isEmpty() && record.get("completion").orElse(Json.NULL) instanceof Json.Str text) {
            said = List.of(Fields.message("assistant", text));
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        before(record, "completion").orElse(List.of()).forEach(message -> items.add(Item.asRecorded(message)));
        said.forEach(message -> items.add(Item.asRecorded(message)));
        return Optional.of(new Conversation(items, record.text("model"), Optional.empty()));
    }
}
