package org.shoptrace.core.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// How well the rules that check claims do on sentences that people labelled, so that it can stand beside the figures that rest on them. It
/// was measured when the program was built, on the half of the labelled sentences that the rules were not written against; a test measures
/// it again and fails where this says otherwise.
///
/// @param set    what the sentences are, in a sentence
/// @param runs   at the end of how many runs they stand
/// @param byKind what came out for each kind of sentence, as the labelled set calls it; `none` claims nothing
public record ClaimQuality(String set, int runs, SequencedMap<String, Counts> byKind) {
    private static final String RESOURCE = "claim_quality.json";

    private static final class Held {
        static final ClaimQuality MEASURED = read();
    }

    public ClaimQuality {
        byKind = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKind));
    }

    /// How labelled sentences came out.
    ///
    /// @param found      false ones that the rules call wrong
    /// @param missed     false ones that they do not call wrong
    /// @param falseAlarm true ones that they call wrong
    /// @param passed     true ones that they do not call wrong
    public record Counts(int found, int missed, int falseAlarm, int passed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /// Of the wrong ones, those that are called so.
        public Rate recall() {
            return new Rate(found, found + missed);
        }

        /// Of those that are called wrong, the wrong ones. It holds where as large a part of what is stated is wrong as in the set.
        public Rate precision() {
            return new Rate(found, found + falseAlarm);
        }

        /// Of the true ones, those that are called wrong.
        public Rate falseAlarms() {
            return new Rate(falseAlarm, falseAlarm + passed);
        }

        /// How many sentences there are.
        public int sentences() {
            return found + missed + falseAlarm + passed;
        }

        /// With one more sentence.
        ///
        /// @param isTrue      as people say
        /// @param calledWrong by the rules
        public Counts with(boolean isTrue, boolean calledWrong) {
            return plus(isTrue
                    ? calledWrong ? new Counts(0, 0, 1, 0) : new Counts(0, 0, 0, 1)
                    : calledWrong ? new Counts(1, 0, 0, 0) : new Counts(0, 1, 0, 0));
        }

        /// With the sentences of both.
        public Counts plus(Counts other) {
            return new Counts(found + other.found, missed + other.missed, falseAlarm + other.falseAlarm, passed + other.passed);
        }
    }

    /// Of the rules of this version.
    public static ClaimQuality measured() {
        return Held.MEASURED;
    }

    /// Over all kinds.
    public Counts all() {
        return byKind.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /// What the sentences are, and how many, in a few sentences.
    public String sentence() {
        Counts all = all();
        return String.format(
                Locale.ROOT,
                "Measured on %,d labelled sentences at the end of %,d recorded runs, %,d of them wrong. %s How much of what is"
                        + " called wrong is wrong depends on how many of the sentences are.",
                all.sentences(), runs, all.recall().of(), set);
    }

    /// What the rules get right of all that, in a sentence.
    public String summary() {
        Counts all = all();
        return "The rules find " + said(all.recall()) + " of the wrong sentences that people labelled, " + said(all.precision())
                + " of those that they call wrong are, and they call " + said(all.falseAlarms()) + " of the others wrong.";
    }

    private static String said(Rate rate) {
        return String.format(Locale.ROOT, "%.1f %% (95 %%: %.1f to %.1f)", 100 * rate.value(), 100 * rate.low(), 100 * rate.high());
    }

    /// A kind of labelled sentence, for people.
    public static String label(String kind) {
        return switch (kind) {
            case "none" -> "Claims nothing";
            case "id" -> "Product id";
            case "voucher" -> "Voucher and budget";
            default -> kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        };
    }

    /// As the resource holds it.
    public String json() {
        SequencedMap<String, Json> kinds = new LinkedHashMap<>();
        byKind.forEach((kind, counts) -> {
            SequencedMap<String, Json> fields = new LinkedHashMap<>();
            fields.put("found", Json.Num.of((long) counts.found));
            fields.put("missed", Json.Num.of((long) counts.missed));
            fields.put("false_alarm", Json.Num.of((long) counts.falseAlarm));
            fields.put("passed", Json.Num.of((long) counts.passed));
            kinds.put(kind, new Json.Obj(fields));
        });
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("set", Json.of(set));
        fields.put("runs", Json.Num.of((long) runs));
        fields.put("kinds", new Json.Obj(kinds));
        return JsonWriter.indented(new Json.Obj(fields));
    }

    private static ClaimQuality read() {
        try (InputStream resource = Objects.requireNonNull(ClaimQuality.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Json json = JsonReader.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            Json.Obj fields = (Json.Obj) json;
            SequencedMap<String, Counts> kinds = new LinkedHashMap<>();
            fields.object("kinds").orElse(Json.Obj.EMPTY).fields().forEach((kind, counts) -> kinds.put(kind, counts((Json.Obj) counts)));
            return new ClaimQuality(fields.text("set").orElse(""), number(fields, "runs"), kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException(RESOURCE, e);
        }
    }

    private static Counts counts(Json.Obj json) {
        return new Counts(number(json, "found"), number(json, "missed"), number(json, "false_alarm"), number(json, "passed"));
    }

    private static int number(Json.Obj json, String key) {
        return json.get(key).orElse(Json.NULL) instanceof Json.Num number ? (int) number.asDouble() : 0;
    }
}
