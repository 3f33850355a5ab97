package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;

/// The AI SDK's messages for a user interface: `[{role, parts: [{type: text|reasoning|tool-NAME|dynamic-tool, …}]}]`. A tool's part holds
/// the call and its answer.
final class UiMessages implements ConversationFormat {
    private static final String TOOL = "tool-";
    private static final Set<String> ROLES = Set.of("system", "user", "assistant");

    @Override
    public String name() {
        return "AI SDK messages";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("role") && keys.contains("parts");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json.Obj> messages = Fields.onlyObjects(value instanceof Json.Obj object ? object.get("messages").orElse(Json.NULL) : value);
        if (messages.isEmpty() || !messages.stream().allMatch(UiMessages::isMessage)) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        messages.forEach(message -> items.addAll(items(message)));
        return Optional.of(new Conversation(items, Optional.empty(), Optional.empty()));
    }

    private static boolean isMessage(Json.Obj message) {
        return message.text("role").map(role -> role.toLowerCase(Locale.ROOT)).filter(ROLES::contains).isPresent()
                && !message.items("parts").isEmpty()
                && Fields.objects(message.items("parts")).stream().allMatch(part -> part.text("type").isPresent());
    }

    private static boolean isTool(String type) {
        return type.startsWith(TOOL) || type.equals("dynamic-tool");
    }

    /// A step of an assistant ends where a tool has answered: what it says then is another turn.
    private static List<Item> items(Json.Obj message) {
        List<Item> items = new ArrayList<>();
        List<Json> blocks = new ArrayList<>();
        List<Json> calls = new ArrayList<>();
        List<Json.Obj> answers = new ArrayList<>();
        for (Json.Obj part : Fields.objects(message.items("parts"))) {
            String type = part.text("type").orElse("");
            if (!isTool(type) && !answers.isEmpty() && !type.equals("step-start")) {
                flush(message, blocks, calls, answers, items);
            }
            if (isTool(type)) {
                String tool = type.startsWith(TOOL) ? type.substring(TOOL.length()) : part.text("toolName").orElse("");
                calls.add(Fields.call(part.text("toolCallId"), tool, part.get("input").or(() -> part.get("args")).orElse(Json.NULL)));
                part.get("output").or(() -> part.get("result")).or(() -> part.get("errorText"))
                        .ifPresent(output -> answers.add(Fields.answer(part.text("toolCallId"), tool, output)));
            } else if (type.equals("text") || type.equals("reasoning")) {
                blocks.add(Json.Obj.EMPTY.with("type", Json.of(type)).with("text", Json.of(part.text("text").orElse(""))));
            } else if (type.equals("file")) {
                String kind = part.text("mediaType").or(() -> part.text("mimeType")).filter(media -> !media.startsWith("image/"))
                        .isPresent()
                                ? "file"
                                : "image";
                blocks.add(part.with("type", Json.of(kind)));
            }
        }
        flush(message, blocks, calls, answers, items);
        return items;
    }

    private static void flush(Json.Obj message, List<Json> blocks, List<Json> calls, List<Json.Obj> answers, List<Item> items) {
        if (!blocks.isEmpty() || !calls.isEmpty()) {
            Json.Obj said = Fields.message(message.text("role").orElse("").toLowerCase(Locale.ROOT), new Json.Arr(List.copyOf(blocks)));
            // What the message took is said once, of all its steps.
            boolean first = items.isEmpty();
            Item item = new Item(calls.isEmpty() ? said : said.with("tool_calls", new Json.Arr(List.copyOf(calls))), List.of(message));
            items.add(first ? item : item.made(Generation.UNSAID));
            answers.forEach(answer -> items.add(new Item(answer, List.of(message))));
        }
        blocks.clear();
        calls.clear();
        answers.clear();
    }
}
