package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// A log of the Model Context Protocol, a JSON-RPC message a line, bare or in an object that says when and in which direction it went. It
/// tells which tools were called and what they answered; what the model said in between is not in it.
final class McpLog implements ConversationFormat {
    @Override
    public String name() {
        return "MCP log";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("jsonrpc") || keys.contains("direction") && keys.contains("message");
    }

    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj entry && isMessage(message(entry));
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json.Obj> entries = Fields.onlyObjects(value);
        if (entries.isEmpty() || !entries.stream().allMatch(this::isEntry)) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        boolean calls = false;
        for (Json.Obj entry : entries) {
            Json.Obj message = message(entry);
            Optional<Json.Obj> said = message.text("method").equals(Optional.of("tools/call"))
                    ? Optional.of(call(message, entry))
                    : answer(message, entries);
            calls |= said.isPresent();
            items.add(said.map(found -> new Item(found, List.of(entry))).orElseGet(() -> Item.unsaid(entry)));
        }
        return calls ? Optional.of(new Conversation(items, Optional.empty(), Optional.empty())) : Optional.empty();
    }

    private static Json.Obj message(Json.Obj entry) {
        return entry.object("message").or(() -> entry.object("payload")).filter(McpLog::isMessage).orElse(entry);
    }

    private static boolean isMessage(Json.Obj message) {
        return message.text("jsonrpc").isPresent()
                && (message.text("method").isPresent() || message.get("result").isPresent() || message.get("error").isPresent());
    }

    private static Json.Obj call(Json.Obj message, Json.Obj entry) {
        Json.Obj params = message.object("params").orElse(Json.Obj.EMPTY);
        Json.Obj said = Fields.message("assistant", Json.NULL).with("tool_calls", new Json.Arr(List.of(Fields.call(
                id(message), params.text("name").orElse(""), params.get("arguments").orElse(Json.Obj.EMPTY)))));
        return entry.get("timestamp").map(time -> said.with("timestamp", time)).orElse(said);
    }

    /// The answer to a call of a tool; what else a server answers is nothing that an agent did.
    private static Optional<Json.Obj> answer(Json.Obj message, List<Json.Obj> entries) {
        Optional<String> id = id(message);
        boolean called = id.isPresent() && message.text("method").isEmpty() && entries.stream().map(McpLog::message)
                .anyMatch(other -> other.text("method").equals(Optional.of("tools/call")) && id(other).equals(id));
        if (!called) {
            return Optional.empty();
        }
        Optional<Json.Obj> result = message.object("result");
        Json content = result.flatMap(found -> found.get("content").or(() -> found.get("structuredContent")))
                .or(() -> message.get("result"))
                .or(() -> message.object("error").flatMap(error -> error.get("message")))
                .orElse(Json.NULL);
        boolean failed = message.get("error").isPresent()
                || result.flatMap(found -> found.get("isError")).equals(Optional.of(new Json.Bool(true)));
        Json.Obj answer = Fields.answer(id, "", content);
        return Optional.of(failed ? answer.with("is_error", new Json.Bool(true)) : answer);
    }

    private static Optional<String> id(Json.Obj message) {
        return message.get("id").filter(id -> !(id instanceof Json.Null)).map(Fields::text);
    }
}
