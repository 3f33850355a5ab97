package org.shoptrace.core.evaluate.kept;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.shoptrace.model.json.Json;

/// The fields of an object that must be there. Every method throws [IllegalArgumentException] with the field's name when it is missing
/// or of another kind.
record JsonFields(Json.Obj json) {
    static JsonFields of(Json json, String what) {
        if (json instanceof Json.Obj object) {
            return new JsonFields(object);
        }
        throw new IllegalArgumentException(what + " is no object");
    }

    Set<String> names() {
        return json.fields().keySet();
    }

    boolean has(String name) {
        return json.get(name).isPresent();
    }

    String text(String name) {
        return json.text(name).orElseThrow(() -> wrong(name, "text"));
    }

    long count(String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Json.Num number && number.isInteger()) {
            try {
                return Long.parseLong(number.text());
            } catch (NumberFormatException e) {
                throw wrong(name, "whole number");
            }
        }
        throw wrong(name, "whole number");
    }

    double number(String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Json.Num number) {
            return number.asDouble();
        }
        throw wrong(name, "number");
    }

    boolean flag(String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Json.Bool(boolean value)) {
            return value;
        }
        throw wrong(name, "true or false");
    }

    JsonFields object(String name) {
        return of(json.get(name).orElse(Json.NULL), name);
    }

    List<String> texts(String name) {
        return array(name).stream().map(item -> item.asText().orElseThrow(() -> wrong(name, "list of texts"))).toList();
    }

    <T> List<T> list(String name, Function<JsonFields, T> decode) {
        return array(name).stream().map(item -> decode.apply(of(item, "an item of " + name))).toList();
    }

    private List<Json> array(String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Json.Arr(List<Json> items)) {
            return items;
        }
        throw wrong(name, "list");
    }

    private static IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("the field " + name + " is missing or no " + expected);
    }
}
