package org.shoptrace.ui.call;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// The arguments of a call while they are edited as texts. What is not touched stays as it was recorded, however odd it is.
public record Arguments(Json.Obj parameters) {
    /// What agents write as a number when it is one.
    private static final Set<String> NUMBERS = Set.of("page", "max_results");

    /// An argument as it is typed; empty text when it is missing or null.
    public String text(String key) {
        return switch (parameters.get(key).orElse(Json.NULL)) {
            case Json.Null _ -> "";
            case Json.Str(String text) -> text;
            case Json.Num number -> number.text();
            case Json other -> JsonWriter.compact(other);
        };
    }

    /// With an argument as it was typed; empty text takes it away, and a text that says what is there changes nothing. A recorded list or
    /// object stays one while what is typed is one.
    public Arguments with(String key, String text) {
        if (text.equals(text(key))) {
            return this;
        }
        SequencedMap<String, Json> fields = new LinkedHashMap<>(parameters.fields());
        if (text.isEmpty()) {
            fields.remove(key);
        } else {
            boolean number = NUMBERS.contains(key) && text.matches("0|[1-9][0-9]{0,8}");
            Json typed = number ? new Json.Num(text) : Json.of(text);
            fields.put(key, isNested(fields.get(key)) ? nested(text).orElse(typed) : typed);
        }
        return new Arguments(new Json.Obj(fields));
    }

    /// The names in a text or a list of texts, such as services; what separates them are commas.
    static SequencedSet<String> names(String text) {
        SequencedSet<String> names = new LinkedHashSet<>();
        if (nested(text).orElse(Json.NULL) instanceof Json.Arr(List<Json> items)) {
            items.forEach(item -> item.asText().ifPresent(names::add));
        } else {
            names.addAll(Arrays.asList(text.split(",", -1)));
        }
        names.remove("");
        return names;
    }

    private static boolean isNested(@Nullable Json value) {
        return value instanceof Json.Arr || value instanceof Json.Obj;
    }

    private static Optional<Json> nested(String text) {
        try {
            return Optional.of(JsonReader.read(text)).filter(Arguments::isNested);
        } catch (JsonSyntaxException e) {
            // Then it is a plain text.
            return Optional.empty();
        }
    }
}
