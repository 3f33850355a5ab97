package org.shoptrace.core.trajectory.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

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
                                history.stream().map(AgentBenchHistory::item).toList(), Optional.empty(), Optional.empty(), own(object)))
                : Optional.empty();
    }

    /// The result is an object of what the task rates, or one value that does.
    private static OwnRecord own(Json.Obj run) {
        OwnReading own = new OwnReading("AgentBench's result").verdict(run).groups(run);
        run.object("output").ifPresent(output -> {
            output.text("status").ifPresent(own::ending);
            output.object("result").ifPresent(result -> own.verdict(result).parts(result));
            output.get("result").ifPresent(result -> {
                if (result instanceof Json.Num number) {
                    own.score(number);
                } else if (result instanceof Json.Bool) {
                    own.passed(result);
                } else {
                    own.part("result", result);
                }
            });
        });
        run.get("index").ifPresent(own::task);
        return own.record();
    }

    private static Item item(Json.Obj said) {
        String role = said.text("role").filter("agent"::equals).isPresent() ? "assistant" : said.text("role").orElse("");
        return new Item(said.with("role", Json.of(role)), List.of(said));
    }
}
