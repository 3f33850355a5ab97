package org.shoptrace.core.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.RunFormat.Content;
import org.shoptrace.core.trajectory.format.ConversationFormats;
import org.shoptrace.model.json.Json;

/// Every format of runs that Shoptrace knows. Whoever wants to know what a value is asks here, so that a scan, a list, a search and an
/// export see the same runs, and refuse the rest in the same words.
public final class RunFormats {
    /// In the order in which they are asked: the benchmark's own, ATIF, conversations, and last what is known and not read.
    private static final List<RunFormat> ALL = all();
    private static final String EXPECTED = "a run is an array of steps, an ORO object, a list of messages, or an ATIF document";

    private RunFormats() {}

    private static List<RunFormat> all() {
        List<RunFormat> all = new ArrayList<>(List.of(new BenchmarkRollout(), new OroDialogue(), new AtifDocument()));
        ConversationFormats.all().forEach(format -> all.add(new ConversationRun(format)));
        all.addAll(KnownFormats.ALL);
        return List.copyOf(all);
    }

    /// What a value holds; empty when it is no run of any format.
    static Optional<Content> read(Json value) {
        return ALL.stream().flatMap(format -> format.read(value).stream()).findFirst();
    }

    /// Whether a value is a run by itself, on a line or in an array of runs. A message may hold anything, a conversation too, and stays a
    /// message; a step stays a step.
    static boolean isRun(Json value) {
        return switch (value) {
            case Json.Obj object -> !isEntry(object) && read(object).isPresent();
            case Json.Arr(List<Json> items) -> !items.isEmpty() && read(value).isPresent();
            default -> false;
        };
    }

    /// Whether a value is a line of a file that is one run as a whole: a message, or an entry of an agent's log.
    static boolean isEntry(Json value) {
        return ALL.stream().anyMatch(format -> format.isEntry(value));
    }

    /// Whether a value with these first keys may be a run, for a first look at a file of any size.
    ///
    /// @param first the first keys of a value; of an array, those of its first object
    /// @param array whether the value is an array
    public static boolean mayHave(Set<String> first, boolean array) {
        return ALL.stream().anyMatch(format -> format.isRead() && format.mayHave(first, array));
    }

    /// Whether a value, alone in its file or on a line, holds runs: it is one, a part of one, or a list of them.
    public static boolean holdsRuns(Json value) {
        return isEntry(value) || isRun(value)
                || value instanceof Json.Arr(List<Json> items) && items.stream().findFirst().filter(RunFormats::isRun).isPresent()
                || value instanceof Json.Obj object && RunCollection.of(object.fields().keySet()).isPresent()
                        && RunCollection.empty(value).isEmpty();
    }

    /// What a value is known as that is no run; empty when it is nothing known.
    public static Optional<String> knownAs(Json value) {
        return KnownFormats.name(value);
    }

    /// Why a value is no run.
    static String refusal(Json value) {
        String otherwise = switch (value) {
            case Json.Obj _ -> "an object without `dialogue`, `messages` or `steps` is no run; ";
            case Json.Arr _ -> "an array whose elements are no steps is no run; ";
            default -> "";
        };
        return knownAs(value).map(name -> "this is " + name + ", which Shoptrace does not read; ").orElse(otherwise) + EXPECTED;
    }
}
