package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// A rollout as verl's trainer dumps it: `{input, output, gts, score, step}`, the whole chat in two texts. Who speaks stands on a line of
/// its own, as templates leave it where their special tokens are not written, or between the tokens of ChatML.
final class VerlDump implements ConversationFormat {
    private static final Pattern HEAD = Pattern.compile("(?m)^(?:<\\|im_start\\|>)?(system|user|assistant|tool)[ \\t]*\\R");
    private static final Set<String> TEXTS = Set.of("input", "output", "model");
    private static final Pattern END = Pattern.compile("<\\|im_end\\|>|<\\|endoftext\\|>");

    @Override
    public String name() {
        return "verl rollout dump";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("input") && keys.contains("output") && (keys.contains("score") || keys.contains("gts"));
    }

    @Override
    public Optional<Conversation> read(Json value) {
        if (!(value instanceof Json.Obj dump) || (dump.get("score").isEmpty() && dump.get("gts").isEmpty())) {
            return Optional.empty();
        }
        return dump.text("input").flatMap(input -> dump.text("output").map(output -> {
            List<Item> items = new ArrayList<>();
            add(input, "user", items);
            add(output, "assistant", items);
            return new Conversation(items, dump.text("model"), Optional.empty(), own(dump));
        }));
    }

    /// A dump's fields beside the two texts are what the reward's function gave back: numbers and truths.
    private static OwnRecord own(Json.Obj dump) {
        OwnReading own = new OwnReading("verl's score").verdict(dump).task(dump).groups(dump);
        dump.fields().forEach((name, value) -> {
            if (name.equals("step")) {
                own.metadata(name, value);
            } else if (!TEXTS.contains(name)) {
                own.rest(name, value);
            }
        });
        return own.record();
    }

    /// @param speaker who speaks before the first line that says so
    private static void add(String text, String speaker, List<Item> items) {
        Matcher head = HEAD.matcher(text);
        String role = speaker;
        int from = 0;
        while (head.find()) {
            said(role, text.substring(from, head.start()), items);
            role = head.group(1);
            from = head.end();
        }
        said(role, text.substring(from), items);
    }

    /// A thought that is not closed, since the model's text broke off, is a thought all the same.
    private static void said(String role, String text, List<Item> items) {
        String words = END.matcher(text).replaceAll("").strip();
        if (words.isEmpty()) {
            return;
        }
        boolean open = role.equals("assistant") && words.startsWith("<think>") && !words.contains("</think>");
        items.add(new Item(Fields.message(role, Json.of(open ? words + "</think>" : words)), List.of(Json.of(text))));
    }
}
