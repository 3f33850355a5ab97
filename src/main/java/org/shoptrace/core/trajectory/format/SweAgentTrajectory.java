package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// SWE-agent's trajectory: `{environment, trajectory: [{thought, action, observation}], history, info}`. An action is a call of the shell;
/// what the user asked stands in the history, after the demonstrations.
final class SweAgentTrajectory implements ConversationFormat {
    @Override
    public String name() {
        return "SWE-agent trajectory";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("trajectory") && (keys.contains("environment") || keys.contains("history"));
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json.Obj> steps = value instanceof Json.Obj run ? Fields.onlyObjects(run.get("trajectory").orElse(Json.NULL)) : List.of();
        if (steps.isEmpty() || !steps.stream().allMatch(step -> step.get("action").isPresent() && step.get("observation").isPresent())) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>(asked((Json.Obj) value));
        for (Json.Obj step : steps) {
            String id = "step-" + items.size();
            Json call = Fields.call(
                    Optional.of(id), "shell", Json.Obj.EMPTY.with("command", step.get("action").orElse(Json.NULL)));
            items.add(new Item(
                    Fields.message("assistant", Json.NULL)
                            .with("reasoning_content", Json.of(step.text("thought").or(() -> step.text("response")).orElse("")))
                            .with("tool_calls", new Json.Arr(List.of(call))),
                    List.of(step)));
            items.add(new Item(Fields.answer(Optional.of(id), "shell", step.get("observation").orElse(Json.NULL)), List.of(step)));
        }
        return Optional.of(new Conversation(items, Optional.empty(), Optional.empty(), own((Json.Obj) value)));
    }

    private static OwnRecord own(Json.Obj run) {
        OwnReading own = new OwnReading("SWE-agent's own end").verdict(run).task(run).groups(run);
        run.object("info").ifPresent(info -> own.verdict(info).took(Metrics.usage(info)));
        return own.record();
    }

    private static List<Item> asked(Json.Obj run) {
        return Fields.objects(run.items("history")).stream()
                .takeWhile(said -> !said.text("role").equals(Optional.of("assistant"))
                        || said.get("is_demo").orElse(Json.NULL).equals(new Json.Bool(true)))
                .filter(said -> !said.get("is_demo").orElse(Json.NULL).equals(new Json.Bool(true)))
                .map(Item::asRecorded)
                .toList();
    }
}
