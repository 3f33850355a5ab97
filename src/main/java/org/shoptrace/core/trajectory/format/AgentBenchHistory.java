package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;

/// AgentBench's runs: `{index, output: {status, result, history: [{role: user|agent, content}]}}`.
final class AgentBenchHistory implements ConversationFormat {
    @Override
    public String name() {
        return "AgentBench run";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("index") && keys.contains("output");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        return value instanceof Json.Obj object
                ? object.object("output").map(output -> Fields.objects(output.items("history")))
                        .filter(history -> !history.isEmpty() && history.stream().allMatch(said -> said.text("role").isPresent()))
                        .map(history -> new Conversation(
                                history.stream().map(AgentBenchHistory::item).toList(), Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    private static Item item(Json.Obj said) {
        String role = said.text("role").filter("agent"::equals).isPresent() ? "assistant" : said.text("role").orElse("");
        return new Item(said.with("role", Json.of(role)), List.of(said));
    }
}
