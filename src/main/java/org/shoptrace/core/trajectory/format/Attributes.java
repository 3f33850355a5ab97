package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;

/// The attributes of a span: names with dots, whether they are written in a list of keys and typed values, flat in an object, or nested.
final class Attributes {
    private static final List<String> TYPED = List.of("stringValue", "intValue", "doubleValue", "boolValue", "string_value", "int_value",
            "double_value", "bool_value");

    private final Map<String, Json> flat = new LinkedHashMap<>();

    /// @param value as the file has it; anything else than attributes is none
    Attributes(Json value) {
        switch (value) {
            case Json.Obj object -> flatten("", object);
            case Json.Arr(List<Json> entries) -> Fields.objects(entries).forEach(entry -> entry.text("key")
                    .ifPresent(key -> flatten(key, typed(entry.get("value").orElse(Json.NULL)))));
            default -> {}
        }
    }

    private void flatten(String name, Json value) {
        if (!name.isEmpty()) {
            flat.put(name, value);
        }
        String start = name.isEmpty() ? "" : name + ".";
        switch (value) {
            case Json.Obj object -> object.fields().forEach((key, inner) -> flatten(start + key, inner));
            case Json.Arr(List<Json> items) when items.stream().anyMatch(Json.Obj.class::isInstance) -> {
                for (int i = 0; i < items.size(); i++) {
                    flatten(start + i, items.get(i));
                }
            }
            default -> {}
        }
    }

    private static Json typed(Json value) {
        if (!(value instanceof Json.Obj object)) {
            return value;
        }
        for (String type : TYPED) {
            if (object.get(type).isPresent()) {
                Json plain = object.get(type).get();
                return type.startsWith("int") && plain instanceof Json.Str(String digits) && digits.matches("-?\\d{1,18}")
                        ? new Json.Num(digits)
                        : plain;
            }
        }
        Optional<Json.Obj> list = object.object("arrayValue").or(() -> object.object("array_value"));
        if (list.isPresent()) {
            return new Json.Arr(list.get().items("values").stream().map(Attributes::typed).toList());
        }
        Optional<Json.Obj> pairs = object.object("kvlistValue").or(() -> object.object("kvlist_value"));
        if (pairs.isPresent()) {
            Json.Obj inner = Json.Obj.EMPTY;
            for (Json.Obj pair : Fields.objects(pairs.get().items("values"))) {
                inner = inner.with(pair.text("key").orElse(""), typed(pair.get("value").orElse(Json.NULL)));
            }
            return inner;
        }
        return object;
    }

    /// The value of the first of these names that is there and is not null.
    Optional<Json> first(String... names) {
        return Stream.of(names).flatMap(name -> Optional.ofNullable(flat.get(name)).stream())
                .filter(value -> !(value instanceof Json.Null)).findFirst();
    }

    Optional<String> text(String... names) {
        return first(names).flatMap(Json::asText).filter(text -> !text.isBlank());
    }

    Optional<Json> number(String... names) {
        return first(names).flatMap(value -> Fields.number(Json.Obj.EMPTY.with("value", value), "value"));
    }

    boolean hasAny(String start) {
        return flat.keySet().stream().anyMatch(name -> name.startsWith(start));
    }

    /// What stands below a name, nested again: numbers in names are places in a list. Null where nothing does.
    Json below(String name) {
        Map<String, Map<String, Json>> parts = new TreeMap<>((a, b) -> isPlace(a) && isPlace(b)
                ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b))
                : a.compareTo(b));
        flat.forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                String rest = key.substring(name.length() + 1);
                int dot = rest.indexOf('.');
                parts.computeIfAbsent(dot < 0 ? rest : rest.substring(0, dot), _ -> new LinkedHashMap<>()).put(key, value);
            }
        });
        if (parts.isEmpty()) {
            return flat.getOrDefault(name, Json.NULL);
        }
        if (parts.keySet().stream().allMatch(Attributes::isPlace)) {
            List<Json> items = new ArrayList<>();
            parts.keySet().forEach(place -> items.add(below(name + "." + place)));
            return new Json.Arr(items);
        }
        Json.Obj object = Json.Obj.EMPTY;
        for (String part : parts.keySet()) {
            object = object.with(part, below(name + "." + part));
        }
        return object;
    }

    private static boolean isPlace(String part) {
        return part.matches("\\d{1,6}");
    }
}
