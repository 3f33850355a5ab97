package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shoptrace.core.python.PythonLiteral;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// A line of a result of the Berkeley Function Calling Leaderboard: `{id, result, inference_log}`. Of several turns the log tells what the
/// user asked, what the model wrote in each step, and what the tools answered; calls are written as Python writes them.
final class BfclResult implements ConversationFormat {
    private static final Pattern STEP = Pattern.compile("step_(\\d+)");

    @Override
    public String name() {
        return "BFCL result";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("inference_log") && keys.contains("result")
                || keys.contains("id") && keys.contains("result") && keys.contains("input_token_count");
    }

    @Override
    public Optional<Conversation> read(Json value) {
        if (!(value instanceof Json.Obj line) || line.text("id").isEmpty() || line.get("result").isEmpty()
                || line.get("inference_log").isEmpty() && line.get("input_token_count").isEmpty()) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        int turn = 0;
        for (Json.Obj entry : Fields.objects(line.items("inference_log"))) {
            if (entry.get("begin_of_turn_query").isPresent()) {
                add(line, entry, turn++, items);
            }
        }
        addUnlogged(line, turn, items);
        OwnRecord own = new OwnRecord(line.text("id"), Optional.empty(), Optional.empty(), OwnRecord.NONE.metadata());
        return items.isEmpty()
                ? Optional.empty()
                : Optional
                        .of(new Conversation(items, line.text("model_name").or(() -> line.text("model")), Optional.empty()).recording(own));
    }

    /// What the model wrote and no log tells: of a single turn all, of several turns what comes after those that are in the log.
    private static void addUnlogged(Json.Obj line, int turns, List<Item> items) {
        Json result = line.get("result").orElse(Json.NULL);
        boolean inTurns = result instanceof Json.Arr(List<Json> written) && written.stream().allMatch(Json.Arr.class::isInstance);
        if (!inTurns && turns == 0) {
            items.add(measured(said(result), List.of(line), line, Optional.empty(), 0));
        }
        for (int turn = turns; inTurns && turn < line.items("result").size(); turn++) {
            addUnlogged(line, turn, 0, items);
        }
    }

    private static void addUnlogged(Json.Obj line, int turn, int from, List<Item> items) {
        List<Json> steps = at(line.get("result").orElse(Json.NULL), turn) instanceof Json.Arr(List<Json> written) ? written : List.of();
        for (int step = from; step < steps.size(); step++) {
            Json.Obj said = named(said(steps.get(step)), turn, step);
            items.add(measured(said, List.of(steps.get(step)), line, Optional.of(turn), step));
        }
    }

    private static Json.Obj said(Json written) {
        return calling(written).orElseGet(() -> Fields.message("assistant", Json.of(words(written))));
    }

    private static void add(Json.Obj line, Json.Obj entry, int turn, List<Item> items) {
        Fields.objects(entry.items("begin_of_turn_query")).forEach(message -> items.add(new Item(message, List.of(message))));
        List<Map.Entry<String, Json>> steps = entry.fields().entrySet().stream()
                .filter(field -> STEP.matcher(field.getKey()).matches())
                .sorted(Comparator.comparingInt(field -> Integer.parseInt(field.getKey().substring("step_".length()))))
                .toList();
        for (int step = 0; step < steps.size(); step++) {
            step(line, Fields.objects(steps.get(step).getValue() instanceof Json.Arr(List<Json> events) ? events : List.of()), turn, step,
                    items);
        }
        addUnlogged(line, turn, steps.size(), items);
    }

