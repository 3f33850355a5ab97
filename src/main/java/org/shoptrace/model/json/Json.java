package org.shoptrace.model.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A JSON value. Immutable; equality is that of JSON values (the order of an object's keys does not
/// count), except that numbers are equal only when they are written alike: `1` is not `1.0`.
public sealed interface Json {

    /// JSON `null`. (Java's `null` never stands for a JSON value.)
    Json NULL = Null.NULL;

    /// An object. Keys keep the order they were read in; of a repeated key the last value counts.
    record Obj(SequencedMap<String, Json> fields) implements Json {
        public static final Obj EMPTY = new Obj(new LinkedHashMap<>());

        public Obj {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        public Optional<Json> get(String key) {
            return Optional.ofNullable(fields.get(key));
        }

        /// The text at `key`, empty when the key is missing or its value is no string.
        public Optional<String> text(String key) {
            return get(key).flatMap(Json::asText);
        }

        /// The object at `key`, empty when the key is missing or its value is no object.
        public Optional<Obj> object(String key) {
            return fields.get(key) instanceof Obj object ? Optional.of(object) : Optional.empty();
        }

        /// The items of the array at `key`; no items when the key is missing or its value is no array.
        public List<Json> items(String key) {
            return fields.get(key) instanceof Arr array ? array.items() : List.of();
        }

        /// This object with `key` set to `value`; a key that is there keeps its place.
        public Obj with(String key, Json value) {
            SequencedMap<String, Json> copy = new LinkedHashMap<>(fields);
            copy.put(key, value);
            return new Obj(copy);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Json json && JsonEquality.equal(this, json);
        }

        @Override
        public int hashCode() {
            return JsonEquality.hash(this, 0);
        }
    }

    /// An array.
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Json json && JsonEquality.equal(this, json);
        }

        @Override
        public int hashCode() {
            return JsonEquality.hash(this, 0);
        }
    }

    /// A string.
    record Str(String text) implements Json {}

    /// A number, as it is written. `NaN`, `Infinity` and `-Infinity` occur in files that Python wrote.
    record Num(String text) implements Json {
        public static Num of(long value) {
            return new Num(Long.toString(value));
        }

        /// A number that Python reads as a float: always with a point or an exponent (`100.0`).
        public static Num of(double value) {
            return new Num(Double.toString(value));
        }

        /// The nearest double, as Python's `float` and Java's `Double.parseDouble` read it.
        public double asDouble() {
            return Double.parseDouble(text);
        }

        /// Whether it is written as an integer, without point or exponent, and so stays one in Python.
        public boolean isInteger() {
            return !text.isEmpty() && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        }

        /// The exact value, empty for `NaN` and the infinities.
        public Optional<BigDecimal> exact() {
            return Double.isFinite(asDouble()) || isInteger() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        }
    }

    /// `true` or `false`.
    record Bool(boolean value) implements Json {}

    /// The type of [#NULL].
    enum Null implements Json {
        NULL
    }

    static Str of(String text) {
        return new Str(text);
    }

    static Arr array(List<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    static Arr texts(List<String> texts) {
        return new Arr(texts.stream().<Json>map(Str::new).toList());
    }

    /// The text of a string value, empty for every other kind.
    default Optional<String> asText() {
        return this instanceof Str(String text) ? Optional.of(text) : Optional.empty();
    }
}
