package org.shoptrace.core.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Where two JSON values differ first.
final class JsonDifference {
    private JsonDifference() {}

    /// A sentence without a full stop that names the place and both values; empty when they are equal.
    static Optional<String> of(Json one, Json other) {
        return at("", one, other);
    }

    private static Optional<String> at(String place, Json one, Json other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (one instanceof Json.Obj a && other instanceof Json.Obj b) {
            Set<String> keys = new LinkedHashSet<>(a.fields().keySet());
            keys.addAll(b.fields().keySet());
            for (String key : keys) {
                String inside = place.isEmpty() ? key : place + "." + key;
                if (a.get(key).isEmpty() || b.get(key).isEmpty()) {
                    return Optional
                            .of(inside + (a.get(key).isEmpty() ? " is missing, and there when made again" : " is gone when made again"));
                }
                Optional<String> difference = at(inside, a.get(key).get(), b.get(key).get());
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        if (one instanceof Json.Arr(List<Json> a) && other instanceof Json.Arr(List<Json> b)) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                Optional<String> difference = at(place + "[" + i + "]", a.get(i), b.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.of(named(place) + " has " + a.size() + " items, made again " + b.size());
        }
        return Optional.of(named(place) + " is " + ExportComparison.quoted(JsonWriter.compact(one)) + ", made again "
                + ExportComparison.quoted(JsonWriter.compact(other)));
    }

    private static String named(String place) {
        return place.isEmpty() ? "it" : place;
    }
}
