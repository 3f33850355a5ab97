package org.shoptrace.core.trajectory.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;

/// ToolBench's answer to one query: `{win, answer_generation: {query, train_messages, final_answer, finish_type}}`. Of the lists of
/// messages each goes further than the one before; the longest is the run.
final class ToolBenchAnswer implements ConversationFormat {
    private static final String ANSWER = "answer_generation";

    @Override
    public String name() {
        return "ToolBench answer";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains(ANSWER);
    }

    @Override
    public Optional<Conversation> read(Json value) {
        if (!(value instanceof Json.Obj file) || file.object(ANSWER).isEmpty()) {
            return Optional.empty();
        }
        Json.Obj generated = file.object(ANSWER).get();
        List<Item> items = generated.items("train_messages").stream()
                .map(Fields::onlyObjects)
                .max(Comparator.comparingInt(List::size))
                .map(messages -> messages.stream().map(Item::asRecorded).toList())
                .filter(messages -> !messages.isEmpty())
                .orElseGet(() -> tried(file, generated));
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Conversation(items, Optional.empty(), generated.text("query"))
                        .recording(OwnRecord.NONE.with(verdict(file, generated))));
    }

    // A search without an answer

    /// A search that found no answer keeps no messages but the tree of what it tried. Read is the branch that was tried last, from the root
    /// to its end: thoughts, actions, and their input with what the tool answered.
    private static List<Item> tried(Json.Obj file, Json.Obj generated) {
        List<Json.Obj> branch = file.object("tree").flatMap(tree -> tree.object("tree")).map(ToolBenchAnswer::last).orElse(List.of());
        List<Item> items = new ArrayList<>();
        generated.text("query").ifPresent(query -> items.add(new Item(Fields.message("user", Json.of(query)), List.of())));
        List<Json> turn = new ArrayList<>();
        Json thought = Json.NULL;
        Json action = Json.of("");
        for (Json.Obj node : branch) {
            turn.add(node.with("children", new Json.Arr(List.of())));
            Json words = node.get("description").orElse(Json.NULL);
            switch (node.text("node_type").orElse("")) {
                case "Thought" -> thought = words;
                case "Action" -> action = words;
                case "Action Input" -> {
                    Optional<String> id = Optional.of("node-" + items.size());
                    items.add(new Item(
                            Fields.message("assistant", thought).with("tool_calls", new Json.Arr(List.of(
                                    Fields.call(id, Fields.text(action), words)))),
                            List.copyOf(turn)));
                    items.add(new Item(
                            Fields.answer(id, Fields.text(action), node.get("observation").orElse(Json.NULL)), List.copyOf(turn)));
                    turn.clear();
                    thought = Json.NULL;
                    action = Json.of("");
                }
                default -> {}
            }
        }
        return branch.isEmpty() ? List.of() : items;
    }

    /// The nodes below the root on the way to the one that was tried last.
    private static List<Json.Obj> last(Json.Obj root) {
        record Way(List<Json.Obj> nodes, double tried) {}
        Way last = new Way(List.of(), -1);
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(List.of(), 0)));
        Deque<Json.Obj> nodes = new ArrayDeque<>(List.of(root));
        while (!nodes.isEmpty()) {
            Json.Obj node = nodes.pop();
            Way way = open.pop();
            for (Json.Obj child : Fields.objects(node.items("children"))) {
                List<Json.Obj> to = new ArrayList<>(way.nodes());
                to.add(child);
                double tried = Fields.number(child, "expand_num").map(number -> ((Json.Num) number).asDouble()).orElse(0.0);
                Way further = new Way(to, Math.max(tried, way.tried()));
                nodes.push(child);
                open.push(further);
                last = tried >= last.tried() && tried > 0 ? further : last;
            }
        }
        return last.nodes();
    }

    private static OwnVerdict verdict(Json.Obj file, Json.Obj generated) {
        Optional<Boolean> win = file.get("win").flatMap(won -> won instanceof Json.Bool(boolean value)
                ? Optional.of(value)
                : Optional.empty());
        return new OwnVerdict(
                "ToolBench's win", win, Optional.empty(), List.of(), generated.text("finish_type").filter(word -> !word.isBlank()),
                Optional.empty(), List.of());
    }
}