    private static void step(Json.Obj line, List<Json.Obj> events, int turn, int step, List<Item> items) {
        // What was decoded of the model's words are the calls that were made.
        Optional<Json> decoded = events.stream().flatMap(event -> event.get("model_response_decoded").stream()).findFirst();
        int answers = 0;
        for (Json.Obj event : events) {
            switch (event.text("role").orElse("")) {
                case "assistant" -> {
                    Json content = event.get("content").orElse(Json.NULL);
                    Optional<Json.Obj> calls = decoded.flatMap(BfclResult::calling).or(() -> calling(content));
                    Json.Obj said = calls.orElseGet(() -> Fields.message("assistant", Json.of(words(content))));
                    Optional<Json> thought = event.get("reasoning_content").filter(text -> !Fields.text(text).isBlank());
                    said = thought.isPresent() ? said.with("reasoning_content", thought.get()) : said;
                    items.add(measured(named(said, turn, step), List.of(event), line, Optional.of(turn), step));
                }
                case "tool" -> items.add(new Item(
                        Fields.answer(
                                Optional.of(id(turn, step, answers++)), event.text("name").orElse(""),
                                event.get("content").orElse(Json.NULL)),
                        List.of(event)));
                case "user" -> items.add(Item.asRecorded(event));
                default -> items.add(Item.unsaid(event));
            }
        }
    }

    private static String words(Json content) {
        return content instanceof Json.Arr(List<Json> parts)
                ? String.join("\n", parts.stream().map(Fields::text).toList())
                : Fields.text(content);
    }

    /// Calls have no ids there; answers follow in the order of the calls.
    private static Json.Obj named(Json.Obj said, int turn, int step) {
        List<Json> calls = new ArrayList<>();
        for (Json.Obj call : Fields.objects(said.items("tool_calls"))) {
            calls.add(call.with("id", Json.of(id(turn, step, calls.size()))));
        }
        return calls.isEmpty() ? said : said.with("tool_calls", new Json.Arr(calls));
    }

    private static String id(int turn, int step, int call) {
        return "turn-" + turn + "-step-" + step + "-call-" + call;
    }

    /// `["find(q='camp lantern')"]`, or `[{"find": "{…}"}]`, as calls; empty where any of it is something else.
    private static Optional<Json.Obj> calling(Json written) {
        List<Json> parts = switch (written) {
            case Json.Arr(List<Json> items) -> items;
            case Json.Str text -> List.of(text);
            default -> List.of();
        };
        List<Json> calls = new ArrayList<>();
        for (Json part : parts) {
            Optional<List<Json>> read = switch (part) {
                case Json.Str(String text) -> PythonLiteral.Call.all(text)
                        .map(all -> all.stream().map(call -> (Json) Fields.call(Optional.empty(), call.name(), call.arguments())).toList());
                case Json.Obj object when object.fields().size() == 1 -> Optional.of(object.fields().entrySet().stream()
                        .map(call -> (Json) Fields.call(Optional.empty(), call.getKey(), call.getValue())).toList());
                default -> Optional.empty();
            };
            if (read.isEmpty()) {
                return Optional.empty();
            }
            calls.addAll(read.get());
        }
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(Fields.message("assistant", Json.NULL).with("tool_calls", new Json.Arr(calls)));
    }

    private static Item measured(Json.Obj said, List<Json> recorded, Json.Obj line, Optional<Integer> turn, int step) {
        return new Item(said, recorded, Metrics.of(Measured.of(
                Optional.empty(), count(line, "input_token_count", turn, step), count(line, "output_token_count", turn, step),
                Optional.empty(), Optional.empty(), count(line, "latency", turn, step), Optional.empty(), Optional.empty())));
    }

    /// The counts lie as the turns and steps do.
    private static Optional<Json> count(Json.Obj line, String key, Optional<Integer> turn, int step) {
        Json counts = line.get(key).orElse(Json.NULL);
        if (turn.isPresent()) {
            counts = at(at(counts, turn.get()), step);
        }
        return counts instanceof Json.Num ? Optional.of(counts) : Optional.empty();
    }

    private static Json at(Json list, int place) {
        return list instanceof Json.Arr(List<Json> items) && place < items.size() ? items.get(place) : Json.NULL;
    }
}
