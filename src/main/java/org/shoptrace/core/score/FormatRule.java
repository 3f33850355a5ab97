package org.shoptrace.core.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Whether a model's text is well-formed: its tags, and the JSON of its tool calls (`src/site/markdown/scoring.md`, on `format`).
final class FormatRule {
    private static final Set<Role> THINK_RUN = Set.of(Role.values());
    private static final Set<Role> NO_THINK_RUN = Set.of(Role.TOOL_CALL);

    private FormatRule() {}

    /// The roles of a model's output, in the order that they are written in.
    private enum Role {
        THINK,
        TOOL_CALL,
        RESPONSE;

        private final String opening = "<" + name().toLowerCase(Locale.ROOT) + ">";
        private final String closing = "</" + name().toLowerCase(Locale.ROOT) + ">";
    }

    /// Where a role's tags start in the text.
    private record Tags(int opening, int closing) {
        boolean hold(int position) {
            return opening < position && position < closing;
        }
    }

    /// The text that the released code makes of a message: each non-empty role in its tags, joined by line breaks.
    /// In tool calls `/` is written `\/`, so that a closing tag inside an argument is none.
    static String written(Json.Obj message) {
        List<String> parts = new ArrayList<>();
        for (Role role : Role.values()) {
            String content = switch (message.get(role.name().toLowerCase(Locale.ROOT)).orElse(Json.NULL)) {
                case Json.Str(String text) -> text;
                case Json.Arr calls when !calls.items().isEmpty() -> JsonWriter.compact(calls).replace("/", "\\/");
                default -> "";
            };
            if (!content.isEmpty()) {
                parts.add(role.opening + content + role.closing);
            }
        }
        return String.join("\n", parts);
    }

    /// @param noThink whether nothing but tool calls is looked at
    static boolean isWellFormed(String text, boolean noThink) {
        Set<Role> roles = noThink ? NO_THINK_RUN : THINK_RUN;
        Map<Role, Tags> found = new EnumMap<>(Role.class);
        for (Role role : roles) {
            int openings = count(text, role.opening);
            int closings = count(text, role.closing);
            if (openings == 0 && closings == 0) {
                continue;
            }
            Tags tags = new Tags(text.indexOf(role.opening), text.indexOf(role.closing));
            if (openings != 1 || closings != 1 || tags.opening() >= tags.closing()) {
                return false;
            }
            found.put(role, tags);
        }
        boolean answers = found.containsKey(Role.TOOL_CALL) || found.containsKey(Role.RESPONSE);
        if (!answers || (!noThink && !found.containsKey(Role.THINK)) || areNested(found)) {
            return false;
        }
        Tags calls = found.get(Role.TOOL_CALL);
        return calls == null || areCalls(text.substring(calls.opening() + Role.TOOL_CALL.opening.length(), calls.closing()));
    }

    private static boolean areNested(Map<Role, Tags> found) {
        return found.values().stream()
                .anyMatch(outer -> found.values().stream()
                        .anyMatch(inner -> outer.hold(inner.opening()) || outer.hold(inner.closing())));
    }

    private static boolean areCalls(String text) {
        try {
            return JsonReader.readAsUjson(text) instanceof Json.Arr(List<Json> calls)
                    && calls.stream()
                            .allMatch(call -> call instanceof Json.Obj object
                                    && object.text("name").isPresent()
                                    && object.object("parameters").isPresent());
        } catch (JsonSyntaxException _) {
            return false; // that it is no JSON is the answer
        }
    }

    private static int count(String text, String tag) {
        int count = 0;
        for (int at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + tag.length())) {
            count++;
        }
        return count;
    }
}
