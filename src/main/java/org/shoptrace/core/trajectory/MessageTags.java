package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.model.json.Json;

/// What a model's text says, as the released parser reads it: its thought, the calls that it asks for, its response.
///
/// @param think    the thought, else the model's reasoning; empty when there is neither
/// @param calls    the calls before the first bad one; none when the text between the tags is no JSON
/// @param response what the user is told
public record MessageTags(Optional<String> think, List<Call> calls, Optional<String> response) {
    /// A call that a model asks for.
    public record Call(String name, Json.Obj parameters) {}

    public MessageTags {
        calls = List.copyOf(calls);
    }

    /// Reads a model's reply.
    ///
    /// @param content   the model's text; empty text when it sent none
    /// @param reasoning its `reasoning_content`; empty text when it sent none
    public static MessageTags parse(String content, String reasoning) {
        Optional<String> think = find("think", content).or(() -> Optional.of(reasoning).filter(text -> !text.isEmpty()));
        return new MessageTags(
                think, find("tool_call", content).map(MessageTags::calls).orElse(List.of()), find("response", content));
    }

    /// What Python's `re.search("<role>(.+?)</role>", content, re.DOTALL)` finds, trimmed. When no closing tag follows
    /// the first opening one, none follows a later one either.
    private static Optional<String> find(String role, String content) {
        String tag = "<" + role + ">";
        int start = content.indexOf(tag) + tag.length();
        int end = start < tag.length() ? -1 : content.indexOf("</" + role + ">", start + 1);
        return end < 0
                ? Optional.empty()
                : Optional.of(PythonText.strip(content.substring(start, end))).filter(text -> !text.isEmpty());
    }

    private static List<Call> calls(String text) {
        Json json;
        try {
            json = JsonReader.readAsUjson(text);
        } catch (JsonSyntaxException e) {
            // The released parser tells nobody either: such a message carries no call.
            return List.of();
        }
        List<Call> calls = new ArrayList<>();
        for (Json item : json instanceof Json.Arr(List<Json> items) ? items : List.of(json)) {
            if (!(item instanceof Json.Obj object)
                    || !(object.get("name").orElse(Json.NULL) instanceof Json.Str(String name))
                    || !(object.get("parameters").orElse(Json.NULL) instanceof Json.Obj parameters)) {
                break;
            }
            calls.add(new Call(name, parameters));
        }
        return calls;
    }
}
