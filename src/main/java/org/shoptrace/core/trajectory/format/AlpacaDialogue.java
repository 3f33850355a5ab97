package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// A record of instruction data with a history: `{system, history: [[asked, answered]], instruction, input, output}`. One without a
/// history is a task with its solution and no run.
final class AlpacaDialogue implements ConversationFormat {
    private static final String HISTORY = "history";
    private static final String ASKED = "instruction";
    private static final String ANSWERED = "output";

    @Override
    public String name() {
        return "instruction data with a history";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.containsAll(Set.of(ASKED, ANSWERED, HISTORY));
    }

    @Override
    public Optional<Conversation> read(Json value) {
        if (!(value instanceof Json.Obj record) || record.text(ASKED).isEmpty() || record.text(ANSWERED).isEmpty()
                || !(record.get(HISTORY).orElse(Json.NULL) instanceof Json.Arr(List<Json> history))
                || !history.stream().allMatch(AlpacaDialogue::isTurn)) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        record.text("system").filter(text -> !text.isBlank()).ifPresent(text -> items.add(said("system", text, Json.of(text))));
        for (Json turn : history) {
            List<Json> words = ((Json.Arr) turn).items();
            items.add(said("user", words.getFirst().asText().orElse(""), turn));
            items.add(said("assistant", words.getLast().asText().orElse(""), turn));
        }
        String asked = record.text(ASKED).orElse("");
        String input = record.text("input").filter(text -> !text.isBlank()).map(text -> "\n" + text).orElse("");
        items.add(said("user", asked + input, Json.of(asked)));
        items.add(said("assistant", record.text(ANSWERED).orElse(""), Json.of(record.text(ANSWERED).orElse(""))));
        return Optional.of(new Conversation(items, record.text("model"), Optional.empty()));
    }

    private static boolean isTurn(Json turn) {
        return turn instanceof Json.Arr(List<Json> words) && words.size() == 2 && words.stream().allMatch(Json.Str.class::isInstance);
    }

    private static Item said(String role, String text, Json recorded) {
        return new Item(Fields.message(role, Json.of(text)), List.of(recorded));
    }
}
