package org.shoptrace.model.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Whether values are equal, without recursion: files hold values that are nested thousands of levels deep.
final class JsonEquality {
    /// How deep values are looked into for their hash; deeper, they are told apart by being compared.
    private static final int HASHED = 8;

    /// Two values that have to be equal.
    private record Pair(Json one, Json other) {}

    private JsonEquality() {}

    static boolean equal(Json one, Json other) {
        Deque<Pair> open = new ArrayDeque<>();
        open.push(new Pair(one, other));
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            boolean alike = switch (pair.one()) {
                case Json.Obj(SequencedMap<String, Json> fields) -> pair.other() instanceof Json.Obj(var others)
                        && pushFields(fields, others, open);
                case Json.Arr(List<Json> items) -> pair.other() instanceof Json.Arr(var others) && pushItems(items, others, open);
                default -> pair.one().equals(pair.other());
            };
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    private static boolean pushFields(Map<String, Json> fields, Map<String, Json> others, Deque<Pair> open) {
        if (fields.size() != others.size()) {
            return false;
        }
        for (Map.Entry<String, Json> field : fields.entrySet()) {
            Json other = others.get(field.getKey());
            if (other == null) {
                return false;
            }
            open.push(new Pair(field.getValue(), other));
        }
        return true;
    }

    private static boolean pushItems(List<Json> items, List<Json> others, Deque<Pair> open) {
        if (items.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            open.push(new Pair(items.get(i), others.get(i)));
        }
        return true;
    }

    static int hash(Json value, int depth) {
        return switch (value) {
            case Json.Obj(SequencedMap<String, Json> fields) -> depth == HASHED
                    ? fields.size()
                    : fields.entrySet().stream().mapToInt(field -> field.getKey().hashCode() ^ hash(field.getValue(), depth + 1)).sum();
            case Json.Arr(List<Json> items) -> {
                int hash = items.size();
                if (depth < HASHED) {
                    for (Json item : items) {
                        hash = 31 * hash + hash(item, depth + 1);
                    }
                }
                yield hash;
            }
            default -> value.hashCode();
        };
    }
}
